// What a recovery took of which rights, as a column: "1 1" (epoch and hub's epoch), then a line for each pot,
// "161 350 2026-11-22 store" (cost, worth, period, key).
#pragma once
#include <string>

#include "app/core/budget/rights_register.hpp"

namespace makegood::db::terminal {

std::string text_of(const core::budget::Taken& taken);
// Throws Contradiction for a text that is none.
core::budget::Taken taken_of(const std::string& text);

}  // namespace makegood::db::terminal
