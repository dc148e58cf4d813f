#include "app/terminal/widgets/scale.hpp"

#include <cmath>

namespace makegood::terminal::widgets {
namespace {
constexpr Size reference{1280, 800}, smallest{1160, 690};
}

double Scale::touch() const {
    return std::ceil(touch_mm * pixels_per_mm / factor + 0.5);
}

Scale scale_for(Size pixels, double pixels_per_mm) {
    const double physical = pixels_per_mm / reference_pixels_per_mm;
    const double filling = std::min(pixels.width / reference.width, pixels.height / reference.height);
    double factor = physical;
    if (filling > physical) factor = std::cbrt(physical * filling * filling);
    factor = std::min({factor, pixels.width / smallest.width, pixels.height / smallest.height});
    return {pixels_per_mm, factor, {pixels.width / factor, pixels.height / factor}};
}

double density_of(Size pixels, double diagonal_inches) {
    return std::hypot(pixels.width, pixels.height) / (diagonal_inches * 25.4);
}

}  // namespace makegood::terminal::widgets
