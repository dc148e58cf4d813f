// How a Catalogue lies in memory: one array per field, texts end to end, what repeats kept once. All of it is
// plain values without pointers, so that it can be written to a file and used where it lies.
#pragma once
#include <memory>
#include <string_view>

#include "app/core/catalogue/catalogue.hpp"
#include "app/core/catalogue/column.hpp"

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
// Where a category's articles lie in Impl::by_category: its own, then those of all that is below it.
struct CategoryRows {
    std::uint32_t begin = 0, own_end = 0, end = 0;
};

// Words next to each other in the alphabet.
struct CommonRange {
    WordId first = 0, last = 0;
    friend bool operator==(const CommonRange&, const CommonRange&) = default;
};

// Texts end to end; at[i] says where text i begins, and the last one where the whole ends.
struct Texts {
    Column<char> letters;
    Column<std::uint32_t> at;
    std::string_view operator[](std::size_t index) const {
        return {letters.data() + at[index], at[index + 1] - at[index]};
    }
    std::size_t size() const { return at.empty() ? 0 : at.size() - 1; }
};

struct Catalogue::Impl {
    Texts text;                                                   // number, name, number, name, …
    Texts pool;                                                   // what repeats; 0 is the empty text
    Column<std::uint32_t> brand, tier, place, labels, allergens;  // in the pool
    Column<std::uint32_t> size, category;                         // in the tables below
    Column<std::int64_t> price, cost, stock;                      // unknown_amount where not known
    Column<std::uint64_t> gtin;                                   // 0 where not known
    Column<SizeEntry> sizes;
    Column<CategoryNode> categories;
    Column<CategoryRows> category_rows;
    Column<Row> by_category;               // the narrower ones behind the wider one that holds them
    Column<std::uint32_t> number_slots;    // open addressing; row + 1
    Column<Row> by_gtin;                   // rows with a GTIN, by its value, then by row
    Column<Row> by_number;                 // all rows, by number as compare_numbers does
    Column<std::uint32_t> rank;            // of each row among equals: no stock first, then shorter names
    Column<Row> by_rank;                   // all rows, by that
    Column<std::uint8_t> rank_name_words;  // name_words, by that
    Column<std::uint32_t> size_rows_at;    // per size, and the end
    Column<Row> size_rows;                 // ascending
    Texts words;                           // folded, each once, in alphabetical order
    Column<std::uint8_t> words_alike;      // how many bytes each shares with the one before, at most 255
    Column<std::uint32_t> word_rows_at;    // per word, and the end
    Column<Row> word_rows;                 // ascending
    Column<std::uint32_t> row_words_at;    // per row, and the end
    Column<WordId> row_words;              // those of the name first, in its order; each once
    Column<std::uint8_t> name_words;       // how many of them are the name's
    Column<CommonRange> common;            // words that very many rows have; the wider before the narrower
    Column<std::uint64_t> common_rows;     // of each, one bit per rank: what RowSet is
    std::shared_ptr<const void> lies_in;   // keeps the memory of columns that are not their own

    // Fills number_slots, by_gtin and by_number. Numbers must be unique.
    void find_by_number_and_gtin();
    // Fill what search reads; in this order, when all before is there.
    void rank_rows();
    void group_rows_by_size();
    void keep_common_words();

    std::size_t rows() const { return brand.size(); }
    std::string_view number(Row row) const { return text[2 * std::size_t{row}]; }
    std::string_view name(Row row) const { return text[2 * std::size_t{row} + 1]; }

    // The same in every build, as the slots are kept in files: FNV-1a.
    static std::uint64_t hash(std::string_view number) {
        std::uint64_t value = 14695981039346656037ull;
        for (const char c : number) value = (value ^ static_cast<unsigned char>(c)) * 1099511628211ull;
        return value ^ (value >> 32);
    }

    // All columns in the order in which they are written.
    template <class Self, class Visit>
    static void each_column(Self& self, const Visit& visit) {
        for (auto* texts : {&self.text, &self.pool, &self.words}) {
            visit(texts->letters);
            visit(texts->at);
        }
        for (auto* column : {&self.brand, &self.tier, &self.place, &self.labels, &self.allergens, &self.size,
                             &self.category, &self.by_category, &self.number_slots, &self.by_gtin,
                             &self.by_number, &self.rank, &self.by_rank, &self.size_rows_at, &self.size_rows,
                             &self.word_rows_at, &self.word_rows, &self.row_words_at, &self.row_words})
            visit(*column);
        for (auto* column : {&self.price, &self.cost, &self.stock}) visit(*column);
        visit(self.gtin);
        visit(self.sizes);
        visit(self.categories);
        visit(self.category_rows);
        visit(self.name_words);
        visit(self.words_alike);
        visit(self.rank_name_words);
        visit(self.common);
        visit(self.common_rows);
    }
};

}  // namespace makegood::core::catalogue
