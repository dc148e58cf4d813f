// Our own icons, drawn as paths on a grid of 64 with one line width, crisp at every size.
#pragma once
#include <span>
#include <string_view>

typedef struct _cairo cairo_t;

namespace makegood::terminal::widgets {

// shelf, exclamation, gift, clock, barcode, tag, broken-box, hourglass, speech, handshake, truck, card, dots,
// face-mild, face-sad, face-upset, back, check, printer, cloud, rub-out, enter, shift, scissors, person,
// search
std::span<const std::string_view> icon_names();

// Draws into a square with its corner at the origin, in the current source colour. A name that does not exist
// draws three dots.
void draw_icon(cairo_t* cr, std::string_view name, double size);

}  // namespace makegood::terminal::widgets
