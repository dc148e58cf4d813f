// The suggestion engine: answers from memory what to offer instead of a missing article. Hard rules first,
// then a score, then a reason that can be said aloud. Made once for a catalogue; follows stock, prices, sales
// and answers in place. No I/O, no clock, no chance: the same questions after the same changes get the same
// answers. Questions may come from many threads, changes only while there is none.
#pragma once
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/core/substitute/article_facts.hpp"
#include "app/core/substitute/hand.hpp"
#include "app/core/substitute/knobs.hpp"
#include "app/core/substitute/learnt.hpp"
#include "app/core/substitute/names.hpp"
#include "app/core/substitute/outcomes.hpp"
#include "app/core/substitute/rules.hpp"
#include "app/core/substitute/shortlist.hpp"
#include "app/core/substitute/suggest.hpp"
#include "app/core/substitute/wide_kinds.hpp"

namespace makegood::core::substitute {

class Engine {
  public:
    // Works from a bare catalogue on; `learnt` may be null and is of this very catalogue.
    explicit Engine(std::shared_ptr<const catalogue::Catalogue> articles,
                    std::shared_ptr<const Learnt> learnt = nullptr, const Knobs& knobs = {});
    Engine(const Engine&) = delete;  // its parts refer to each other
    Engine& operator=(const Engine&) = delete;

    // At most `limit`, and Question::gains more that the customer gains most from (benefit and score
    // together). Those of the owner's hand first, then the highest score; equals by tie_breaker. Each keeps
    // all rules: `pieces` are there and keep_on_shelf stay; price, size and age are allowed; nothing that the
    // missing one claims or the customer named is lost, no allergen comes in that may not (allergens.hpp).
    // Empty when nothing fits.
    std::vector<Substitute> suggest(const Question& question, const Rules& rules, std::size_t limit) const;

    // For a question that will be asked again after changes of stock and answers only: of it every other
    // day, limit and number of gains. nullopt: it has to be asked as it is.
    std::optional<Shortlist> shortlist(const Question& question, const Rules& rules) const;
    // What the question alone would be answered. nullopt: the list does not suffice; ask without it.
    std::optional<std::vector<Substitute>> suggest(const Question& question, const Rules& rules,
                                                   std::size_t limit, const Shortlist& list) const;

    // All of `among` but the missing one in order of score, rules aside. `bought`: by this customer before;
    // only the makers count here, not the articles.
    struct Ranked {
        catalogue::Row row = 0;
        double score = 0;
    };
    std::vector<Ranked> rank(catalogue::Row missing, std::span<const catalogue::Row> among,
                             std::span<const catalogue::Row> bought = {}) const;

    void set_stock(catalogue::Row row, std::optional<std::int64_t> pieces);
    void set_price(catalogue::Row row, std::optional<Money> price);
    // One more sale, as effect_of_sale tells; of a household that is not known: {true, {}}.
    void add_sale(catalogue::Row row, const SaleEffect& effect);
    // What a customer answered who was offered `substitute` for `missing`.
    void add_outcome(catalogue::Row missing, catalogue::Row substitute, bool accepted, Day day);
    void set_hand(const std::vector<HandLine>& lines);

    std::optional<std::int64_t> stock(catalogue::Row row) const;
    std::optional<Money> price(catalogue::Row row) const;

    // What the answers rest on.
    struct Sources {
        std::size_t articles = 0;
        std::uint64_t households = 0, receipt_lines = 0, outcomes = 0;
    };
    Sources sources() const;

    const catalogue::Catalogue& articles() const { return *articles_; }
    // For another engine of the same shop.
    const std::shared_ptr<const Learnt>& learnt() const { return learnt_; }

  private:
    friend class Scorer;
    friend class Answer;

    // The pairs of a row, as learnt and as grown since.
    std::span<const LearntPair> pairs_of(catalogue::Row row) const;
    void add_pair(catalogue::Row row, catalogue::Row other);

    // What the rules read of lists that many articles share, by the catalogue's number of the list.
    void read_texts();
    const Claims& claims_of_list(std::uint32_t id) const;
    const Allergens& allergens_of_list(std::uint32_t id) const;

    std::shared_ptr<const catalogue::Catalogue> articles_;
    std::shared_ptr<const Learnt> learnt_;
    Knobs knobs_;
    FactTable facts_;
    WideKinds wide_kinds_;
    Names names_;
    Outcomes outcomes_;
    Hand hand_;
    std::unordered_map<catalogue::Row, std::vector<LearntPair>> grown_pairs_;
    std::uint64_t sales_ = 0;  // since the engine was made
    std::unordered_map<std::uint32_t, Claims> claims_;
    std::unordered_map<std::uint32_t, Allergens> allergens_;
};

// "the catalogue (92,331 articles)", "receipts of 2,469 households", "1,203 answers at the counter"
std::vector<std::string> words(const Engine::Sources& sources);

}  // namespace makegood::core::substitute
