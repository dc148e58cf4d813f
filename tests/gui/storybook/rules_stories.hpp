// The owner's rules: what may be changed, tried out, saved and put back.
#pragma once
#include "tests/gui/storybook/stories.hpp"

namespace makegood::tests::gui {

void add_rules(std::vector<Story>& all);

}  // namespace makegood::tests::gui
