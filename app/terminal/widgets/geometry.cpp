#include "app/terminal/widgets/geometry.hpp"

namespace makegood::terminal::widgets {

Rect Rect::united(const Rect& other) const {
    const double left = std::min(x, other.x), top = std::min(y, other.y);
    return {left, top, std::max(right(), other.right()) - left, std::max(bottom(), other.bottom()) - top};
}

Rect cut_top(Rect& rest, double height, double gap) {
    const Rect piece{rest.x, rest.y, rest.width, height};
    rest.y += height + gap;
    rest.height = std::max(0.0, rest.height - height - gap);
    return piece;
}

Rect cut_bottom(Rect& rest, double height, double gap) {
    const Rect piece{rest.x, rest.bottom() - height, rest.width, height};
    rest.height = std::max(0.0, rest.height - height - gap);
    return piece;
}

Rect cut_left(Rect& rest, double width, double gap) {
    const Rect piece{rest.x, rest.y, width, rest.height};
    rest.x += width + gap;
    rest.width = std::max(0.0, rest.width - width - gap);
    return piece;
}

Rect cut_right(Rect& rest, double width, double gap) {
    const Rect piece{rest.right() - width, rest.y, width, rest.height};
    rest.width = std::max(0.0, rest.width - width - gap);
    return piece;
}

Rect centred(const Rect& box, double width, double height) {
    return {box.middle_x() - width / 2, box.middle_y() - height / 2, width, height};
}

std::vector<Rect> columns(const Rect& box, const std::vector<double>& shares, double gap) {
    double sum = 0;
    for (double share : shares) sum += share;
    const double room = box.width - gap * (static_cast<double>(shares.size()) - 1);
    std::vector<Rect> result;
    double x = box.x;
    for (double share : shares) {
        const double width = room * share / sum;
        result.push_back({x, box.y, width, box.height});
        x += width + gap;
    }
    return result;
}

std::vector<Rect> grid(const Rect& box, int across, int down, double gap) {
    const double width = (box.width - gap * (across - 1)) / across;
    const double height = (box.height - gap * (down - 1)) / down;
    std::vector<Rect> result;
    for (int row = 0; row < down; ++row)
        for (int column = 0; column < across; ++column)
            result.push_back({box.x + column * (width + gap), box.y + row * (height + gap), width, height});
    return result;
}

}  // namespace makegood::terminal::widgets
