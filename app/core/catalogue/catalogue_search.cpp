#include <array>

#include "app/core/catalogue/asked_rows.hpp"
#include "app/core/catalogue/rated_rows.hpp"

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
        auto rows = best_.take();
        for (auto& row : rows) row = all_.by_rank[row];
        return rows;
    }

  private:
    bool find_as_typed() {
        if (!collect(known_words())) return false;
        // The one word may be meant as another one.
        if (asked_.words() == 1 && !best_.full()) {
            asked_.forgive(0);
            collect(known_words());
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
        return collect(known_words());
    }

    // Words that are known here can be mistakes too.
    bool find_all_forgiven() {
        for (std::size_t word = 0; word < asked_.words(); ++word)
            if (!forgiven_[word]) asked_.forgive(word);
        if (collect(known_words())) return true;
        for (std::size_t word = 0; word < asked_.words(); ++word) asked_.forgive_beginnings(word);
        return collect(known_words());
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

    // Whether there are rows that lack exactly `missing` of `words`.
    bool collect(const std::vector<std::size_t>& words, std::size_t missing = 0) {
        best_.clear();
        if (!words.empty()) RatedRows(all_, asked_, words, best_).offer(missing);
        return !best_.empty();
    }

    const Catalogue::Impl& all_;
    AskedRows asked_;
    BestRows best_;
    std::array<bool, Query::most_words> forgiven_{};
    bool leave_out_unknown_ = false;
};

}  // namespace

std::vector<Row> Catalogue::search(std::string_view query, std::size_t limit) const {
    const Query asked = read_query(query);
    if (!asked.enough || limit == 0 || size() == 0) return {};
    return Search(*impl_, asked, limit).run();
}

}  // namespace makegood::core::catalogue
