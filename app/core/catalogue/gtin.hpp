// Global Trade Item Numbers: GTIN-8, -12, -13, -14 of the GS1 General Specifications.
#pragma once
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "app/base/result.hpp"

namespace makegood::core::catalogue {

// A GTIN with a right check digit, kept as 14 digits, so that all widths of one number compare equal.
class Gtin {
  public:
    // Takes 8, 12, 13 or 14 digits. bad_input; its detail is the bare reason (length, letter, check digit).
    static Result<Gtin> parse(std::string_view digits);
    std::uint64_t value() const { return value_; }
    // Without leading zeros beyond GTIN-13: "4006381333931", "9520000000015"; GTIN-8 as 8 digits.
    std::string text() const;
    friend auto operator<=>(Gtin, Gtin) = default;

  private:
    explicit Gtin(std::uint64_t value) : value_(value) {}
    std::uint64_t value_;
};

// GS1 check digit (weights 3, 1 from the right) of `digits` without it. Digits only.
char check_digit(std::string_view digits);

}  // namespace makegood::core::catalogue
