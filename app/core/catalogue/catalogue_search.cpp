#include <bit>
#include <numeric>

#include "app/core/catalogue/asked_rows.hpp"
#include "app/core/catalogue/best_rows.hpp"
#include "app/core/catalogue/catalogue_impl.hpp"

namespace makegood::core::catalogue {
namespace {

// One question. It forgives only as much as it must to find something: what was typed without fault comes
// first and costs least. Memory: a bit per article for each word and each way in which it is answered, while
// it lasts.
class Search {
  public:
    Search(const Catalogue::Impl& all, const Query& query, std::size_t limit)
        : all_(all), asked_(all, query), best_(limit) {}

    std::vector<Row> run() {
        if (!find_as_typed() && !find_with_unknown_words_forgiven() && !find_all_forgiven())
            find_most_words();
        return best_.take();
    }

  private:
    bool find_as_typed() {
        if (!all_of(known_words())) return false;
        // The one word may be meant as another one.
        if (asked_.words() == 1 && !best_.full()) {
            asked_.forgive(0);
            collect(known_words(), 0);
        }
        return true;
    }

    // A word that is like nothing here is left out: the others may be enough.
    bool find_with_unknown_words_forgiven() {
        for (std::size_t word = 0; word < asked_.words(); ++word) {
            if (asked_.found(word)) continue;
            forgiven_[word] = true;
            asked_.forgive(word);
            asked_.forgive_beginnings(word);
        }
        leave_out_unknown_ = true;
        return all_of(known_words());
    }

    // Words that are known here can be mistakes too.
    bool find_all_forgiven() {
        for (std::size_t word = 0; word < asked_.words(); ++word)
            if (!forgiven_[word]) asked_.forgive(word);
        if (all_of(known_words())) return true;
        for (std::size_t word = 0; word < asked_.words(); ++word) asked_.forgive_beginnings(word);
        return all_of(known_words());
    }

    // As many of the words as any article has, the rare ones before the common ones.
    void find_most_words() {
        const auto words = known_words();
        for (std::size_t missing = 1; missing < words.size() && best_.empty(); ++missing)
            collect(words, missing);
    }

    // The rarest first; empty when one is unknown that may not be left out.
    std::vector<std::size_t> known_words() const {
        std::vector<std::size_t> words;
        for (std::size_t word = 0; word < asked_.words(); ++word) {
            if (asked_.found(word))
                words.push_back(word);
            else if (!leave_out_unknown_)
                return {};
        }
        std::ranges::stable_sort(words, std::greater(),
                                 [&](std::size_t word) { return asked_.weight(word); });
        return words;
    }

    bool all_of(const std::vector<std::size_t>& words) {
        if (!words.empty()) collect(words, 0);
        return !best_.empty();
    }

    // The rows that lack exactly `missing` of `words`.
    void collect(const std::vector<std::size_t>& words, std::size_t missing) {
        best_.clear();
        for (std::size_t block = 0; block * 64 < all_.rows(); ++block) {
            auto rows = missing == 0 ? with_all(words, block) : with_most(words, missing, block);
            for (; rows != 0; rows &= rows - 1)
                rate(words, static_cast<Row>(block * 64 + static_cast<std::size_t>(std::countr_zero(rows))));
        }
    }

    std::uint64_t with_all(const std::vector<std::size_t>& words, std::size_t block) const {
        std::uint64_t rows = ~std::uint64_t{0};
        for (const auto word : words)
            if ((rows &= asked_.block(word, block)) == 0) break;
        return rows;
    }

    std::uint64_t with_most(const std::vector<std::size_t>& words, std::size_t missing,
                            std::size_t block) const {
        // lacking[n]: the rows that lack n of the words so far, or more for the last.
        std::array<std::uint64_t, most_words + 2> lacking{~std::uint64_t{0}};
        for (const auto word : words) {
            const auto lack = ~asked_.block(word, block);
            lacking[missing + 1] |= lacking[missing] & lack;
            for (auto n = missing; n > 0; --n) lacking[n] = (lacking[n] & ~lack) | (lacking[n - 1] & lack);
            lacking[0] &= ~lack;
        }
        const auto past_the_end = all_.rows() - block * 64;
        const auto there = past_the_end >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << past_the_end) - 1;
        return lacking[missing] & there;
    }

    void rate(const std::vector<std::size_t>& words, Row row) {
        const auto rank = all_.rank[row];
        if (!best_.takes(0, rank)) return;
        std::uint32_t lost = 0, fault = 0;
        for (const auto word : words) {
            const auto answer = asked_.answer(word, row);
            answer == answers ? lost += asked_.weight(word) : fault += answer;
        }
        // Nothing was asked but the whole name.
        const bool whole_name = lost + fault == 0 && all_.name_words[row] <= words.size();
        best_.add({((lost << 8) + fault) * 2 + (whole_name ? 0 : 1), rank, row});
    }

    static constexpr std::size_t most_words = 16;

    const Catalogue::Impl& all_;
    AskedRows asked_;
    BestRows best_;
    std::array<bool, most_words> forgiven_{};
    bool leave_out_unknown_ = false;
};

}  // namespace

std::vector<Row> Catalogue::search(std::string_view query, std::size_t limit) const {
    const Query asked = read_query(query);
    if (!asked.enough || limit == 0 || size() == 0) return {};
    return Search(*impl_, asked, limit).run();
}

}  // namespace makegood::core::catalogue
