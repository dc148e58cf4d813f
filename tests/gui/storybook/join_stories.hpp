// The registers and their way to the shop's hub.
#pragma once
#include "tests/gui/storybook/stories.hpp"

namespace makegood::tests::gui {

// Follow add_registers, whose model they begin with.
void add_hub(std::vector<Story>& all, const terminal::presenter::Registers& shared);

}  // namespace makegood::tests::gui
