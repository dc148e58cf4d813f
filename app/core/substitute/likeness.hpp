// How alike two names are, fast enough for a scan over thousands of articles.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace makegood::core::substitute {

// The telling words of a name: three letters or more without digits, accents and case aside. At most 32.
class NameWords {
  public:
    explicit NameWords(std::string_view name);
    bool empty() const { return count_ == 0; }
    // Shared words over all words of both names, 0 to 1. Allocates only for names beyond ASCII.
    double likeness(std::string_view other) const;

  private:
    std::array<std::uint64_t, 32> hashes_{};
    std::size_t count_ = 0;
};

// The same words as text, longest first, each once.
std::vector<std::string> telling_words(std::string_view name);

}  // namespace makegood::core::substitute
