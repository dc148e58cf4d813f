#include <array>

#include "app/core/catalogue/asked_rows.hpp"
#include "app/core/catalogue/rated_rows.hpp"
#include "app/core/catalogue/word_order.hpp"

namespace makegood::core::catalogue {
namespace {

// One question. It forgives only as much as it must to find something: what was typed without fault comes
// first and costs least. Memory: a bit per article for each word and each way in which it is answered, while
// it lasts.
class Search {
  public:
    Search(const Catalogue::Impl& all, const Query& query, std::size_t limit)
        : all_(all),
          query_(query),
          limit_(limit),
          asked_(all, query),
          best_(query.words.size() < 2 ? limit : std::max(limit, looked_at_in_order)) {}

    std::vector<Row> run() {
        if (!collect(known_words())) find_with_unknown_words_forgiven();
        if (known_words().size() < words_enough) {
            if (best_.size() < limit_) forgive_known_words();
            if (best_.empty()) forgive_beginnings();
        }
        if (best_.empty()) find_most_words();
        return in_order(best_.take());
    }

  private:
    // Of what is otherwise equal the first ones are compared by the order of their words.
    static constexpr std::size_t looked_at_in_order = 64;
    // Looking for what is nearly a word takes the longest; who mistypes more than so many cannot be helped.
    static constexpr std::size_t most_forgiven = 6;
    // Most of so many known words say what is meant, even where one of them is a mistake.
    static constexpr std::size_t words_enough = 5;

    // A word that is like nothing here is left out: the others may be enough.
    void find_with_unknown_words_forgiven() {
        for (std::size_t word = 0; word < asked_.words(); ++word)
            if (!asked_.found(word) && forgive(word)) asked_.forgive_beginnings(word);
        leave_out_unknown_ = true;
        collect(known_words());
    }

    // They may be meant as others; the rare ones rather.
    void forgive_known_words() {
        for (const auto word : known_words()) forgive(word);
        collect(known_words());
    }

    void forgive_beginnings() {
        for (std::size_t word = 0; word < asked_.words(); ++word) asked_.forgive_beginnings(word);
        collect(known_words());
    }

    // As many of the words as any article has, the rare ones before the common ones.
    void find_most_words() {
        const auto words = known_words();
        if (!words.empty()) collect(words, RatedRows(all_, asked_, words, best_).fewest_missing());
    }

    bool forgive(std::size_t word) {
        if (forgiven_[word] || forgiven_count_ == most_forgiven) return false;
        forgiven_[word] = true;
        ++forgiven_count_;
        asked_.forgive(word);
        return true;
    }

    std::vector<Row> in_order(const std::vector<FoundRow>& found) const {
        struct Compared {
            std::uint32_t fault;
            bool on_shelf;
            std::size_t apart;
            std::uint32_t rank;
            Row row;
            auto operator<=>(const Compared&) const = default;
        };
        std::vector<Compared> compared;
        for (const auto& each : found) {
            const Row row = all_.by_rank[each.rank];
            const auto apart = query_.words.size() < 2 ? 0 : neighbours_apart(all_, query_, row);
            compared.push_back({each.fault, all_.stock[row] > 0, apart, each.rank, row});
        }
        std::ranges::sort(compared);
        if (compared.size() > limit_) compared.resize(limit_);
        std::vector<Row> rows;
        for (const auto& each : compared) rows.push_back(each.row);
        return rows;
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
    const Query& query_;
    std::size_t limit_;
    AskedRows asked_;
    BestRows best_;
    std::array<bool, Query::most_words> forgiven_{};
    std::size_t forgiven_count_ = 0;
    bool leave_out_unknown_ = false;
};

}  // namespace

std::vector<Row> Catalogue::search(std::string_view query, std::size_t limit) const {
    const Query asked = read_query(query);
    if (!asked.enough || limit == 0 || size() == 0) return {};
    return Search(*impl_, asked, limit).run();
}

}  // namespace makegood::core::catalogue
