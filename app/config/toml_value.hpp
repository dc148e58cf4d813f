// A TOML 1.0 file as plain values that know their line.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/config/problem.hpp"

namespace makegood::config {

struct Value {
    enum class Kind : std::uint8_t { text, integer, number, yes_no, date, list, table, other };
    Kind kind = Kind::other;
    int line = 0;
    // Where it stands in the text: from 1, columns in letters, the end is behind its last letter. Of a table
    // its header.
    int column = 0, end_line = 0, end_column = 0;
    bool in_braces = false;  // a table written as { ... }
    std::string text;        // of a date: "2026-01-05"
    std::int64_t integer = 0;
    double number = 0;  // of an integer as well
    bool yes = false;
    std::vector<Value> items;              // of a list
    std::map<std::string, Value> entries;  // of a table
    // As it would stand in a file: "3", "\"2.50\"".
    std::string shown() const;
};

// `file` is the name for people. Faults of form are added to the problems, each with its line; what stands
// beside them is read all the same, where it is clear what it means, else the table is empty.
Value parse_toml(std::string_view text, const std::string& file, Problems& problems);

// The bytes of a settings file: not_found, failed (can't be read), bad_input (over 1 MiB).
Result<std::string> read_settings_file(const std::filesystem::path& path);

}  // namespace makegood::config
