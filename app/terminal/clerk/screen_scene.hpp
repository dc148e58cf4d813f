// From what the presenter says to what the window draws: pure, so that tests can measure every screen in
// millimetres without a display.
#pragma once
#include "app/terminal/presenter/view_model.hpp"
#include "app/terminal/widgets/control.hpp"
#include "app/terminal/widgets/scale.hpp"

namespace makegood::terminal::clerk {

// All controls of the screen, in reading order, in units of `scale`. Ids are those of presenter::Touched.
// Accessible names: a tile, choice or key by its words, a card by its action and title ("Give this: Virgin
// coconut oil"), an article by its name; texts that matter (sentence, amounts, money left) are labels.
widgets::Scene compose(const presenter::Screen& screen, const widgets::Scale& scale);

}  // namespace makegood::terminal::clerk
