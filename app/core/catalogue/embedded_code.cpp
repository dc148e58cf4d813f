#include "app/core/catalogue/embedded_code.hpp"

#include <algorithm>
#include <array>

#include "app/base/check.hpp"
#include "app/core/catalogue/gtin.hpp"

namespace makegood::core::catalogue {
namespace {

constexpr std::size_t width = 13;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t count(std::string_view text, char letter) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), letter));
}

bool side_by_side(std::string_view text, char letter) {
    const auto first = text.find(letter);
    return first == text.npos || text.rfind(letter) - first + 1 == count(text, letter);
}

// What is not right about a layout; empty when nothing is.
std::string fault(std::string_view letters) {
    if (letters.size() != width) return "it has " + std::to_string(letters.size()) + " places, not 13";
    for (const char c : letters)
        if (!is_digit(c) && std::string_view("IPWVCX").find(c) == std::string_view::npos)
            return std::string("\"") + c + "\" stands for nothing";
    if (letters[0] != '2' && !letters.starts_with("02")) return "such codes begin with 02 or 2";
    if (letters.back() != 'C' || count(letters, 'C') != 1) return "C belongs at the end, once";
    if (count(letters, 'I') == 0) return "no place is the item's";
    if ((count(letters, 'P') == 0) == (count(letters, 'W') == 0))
        return "it needs a price or a weight, not both";
    for (const char letter : {'I', 'P', 'W', 'V'})
        if (!side_by_side(letters, letter))
            return std::string("the places of ") + letter + " are not side by side";
    const auto measure = count(letters, 'P') + count(letters, 'W');
    if (count(letters, 'V') > 1 || (count(letters, 'V') == 1 && measure != 4 && measure != 5))
        return "a check digit V needs a price or weight of four or five digits";
    return {};
}

std::int64_t value(std::string_view digits) {
    std::int64_t value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

// Thirteen digits, or nothing.
std::string thirteen(std::string_view code) {
    if (code.empty() || !std::all_of(code.begin(), code.end(), is_digit)) return {};
    if (code.size() == width + 1 && code[0] == '0') code.remove_prefix(1);
    if (code.size() == width - 1 && code[0] == '2') return "0" + std::string(code);
    return code.size() == width ? std::string(code) : std::string();
}

// The products that the check digit of a price or weight is made of: of each digit with 2-, 3, 5+ and 5-.
using Products = std::array<int, 10>;
constexpr Products two_minus{0, 2, 4, 6, 8, 9, 1, 3, 5, 7}, three{0, 3, 6, 9, 2, 5, 8, 1, 4, 7},
    five_plus{0, 5, 1, 6, 2, 7, 3, 8, 4, 9}, five_minus{0, 5, 9, 4, 8, 3, 7, 2, 6, 1};

template <std::size_t Places>
int sum(const std::array<const Products*, Places>& weights, std::string_view digits) {
    int sum = 0;
    for (std::size_t at = 0; at < Places; ++at)
        sum += (*weights[at])[static_cast<std::size_t>(digits[at] - '0')];
    return sum;
}

}  // namespace

char value_check_digit(std::string_view digits) {
    MAKEGOOD_CHECK(digits.size() == 4 || digits.size() == 5);
    MAKEGOOD_CHECK(std::all_of(digits.begin(), digits.end(), is_digit));
    if (digits.size() == 4) {
        const std::array weights{&two_minus, &two_minus, &three, &five_minus};
        return static_cast<char>('0' + sum(weights, digits) * 3 % 10);
    }
    const std::array weights{&five_plus, &two_minus, &five_minus, &five_plus, &two_minus};
    const int lacking = (10 - sum(weights, digits) % 10) % 10;
    const auto digit = std::find(five_minus.begin(), five_minus.end(), lacking) - five_minus.begin();
    return static_cast<char>('0' + digit);
}

Result<EmbeddedLayout> EmbeddedLayout::parse(std::string_view text) {
    std::string letters(text);
    std::erase(letters, ' ');
    if (const auto why = fault(letters); !why.empty())
        return fail(ErrorKind::bad_input,
                    "\"" + std::string(text.substr(0, 40)) +
                        "\" is not a layout of a code with a price or weight: " + why +
                        ". Write one letter for each of 13 digits, like 2XIIIIIPPPPPC.",
                    why);
    return EmbeddedLayout(std::move(letters));
}

std::string EmbeddedLayout::digits_of(std::string_view code, char letter) const {
    std::string digits;
    for (std::size_t at = 0; at < width; ++at)
        if (letters_[at] == letter) digits += code[at];
    return digits;
}

std::optional<EmbeddedCode> EmbeddedLayout::read(std::string_view scanned) const {
    const std::string code = thirteen(scanned);
    if (code.empty() || check_digit(code.substr(0, width - 1)) != code.back()) return std::nullopt;
    EmbeddedCode read;
    read.without_value = code;
    for (std::size_t at = 0; at < width; ++at) {
        const char letter = letters_[at];
        if (is_digit(letter) && letter != code[at]) return std::nullopt;
        if (letter == 'P' || letter == 'W' || letter == 'V') read.without_value[at] = '0';
    }
    read.without_value.back() = check_digit(std::string_view(read.without_value).substr(0, width - 1));
    read.item = digits_of(code, 'I');
    const auto price = digits_of(code, 'P'), weight = digits_of(code, 'W'), check = digits_of(code, 'V');
    if (!check.empty() && check[0] != value_check_digit(price + weight)) return std::nullopt;
    if (!price.empty()) read.price = value(price);
    if (!weight.empty()) read.weight_grams = value(weight);
    return read;
}

}  // namespace makegood::core::catalogue
