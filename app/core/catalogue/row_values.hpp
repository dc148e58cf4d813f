// The cells of an export file made into values: plain text, counts, paths, lists, barcodes.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/core/catalogue/gtin.hpp"

namespace makegood::core::catalogue {

std::string_view trim_cell(std::string_view cell);
// One line: control characters and runs of spaces become one space.
void assign_text(std::string_view cell, std::string& out);
// "1.23E+10": a long number that a spreadsheet has cut short.
bool cut_by_spreadsheet(std::string_view cell);
// A number as a spreadsheet protects it from itself: without a leading apostrophe or ="…".
std::string_view unprotected(std::string_view cell);

// Whole pieces, rounded down, never below zero. nullopt when it is not a number.
std::optional<std::int64_t> read_pieces(std::string_view cell, char decimal_mark);

// '.' or ',' where an amount shows which one is its decimal mark: two different marks, or one that is not
// followed by exactly three digits. 0 where it does not.
char shown_mark(std::string_view amount);
// One mark followed by exactly three digits: "5.990" may be 5.99 or 5990.
bool could_be_thousands(std::string_view amount);

struct ReadGtin {
    std::optional<Gtin> gtin;
    bool zeros_restored = false;
    std::string why_not;  // when there is none
};
// Puts back leading zeros where the check digit proves it.
ReadGtin read_gtin(std::string_view cell);

struct PathShape {
    std::string_view separator, alternatives;
    bool tags = false;
};
// Appends the words of a path like "Food > Snacks"; "\>" and "\," stand for themselves.
void read_path(std::string_view cell, const PathShape& shape, std::vector<std::string>& out);
// Lower-case words of a list, each once.
void read_list(std::string_view cell, std::string_view separator, bool tags, std::vector<std::string>& out);

}  // namespace makegood::core::catalogue
