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

Control row_of(std::string id, const Rect& box, std::string name) {
    Control row;
    row.id = std::move(id);
    row.box = box;
    row.role = Role::label;
    row.name = std::move(name);
    row.shapes.push_back(panel(box, Look::plain, widgets::corner::button));
    return row;
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

void add_line(Board& board, const std::string& id, const Rect& box, const presenter::UnmetLine& line) {
    Control row =
        row_of(id, box, line.name + ", " + line.line + ", " + line.instead_caption + ": " + line.instead);
    Rect rest = box.shrunk(20, 0);
    write_times(row, centred(cut_left(rest, sign_width, 22), sign_width, std::min(68.0, box.height - 20)),
                line.times);
    const Rect instead = cut_right(rest, rest.width * 0.36, 24);
    write_both(row, rest, line.name, shortened(strong_style()), line.line, shortened(caption_style()));
    write_both(row, instead, line.instead, shortened(body_style(), Across::right), line.instead_caption,
               shortened(caption_style(), Across::right));
    board.add(std::move(row));
}

void add_words(Board& board, const Rect& box, const presenter::Unmet& model) {
    Control row = row_of("words", box, model.words_caption + ": " + model.words);
    Rect rest = box.shrunk(20, 0);
    const double icon = 40;
    mark(row, centred(cut_left(rest, sign_width, 22), icon, icon), "speech", Paint::accent);
    write_both(row, rest, model.words, shortened(strong_style()), model.words_caption,
               shortened(caption_style()));
    board.add(std::move(row));
}

}  // namespace

void add_body(Board& board, const presenter::Unmet& model) {
    if (model.lines.empty() && model.words.empty()) return add_nothing(board, model.icon, model.message);
    Rect rest = board.content;
    TextStyle style = caption_style(2);
    style.across = Across::centre;
    style.down = Down::middle;
    board.label("message", cut_bottom(rest, message_height, 0), model.message, style);
    const std::vector<Rect> places = widgets::grid(rest, 1, at_most, gap);
    std::size_t next = 0;
    for (; next < std::min(model.lines.size(), places.size()); ++next)
        add_line(board, "unmet:" + std::to_string(next), places[next], model.lines[next]);
    if (!model.words.empty() && next < places.size()) add_words(board, places[next], model);
}

}  // namespace makegood::terminal::clerk
