#include <algorithm>
#include <array>
#include <cctype>

#include "app/base/money.hpp"

namespace makegood::base {
namespace {

// What people write beside an amount, and the currencies that they may mean by it.
struct Mark {
    std::string_view mark, codes;
};
constexpr Mark marks[] = {{"US$", "USD"},
                          {"C$", "CAD"},
                          {"CA$", "CAD"},
                          {"A$", "AUD"},
                          {"AU$", "AUD"},
                          {"NZ$", "NZD"},
                          {"HK$", "HKD"},
                          {"S$", "SGD"},
                          {"R$", "BRL"},
                          {"$",
                           "USD CAD AUD NZD HKD SGD MXN ARS CLP COP UYU BBD BMD BND BSD BZD DOP FJD GYD "
                           "JMD KYD LRD NAD SBD SRD TTD TWD XCD"},
                          {"€", "EUR"},
                          {"£", "GBP EGP FKP GIP LBP SDG SHP SSP SYP"},
                          {"¥", "JPY CNY"},
                          {"￥", "JPY CNY"},
                          {"円", "JPY"},
                          {"元", "CNY"},
                          {"₹", "INR"},
                          {"Rs.", "INR PKR LKR NPR MUR SCR"},
                          {"Rs", "INR PKR LKR NPR MUR SCR"},
                          {"₩", "KRW KPW"},
                          {"₽", "RUB"},
                          {"₺", "TRY"},
                          {"₴", "UAH"},
                          {"₪", "ILS"},
                          {"₫", "VND"},
                          {"฿", "THB"},
                          {"₱", "PHP"},
                          {"₦", "NGN"},
                          {"₡", "CRC"},
                          {"₸", "KZT"},
                          {"zł", "PLN"},
                          {"Kč", "CZK"},
                          {"Ft", "HUF"},
                          {"kr.", "DKK SEK NOK ISK"},
                          {"kr", "DKK SEK NOK ISK"},
                          {"SFr.", "CHF"},
                          {"Fr.", "CHF"},
                          {"Fr", "CHF"},
                          {"lei", "RON MDL"},
                          {"лв", "BGN"},
                          {"RM", "MYR"},
                          {"Rp", "IDR"},
                          {"R", "ZAR"}};

constexpr std::string_view blanks[] = {" ", "\t", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\xE2\x80\x87"};
constexpr std::string_view apostrophes[] = {"'", "\xE2\x80\x99"};
constexpr std::string_view minus_signs[] = {"-", "\xE2\x88\x92"};

template <std::size_t size>
std::size_t starts_with_any(std::string_view text, const std::string_view (&all)[size]) {
    for (const auto each : all)
        if (text.starts_with(each)) return each.size();
    return 0;
}
template <std::size_t size>
std::size_t ends_with_any(std::string_view text, const std::string_view (&all)[size]) {
    for (const auto each : all)
        if (text.ends_with(each)) return each.size();
    return 0;
}

std::string_view trim(std::string_view text) {
    const auto plain = [](char c) { return c > ' ' && c <= '~'; };  // a byte above may begin a wide blank
    if (!text.empty() && plain(text.front()) && plain(text.back())) return text;
    while (const auto size = starts_with_any(text, blanks)) text.remove_prefix(size);
    while (const auto size = ends_with_any(text, blanks)) text.remove_suffix(size);
    return text;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Takes one sign of `currency` off the front or the back; false when the sign is another currency's.
bool take_mark(std::string_view& text, const Currency& currency) {
    const auto code_like = [&](std::string_view word) {
        for (const char c : word)
            if (!is_letter(c)) return false;
        return word.size() == 3;
    };
    const auto same = [&](std::string_view word) {
        for (std::size_t i = 0; i < 3; ++i)
            if (std::toupper(static_cast<unsigned char>(word[i])) != currency.code()[i]) return false;
        return true;
    };
    const auto head = text.substr(0, 3);
    const auto tail = text.size() > 3 ? text.substr(text.size() - 3) : std::string_view();
    if (code_like(head) && same(head)) return text.remove_prefix(3), true;
    if (code_like(tail) && same(tail)) return text.remove_suffix(3), true;
    for (const auto& [mark, codes] : marks) {
        const bool front = text.starts_with(mark), back = text.ends_with(mark);
        if (!front && !back) continue;
        if (codes.find(currency.code()) == codes.npos) return false;
        front ? text.remove_prefix(mark.size()) : text.remove_suffix(mark.size());
        return true;
    }
    return !code_like(head) && !code_like(tail);
}

// Digits and marks only: thousands written with a blank or an apostrophe become `'`.
struct Body {
    std::array<char, 40> text;
    std::size_t size = 0;
    std::string_view view() const { return {text.data(), size}; }
};

bool collect(std::string_view text, Body& body) {
    while (!text.empty()) {
        std::size_t taken = 1;
        char c = text[0];
        if (!is_digit(c) && c != '.' && c != ',') {
            taken = std::max(starts_with_any(text, blanks), starts_with_any(text, apostrophes));
            c = '\'';
        }
        if (taken == 0) return false;
        if (body.size == body.text.size()) return false;
        body.text[body.size++] = c;
        text.remove_prefix(taken);
    }
    return body.size > 0;
}

// The character that begins the decimals, or 0 when there are none.
char find_decimal_mark(std::string_view body, int exponent) {
    const auto last = body.find_last_of(".,");
    if (last == body.npos) return 0;
    const char mark = body[last];
    const char other = mark == '.' ? ',' : '.';
    const bool alone = body.find(mark) == last;
    if (!alone) return 0;
    if (body.find(other) != body.npos || body.find('\'') != body.npos) return mark;
    const bool three_follow = body.size() - last - 1 == 3;
    const bool group_before = last >= 1 && last <= 3 && body[0] != '0';
    return three_follow && group_before && exponent != 3 ? 0 : mark;
}

// Thousands marks are of one kind and stand before exactly three digits; India groups by two further up.
bool groups_well(std::string_view whole) {
    char kind = 0;
    std::size_t since = 0, position = 0;
    for (auto i = whole.size(); i-- > 0;) {
        if (is_digit(whole[i])) {
            ++since;
            continue;
        }
        if (kind != 0 && whole[i] != kind) return false;
        kind = whole[i];
        const bool well = position == 0 ? since == 3 : since == 3 || since == 2;
        if (!well) return false;
        since = 0, ++position;
    }
    return kind == 0 || (since >= 1 && since <= 3);
}

enum class Reading : std::uint8_t { exact, rounded, not_an_amount, too_large };

Reading read_digits(std::string_view body, char mark, int exponent, std::int64_t& units) {
    const auto split = mark == 0 ? body.npos : body.find(mark);
    const auto whole = body.substr(0, split);
    const auto decimals = split == body.npos ? std::string_view() : body.substr(split + 1);
    if (!groups_well(whole)) return Reading::not_an_amount;
    units = 0;
    std::size_t digits = 0;
    const auto add = [&](char c) {
        ++digits;
        units = units * 10 + (c - '0');
        return units <= money_limit;
    };
    for (const char c : whole)
        if (is_digit(c) && !add(c)) return Reading::too_large;
    for (int i = 0; i < exponent; ++i) {
        const bool there = static_cast<std::size_t>(i) < decimals.size();
        if (there && !is_digit(decimals[i])) return Reading::not_an_amount;
        if (!add(there ? decimals[i] : '0')) return Reading::too_large;
        if (!there) --digits;
    }
    bool lost = false;
    for (std::size_t i = exponent; i < decimals.size(); ++i) {
        if (!is_digit(decimals[i])) return Reading::not_an_amount;
        lost = lost || decimals[i] != '0';
        ++digits;
    }
    if (digits == 0) return Reading::not_an_amount;
    if (decimals.size() > static_cast<std::size_t>(exponent) && decimals[exponent] >= '5') ++units;
    return lost ? Reading::rounded : Reading::exact;
}

tl::unexpected<Error> not_an_amount(std::string_view text, const Currency& currency) {
    return fail(ErrorKind::bad_input, "\"" + std::string(text.substr(0, 40)) + "\" is not an amount in " +
                                          currency.code() + "; write it like " +
                                          format_plain(Money::minor(1234), currency) + ".");
}

}  // namespace

Result<RoundedMoney> parse_money_rounded(std::string_view text, const Currency& currency, char decimal_mark) {
    std::string_view rest = trim(text);
    const auto take_minus = [&] {
        const auto size = starts_with_any(rest, minus_signs);
        rest = trim(rest.substr(size));
        return size > 0;
    };
    // Plain digits, as nearly all files have them, carry no sign to look for.
    const bool bare = !rest.empty() && is_digit(rest.front()) && is_digit(rest.back());
    bool negative = take_minus();
    if (!bare) {
        if (!take_mark(rest, currency)) return not_an_amount(text, currency);
        rest = trim(rest);
        if (!negative) negative = take_minus();
    }
    Body body;
    if (!collect(rest, body)) return not_an_amount(text, currency);
    const char mark = decimal_mark != 0 ? decimal_mark : find_decimal_mark(body.view(), currency.exponent());
    std::int64_t units = 0;
    switch (read_digits(body.view(), mark, currency.exponent(), units)) {
        case Reading::exact:
            return RoundedMoney{Money::minor(negative ? -units : units), false};
        case Reading::rounded:
            return RoundedMoney{Money::minor(negative ? -units : units), true};
        case Reading::not_an_amount:
            return not_an_amount(text, currency);
        case Reading::too_large:
            break;
    }
    return fail(ErrorKind::bad_input,
                "\"" + std::string(text.substr(0, 40)) +
                    "\" is more than this register can count; check for digits too many.");
}

Result<Money> parse_money(std::string_view text, const Currency& currency, char decimal_mark) {
    const auto read = parse_money_rounded(text, currency, decimal_mark);
    if (!read) return fail(read.error());
    if (!read->rounded) return read->amount;
    return fail(ErrorKind::bad_input, "\"" + std::string(text.substr(0, 40)) + "\" has more decimals than " +
                                          currency.code() + " has; round it to " +
                                          format_plain(read->amount, currency) + " if that is meant.");
}

}  // namespace makegood::base
