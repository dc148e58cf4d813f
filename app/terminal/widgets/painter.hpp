// Draws a scene with cairo: the same strokes on the window and in the storybook's pictures.
#pragma once
#include <string>

#include "app/terminal/widgets/control.hpp"
#include "app/terminal/widgets/theme.hpp"

namespace makegood::terminal::widgets {

// What a finger and the keyboard point at; empty: nothing.
struct Attention {
    std::string pressed, focused;
};

// Draws what lies in the clip of `cr`, at `factor` pixels a unit.
void paint(cairo_t* cr, const Scene& scene, const Theme& theme, double factor, const Attention& attention);

// Makes the outline of a rounded box the path; the radius is at most what the box has room for.
void round_path(cairo_t* cr, const Rect& box, double wanted_radius);

}  // namespace makegood::terminal::widgets
