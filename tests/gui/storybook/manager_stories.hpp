// What only managers and the owner see.
#pragma once
#include "tests/gui/storybook/stories.hpp"

namespace makegood::tests::gui {

void add_manager(std::vector<Story>& all);

}  // namespace makegood::tests::gui
