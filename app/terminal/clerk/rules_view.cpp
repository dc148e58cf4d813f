#include "app/terminal/clerk/views.hpp"

namespace makegood::terminal::clerk {

constexpr double line_height = 72;

void add_body(Board& board, const presenter::Rules& model) {
    Rect rest = board.content;
    for (std::size_t i = 0; i < model.lines.size(); ++i) {
        const auto& line = model.lines[i];
        const Rect box = cut_top(rest, line_height, 12);
        Control row;
        row.id = "rule:" + std::to_string(i);
        row.box = box;
        row.role = Role::label;
        row.name = line.name + ": " + line.value;
        row.shapes.push_back(panel(box, Look::plain, widgets::corner::button));
        Rect words = box.shrunk(24, 0);
        TextStyle value = strong_style(), name = body_style();
        value.across = widgets::Across::right;
        value.down = name.down = widgets::Down::middle;
        write(row, cut_right(words, words.width * 0.4, 24), line.value, value);
        write(row, words, line.name, name);
        board.add(std::move(row));
    }
    board.label("message", cut_top(rest, 60), model.message, caption_style(2));
}

}  // namespace makegood::terminal::clerk
