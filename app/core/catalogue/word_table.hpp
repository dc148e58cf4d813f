// Collects the words of all articles while a catalogue is built.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "app/core/catalogue/catalogue_impl.hpp"
#include "app/core/catalogue/text_interner.hpp"

namespace makegood::core::catalogue {

class WordTable {
  public:
    // The next row's words: of its name, then of what else it can be found by.
    void add(std::string_view name, std::initializer_list<std::string_view> others);
    // Puts the words into alphabetical order and fills the word columns of `all`.
    void finish(Catalogue::Impl& all);

  private:
    void add_words(std::string_view text, std::size_t row_begin);

    TextInterner texts_;
    std::vector<WordId> row_words_;  // numbered as they came, until finish()
    std::vector<std::uint32_t> row_words_at_{0};
    std::vector<std::uint8_t> name_words_;
    std::string folded_;
};

}  // namespace makegood::core::catalogue
