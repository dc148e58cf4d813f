#include "app/terminal/clerk/board.hpp"

namespace makegood::terminal::clerk {

using widgets::Across;
using widgets::Down;

void add_person(Board& board, const std::string& kind, const Rect& box, const presenter::PersonTile& person) {
    Control tile = pressable(kind + ":" + person.id, box, Role::toggle, person.name);
    tile.checked = person.chosen;
    tile.shapes.push_back(panel(box, person.chosen ? Look::chosen : Look::plain));
    const double side = std::min(64.0, box.height - 20);
    const Rect circle{box.x + 20, box.middle_y() - side / 2, side, side};
    tile.shapes.push_back(widgets::Panel{
        .box = circle, .radius = side / 2, .fill = person.chosen ? Paint::accent : Paint::sunk});
    TextStyle initials = strong_style();
    initials.min_size = 12;
    initials.paint = person.chosen ? Paint::accent_ink : Paint::ink;
    initials.across = Across::centre;
    initials.down = Down::middle;
    write(tile, circle.shrunk(6), person.initials, initials);
    TextStyle name = strong_style(2);
    name.down = Down::middle;
    name.may_shorten = true;
    write(tile, {circle.right() + 16, box.y + 8, box.right() - circle.right() - 32, box.height - 16},
          person.name, name);
    board.add(std::move(tile));
}

void add_entered(Board& board, const Rect& box, int digits, bool busy) {
    Control entered;
    entered.id = "entered";
    entered.box = box;
    entered.role = Role::status;
    entered.name = std::string(static_cast<std::size_t>(digits), '*');
    entered.shapes.push_back(widgets::Panel{.box = box, .radius = widgets::corner::key, .raised = true});
    const double dot = 18, step = std::min(40.0, (box.width - 40) / std::max(1, digits));
    double x = box.middle_x() - step * (digits - 1) / 2 - dot / 2;
    for (int i = 0; i < digits; ++i, x += step)
        entered.shapes.push_back(widgets::Panel{.box = {x, box.middle_y() - dot / 2, dot, dot},
                                                .radius = dot / 2,
                                                .fill = busy ? Paint::muted : Paint::ink});
    board.add(std::move(entered));
}

}  // namespace makegood::terminal::clerk
