#include "app/terminal/clerk/views.hpp"

namespace makegood::terminal::clerk {
namespace {

using widgets::Across;
using widgets::Down;

constexpr int at_most = 6;
constexpr double gap = 12, message_height = 34, sign_width = 84;

// Two texts under each other in the middle of a row.
void write_both(Control& row, const Rect& box, const std::string& first, TextStyle first_style,
                const std::string& second, TextStyle second_style) {
    Rect rest = box.shrunk(0, std::max(8.0, (box.height - 92) / 2));
    first_style.down = Down::bottom;
    second_style.down = Down::top;
    write(row, cut_top(rest, rest.height * 0.5, 2), first, first_style);
    write(row, rest, second, second_style);
}

TextStyle shortened(TextStyle style, Across across = Across::left) {
    style.across = across;
    style.may_shorten = true;
    return style;
}

// How often it was asked for, before all else.
void write_times(Control& row, const Rect& box, const std::string& times) {
    row.shapes.push_back(widgets::Panel{.box = box, .radius = widgets::corner::square, .fill = Paint::sunk});
    TextStyle style = title_style(1, widgets::type::caption);
    style.paint = Paint::accent;
    style.across = Across::centre;
    style.down = Down::middle;
    write(row, box.shrunk(8, 0), times, style);
}

std::string read_as(const presenter::UnmetLine& line) {
    const std::string asked = line.name + ", " + line.line;
    return line.instead.empty() ? asked : asked + ", " + line.instead_caption + ": " + line.instead;
}

// What is not sold here has nothing at the right, and its words all the room.
void add_line(Board& board, const std::string& id, const Rect& box, const presenter::UnmetLine& line) {
    Control row;
    row.id = id;
    row.box = box;
    row.role = Role::label;
    row.name = read_as(line);
    row.shapes.push_back(panel(box, Look::plain, widgets::corner::button));
    Rect rest = box.shrunk(20, 0);
    write_times(row, centred(cut_left(rest, sign_width, 22), sign_width, std::min(68.0, box.height - 20)),
                line.times);
    if (!line.instead.empty())
        write_both(row, cut_right(rest, rest.width * 0.36, 24), line.instead,
                   shortened(body_style(), Across::right), line.instead_caption,
                   shortened(caption_style(), Across::right));
    write_both(row, rest, line.name, shortened(strong_style()), line.line, shortened(caption_style()));
    board.add(std::move(row));
}

}  // namespace

void add_body(Board& board, const presenter::Unmet& model) {
    if (model.lines.empty()) return add_nothing(board, model.icon, model.message);
    Rect rest = board.content;
    TextStyle style = caption_style(2);
    style.across = Across::centre;
    style.down = Down::middle;
    board.label("message", cut_bottom(rest, message_height, 0), model.message, style);
    std::vector<Rect> places = widgets::grid(rest, 1, at_most, gap);
    if (!model.more.empty()) {
        board.add(button("more", places.back(), model.more, Look::outlined));
        places.pop_back();
    }
    for (std::size_t i = 0; i < std::min(model.lines.size(), places.size()); ++i)
        add_line(board, "unmet:" + std::to_string(i), places[i], model.lines[i]);
}

}  // namespace makegood::terminal::clerk
