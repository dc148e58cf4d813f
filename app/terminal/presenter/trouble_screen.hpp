// What is shown instead of the counter when the register can't be opened.
#pragma once
#include "app/base/result.hpp"
#include "app/terminal/presenter/view_model.hpp"

namespace makegood::terminal::presenter {

// Touched "again" and "close". trying: it is being opened once more.
Screen trouble_screen(const Error& error, bool trying);

// Somebody else holds the folder and will let go of it: no person has to ask again.
bool passes_by_itself(const Error& error);

}  // namespace makegood::terminal::presenter
