// In-store codes that carry a price or a weight, as scales and counters print them: EAN-13 in the number
// range for restricted circulation, 02 and 20 to 29 (GS1 General Specifications, 2.1.12 and 7.9).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/base/result.hpp"

namespace makegood::core::catalogue {

struct EmbeddedCode {
    std::string item;                   // its digits as they stand, with leading zeros
    std::optional<std::int64_t> price;  // minor units
    std::optional<std::int64_t> weight_grams;
    std::string without_value;  // the whole code as it is where price or weight are zero
};

// What each of the thirteen digits is, in the letters that scales use: I item, P price, W weight, V check
// digit of the price, C check digit of the code, X any; digits stand for themselves: "2XIIIIIPPPPPC",
// "02IIIIVPPPPPC".
class EmbeddedLayout {
  public:
    // Spaces are left out. bad_input: says what is not right and what would be.
    static Result<EmbeddedLayout> parse(std::string_view letters);

    // `code` may have lost its leading zero or have one more. Nothing when it is of another kind, or when one
    // of its check digits is wrong.
    std::optional<EmbeddedCode> read(std::string_view code) const;

  private:
    explicit EmbeddedLayout(std::string letters) : letters_(std::move(letters)) {}
    std::string digits_of(std::string_view code, char letter) const;
    std::string letters_;
};

// The check digit of a price or weight of four or five digits.
char value_check_digit(std::string_view digits);

}  // namespace makegood::core::catalogue
