#include "app/terminal/widgets/keep_together.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace makegood::terminal::widgets {
namespace {

constexpr std::string_view no_break_space = "\u00a0", around = ".,;:!?()\"";

constexpr std::array units{"g",  "kg", "mg", "lb", "lbs", "oz", "ml", "cl", "dl", "l", "L",  "gal",
                           "pt", "qt", "fl", "mm", "cm",  "m",  "in", "ft", "x",  "×", "pc", "pcs",
                           "ct", "pk", "%",  "°C", "ML",  "LT", "OZ", "LB", "KG", "G", "CT", "min"};
constexpr std::array symbols{"€", "£", "¥", "₹", "$", "×", "x"};

std::string_view trimmed(std::string_view word) {
    const auto has_edge = [&](char edge) { return around.find(edge) != std::string_view::npos; };
    while (!word.empty() && has_edge(word.back())) word.remove_suffix(1);
    while (!word.empty() && has_edge(word.front())) word.remove_prefix(1);
    return word;
}

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

// "800", "1.250", "3–4"; nothing that ends a clause.
bool is_number(std::string_view word) {
    return !word.empty() && is_digit(word.back()) && std::any_of(word.begin(), word.end(), is_digit);
}

bool is_currency(std::string_view word) {
    return word.size() == 3 &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool any_of(const auto& known, std::string_view word) {
    return std::find(known.begin(), known.end(), word) != known.end();
}

bool belong_together(std::string_view before, std::string_view after) {
    if (after == "·") return true;  // ends a line, begins none
    const std::string_view next = trimmed(after);
    if (is_number(before) && (any_of(units, next) || is_currency(next) || next == "€")) return true;
    const bool starts_number = !next.empty() && is_digit(next.front());
    return starts_number && (is_currency(before) || any_of(symbols, before));
}

std::string_view last_word(std::string_view text) {
    return text.substr(text.rfind(' ') + 1);
}

}  // namespace

std::string keep_together(const std::string& text) {
    const std::string_view all = text;
    std::string kept;
    kept.reserve(text.size() + 8);
    std::size_t from = 0;
    for (auto at = all.find(' '); at != std::string_view::npos; at = all.find(' ', at + 1)) {
        const std::string_view after = all.substr(at + 1, all.find(' ', at + 1) - at - 1);
        kept.append(all.substr(from, at - from));
        kept.append(belong_together(last_word(all.substr(0, at)), after) ? no_break_space : " ");
        from = at + 1;
    }
    return kept.append(all.substr(from));
}

}  // namespace makegood::terminal::widgets
