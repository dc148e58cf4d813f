#include "app/terminal/clerk/views.hpp"

namespace makegood::terminal::clerk {
namespace {

namespace type = widgets::type;
using widgets::Down;

constexpr int at_most = 6;
constexpr double gap = 14, message_height = 34;

void add_line(Board& board, const Rect& box, const presenter::PromiseLine& line) {
    Control row =
        pressable("promise:" + line.id, box, Role::button, line.action + ": " + line.what, line.due);
    row.shapes.push_back(panel(box, Look::plain, widgets::corner::button));
    const double button_width = 180, icon = 40, due_width = 210;
    Rect rest = box.shrunk(28, 0);
    draw_button(row,
                centred({box.right() - button_width - 16, box.y, button_width, box.height}, button_width,
                        std::min(68.0, box.height - 20)),
                line.action, Look::quiet);
    const Rect sign = cut_left(rest, icon, 20);
    mark(row, centred(sign, icon, icon), "clock", line.late ? Paint::bad : Paint::accent);
    rest.width -= button_width + 8;
    TextStyle due = strong_style(2);
    due.down = Down::middle;
    due.across = widgets::Across::right;
    due.paint = line.late ? Paint::bad : Paint::ink;
    write(row, cut_right(rest, due_width, 20).shrunk(0, 8), line.due, due);
    TextStyle what = strong_style(3);
    what.down = Down::middle;
    what.may_shorten = true;
    write(row, rest.shrunk(0, 8), line.what, what);
    board.add(std::move(row));
    board.read_aloud("due:" + line.id, {rest.right(), box.y, due_width, box.height}, line.due);
}

}  // namespace

void add_body(Board& board, const presenter::Promises& model) {
    if (model.lines.empty()) return add_nothing(board, "check", model.message);
    Rect rest = board.content;
    if (!model.message.empty()) {
        TextStyle style = caption_style(2);
        style.across = widgets::Across::centre;
        style.down = Down::middle;
        board.label("message", cut_bottom(rest, message_height, 0), model.message, style);
    }
    const std::vector<Rect> places = widgets::grid(rest, 1, at_most, gap);
    for (std::size_t i = 0; i < std::min(model.lines.size(), places.size()); ++i)
        add_line(board, places[i], model.lines[i]);
}

}  // namespace makegood::terminal::clerk
