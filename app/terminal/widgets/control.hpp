// One type for everything on a screen: where it is, what it is called, what it looks like, and whether it can
// be pressed. A scene is a list of them in the order of drawing, which is also the order of reading.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "app/terminal/widgets/shape.hpp"

namespace makegood::terminal::widgets {

enum class Role : std::uint8_t {
    decoration,  // seen, not read
    label,
    heading,
    status,
    image,
    button,  // from here on pressable
    toggle,
    key,    // a button that acts when the finger comes down, as keyboards do
    field,  // shows what is typed; pressing it opens the keyboard
};

struct Control {
    std::string id;  // unique in the scene; what a press reports
    Rect box;        // the touch target; may be larger than what is drawn
    Role role = Role::decoration;
    std::string name,
        description;  // for the accessibility tree; the name of a pressable is unique in the scene
    bool checked = false;
    bool unavailable = false;  // looks it and says why in its description; still answers a press
    std::vector<Shape> shapes;

    bool pressable() const { return role >= Role::button; }
    bool readable() const { return role != Role::decoration; }
    // Everything that must be drawn again when this control changes.
    Rect reach() const;
    friend bool operator==(const Control&, const Control&) = default;
};

struct Scene {
    std::vector<Control> controls;
    std::size_t covered = 0;  // the first so many lie under a sheet: drawn, but out of reach

    const Control* find(const std::string& id) const;
    // The control under a point that can be pressed; null where there is none.
    const Control* at(double x, double y) const;
    // Gives every pressable that can be reached a name of its own: "Kept", "Kept, 2".
    void make_names_unique();
};

}  // namespace makegood::terminal::widgets
