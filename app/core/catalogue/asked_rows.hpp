// For each word of a query, the rows that answer it, by how well.
#pragma once
#include <array>
#include <vector>

#include "app/core/catalogue/catalogue_impl.hpp"
#include "app/core/catalogue/row_set.hpp"
#include "app/core/catalogue/search_query.hpp"

namespace makegood::core::catalogue {

// From best to worst; a row counts for the best it has.
enum class Answer : std::uint8_t {
    exact,      // the very word, number, GTIN or size
    beginning,  // a word, number or GTIN begins with it
    parted,     // "coconutoil", "tooth paste", a size without its unit
    near,       // a whole word with one letter wrong, or in another number ("boxes" for "box")
    near_beginning,
    far,  // two letters wrong
    far_beginning,
};
inline constexpr std::size_t answers = 7;

class AskedRows {
  public:
    // Finds the exact, the beginnings, and neighbours that are one word in the catalogue. Both outlive this.
    AskedRows(const Catalogue::Impl& all, const Query& query);

    std::size_t words() const { return words_.size(); }
    bool found(std::size_t word) const { return words_[word].postings != 0; }
    // Words with a letter or two wrong, in another number, or written apart.
    void forgive(std::size_t word);
    // And what begins with such words. After forgive().
    void forgive_beginnings(std::size_t word);

    // Each way in which rows answer `word`, best first.
    struct Way {
        Answer answer = Answer::exact;
        const RowSet* rows = nullptr;
    };
    std::vector<Way> ways(std::size_t word) const;
    // How much it tells to have this word: the rarer, the more; 1 to 32.
    unsigned weight(std::size_t word) const;

  private:
    struct NearBeginning {
        WordId first, last;
        Answer answer;
    };
    struct Rows {
        std::vector<RowSet> by_answer;
        std::vector<NearBeginning> beginnings;  // found by forgive(), for forgive_beginnings()
        std::size_t postings = 0;
    };
    void add(std::size_t word, Answer answer, std::span<const Row> rows);
    void add_words(std::size_t word, Answer answer, WordId first, WordId last);
    void fill(RowSet& set, WordId first, WordId last) const;
    void add_beginning(std::size_t word, const std::string& text, Answer whole, Answer part);
    void add_gtin(std::size_t word, const std::string& digits);
    void add_sizes();
    void add_neighbours();
    void add_apart(std::size_t word);
    void add_other_number(std::size_t word);

    const Catalogue::Impl& all_;
    const Query& query_;
    std::vector<Rows> words_;
};

}  // namespace makegood::core::catalogue
