// One offer as a card that is pressed as a whole.
#pragma once
#include "app/terminal/clerk/board.hpp"

namespace makegood::terminal::clerk {

// busy: a card was touched and the answer is not there yet; the card keeps its place and looks it.
void add_offer_card(Board& board, const Rect& box, const presenter::Card& card, bool busy);

}  // namespace makegood::terminal::clerk
