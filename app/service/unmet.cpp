#include "app/service/unmet.hpp"

#include <algorithm>
#include <sstream>

namespace makegood::service {
namespace {

constexpr std::size_t longest_words = 200;

std::string name_of(const Desk& desk, const ArticleNumber& number) {
    const auto row = desk.articles->find(number.text());
    return row ? core::catalogue::display_name(desk.articles->article(*row)) : std::string();
}

// Counts by article.
class Ledger {
  public:
    void add(const ports::StockOutRow& row) {
        auto& unmet = articles_[row.article];
        ++unmet.times;
        unmet.pieces += row.pieces;
        unmet.cost += row.cost;
        unmet.last = std::max(unmet.last, row.at);
        unmet.without += row.recovery ? 0 : 1;
        unmet.otherwise += row.recovery && row.taken.empty() ? 1 : 0;
        for (const auto& shown : row.shown) {
            auto& instead = instead_[row.article][shown];
            ++instead.offered;
            instead.taken += shown == row.taken ? 1 : 0;
        }
    }

    std::vector<UnmetArticle> list(const Desk& desk) {
        std::vector<UnmetArticle> all;
        for (auto& [number, unmet] : articles_) {
            unmet.article = number;
            unmet.name = name_of(desk, number);
            for (auto& [shown, instead] : instead_[number]) {
                instead.article = shown;
                instead.name = name_of(desk, shown);
                unmet.instead.push_back(std::move(instead));
            }
            std::stable_sort(unmet.instead.begin(), unmet.instead.end(), [](const auto& a, const auto& b) {
                return std::pair(a.taken, a.offered) > std::pair(b.taken, b.offered);
            });
            all.push_back(std::move(unmet));
        }
        std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
            return std::pair(a.times, a.pieces) > std::pair(b.times, b.pieces);
        });
        return all;
    }

  private:
    std::map<ArticleNumber, UnmetArticle> articles_;
    std::map<ArticleNumber, std::map<ArticleNumber, UnmetArticle::Instead>> instead_;
};

}  // namespace

Result<std::string> record_words(Desk& desk, const std::string& words, const PersonId& by) {
    std::istringstream in(words);
    std::string kept, word;
    while (in >> word) kept += (kept.empty() ? "" : " ") + word;
    if (kept.empty()) return fail(ErrorKind::bad_input, "What was asked for? Write it in words.");
    if (kept.size() > longest_words)
        return fail(ErrorKind::bad_input,
                    "That is too long to order by. Write it in at most 200 characters.");
    MAKEGOOD_TRY(desk.store.commit({desk.clock.now(), by}, ports::WordsAskedFor{kept}));
    return kept;
}

Result<std::vector<UnmetArticle>> unmet(Desk& desk, int days) {
    const auto rows = desk.store.stock_outs(desk.clock.now() - std::chrono::hours(24) * days);
    if (!rows) return fail(rows.error());
    Ledger ledger;
    for (const auto& row : *rows) ledger.add(row);
    return ledger.list(desk);
}

}  // namespace makegood::service
