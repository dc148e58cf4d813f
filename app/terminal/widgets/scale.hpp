// From a screen's pixels and millimetres to layout units. Screens are laid out in units of the reference
// screen (1280x800 on 10.1 inches) and drawn at `factor` pixels a unit.
#pragma once
#include "app/terminal/widgets/geometry.hpp"

namespace makegood::terminal::widgets {

inline constexpr double reference_pixels_per_mm = 5.884;
inline constexpr double touch_mm = 15;

struct Scale {
    double pixels_per_mm = reference_pixels_per_mm;
    double factor = 1;  // pixels a unit
    Size room;          // the window in units

    // The smallest side of anything pressable, in units: 15 mm, rounded up so that it still is after
    // snapping.
    double touch() const;
};

// Physical size counts: type never gets smaller in millimetres than on the reference screen, and grows with a
// larger screen by two thirds of its growth, the rest is air. Only where the window is too small for all of
// it is the factor lowered (below 1160 x 690 units nothing would fit).
Scale scale_for(Size pixels, double pixels_per_mm);

// Pixels a millimetre of a screen with this diagonal.
double density_of(Size pixels, double diagonal_inches);

}  // namespace makegood::terminal::widgets
