// Keeps a number and what it counts on one line. Pure.
#pragma once
#include <string>

namespace makegood::terminal::widgets {

// The text with no-break spaces between a number and its unit ("800 ml", "12 %", "3 x 500 ml", "1.250 KWD")
// and between a currency and its amount ("CHF 4.10", "€ 5"), and before a dot that parts. Words stay words:
// "14 there" may still part.
std::string keep_together(const std::string& text);

}  // namespace makegood::terminal::widgets
