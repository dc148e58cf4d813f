#include "app/core/substitute/suggest.hpp"

#include <algorithm>

#include "app/core/substitute/pair.hpp"

namespace makegood::core::substitute {
namespace {

using catalogue::Catalogue;
using catalogue::Row;

// Added to the relevance (0 to 1), so that the score alone tells the order.
constexpr double very_category = 2, larger_first = 1;
constexpr std::size_t too_common = 4'000;  // articles that share a word
constexpr std::size_t words_tried = 3;

// The best so far, in order, never more than `limit`.
class Best {
  public:
    Best(const Catalogue& articles, std::size_t limit) : articles_(articles), limit_(limit) {
        kept_.reserve(limit + 1);
    }
    bool full() const { return kept_.size() >= limit_; }
    bool could_enter(double score) const { return !full() || score >= kept_.back().score; }
    void offer(Substitute candidate) {
        kept_.insert(std::upper_bound(kept_.begin(), kept_.end(), candidate, Before{articles_}),
                     std::move(candidate));
        if (kept_.size() > limit_) kept_.pop_back();
    }
    std::vector<Substitute> take() { return std::move(kept_); }

  private:
    struct Before {
        const Catalogue& articles;
        bool operator()(const Substitute& a, const Substitute& b) const {
            if (a.score != b.score) return a.score > b.score;
            return articles.view(a.row).number < articles.view(b.row).number;
        }
    };
    const Catalogue& articles_;
    std::size_t limit_;
    std::vector<Substitute> kept_;
};

class Search {
  public:
    Search(const Catalogue& articles, const StockLeft& stock_left, const Wanted& wanted, const Rules& rules,
           std::size_t limit)
        : articles_(articles),
          stock_left_(stock_left),
          wanted_(wanted),
          rules_(rules),
          best_(articles, limit),
          missing_(articles.article(wanted.row)) {}

    // Cheapest questions first: most candidates end at price, size or stock.
    void consider(Row row, double bonus, bool must_sound_alike) {
        if (row == wanted_.row) return;
        const auto view = articles_.view(row);
        auto pair = priced(wanted_, view, rules_);
        if (!pair) return;
        pair->row = row;
        if (pair->fit == Fit::larger) bonus += larger_first;
        if (!best_.could_enter(bonus + relevance_at_most(wanted_, view, *pair))) return;
        const auto left = stock_left_(row);
        if (!left || *left - rules_.keep_on_shelf < wanted_.quantity) return;
        const double likeness = wanted_.words.likeness(view.name);
        if (must_sound_alike && likeness <= 0) return;
        pair->left = *left;
        pair->score = bonus + relevance(wanted_, view, *pair, likeness);
        if (!best_.could_enter(pair->score)) return;
        if (keeps_what_was_promised(missing_, articles_.article(row))) best_.offer(std::move(*pair));
    }

    void look_in_categories() {
        const auto narrow = wanted_.view.category;
        for (const Row row : articles_.in_category(narrow)) consider(row, very_category, false);
        const auto wide = best_.full() ? 0 : articles_.wider(narrow);
        if (wide == 0) return;
        for (const Row row : articles_.below_category(wide))
            if (articles_.view(row).category != narrow) consider(row, 0, true);
    }

    void look_by_name() {
        for (const Row row : like_named()) consider(row, 0, true);
    }

    std::vector<Substitute> take() {
        auto answer = best_.take();
        for (auto& pair : answer) pair.reason = reason_for(pair, missing_, articles_.article(pair.row));
        return answer;
    }

  private:
    // The word that fewest articles share tells most; where every word is common, all of them together.
    std::vector<Row> like_named() const {
        std::vector<Row> fewest;
        std::string together;
        std::size_t tried = 0;
        for (const auto& word : telling_words(wanted_.view.name)) {
            if (tried++ == words_tried) break;
            together += word + ' ';
            auto found = articles_.search(word, too_common);
            const bool tells = found.size() > 1 && found.size() < too_common;
            if (tells && (fewest.empty() || found.size() < fewest.size())) fewest = std::move(found);
        }
        return fewest.empty() ? articles_.search(together, too_common) : fewest;
    }

    const Catalogue& articles_;
    const StockLeft& stock_left_;
    const Wanted& wanted_;
    const Rules& rules_;
    Best best_;
    const catalogue::Article missing_;
};

}  // namespace

std::vector<Substitute> suggest(const Catalogue& articles, const StockLeft& stock_left, Row missing,
                                std::int64_t quantity, const Rules& rules, std::size_t limit) {
    if (quantity < 1 || limit == 0) return {};
    const Wanted wanted(articles, missing, quantity);
    Search search(articles, stock_left, wanted, rules, limit);
    if (wanted.view.category != 0)
        search.look_in_categories();
    else
        search.look_by_name();
    return search.take();
}

}  // namespace makegood::core::substitute
