// Rectangles in layout units, and the few cuts that all screens are made of. Pure.
#pragma once
#include <algorithm>
#include <cstddef>
#include <vector>

namespace makegood::terminal::widgets {

struct Size {
    double width = 0, height = 0;
    friend bool operator==(const Size&, const Size&) = default;
};

struct Rect {
    double x = 0, y = 0, width = 0, height = 0;
    friend bool operator==(const Rect&, const Rect&) = default;

    double right() const { return x + width; }
    double bottom() const { return y + height; }
    double middle_x() const { return x + width / 2; }
    double middle_y() const { return y + height / 2; }
    bool contains(double px, double py) const { return px >= x && py >= y && px < right() && py < bottom(); }
    bool overlaps(const Rect& other) const {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
    Rect shrunk(double dx, double dy) const {
        return {x + dx, y + dy, std::max(0.0, width - 2 * dx), std::max(0.0, height - 2 * dy)};
    }
    Rect shrunk(double by) const { return shrunk(by, by); }
    Rect grown(double by) const { return {x - by, y - by, width + 2 * by, height + 2 * by}; }
    Rect moved(double dx, double dy) const { return {x + dx, y + dy, width, height}; }
    Rect united(const Rect& other) const;
};

// Cuts a piece off one side of `rest`, leaving `gap` between the two.
Rect cut_top(Rect& rest, double height, double gap = 0);
Rect cut_bottom(Rect& rest, double height, double gap = 0);
Rect cut_left(Rect& rest, double width, double gap = 0);
Rect cut_right(Rect& rest, double width, double gap = 0);

// A rectangle of the given size in the middle of `box`.
Rect centred(const Rect& box, double width, double height);

// Columns with widths in proportion to `shares`.
std::vector<Rect> columns(const Rect& box, const std::vector<double>& shares, double gap);
// Equal cells, row by row.
std::vector<Rect> grid(const Rect& box, int across, int down, double gap);

}  // namespace makegood::terminal::widgets
