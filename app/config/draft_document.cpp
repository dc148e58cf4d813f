#include "app/config/draft_document.hpp"

#include <algorithm>
#include <span>

#include "app/config/edit_document.hpp"
#include "app/config/toml_edit.hpp"

namespace makegood::config {
namespace {

std::string unquoted(std::string text) {
    if (text.size() < 2 || text.front() != '"' || text.back() != '"') return text;
    return text.substr(1, text.size() - 2);
}

// "limits.cards"; null: the file does not set it.
const Value* entry_of(const Value& file, std::string_view key) {
    const auto dot = key.find('.');
    const auto section = file.entries.find(std::string(key.substr(0, dot)));
    if (dot == key.npos || section == file.entries.end()) return nullptr;
    const auto entry = section->second.entries.find(std::string(key.substr(dot + 1)));
    return entry == section->second.entries.end() ? nullptr : &entry->second;
}

std::string written_in(const std::vector<Value>& files, std::string_view key) {
    std::string written;
    for (const auto& file : files)
        if (const auto* entry = entry_of(file, key)) written = unquoted(entry->shown());
    return written;
}

// What is listed under another name than it is set by.
std::string listed_as(std::string_view key) {
    return key == "money.usual_gift" ? "usual_gift" : std::string(key);
}

DraftValue value_of(std::string_view key, const std::vector<Value>& shipped, const Value& own,
                    const Reading& reading) {
    DraftValue read{.shipped = written_in(shipped, key), .own = entry_of(own, key) != nullptr};
    read.written = read.own ? written_in({own}, key) : read.shipped;
    if (const auto now = reading.effective.find(listed_as(key)); now != reading.effective.end())
        read.value = unquoted(now->second.value);
    return read;
}

std::span<const Value> limit_tables(const Value& own) {
    const auto found = own.entries.find("limit");
    return found == own.entries.end() ? std::span<const Value>() : found->second.items;
}

std::vector<DraftLimit> limits_of(const Value& own) {
    std::vector<DraftLimit> limits;
    for (const auto& table : limit_tables(own)) {
        auto& limit = limits.emplace_back();
        for (const auto& [name, value] : table.entries) limit.settings[name] = unquoted(value.shown());
        const auto each = table.entries.find("each");
        if (each == table.entries.end()) continue;
        if (each->second.kind == Value::Kind::text) limit.each = {each->second.text};
        for (const auto& word : each->second.items) limit.each.push_back(word.text);
    }
    return limits;
}

// To the setting on whose line it stands, or the limit.
void tell(const Problem& problem, const Value& own, ReadDraft& draft) {
    for (auto& [key, value] : draft.values) {
        const auto* entry = entry_of(own, key);
        if (entry == nullptr || entry->line != problem.line) continue;
        if (value.problem.empty()) value.problem = problem.sentence;
        return;
    }
    const auto tables = limit_tables(own);
    for (std::size_t i = 0; i < tables.size(); ++i) {
        if (problem.line < tables[i].line || problem.line > last_line(tables[i])) continue;
        if (draft.limits[i].problem.empty()) draft.limits[i].problem = problem.sentence;
        return;
    }
    draft.problems.push_back(problem.text());
}

}  // namespace

Result<std::string> with_changes(std::string text, const Changes& changes) {
    for (const auto& [key, value] : changes) {
        auto changed = value ? set_value(text, key, *value) : take_out(text, key);
        if (!changed && !value && changed.error().kind == ErrorKind::not_found) continue;
        if (!changed) return changed;
        text = std::move(*changed);
    }
    return text;
}

Result<ReadDraft> read_draft(const Document& document, const std::filesystem::path& shipped,
                             const Currency& currency, std::span<const std::string_view> keys) {
    auto files = policy_texts(policy_files(shipped / "policy"));
    if (!files) return fail(files.error());
    Problems ignored;
    std::vector<Value> below;
    for (const auto& [name, text] : *files) below.push_back(parse_toml(text, name, ignored));
    const Value own = parse_toml(document.text, document.name, ignored);
    files->emplace_back(document.name, document.text);
    Reading reading;
    reading.amounts.currency = currency;
    auto settings = read_policy(*files, reading);
    ReadDraft draft{.limits = limits_of(own)};
    for (const auto key : keys) draft.values.emplace(key, value_of(key, below, own, reading));
    for (const auto& problem : reading.problems) tell(problem, own, draft);
    if (settings) draft.settings = std::move(*settings);
    return draft;
}

}  // namespace makegood::config
