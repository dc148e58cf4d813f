#include <algorithm>

#include "app/terminal/clerk/views.hpp"

namespace makegood::terminal::clerk {
namespace {

namespace type = widgets::type;
using widgets::Across;
using widgets::Down;

constexpr double gap = 12, widest = 1120, pad_width = 400, field_height = 84, message_height = 66;

// What is typed, its unit at the right; what holds now stands there until the first digit.
void add_typed_number(Board& board, const Rect& box, const presenter::NumberEntry& number) {
    Control field;
    field.id = "typed-number";
    field.box = box;
    field.role = Role::status;
    field.name = number.text.empty() ? number.hint : number.text + " " + number.unit;
    field.shapes.push_back(widgets::Panel{.box = box,
                                          .radius = widgets::corner::button,
                                          .border = number.message.empty() ? Paint::accent : Paint::bad,
                                          .border_width = 3,
                                          .raised = true});
    Rect rest = box.shrunk(24, 4);
    TextStyle unit = body_style();
    unit.paint = Paint::muted;
    unit.across = Across::right;
    unit.down = Down::middle;
    const double unit_width = std::min(rest.width / 2, widgets::text_width(number.unit, type::body, 400) + 8);
    write(field, cut_right(rest, unit_width, 12), number.unit, unit);
    TextStyle style{.size = number.text.empty() ? type::body : type::number,
                    .weight = number.text.empty() ? type::regular : type::heading,
                    .paint = number.text.empty() ? Paint::muted : Paint::ink,
                    .down = Down::middle,
                    .min_size = type::caption};
    write(field, rest, number.text.empty() ? number.hint : number.text, style);
    board.add(std::move(field));
}

void add_left(Board& board, Rect rest, const presenter::Sheet& sheet, double row) {
    add_typed_number(board, cut_top(rest, field_height, 6), *sheet.number);
    TextStyle message = caption_style(3);
    message.weight = type::strong;
    message.paint = Paint::bad;
    message.down = Down::middle;
    board.label("sheet-message", cut_top(rest, message_height, 6), sheet.number->message, message,
                Role::status);
    const auto ends = widgets::grid(cut_bottom(rest, row, gap), 2, 1, gap);
    board.add(button("sheet-other", ends.front(), sheet.other, Look::outlined));
    board.add(button("sheet", ends.back(), sheet.action, Look::accent));
    const auto places = widgets::grid(rest, 2, 2, gap);
    for (std::size_t i = 0; i < std::min(places.size(), sheet.choices.size()); ++i)
        board.add(button("sheet:" + sheet.choices[i].id, places[i], sheet.choices[i].text, Look::quiet));
}

}  // namespace

void add_number(Board& board, const presenter::Sheet& sheet) {
    const double row = std::max(board.touch, 76.0);
    const double below = field_height + message_height + 12 + 3 * row + 2 * gap;
    Rect rest = add_form_card(board, sheet, widest, below);
    add_keys(board, cut_right(rest, pad_width, 32), sheet.number->keyboard, 10);
    add_left(board, rest, sheet, row);
}

}  // namespace makegood::terminal::clerk
