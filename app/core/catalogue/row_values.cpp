#include "app/core/catalogue/row_values.hpp"

#include <algorithm>

namespace makegood::core::catalogue {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_space(char c) {
    return static_cast<unsigned char>(c) <= ' ';
}

// Cuts `text` at unescaped `separator`s.
std::vector<std::string> split(std::string_view text, std::string_view separator) {
    std::vector<std::string> parts(1);
    while (!text.empty()) {
        const bool escaped = text[0] == '\\' && text.size() > 1;
        if (!separator.empty() && text.starts_with(separator)) {
            parts.emplace_back();
            text.remove_prefix(separator.size());
            continue;
        }
        // What is not this separator keeps its escape for the one that cuts next.
        const bool ours = escaped && !separator.empty() && text.substr(1).starts_with(separator);
        if (ours) text.remove_prefix(1);
        parts.back() += text.substr(0, escaped && !ours ? 2 : 1);
        text.remove_prefix(std::min<std::size_t>(text.size(), escaped && !ours ? 2 : 1));
    }
    return parts;
}

void without_escapes(std::string& word) {
    for (std::size_t i = 0; i + 1 < word.size(); ++i)
        if (word[i] == '\\' && (word[i + 1] == ',' || word[i + 1] == '>' || word[i + 1] == '\\'))
            word.erase(i, 1);
}

// "en:cheese-spreads" -> "cheese spreads".
void from_tag(std::string& word) {
    const bool language = word.size() > 3 && word[2] == ':';
    if (language) word.erase(0, 3);
    std::replace(word.begin(), word.end(), '-', ' ');
}

std::string word_of(const std::string& part, bool tags) {
    std::string word;
    assign_text(part, word);
    without_escapes(word);
    if (tags) from_tag(word);
    return word;
}

std::vector<std::string> path_of(std::string_view cell, const PathShape& shape) {
    std::vector<std::string> words;
    for (const auto& part : split(cell, shape.separator)) {
        std::string word = word_of(part, shape.tags);
        if (!word.empty()) words.push_back(std::move(word));
    }
    return words;
}

}  // namespace

std::string_view trim_cell(std::string_view cell) {
    while (!cell.empty() && is_space(cell.front())) cell.remove_prefix(1);
    while (!cell.empty() && is_space(cell.back())) cell.remove_suffix(1);
    return cell;
}

void assign_text(std::string_view cell, std::string& out) {
    cell = trim_cell(cell);
    bool plain = true;
    for (std::size_t i = 0; i < cell.size() && plain; ++i)
        plain = static_cast<unsigned char>(cell[i]) > ' ' || (cell[i] == ' ' && cell[i - 1] != ' ');
    if (plain) return void(out.assign(cell));
    out.clear();
    for (const char c : cell) {
        if (!is_space(c))
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
}

bool cut_by_spreadsheet(std::string_view cell) {
    const auto e = cell.find_first_of("eE");
    if (e == cell.npos || e == 0 || e + 2 >= cell.size() || cell[e + 1] != '+') return false;
    const auto digit_or_mark = [](char c) { return is_digit(c) || c == '.' || c == ','; };
    return std::all_of(cell.begin(), cell.begin() + static_cast<std::ptrdiff_t>(e), digit_or_mark) &&
           std::all_of(cell.begin() + static_cast<std::ptrdiff_t>(e) + 2, cell.end(), is_digit);
}

std::string_view unprotected(std::string_view cell) {
    if (cell.size() > 3 && cell.starts_with("=\"") && cell.ends_with("\""))
        return cell.substr(2, cell.size() - 3);
    if (cell.starts_with('\'')) cell.remove_prefix(1);
    return trim_cell(cell);
}

std::optional<std::int64_t> read_pieces(std::string_view cell, char decimal_mark) {
    cell = trim_cell(cell);
    const bool negative = cell.starts_with('-');
    if (negative) cell.remove_prefix(1);
    const auto last = cell.find_last_of(".,");
    const bool decimals =
        last != cell.npos && (decimal_mark == 0 ? cell.find(cell[last]) == last : cell[last] == decimal_mark);
    if (decimals && !std::all_of(cell.begin() + static_cast<std::ptrdiff_t>(last) + 1, cell.end(), is_digit))
        return std::nullopt;
    std::int64_t pieces = 0;
    bool any = false;
    for (const char c : cell.substr(0, decimals ? last : cell.npos)) {
        if (c == '.' || c == ',' || c == '\'' || c == ' ') continue;
        if (!is_digit(c)) return std::nullopt;
        pieces = pieces * 10 + (c - '0');
        any = true;
        if (pieces > 1'000'000'000'000) return std::nullopt;
    }
    if (!any && !decimals) return std::nullopt;
    return negative ? 0 : pieces;
}

ReadGtin read_gtin(std::string_view cell) {
    ReadGtin read;
    if (cut_by_spreadsheet(cell)) {
        read.why_not = "a spreadsheet has cut it short; export again, with this column as text";
        return read;
    }
    if (cell.ends_with(".0") || cell.ends_with(",0")) cell.remove_suffix(2);
    const auto parsed = Gtin::parse(cell);
    if (parsed) {
        read.gtin = *parsed;
        return read;
    }
    read.why_not = parsed.error().detail;
    const bool digits = !cell.empty() && std::all_of(cell.begin(), cell.end(), is_digit);
    const bool may_lack_zeros = digits && (cell.size() == 7 || (cell.size() >= 9 && cell.size() <= 11));
    if (!may_lack_zeros) return read;
    const auto restored = Gtin::parse(std::string(cell.size() == 7 ? 1 : 12 - cell.size(), '0').append(cell));
    if (!restored) return read;
    read.gtin = *restored;
    read.zeros_restored = true;
    return read;
}

void read_path(std::string_view cell, const PathShape& shape, std::vector<std::string>& out) {
    std::vector<std::string> longest;
    for (const auto& path : split(cell, shape.alternatives)) {
        auto words = path_of(path, shape);
        if (words.size() > longest.size()) longest = std::move(words);
    }
    for (auto& word : longest) out.push_back(std::move(word));
}

void read_list(std::string_view cell, std::string_view separator, bool tags, std::vector<std::string>& out) {
    for (const auto& part : split(cell, separator)) {
        std::string word = word_of(part, tags);
        for (char& c : word)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (!word.empty() && std::find(out.begin(), out.end(), word) == out.end())
            out.push_back(std::move(word));
    }
}

char shown_mark(std::string_view amount) {
    const auto first = amount.find_first_of(".,"), last = amount.find_last_of(".,");
    if (last == std::string_view::npos) return 0;
    if (first != last) return amount[first] == amount[last] ? '\0' : amount[last];
    return could_be_thousands(amount) ? '\0' : amount[last];
}

bool could_be_thousands(std::string_view amount) {
    const auto first = amount.find_first_of(".,"), last = amount.find_last_of(".,");
    if (last == std::string_view::npos || first != last) return false;
    const auto after = amount.substr(last + 1);
    const auto end = after.find_first_not_of("0123456789");
    return (end == std::string_view::npos ? after.size() : end) == 3;
}

}  // namespace makegood::core::catalogue
