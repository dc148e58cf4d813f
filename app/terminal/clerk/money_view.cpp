#include "app/terminal/clerk/views.hpp"

namespace makegood::terminal::clerk {
namespace {

namespace type = widgets::type;

constexpr double gap = 20, figure_height = 159, meter_height = 14;

TextStyle number_style() {
    return {.size = type::number, .weight = type::heading, .down = widgets::Down::middle, .min_size = 20};
}

void add_figure(Board& board, const std::string& id, const Rect& box, const presenter::Figure& figure) {
    Control card;
    card.id = id;
    card.box = box;
    card.role = Role::status;
    card.name = figure.caption + " " + figure.number;
    card.description = figure.line;
    card.shapes.push_back(panel(box, Look::plain));
    Rect rest = box.shrunk(widgets::space::inside, 22);
    write(card, cut_top(rest, 26), figure.caption, caption_style());
    TextStyle line = caption_style(2);
    line.down = widgets::Down::bottom;
    if (figure.needs_care) line.paint = Paint::warm;
    const double below = std::max(26.0, widgets::fit_text(figure.line, line, {rest.width, 46}).height + 1);
    write(card, cut_bottom(rest, below), figure.line, line);
    if (figure.has_meter)
        card.shapes.push_back(
            widgets::Meter{cut_bottom(rest, meter_height, 4), figure.spent_share, figure.reserved_share});
    write(card, rest, figure.number, number_style());
    board.add(std::move(card));
}

}  // namespace

void add_body(Board& board, const presenter::TodaysMoney& model) {
    if (model.figures.empty()) return add_nothing(board, model.icon, model.message);
    Rect rest = board.content;
    const auto places = widgets::grid(cut_top(rest, figure_height, gap), 4, 1, gap);
    for (std::size_t i = 0; i < std::min(places.size(), model.figures.size()); ++i)
        add_figure(board, "figure:" + std::to_string(i), places[i], model.figures[i]);
}

}  // namespace makegood::terminal::clerk
