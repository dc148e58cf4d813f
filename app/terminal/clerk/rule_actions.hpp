// The row of actions under the screens of the owner's rules.
#pragma once
#include "app/terminal/clerk/board.hpp"

namespace makegood::terminal::clerk {

// Side by side, equally wide.
void add_actions(Board& board, const Rect& box, const std::vector<presenter::RuleAction>& actions);

}  // namespace makegood::terminal::clerk
