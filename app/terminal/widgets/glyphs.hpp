// Draws set text from glyphs that were rendered before, at quarters of a pixel: this cairo would move glyphs
// to whole pixels, which makes the spacing uneven, and filling their outlines each time costs most of a
// frame.
#pragma once
#include "app/terminal/widgets/theme.hpp"

typedef struct _cairo cairo_t;
typedef struct _PangoLayout PangoLayout;

namespace makegood::terminal::widgets {

// The layout's top left at (x, y) of the user space, which may be moved and scaled but not turned; `scale`:
// units of the user space a unit of the layout. GUI thread.
void draw_glyphs(cairo_t* cr, PangoLayout* layout, double x, double y, double scale, Color color);

}  // namespace makegood::terminal::widgets
