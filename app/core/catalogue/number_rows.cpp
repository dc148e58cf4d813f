#include "app/core/catalogue/number_rows.hpp"

#include <algorithm>

namespace makegood::core::catalogue {
namespace {

constexpr std::size_t fewest_digits = 4, most_digits = 14;

constexpr char plain(char c) {
    if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
    const bool kept =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    return kept ? c : '\0';
}

// The next letter or digit from `at` on; 0 at the end.
unsigned char next(std::string_view text, std::size_t& at) {
    while (at < text.size())
        if (const char c = plain(text[at++]); c != '\0') return static_cast<unsigned char>(c);
    return 0;
}

// How `number` compares to those that begin with `typed`.
std::strong_ordering compare_beginning(std::string_view number, std::string_view typed) {
    std::size_t in_number = 0, in_typed = 0;
    for (;;) {
        const auto b = next(typed, in_typed);
        if (b == 0) return std::strong_ordering::equal;
        const auto a = next(number, in_number);
        if (a != b) return a <=> b;
    }
}

}  // namespace

std::strong_ordering compare_numbers(std::string_view a, std::string_view b) {
    std::size_t in_a = 0, in_b = 0;
    for (;;) {
        const auto one = next(a, in_a), other = next(b, in_b);
        if (one != other) return one <=> other;
        if (one == 0) return std::strong_ordering::equal;
    }
}

NumberRows rows_by_number(const Catalogue::Impl& all, std::string_view typed) {
    const auto rows = all.by_number.span();
    const auto low = std::partition_point(
        rows.begin(), rows.end(), [&](Row row) { return compare_beginning(all.number(row), typed) < 0; });
    const auto high = std::partition_point(
        low, rows.end(), [&](Row row) { return compare_beginning(all.number(row), typed) <= 0; });
    const auto longer = std::partition_point(
        low, high, [&](Row row) { return compare_numbers(all.number(row), typed) <= 0; });
    return {{low, longer}, {low, high}};
}

void each_by_gtin(const Catalogue::Impl& all, std::string_view digits,
                  const std::function<void(std::span<const Row> rows, bool exact)>& visit) {
    if (digits.size() < fewest_digits || digits.size() > most_digits) return;
    std::uint64_t low = 0;
    for (const char c : digits) low = low * 10 + static_cast<std::uint64_t>(c - '0');
    if (low == 0) return;
    const auto rows = all.by_gtin.span();
    auto at = rows.begin();
    std::uint64_t high = low + 1, end = 1;
    for (std::size_t i = 0; i < most_digits; ++i) end *= 10;
    for (bool exact = true; low < end; low *= 10, high *= 10, exact = false) {
        const auto before = [&](std::uint64_t value) {
            return std::partition_point(at, rows.end(), [&](Row row) { return all.gtin[row] < value; });
        };
        const auto first = before(low);
        at = first;
        const auto last = before(high);
        at = last;
        if (first != last) visit({first, last}, exact);
    }
}

}  // namespace makegood::core::catalogue
