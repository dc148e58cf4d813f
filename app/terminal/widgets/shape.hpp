// What a control looks like: a few drawn shapes, as values, so that two scenes can be compared.
#pragma once
#include <memory>
#include <string>
#include <variant>

#include "app/base/bitmap.hpp"
#include "app/terminal/widgets/geometry.hpp"
#include "app/terminal/widgets/text.hpp"
#include "app/terminal/widgets/theme.hpp"

namespace makegood::terminal::widgets {

struct Panel {
    Rect box;
    double radius = corner::card;
    Paint fill = Paint::surface;
    Paint border = Paint::none;
    double border_width = 0;
    bool raised = false;  // the one soft shadow
    friend bool operator==(const Panel&, const Panel&) = default;
};

struct Text {
    Rect box;
    std::string text;
    TextStyle style;
    friend bool operator==(const Text&, const Text&) = default;
};

struct Icon {
    Rect box;          // square
    std::string name;  // see icons.hpp
    Paint paint = Paint::accent;
    friend bool operator==(const Icon&, const Icon&) = default;
};

// A track, filled from the left: spent solid, reserved hatched. Shares of the whole, 0..1.
struct Meter {
    Rect box;
    double spent = 0, reserved = 0;
    friend bool operator==(const Meter&, const Meter&) = default;
};

// A piece of paper as the printer got it, scaled to the box.
struct Paper {
    Rect box;
    std::shared_ptr<const Bitmap> bitmap;
    friend bool operator==(const Paper& one, const Paper& other) {
        return one.box == other.box && one.bitmap->width == other.bitmap->width &&
               one.bitmap->bits == other.bitmap->bits;
    }
};

using Shape = std::variant<Panel, Text, Icon, Meter, Paper>;

// Everything the shape may touch, its shadow included.
Rect reach(const Shape& shape);

}  // namespace makegood::terminal::widgets
