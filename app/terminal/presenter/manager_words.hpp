// The words of the manager's screens, beside screen_words.hpp.
#pragma once
#include <string>
#include <string_view>

#include "app/terminal/presenter/screen_words.hpp"

namespace makegood::terminal::presenter::words {

inline constexpr const char *todays_money = "Today’s money", *rules = "Rules", *causes = "Causes",
                            *registers = "Registers", *manage = "Manage, or sign out",
                            *managers_only = "Those screens are for managers. This is the counter.";

// Today's money
inline constexpr const char *reserved = "Reserved", *likely_of_that = "Likely of that";
std::string given_caption(core::budget::PeriodKind kind);  // "Given today"

}  // namespace makegood::terminal::presenter::words
