#include "app/config/toml_edit.hpp"

#include <algorithm>

namespace makegood::config {

using Kind = Value::Kind;

Result<Value> parsed(std::string_view text) {
    Problems problems;
    auto table = parse_toml(text, "The text", problems);
    if (!problems.empty()) return fail(as_error(problems));
    return table;
}

bool is_same(const Value& a, const Value& b) {
    if (a.kind != b.kind || a.text != b.text || a.integer != b.integer || a.yes != b.yes) return false;
    if (a.kind == Kind::number && a.number != b.number) return false;
    if (a.items.size() != b.items.size() || a.entries.size() != b.entries.size()) return false;
    return std::equal(a.items.begin(), a.items.end(), b.items.begin(), is_same) &&
           std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(),
                      [](const auto& x, const auto& y) {
                          return x.first == y.first && is_same(x.second, y.second);
                      });
}

Places::Places(std::string_view text) : text_(text) {
    starts_.push_back(0);
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '\n') starts_.push_back(i + 1);
}

std::size_t Places::start_of(int line) const {
    const auto index = static_cast<std::size_t>(line - 1);
    return index < starts_.size() ? starts_[index] : text_.size();
}

std::size_t Places::at(int line, int column) const {
    std::size_t place = start_of(line);
    for (int i = 1; i < column && place < text_.size(); ++i)
        for (++place; place < text_.size() && (text_[place] & 0xC0) == 0x80;) ++place;
    return place;
}

std::string_view line_end(std::string_view text) {
    const auto end = text.find('\n');
    return end != text.npos && end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
}

std::string with_line(std::string_view text, std::size_t place, const std::string& line) {
    std::string changed(text.substr(0, place));
    if (!changed.empty() && !changed.ends_with('\n')) changed += line_end(text);
    return changed.append(line).append(line_end(text)).append(text.substr(place));
}

int last_line(const Value& table) {
    int line = table.line;
    for (const auto& [name, entry] : table.entries)
        if (entry.kind != Kind::table || entry.in_braces) line = std::max(line, entry.end_line);
    return line;
}

}  // namespace makegood::config
