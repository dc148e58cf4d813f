#include <cmath>

#include "app/terminal/clerk/views.hpp"

namespace makegood::terminal::clerk {
namespace {

namespace type = widgets::type;

constexpr double dot = 6, dots_apart = 12, widest_bar = 34, number_height = 26;

// What an hour is called stands below its bar; the bars themselves are drawn on one ground.
struct Plot {
    Rect box;
    double slot = 0, bar = 0;
    double x(std::size_t hour) const { return box.x + slot * (static_cast<double>(hour) + 0.5); }
    double y(double part) const { return box.bottom() - part * box.height; }
};

Plot plot_in(const Rect& box, std::size_t hours) {
    const double slot = box.width / static_cast<double>(hours);
    return {box, slot, std::min(widest_bar, slot * 0.66)};
}

void draw_bar(Control& on, const Plot& plot, std::size_t at, const presenter::HourBar& hour) {
    const double x = plot.x(at) - plot.bar / 2, radius = std::min(7.0, plot.bar / 3);
    const double top = plot.y(std::min(1.0, hour.given + hour.to_come));
    if (hour.to_come > 0)
        on.shapes.push_back(widgets::Panel{.box = {x, top, plot.bar, plot.box.bottom() - top},
                                           .radius = radius,
                                           .fill = Paint::tint,
                                           .border = Paint::accent,
                                           .border_width = 1.5});
    const double height = hour.given * plot.box.height;
    if (height > 0)
        on.shapes.push_back(widgets::Panel{
            .box = {x, plot.box.bottom() - std::max(3.0, height), plot.bar, std::max(3.0, height)},
            .radius = std::min(radius, std::max(3.0, height) / 2),
            .fill = Paint::accent});
}

// Along straight lines from hour to hour.
void draw_dots(Control& on, const Plot& plot, const std::vector<presenter::HourBar>& hours) {
    for (std::size_t at = 0; at < hours.size(); ++at) {
        const double x = plot.x(at), y = plot.y(hours[at].allowed);
        int steps = 1;
        double to_x = x, to_y = y;
        if (at + 1 < hours.size()) {
            to_x = plot.x(at + 1);
            to_y = plot.y(hours[at + 1].allowed);
            steps = std::max(1, static_cast<int>(std::hypot(to_x - x, to_y - y) / dots_apart));
        }
        for (int step = 0; step < steps; ++step) {
            const double part = static_cast<double>(step) / steps;
            on.shapes.push_back(widgets::Panel{
                .box = {x + (to_x - x) * part - dot / 2, y + (to_y - y) * part - dot / 2, dot, dot},
                .radius = dot / 2,
                .fill = Paint::warm});
        }
    }
}

void add_hours(Board& board, Rect rest, const presenter::HourChart& chart) {
    const Rect numbers = cut_bottom(rest, number_height, 10);
    const Plot plot = plot_in(rest.shrunk(0, dot), chart.hours.size());
    Control ground;
    ground.id = "bars";
    ground.box = rest;
    ground.shapes.push_back(
        widgets::Panel{.box = {rest.x, plot.box.bottom(), rest.width, 2}, .radius = 1, .fill = Paint::sunk});
    for (std::size_t at = 0; at < chart.hours.size(); ++at) draw_bar(ground, plot, at, chart.hours[at]);
    draw_dots(ground, plot, chart.hours);
    board.add(std::move(ground));
    TextStyle style = caption_style();
    style.across = widgets::Across::centre;
    style.min_size = 12;
    for (std::size_t at = 0; at < chart.hours.size(); ++at) {
        Control hour;
        hour.id = "hour:" + chart.hours[at].hour;
        hour.box = {plot.x(at) - plot.slot / 2, numbers.y, plot.slot, numbers.height};
        hour.role = Role::label;
        hour.name = chart.hours[at].name;
        write(hour, hour.box, chart.hours[at].hour, style);
        board.add(std::move(hour));
    }
}

}  // namespace

void add_hour_chart(Board& board, const Rect& box, const presenter::HourChart& chart) {
    Control card;
    card.id = "chart";
    card.box = box;
    card.shapes.push_back(panel(box, Look::plain));
    board.add(std::move(card));
    Rect rest = box.shrunk(widgets::space::inside, 22);
    Rect head = cut_top(rest, 32, 14);
    if (!chart.aside.empty()) {
        TextStyle aside = caption_style();
        aside.across = widgets::Across::right;
        aside.down = widgets::Down::middle;
        const double wanted = widgets::text_width(chart.aside, type::caption, type::regular) + 2;
        board.label("chart-aside", cut_right(head, std::min(head.width * 0.4, wanted), 14), chart.aside,
                    aside);
    }
    TextStyle title = strong_style();
    title.down = widgets::Down::middle;
    title.weight = type::heading;
    board.label("chart-title", head, chart.title, title, Role::heading);
    TextStyle note = caption_style(3);
    if (chart.hours.empty()) {
        note.across = widgets::Across::centre;
        note.down = widgets::Down::middle;
        return board.label("chart-note", rest, chart.note, note);
    }
    const double height = widgets::fit_text(chart.note, note, {rest.width, 70}).height + 1;
    board.label("chart-note", cut_bottom(rest, height, 14), chart.note, note);
    add_hours(board, rest, chart);
}

}  // namespace makegood::terminal::clerk
