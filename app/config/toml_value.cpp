#include "app/config/toml_value.hpp"

#include <toml++/toml.h>

#include <fstream>
#include <system_error>

#include "app/base/time_values.hpp"
#include "app/config/toml_fault.hpp"

namespace makegood::config {
namespace {

constexpr std::uintmax_t most_bytes = 1024 * 1024;
constexpr int most_faults = 20;  // told at once

Value converted(const toml::node& node) {
    Value value;
    value.line = static_cast<int>(node.source().begin.line);
    value.column = static_cast<int>(node.source().begin.column);
    value.end_line = static_cast<int>(node.source().end.line);
    value.end_column = static_cast<int>(node.source().end.column);
    if (const auto* table = node.as_table()) {
        value.kind = Value::Kind::table;
        value.in_braces = table->is_inline();
        for (const auto& [key, entry] : *table) value.entries.emplace(key.str(), converted(entry));
    } else if (const auto* list = node.as_array()) {
        value.kind = Value::Kind::list;
        for (const auto& item : *list) value.items.push_back(converted(item));
    } else if (const auto* text = node.as_string()) {
        value.kind = Value::Kind::text;
        value.text = text->get();
    } else if (const auto* integer = node.as_integer()) {
        value.kind = Value::Kind::integer;
        value.integer = integer->get();
        value.number = static_cast<double>(value.integer);
    } else if (const auto* number = node.as_floating_point()) {
        value.kind = Value::Kind::number;
        value.number = number->get();
    } else if (const auto* date = node.as_date()) {
        value.kind = Value::Kind::date;
        value.text = base::format_date(CivilDate{std::chrono::year(date->get().year),
                                                 std::chrono::month(date->get().month),
                                                 std::chrono::day(date->get().day)});
    } else if (const auto* yes = node.as_boolean()) {
        value.kind = Value::Kind::yes_no;
        value.yes = yes->get();
    }
    return value;
}

}  // namespace

std::string Value::shown() const {
    switch (kind) {
        case Kind::text:
            return '"' + text + '"';
        case Kind::integer:
            return std::to_string(integer);
        case Kind::number:
            return std::to_string(number);
        case Kind::yes_no:
            return yes ? "true" : "false";
        case Kind::date:
            return text;
        case Kind::list:
            return "a list";
        case Kind::table:
            return "a table";
        case Kind::other:
            return "a date or time";
    }
    return {};
}

Value parse_toml(std::string_view text, const std::string& file, Problems& problems) {
    std::string readable(text);
    for (int faults = 0; faults < most_faults; ++faults) {
        try {
            return converted(toml::parse(readable));
        } catch (const toml::parse_error& fault) {
            const int line = static_cast<int>(fault.source().begin.line);
            problems.push_back({file, line, sentence_of_fault(readable, line, fault.description())});
            if (!blank_out(readable, line)) break;
        }
    }
    Value empty;
    empty.kind = Value::Kind::table;
    return empty;
}

Result<std::string> read_settings_file(const std::filesystem::path& path) {
    std::error_code fault;
    const auto size = std::filesystem::file_size(path, fault);
    if (fault == std::errc::no_such_file_or_directory)
        return fail(ErrorKind::not_found, "There is no file " + path.string() + ".");
    if (std::error_code ignored; std::filesystem::is_directory(path, ignored))
        return fail(ErrorKind::bad_input, path.string() + " is a folder; name a file in it.");
    if (fault == std::errc::not_a_directory)
        return fail(ErrorKind::bad_input,
                    path.parent_path().string() + " is a file, not a folder. Name the folder.");
    if (!fault && size > most_bytes)
        return fail(ErrorKind::bad_input, path.string() + " is too large for a settings file (over 1 MiB).");
    std::ifstream in(path, std::ios::binary);
    std::string text;
    if (!fault && in) text.assign(std::istreambuf_iterator<char>(in), {});
    if (fault || !in)
        return fail(ErrorKind::failed, path.string() + " can't be read. Check that this user may read it.",
                    fault.message());
    return text;
}

}  // namespace makegood::config
