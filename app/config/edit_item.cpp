#include "app/config/edit_item.hpp"

#include <algorithm>

#include "app/config/edit_document.hpp"

namespace makegood::config {
namespace {

using Kind = Value::Kind;

std::string key_of(std::string_view section, std::string_view id) {
    return std::string(section) + "." + std::string(id);
}

std::string source_of(const Value& value, std::string_view source) {
    const Places places(source);
    const auto begin = places.at(value.line, value.column);
    return std::string(source.substr(begin, places.at(value.end_line, value.end_column) - begin));
}

Value text_value(std::string_view text) {
    Value value;
    value.kind = Kind::text;
    value.text = text;
    return value;
}

// The settings in the order in which they are written.
std::vector<std::pair<std::string, const Value*>> in_order(const Value& table) {
    std::vector<std::pair<std::string, const Value*>> settings;
    for (const auto& [name, value] : table.entries) settings.emplace_back(name, &value);
    std::sort(settings.begin(), settings.end(), [](const auto& one, const auto& other) {
        return std::pair(one.second->line, one.second->column) <
               std::pair(other.second->line, other.second->column);
    });
    return settings;
}

std::string with_item(std::string_view text, std::string_view section, std::string_view id,
                      const Value& wanted, std::string_view source) {
    const std::string end(line_end(text));
    std::string item =
        (text.empty() ? "" : end) + "[[" + std::string(section) + "]]" + end + "id = " + toml_text(id);
    for (const auto& [name, value] : in_order(wanted)) item += end + name + " = " + source_of(*value, source);
    return with_line(text, text.size(), item);
}

// One setting after the other: each keeps its line and its remark.
Result<std::string> changed_item(std::string_view text, const std::string& key, const Value& now,
                                 const Value& wanted, std::string_view source) {
    std::string changed(text);
    for (const auto& [name, value] : in_order(wanted)) {
        const auto old = now.entries.find(name);
        if (old != now.entries.end() && is_same(old->second, *value)) continue;
        auto next = set_value(changed, key + "." + name, source_of(*value, source));
        if (!next) return next;
        changed = std::move(*next);
    }
    for (const auto& [name, value] : now.entries) {
        if (name == "id" || wanted.entries.contains(name)) continue;
        auto next = take_out(changed, key + "." + name);
        if (!next) return next;
        changed = std::move(*next);
    }
    return changed;
}

bool is_comment(std::string_view text, const Places& places, int line) {
    const auto begin = places.start_of(line);
    const auto first = text.find_first_not_of(" \t", begin);
    return first < places.start_of(line + 1) && text[first] == '#';
}

bool is_blank(std::string_view text, const Places& places, int line) {
    const auto begin = places.start_of(line), end = places.start_of(line + 1);
    return begin < end && text.substr(begin, end - begin).find_first_not_of(" \t\r\n") == text.npos;
}

}  // namespace

const Value* item_of(const Value& root, std::string_view section, std::string_view id) {
    const auto found = root.entries.find(std::string(section));
    if (found == root.entries.end()) return nullptr;
    for (const auto& item : found->second.items) {
        const auto name = item.entries.find("id");
        if (name != item.entries.end() && name->second.text == id) return &item;
    }
    return nullptr;
}

Result<std::string> set_item(std::string_view text, std::string_view section, std::string_view id,
                             const Value& wanted, std::string_view source) {
    const std::string key = key_of(section, id);
    if (wanted.entries.contains("id"))
        return fail(ErrorKind::bad_input, key + " has its name already: leave id out of the braces.");
    const auto before = parsed(text);
    if (!before) return fail(before.error());
    const auto* old = item_of(*before, section, id);
    if (old != nullptr) return changed_item(text, key, *old, wanted, source);
    auto changed = with_item(text, section, id, wanted, source);
    Value expected = *before;
    auto& list = expected.entries[std::string(section)];
    list.kind = Kind::list;
    auto& item = list.items.emplace_back(wanted);
    item.entries.emplace("id", text_value(id));
    const auto now = parsed(changed);
    if (!now || !is_same(*now, expected)) return by_hand(key);
    return changed;
}

Result<std::string> take_out_item(std::string_view text, std::string_view section, std::string_view id) {
    const std::string key = key_of(section, id);
    const auto before = parsed(text);
    if (!before) return fail(before.error());
    const auto* old = item_of(*before, section, id);
    if (old == nullptr) return fail(ErrorKind::not_found, "The document has no " + key + ".");
    const Places places(text);
    int first = old->line, behind = last_line(*old) + 1;
    while (first > 1 && is_comment(text, places, first - 1)) --first;
    if (is_blank(text, places, behind)) ++behind;
    auto changed =
        std::string(text).erase(places.start_of(first), places.start_of(behind) - places.start_of(first));
    Value expected = *before;
    auto& items = expected.entries.at(std::string(section)).items;
    items.erase(items.begin() + (old - before->entries.at(std::string(section)).items.data()));
    if (items.empty()) expected.entries.erase(std::string(section));
    const auto now = parsed(changed);
    if (!now || !is_same(*now, expected)) return by_hand(key);
    return changed;
}

tl::unexpected<Error> by_hand(std::string_view key) {
    return fail(ErrorKind::refused,
                "The way in which " + std::string(key) +
                    " is written can't be changed by itself. Change it by hand in the file, "
                    "then publish it with `makegood policy publish FILE`.");
}

}  // namespace makegood::config
