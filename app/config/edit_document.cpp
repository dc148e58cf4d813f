#include "app/config/edit_document.hpp"

#include <algorithm>

#include "app/config/edit_item.hpp"

namespace makegood::config {
namespace {

using Kind = Value::Kind;

// "gesture.coffee.worth" -> where it stands: the table, and the name in it.
struct Target {
    std::string section, id, name;  // id: where there are several of them, [[gesture]] or [[limit]]
    bool is_whole() const { return name.empty(); }
};

bool has_ids(std::string_view section) {
    return section == "gesture" || section == "limit";
}

Result<Target> target_of(std::string_view key) {
    const auto first = key.find('.'), last = key.rfind('.');
    if (first == key.npos || first == 0 || last + 1 == key.size())
        return fail(ErrorKind::bad_input,
                    "\"" + std::string(key.substr(0, 60)) +
                        "\" names no setting; write it like limits.cards. `makegood config explain` "
                        "lists them all.");
    Target target{std::string(key.substr(0, first)), {}, std::string(key.substr(last + 1))};
    if (first != last) target.id = std::string(key.substr(first + 1, last - first - 1));
    if (first == last && has_ids(target.section)) std::swap(target.id, target.name);
    if (!target.id.empty() && !has_ids(target.section))
        return fail(ErrorKind::bad_input, "\"" + std::string(key.substr(0, 60)) +
                                              "\" names no setting; only gestures and limits have three "
                                              "parts: gesture.coffee.worth.");
    return target;
}

// The table that holds the setting; null: it is not there.
const Value* table_of(const Value& root, const Target& target) {
    if (!target.id.empty()) return item_of(root, target.section, target.id);
    const auto found = root.entries.find(target.section);
    return found == root.entries.end() ? nullptr : &found->second;
}

// Whether the changed text says what was said before, but for this one setting.
bool says(std::string_view changed, Value before, const Target& target, const Value* value) {
    const auto now = parsed(changed);
    if (!now) return false;
    auto* table = const_cast<Value*>(table_of(before, target));
    if (table == nullptr) {
        table = &before.entries[target.section];
        table->kind = Kind::table;
    }
    if (value != nullptr)
        table->entries[target.name] = *value;
    else
        table->entries.erase(target.name);
    return is_same(*now, before);
}

std::string with_section(std::string_view text, const Target& target, const std::string& line) {
    const std::string end(line_end(text));
    const std::string begun = (text.empty() ? "" : end) + "[" + target.section + "]" + end;
    return with_line(text, text.size(), begun + line);
}

std::string changed_text(std::string_view text, const Value* table, const Target& target,
                         const std::string& value) {
    const Places places(text);
    const std::string line = target.name + " = " + value;
    if (table == nullptr) return with_section(text, target, line);
    const auto old = table->entries.find(target.name);
    if (old == table->entries.end()) return with_line(text, places.start_of(last_line(*table) + 1), line);
    const auto begin = places.at(old->second.line, old->second.column);
    const auto end = places.at(old->second.end_line, old->second.end_column);
    return std::string(text).replace(begin, end - begin, value);
}

tl::unexpected<Error> not_whole(std::string_view key, const Target& target) {
    return fail(ErrorKind::bad_input, "\"" + std::string(key.substr(0, 60)) + "\" is a whole " +
                                          target.section + ": write all of it in braces, { ... }, or write " +
                                          "which of its settings: " + target.section + ".ID.worth.");
}

}  // namespace

Result<std::string> set_value(std::string_view text, std::string_view key, std::string_view value) {
    const auto target = target_of(key);
    if (!target) return fail(target.error());
    const auto before = parsed(text);
    if (!before) return fail(before.error());
    const std::string alone = "v = " + std::string(value);
    const auto wanted = parsed(alone);
    if (!wanted || wanted->entries.size() != 1 || value.find('\n') != value.npos)
        return fail(ErrorKind::bad_input,
                    "\"" + std::string(value.substr(0, 60)) +
                        "\" is no value on one line; write a number, true, false, or text in quotes.");
    const auto& written = wanted->entries.at("v");
    if (target->is_whole()) {
        if (written.kind != Kind::table) return not_whole(key, *target);
        return set_item(text, target->section, target->id, written, alone);
    }
    const auto* table = table_of(*before, *target);
    if (table == nullptr && !target->id.empty())
        return fail(ErrorKind::not_found, "The document has no " + target->section + " \"" + target->id +
                                              "\". Write it there first, whole, as the shipped files show.");
    // A remark behind the value would swallow what follows it.
    const Places places(alone);
    const auto length = places.at(written.end_line, written.end_column) - 4;
    auto changed = changed_text(text, table, *target, std::string(value.substr(0, length)));
    if (!says(changed, *before, *target, &written)) return by_hand(key);
    return changed;
}

Result<std::string> take_out(std::string_view text, std::string_view key) {
    const auto target = target_of(key);
    if (!target) return fail(target.error());
    if (target->is_whole()) return take_out_item(text, target->section, target->id);
    const auto before = parsed(text);
    if (!before) return fail(before.error());
    const auto* table = table_of(*before, *target);
    const auto old =
        table == nullptr ? std::map<std::string, Value>::const_iterator() : table->entries.find(target->name);
    if (table == nullptr || old == table->entries.end())
        return fail(ErrorKind::not_found,
                    "The document does not set " + std::string(key) + "; it is as shipped already.");
    const Places places(text);
    const auto begin = places.start_of(old->second.line);
    const auto end = places.start_of(old->second.end_line + 1);
    auto changed = std::string(text).erase(begin, end - begin);
    if (!says(changed, *before, *target, nullptr)) return by_hand(key);
    return changed;
}

std::string toml_text(std::string_view text) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out = "\"";
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            out.append({'\\', c});
        else if (code < 0x20 || code == 0x7F)
            out.append("\\u00").append({digits[code >> 4], digits[code & 15]});
        else
            out += c;
    }
    return out + '"';
}

}  // namespace makegood::config
