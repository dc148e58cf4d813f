// The ledger of unmet demand: what was asked for and not there, counted as a list to order from.
#pragma once
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "app/base/money.hpp"
#include "app/base/text_id.hpp"
#include "app/base/time_values.hpp"

namespace makegood::core::incident {

// One time that an article was missing, and what came of it.
struct Missed {
    ArticleNumber article;
    Instant at;
    CivilDate day;  // of `at`, in the shop's time zone
    std::int64_t pieces = 1;
    std::vector<ArticleNumber> shown;  // offered instead, each once
    bool made_good = false;            // something was given and not undone
    ArticleNumber taken;               // a substitute; empty: something else was given, or nothing
    Money cost;                        // of making it good
};

// Counts by the day on which it was asked for, whenever it was made good.
struct UnmetDay {
    CivilDate day;
    std::int64_t times = 0, pieces = 0;
    std::int64_t taken = 0;    // a substitute was
    std::int64_t without = 0;  // nothing was given
    Money cost;
};

struct UnmetArticle {
    ArticleNumber article;
    std::string name;        // empty when nobody knows it any more
    std::int64_t times = 0;  // asked for
    std::int64_t pieces = 0;
    std::int64_t without = 0;    // nothing was given
    std::int64_t otherwise = 0;  // made good with something else than a substitute
    Money cost;
    Instant last;  // when it was missing last
    struct Instead {
        ArticleNumber article;
        std::string name;
        std::int64_t offered = 0, taken = 0;
    };
    std::vector<Instead> instead;  // most taken first, then most offered
    std::vector<UnmetDay> days;    // on which it was asked for, oldest first

    std::int64_t taken() const { return times - without - otherwise; }
};

// Asked for in words: nothing here is called so. The same but for capitals, accents, marks and blanks is one.
struct UnmetWords {
    std::string words;  // as they were written last
    std::int64_t times = 0;
    Instant last;
};

struct UnmetDemand {
    std::vector<UnmetArticle> articles;  // most asked for first
    std::vector<UnmetWords> words;       // likewise
};

class UnmetLedger {
  public:
    using NameOf = std::function<std::string(const ArticleNumber&)>;

    void add(const Missed& missed);
    void add(const std::string& words, Instant at);
    UnmetDemand list(const NameOf& name_of) const;

  private:
    struct Counts {
        UnmetArticle sums;
        std::map<ArticleNumber, UnmetArticle::Instead> instead;
        std::map<CivilDate, UnmetDay> days;
        UnmetArticle list(const ArticleNumber& number, const NameOf& name_of) const;
    };
    std::map<ArticleNumber, Counts> articles_;
    std::map<std::string, UnmetWords> words_;  // by what they are compared by
};

}  // namespace makegood::core::incident
