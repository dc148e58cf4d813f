#pragma once
#include "tests/gui/storybook/stories.hpp"

namespace makegood::tests::gui {

// The manager's screens beside each other, none of them marked.
std::vector<terminal::presenter::SectionTab> section_tabs();
// `section`: the one that is marked; empty: a screen behind one of them.
terminal::presenter::Screen managers(decltype(terminal::presenter::Screen::body) body, std::string title,
                                     const std::string& section = {});

// Today's money and the rules, their extremes included.
void add_money(std::vector<Story>& all);
void add_registers(std::vector<Story>& all);

}  // namespace makegood::tests::gui
