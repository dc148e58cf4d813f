#include "app/terminal/clerk/views.hpp"

namespace makegood::terminal::clerk {
namespace {

namespace type = widgets::type;

constexpr double gap = 20, meter_height = 14;

TextStyle number_style() {
    return {.size = type::number, .weight = type::heading, .down = widgets::Down::middle, .min_size = 18};
}

void write_caption(Control& card, Rect box, const presenter::Figure& figure) {
    const double wanted = widgets::text_width(figure.caption, type::caption, type::regular) + 2;
    write(card, cut_left(box, std::min(box.width, wanted), 8), figure.caption, caption_style());
    TextStyle aside = caption_style();
    aside.across = widgets::Across::right;
    aside.min_size = 12;
    write(card, box, figure.aside, aside);
}

void write_line(Control& card, const Rect& box, const presenter::Figure& figure) {
    TextStyle line = caption_style();
    line.down = widgets::Down::bottom;
    line.min_size = 12;
    if (figure.needs_care) {
        line.paint = Paint::ink;
        line.weight = type::strong;
    }
    write(card, box, figure.line, line);
}

void add_figure(Board& board, const std::string& id, const Rect& box, const presenter::Figure& figure) {
    Control card;
    card.id = id;
    card.box = box;
    card.role = Role::status;
    card.name = figure.caption + " " + figure.number;
    if (!figure.aside.empty()) card.name += " " + figure.aside;
    card.description = figure.line;
    card.shapes.push_back(panel(box, Look::plain));
    Rect rest = box.shrunk(widgets::space::inside, 20);
    write_caption(card, cut_top(rest, 26), figure);
    Rect foot = cut_bottom(rest, 26);
    if (figure.has_meter) {
        const Rect below =
            figure.line.empty() ? centred(foot, foot.width, meter_height) : cut_bottom(rest, meter_height, 2);
        card.shapes.push_back(widgets::Meter{below, figure.spent_share, figure.reserved_share});
    }
    write_line(card, foot, figure);
    write(card, rest, figure.number, number_style());
    board.add(std::move(card));
}

}  // namespace

void add_figures(Board& board, const Rect& box, const std::vector<presenter::Figure>& figures) {
    const auto places =
        widgets::grid(box, static_cast<int>(std::max<std::size_t>(1, figures.size())), 1, gap);
    for (std::size_t i = 0; i < std::min(places.size(), figures.size()); ++i)
        add_figure(board, "figure:" + std::to_string(i), places[i], figures[i]);
}

void add_two_lines(Control& row, Rect rest, const presenter::MoneyLine& line) {
    TextStyle name = strong_style(), value = strong_style(), below = caption_style(), right = caption_style();
    name.size = value.size = 20;
    name.may_shorten = below.may_shorten = true;
    name.down = value.down = widgets::Down::bottom;
    value.across = right.across = widgets::Across::right;
    const double wanted = std::max(widgets::text_width(line.value, value.size, value.weight),
                                   widgets::text_width(line.value_line, right.size, right.weight));
    Rect values = cut_right(rest, std::min(rest.width * 0.5, wanted + 2), 18);
    const double upper = rest.height * 0.5;
    if (line.value.empty()) {
        right.down = widgets::Down::middle;
        write(row, values, line.value_line, right);
    } else {
        write(row, cut_top(values, upper, 1), line.value, value);
        write(row, values, line.value_line, right);
    }
    write(row, cut_top(rest, upper, 1), line.name, name);
    write(row, rest, line.line, below);
}

}  // namespace makegood::terminal::clerk
