// How a Catalogue lies in memory: one array per field, texts end to end, what repeats kept once.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "app/core/catalogue/catalogue.hpp"
#include "app/core/catalogue/text_pool.hpp"

namespace makegood::core::catalogue {

inline constexpr std::int64_t unknown_amount = INT64_MIN;
// Between the words of a list that is kept as one text.
inline constexpr char list_mark = '\x1F';

struct SizeEntry {
    std::uint32_t words = 0;
    Size size;
    friend bool operator==(const SizeEntry&, const SizeEntry&) = default;
};
struct CategoryNode {
    std::uint32_t wider = 0, word = 0;
    friend bool operator==(const CategoryNode&, const CategoryNode&) = default;
};

struct Catalogue::Impl {
    std::string text;                       // number, name, number, name, …
    std::vector<std::uint32_t> text_at{0};  // where each of them begins, and the end
    TextPool pool;
    std::vector<std::uint32_t> brand, place, labels, allergens;  // in the pool
    std::vector<std::uint32_t> size, category;                   // in the tables below
    std::vector<std::int64_t> price, cost, stock;                // unknown_amount where not known
    std::vector<std::uint64_t> gtin;                             // 0 where not known
    std::vector<SizeEntry> sizes{SizeEntry()};
    std::vector<CategoryNode> categories{CategoryNode()};

    std::vector<std::uint32_t> number_slots;  // open addressing; row + 1
    std::vector<Row> by_gtin;                 // rows with a GTIN, by its value, then by row
    std::string folded;                       // a line a row: " word word word\n"
    std::vector<std::uint32_t> folded_at;     // where each line begins, and the end

    std::size_t rows() const { return brand.size(); }
    std::string_view number(Row row) const { return part(2 * row); }
    std::string_view name(Row row) const { return part(2 * row + 1); }
    std::size_t number_slot(std::string_view number) const {
        std::size_t slot = std::hash<std::string_view>{}(number) & (number_slots.size() - 1);
        while (number_slots[slot] != 0 && this->number(number_slots[slot] - 1) != number)
            slot = (slot + 1) & (number_slots.size() - 1);
        return slot;
    }

  private:
    std::string_view part(std::size_t index) const {
        return std::string_view(text).substr(text_at[index], text_at[index + 1] - text_at[index]);
    }
};

}  // namespace makegood::core::catalogue
