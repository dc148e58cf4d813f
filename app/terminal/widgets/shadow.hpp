// The one soft shadow. Its frame is rendered once for each radius and stretched to every panel.
#pragma once
#include "app/terminal/widgets/geometry.hpp"
#include "app/terminal/widgets/theme.hpp"

typedef struct _cairo cairo_t;

namespace makegood::terminal::widgets {

// How far a shadow reaches beyond its panel, in units.
inline constexpr double shadow_reach = 22;

// Around a panel that will cover the middle; `box` in units, on whole pixels at `factor` pixels a unit.
void draw_shadow(cairo_t* cr, const Rect& box, double radius, double factor, Color color);

}  // namespace makegood::terminal::widgets
