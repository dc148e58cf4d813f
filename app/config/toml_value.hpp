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
    enum class Kind : std::uint8_t { text, integer, number, yes_no, list, table, other };
    Kind kind = Kind::other;
    int line = 0;
    std::string text;
    std::int64_t integer = 0;
    double number = 0;  // of an integer as well
    bool yes = false;
    std::vector<Value> items;              // of a list
    std::map<std::string, Value> entries;  // of a table
    // As it would stand in a file: "3", "\"2.50\"".
    std::string shown() const;
};

// `file` is the name for people. On a fault of form the table is empty and the problem is added.
Value parse_toml(std::string_view text, const std::string& file, Problems& problems);

// The bytes of a settings file: not_found, failed (can't be read), bad_input (over 1 MiB).
Result<std::string> read_settings_file(const std::filesystem::path& path);

}  // namespace makegood::config
