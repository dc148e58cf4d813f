#include "app/config/mapping.hpp"

#include <algorithm>
#include <array>

#include "app/config/section.hpp"
#include "app/config/toml_value.hpp"
#include "app/core/catalogue/row_binding.hpp"
#include "app/core/catalogue/sales_row.hpp"

namespace makegood::config {
namespace {

using core::catalogue::Mapping;

constexpr std::array<std::string_view, 4> prefixed = {"name", "brand", "tier", "place"};
constexpr std::array<std::string_view, 7> receipt_keys = {"name",      "recognise", "columns",    "constants",
                                                          "separator", "encoding",  "meaningless"};
constexpr std::array<std::string_view, 19> keys = {"name",
                                                   "recognise",
                                                   "columns",
                                                   "constants",
                                                   "prefixes",
                                                   "category_separator",
                                                   "category_alternatives",
                                                   "list_separator",
                                                   "tags",
                                                   "decimal_mark",
                                                   "cost_of_price",
                                                   "separator",
                                                   "encoding",
                                                   "skip_when_empty",
                                                   "skip_values",
                                                   "meaningless",
                                                   "group",
                                                   "fill_down",
                                                   "location"};

// Reads the keys of one mapping file; what can't be used becomes a problem.
class MappingReader {
  public:
    MappingReader(const Value& file, MappingOf what, Problems& problems, const std::string& name)
        : file_(file), of_receipts_(what == MappingOf::receipts), problems_(problems), name_(name) {}

    Mapping read() {
        check_keys(file_, of_receipts_ ? std::span<const std::string_view>(receipt_keys) : keys);
        Mapping mapping;
        text("name", mapping.name);
        if (mapping.name.empty()) mapping.name = std::filesystem::path(name_).stem().string();
        texts("recognise", mapping.recognise);
        text("category_separator", mapping.category_separator);
        text("category_alternatives", mapping.category_alternatives);
        text("list_separator", mapping.list_separator);
        text("skip_when_empty", mapping.skip_when_empty);
        text("group", mapping.group);
        text("location", mapping.location);
        texts("meaningless", mapping.meaningless);
        texts("fill_down", mapping.fill_down);
        if (const auto* tags = find("tags", Value::Kind::yes_no, "true or false")) mapping.tags = tags->yes;
        one_of("separator", {"comma", "semicolon", "tab", "bar"}, {",", ";", "\t", "|"}, mapping.separator);
        one_of("encoding", {"utf-8", "windows-1252"}, {"utf-8", "windows-1252"}, mapping.encoding);
        std::string mark;
        one_of("decimal_mark", {".", ","}, {".", ","}, mark);
        if (!mark.empty()) mapping.decimal_mark = mark[0];
        cost_of_price(mapping);
        columns(mapping);
        constants(mapping);
        prefixes(mapping);
        skip_values(mapping);
        return mapping;
    }

  private:
    std::span<const std::string_view> fields() const {
        if (of_receipts_) return core::catalogue::sales_field_names;
        return core::catalogue::field_names;
    }

    void problem(int line, std::string sentence) { problems_.push_back({name_, line, std::move(sentence)}); }

    void check_keys(const Value& table, std::span<const std::string_view> known) {
        for (const auto& [key, value] : table.entries)
            if (std::find(known.begin(), known.end(), key) == known.end())
                problem(value.line, "There is no key \"" + key + "\" here." + did_you_mean(key, known));
    }

    const Value* find(const std::string& key, Value::Kind kind, const std::string& wanted) {
        const auto found = file_.entries.find(key);
        if (found == file_.entries.end()) return nullptr;
        if (found->second.kind == kind) return &found->second;
        problem(found->second.line, key + " must be " + wanted + ".");
        return nullptr;
    }

    void text(const std::string& key, std::string& target) {
        if (const auto* value = find(key, Value::Kind::text, "a text in quotes")) target = value->text;
    }

    bool texts_of(const Value& value, std::vector<std::string>& target) {
        if (value.kind == Value::Kind::text) return target.push_back(value.text), true;
        if (value.kind != Value::Kind::list) return false;
        for (const auto& item : value.items) {
            if (item.kind != Value::Kind::text) return false;
            target.push_back(item.text);
        }
        return true;
    }

    void texts(const std::string& key, std::vector<std::string>& target) {
        const auto found = file_.entries.find(key);
        if (found == file_.entries.end()) return;
        if (!texts_of(found->second, target))
            problem(found->second.line, key + " must be a list of texts, like [\"SKU\", \"Title\"].");
    }

    void one_of(const std::string& key, std::initializer_list<std::string_view> words,
                std::initializer_list<std::string_view> meanings, std::string& target) {
        const auto* value = find(key, Value::Kind::text, "a text in quotes");
        if (value == nullptr) return;
        for (std::size_t i = 0; i < words.size(); ++i)
            if (words.begin()[i] == value->text) return void(target = meanings.begin()[i]);
        problem(value->line, "\"" + value->text + "\" is not a " + key + "." +
                                 did_you_mean(value->text, std::span(words.begin(), words.size())));
    }

    void cost_of_price(Mapping& mapping) {
        const auto* value = find("cost_of_price", Value::Kind::text, "a share like \"70 %\"");
        if (value == nullptr) return;
        mapping.cost_of_price = read_percent(value->text);
        const bool sensible = mapping.cost_of_price && *mapping.cost_of_price >= Percent::whole(0) &&
                              *mapping.cost_of_price <= Percent::whole(200);
        if (!sensible) problem(value->line, "cost_of_price must be a share like \"70 %\".");
    }

    void columns(Mapping& mapping) {
        const auto* table = find("columns", Value::Kind::table, "a table");
        if (table == nullptr)
            return problem(0, "It has no table [columns] that says which column holds what.");
        check_keys(*table, fields());
        for (const auto& [field, value] : table->entries)
            if (!texts_of(value, mapping.columns[field]))
                problem(value.line, field + " must name a column, or a list of columns.");
    }

    void constants(Mapping& mapping) {
        const auto* table = find("constants", Value::Kind::table, "a table");
        if (table == nullptr) return;
        check_keys(*table, fields());
        for (const auto& [field, value] : table->entries) {
            if (value.kind == Value::Kind::text || value.kind == Value::Kind::integer)
                mapping.constants[field] =
                    value.kind == Value::Kind::text ? value.text : std::to_string(value.integer);
            else
                problem(value.line, field + " must be a text in quotes or a whole number.");
        }
    }

    void prefixes(Mapping& mapping) {
        const auto* table = find("prefixes", Value::Kind::table, "a table");
        if (table == nullptr) return;
        check_keys(*table, prefixed);
        for (const auto& [field, value] : table->entries) {
            if (value.kind == Value::Kind::text)
                mapping.prefixes[field] = value.text;
            else
                problem(value.line, field + " must be a text in quotes.");
        }
    }

    void skip_values(Mapping& mapping) {
        const auto* table = find("skip_values", Value::Kind::table, "a table");
        if (table == nullptr) return;
        for (const auto& [column, value] : table->entries)
            if (!texts_of(value, mapping.skip_values[column]))
                problem(value.line, "\"" + column + "\" must be a text or a list of texts.");
    }

    const Value& file_;
    const bool of_receipts_;
    Problems& problems_;
    const std::string& name_;
};

}  // namespace

Result<Mapping> parse_mapping(std::string_view text, const std::string& file, MappingOf what) {
    Problems problems;
    const Value table = parse_toml(text, file, problems);
    if (!problems.empty()) return fail(as_error(problems, "they are told once this is mended"));
    auto mapping = MappingReader(table, what, problems, file).read();
    if (!problems.empty()) return fail(as_error(problems, "they are told once this is mended"));
    return mapping;
}

Result<Mapping> load_mapping(const std::filesystem::path& file, MappingOf what) {
    const auto text = read_settings_file(file);
    if (!text) return fail(text.error());
    return parse_mapping(*text, file.string(), what);
}

Result<std::vector<Mapping>> load_presets(const std::filesystem::path& folder, MappingOf what) {
    std::vector<std::filesystem::path> files;
    std::error_code trouble;
    for (std::filesystem::directory_iterator at(folder, trouble), end; !trouble && at != end;
         at.increment(trouble))
        if (at->path().extension() == ".toml") files.push_back(at->path());
    std::sort(files.begin(), files.end());
    std::vector<Mapping> presets;
    for (const auto& file : files) {
        auto preset = load_mapping(file, what);
        if (!preset) return fail(preset.error());
        presets.push_back(std::move(*preset));
    }
    return presets;
}

}  // namespace makegood::config
