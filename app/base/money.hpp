// Money in integer minor units of one currency; the currency stands beside it, once per shop.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/base/result.hpp"

namespace makegood::base {

// Minor units (cents, fils, yen). Sums abort on overflow: amounts that come from outside are limited
// to ±money_limit where they are read, so a sum of a billion of them still fits.
class Money {
  public:
    constexpr Money() = default;
    static constexpr Money minor(std::int64_t units) { return Money(units); }
    constexpr std::int64_t minor() const { return units_; }

    friend constexpr auto operator<=>(Money, Money) = default;
    Money operator+(Money other) const;
    Money operator-(Money other) const;
    Money operator*(std::int64_t count) const;
    Money& operator+=(Money other) { return *this = *this + other; }
    Money& operator-=(Money other) { return *this = *this - other; }

  private:
    constexpr explicit Money(std::int64_t units) : units_(units) {}
    std::int64_t units_ = 0;
};

inline constexpr std::int64_t money_limit = 1'000'000'000'000;

// A share in basis points: 100 % = 10,000.
class Percent {
  public:
    constexpr Percent() = default;
    static constexpr Percent basis_points(std::int64_t points) { return Percent(points); }
    static constexpr Percent whole(std::int64_t percent) { return Percent(percent * 100); }
    constexpr std::int64_t basis_points() const { return points_; }
    friend constexpr auto operator<=>(Percent, Percent) = default;
    // The share of `amount`, rounded half away from zero.
    Money of(Money amount) const;

  private:
    constexpr explicit Percent(std::int64_t points) : points_(points) {}
    std::int64_t points_ = 0;
};

// ISO 4217: alphabetic code and number of decimals of the minor unit (JPY 0, USD 2, KWD 3).
class Currency {
  public:
    Currency() = default;  // no currency: code "XXX", exponent 0
    // bad_input when the code is not an active ISO 4217 currency.
    static Result<Currency> from_code(std::string_view code);
    const std::string& code() const { return code_; }
    int exponent() const { return exponent_; }
    friend bool operator==(const Currency&, const Currency&) = default;

  private:
    Currency(std::string code, int exponent) : code_(std::move(code)), exponent_(exponent) {}
    std::string code_ = "XXX";
    int exponent_ = 0;
};

// For people: "$4.10", "4.10 CHF", "¥410", "1.250 KWD"; negative amounts have a leading minus.
std::string format(Money amount, const Currency& currency);
// For files and fields: "4.10", no symbol, point as decimal mark.
std::string format_plain(Money amount, const Currency& currency);

// Reads "1234.5", "1.234,50", "1 234,50", "1,234.50", "€ 4,10", "4.10 CHF", "-3". `decimal_mark` is
// '.' or ','; 0 means: find out (a lone mark followed by exactly three digits is a thousands mark only
// when the currency's exponent is not 3). bad_input when digits would be lost or it is not an amount.
Result<Money> parse_money(std::string_view text, const Currency& currency, char decimal_mark = 0);

// The same, but further decimals are rounded half away from zero and `rounded` says so: for files of
// other systems, which keep averages.
struct RoundedMoney {
    Money amount;
    bool rounded = false;
};
Result<RoundedMoney> parse_money_rounded(std::string_view text, const Currency& currency, char decimal_mark = 0);

}  // namespace makegood::base

namespace makegood {
using base::Currency;
using base::Money;
using base::Percent;
}  // namespace makegood
