#include <algorithm>
#include <cmath>

#include "app/terminal/clerk/rule_actions.hpp"
#include "app/terminal/clerk/views.hpp"

namespace makegood::terminal::clerk {
namespace {

namespace type = widgets::type;
using widgets::Across;
using widgets::Down;

constexpr double gap = 16, bar_height = 10, row_height = 76;
// As it was is hollow, as tried is full.
widgets::Panel bar(const Rect& box, double radius, bool tried) {
    widgets::Panel made{.box = box, .radius = radius, .fill = tried ? Paint::accent : Paint::sunk};
    if (!tried) made.border = Paint::muted;
    if (!tried) made.border_width = 1.5;
    return made;
}

void draw_bar(Control& card, const Rect& track, double share, bool tried) {
    const double width = std::clamp(share, 0.0, 1.0) * track.width;
    if (width < 1) return;
    const Rect filled{track.x, track.y, width, track.height};
    card.shapes.push_back(bar(filled, std::min(width, track.height) / 2, tried));
}

void add_figure(Board& board, const Rect& box, const presenter::Compared& figure, std::size_t place) {
    Control card;
    card.id = "figure-" + std::to_string(place);
    card.box = box;
    card.role = Role::label;
    card.name = figure.caption + " " + figure.tried + ", " + figure.was;
    card.shapes.push_back(panel(box, Look::plain));
    Rect rest = box.shrunk(24, std::min(16.0, box.height * 0.1));
    write(card, cut_top(rest, 23), figure.caption, caption_style());
    draw_bar(card, cut_bottom(rest, bar_height, 4), figure.was_share, false);
    draw_bar(card, cut_bottom(rest, bar_height, 6), figure.tried_share, true);
    TextStyle was = caption_style();
    was.min_size = 12;
    was.down = Down::middle;
    write(card, cut_bottom(rest, 23), figure.was, was);
    TextStyle number{.size = type::number,
                     .weight = type::heading,
                     .paint = figure.attention ? Paint::warm : Paint::ink,
                     .down = Down::middle,
                     .min_size = type::caption};
    write(card, rest, figure.tried, number);
    board.add(std::move(card));
}

// A dot and a word for each of the two.
void draw_legend(Control& card, Rect box, const presenter::WhatIfView& model) {
    const auto draw = [&](const std::string& word, bool tried) {
        TextStyle style = caption_style();
        style.down = Down::middle;
        const double width = widgets::text_width(word, type::caption, type::regular) + 4;
        const Rect words = cut_right(box, width, 8);
        const Rect dot = cut_right(box, 14, 20);
        card.shapes.push_back(bar(centred(dot, 14, 14), 4, tried));
        write(card, words, word, style);
    };
    draw(model.tried_word, true);
    draw(model.was_word, false);
}

// What was at the left of what was tried.
void draw_days(Control& card, Rect box, const std::vector<presenter::ComparedDay>& days) {
    const Rect labels = cut_bottom(box, 24, 6);
    if (days.empty()) return;
    const double step = box.width / static_cast<double>(days.size()), width = std::min(22.0, step * 0.36);
    for (std::size_t i = 0; i < days.size(); ++i) {
        const double middle = box.x + (static_cast<double>(i) + 0.5) * step;
        const auto draw = [&](double x, double share, bool tried) {
            const double height = std::max(2.0, share * box.height);
            const Rect filled{x, box.bottom() - height, width, height};
            card.shapes.push_back(bar(filled, std::min({6.0, width / 2, height / 2}), tried));
        };
        draw(middle - width - 1, days[i].was_share, false);
        draw(middle + 1, days[i].tried_share, true);
        TextStyle style = caption_style();
        style.across = Across::centre;
        const Rect label = centred({middle - 20, labels.y, 40, labels.height}, 40, labels.height);
        write(card, {std::max(box.x - 8, label.x), label.y, 40, label.height}, days[i].label, style);
    }
}

// What is not in the numbers must be readable to its end: the bars give it room, and it gets smaller.
void draw_note(Control& card, Rect& rest, const std::string& note) {
    if (note.empty()) return;
    TextStyle style = caption_style(14);
    style.min_size = 12;
    style.may_shorten = true;
    const double most = rest.height * 0.62;
    const auto fitted = widgets::fit_text(note, style, {rest.width, most});
    write(card, cut_bottom(rest, std::min(most, std::ceil(fitted.height) + 2), 8), note, style);
}

void add_chart(Board& board, const Rect& box, const presenter::WhatIfView& model) {
    Control card;
    card.id = "chart";
    card.box = box;
    card.role = Role::image;
    card.name = model.chart_words + (model.chart_line.empty() ? "" : ". " + model.chart_line);
    card.shapes.push_back(panel(box, Look::plain));
    Rect rest = box.shrunk(28, std::min(20.0, box.height * 0.05));
    Rect head = cut_top(rest, 30, 10);
    TextStyle title = strong_style();
    title.down = Down::middle;
    write(card, cut_left(head, widgets::text_width(model.chart_title, type::body, type::strong) + 8),
          model.chart_title, title);
    draw_legend(card, head, model);
    draw_note(card, rest, model.chart_line);
    draw_days(card, rest, model.days);
    board.add(std::move(card));
}

// One behind the other, or each in its half where they are long.
void draw_change(Control& card, Rect line, const std::string& was, const std::string& tried) {
    TextStyle style = caption_style();
    style.paint = Paint::ink;
    style.may_shorten = true;
    const double wanted = widgets::text_width(was, type::caption, type::regular) + 4;
    const double after = widgets::text_width(tried, type::caption, type::regular) + 4;
    const double half = (line.width - 8) / 2;
    const double width = wanted + 8 + after <= line.width ? wanted : wanted < half ? wanted : half;
    write(card, cut_left(line, width, 8), was, style);
    write(card, line, tried, style);
}

void draw_case(Control& card, const Rect& box, const presenter::TriedCase& each) {
    card.shapes.push_back(
        widgets::Panel{.box = {box.x, box.y, box.width, 1.5}, .radius = 0, .fill = Paint::sunk});
    Rect rest = box.shrunk(0, 7);
    Rect head = cut_top(rest, 24, 1);
    TextStyle when = caption_style();
    when.size = 15;
    when.across = Across::right;
    const double width = widgets::text_width(each.when, when.size, type::regular) + 4;
    write(card, cut_right(head, width, 12), each.when, when);
    TextStyle title = strong_style();
    title.size = 18;
    title.may_shorten = true;
    write(card, head, each.title, title);
    draw_change(card, cut_top(rest, 23, 1), each.was, "→ " + each.tried);
    TextStyle why = caption_style(2);
    why.size = 15;
    why.may_shorten = true;
    write(card, rest, each.why, why);
}

// The whole card goes on to the next ones.
void add_cases(Board& board, const Rect& box, const presenter::WhatIfView& model) {
    std::string aloud = model.cases_title;
    for (const auto& each : model.cases)
        aloud +=
            ". " + each.title + ", " + each.when + ": " + each.was + " → " + each.tried + ". " + each.why;
    Control card = model.more.empty() ? Control{} : pressable("more", box, Role::button, model.more, aloud);
    card.box = box;
    if (model.more.empty()) {
        card.id = "cases";
        card.role = Role::label;
        card.name = model.cases.empty() ? model.nothing : aloud;
    }
    card.shapes.push_back(panel(box, Look::plain));
    Rect rest = box.shrunk(28, std::min(20.0, box.height * 0.05));
    Rect head = cut_top(rest, 30, 10);
    TextStyle more = strong_style();
    more.size = type::caption;
    more.paint = Paint::accent;
    more.across = Across::right;
    more.down = Down::middle;
    if (!model.more.empty())
        write(card, cut_right(head, widgets::text_width(model.more, type::caption, type::strong) + 8, 12),
              model.more, more);
    TextStyle title = strong_style();
    title.down = Down::middle;
    write(card, head, model.cases_title, title);
    const auto places = widgets::grid(rest, 1, 3, 0);
    for (std::size_t i = 0; i < std::min(places.size(), model.cases.size()); ++i)
        draw_case(card, places[i], model.cases[i]);
    TextStyle nothing = body_style(4);
    nothing.paint = Paint::muted;
    write(card, rest, model.nothing, nothing);
    board.add(std::move(card));
}

// How far it is, in the middle of what is to come.
void add_progress(Board& board, const Rect& rest, const presenter::WhatIfView& model) {
    Control progress;
    progress.id = "progress";
    progress.box = centred(rest, std::min(720.0, rest.width), 120);
    progress.role = Role::status;
    progress.name = model.message;
    Rect inside = progress.box;
    TextStyle style = body_style(2);
    style.across = Across::centre;
    style.down = Down::middle;
    write(progress, cut_top(inside, 70, 16), model.message, style);
    progress.shapes.push_back(
        widgets::Meter{cut_top(inside, 18), static_cast<double>(model.percent) / 100, 0});
    board.add(std::move(progress));
}

void add_results(Board& board, Rect rest, const presenter::WhatIfView& model) {
    const double height = std::clamp(rest.height * 0.3, 118.0, 172.0);
    const auto figures = widgets::grid(cut_top(rest, height, gap), 4, 1, gap);
    for (std::size_t i = 0; i < std::min(figures.size(), model.figures.size()); ++i)
        add_figure(board, figures[i], model.figures[i], i);
    const auto halves = widgets::columns(rest, {1.0, 1.05}, gap);
    add_chart(board, halves.front(), model);
    add_cases(board, halves.back(), model);
}

}  // namespace

// The numbers of both large, the days as bars, and the cases that tell most; all of it in its place.
void add_body(Board& board, const presenter::WhatIfView& model) {
    Rect rest = board.content;
    Rect below = cut_bottom(rest, std::max(row_height, board.touch), gap);
    std::vector<presenter::RuleAction> actions = model.actions;
    const Rect spans = cut_left(below, below.width * 0.5, gap);
    const auto places = widgets::grid(spans, std::max<int>(1, static_cast<int>(model.spans.size())), 1, gap);
    for (std::size_t i = 0; i < model.spans.size(); ++i) {
        const auto& span = model.spans[i];
        Control& tab = board.add(
            button("do:" + span.id, places[i], span.text, span.accent ? Look::chosen : Look::plain));
        tab.role = Role::toggle;
        tab.checked = span.accent;
    }
    add_actions(board, below, actions);
    if (model.percent >= 0) return add_progress(board, rest, model);
    if (!model.message.empty()) return add_nothing(board, model.icon, model.message);
    add_results(board, rest, model);
}

}  // namespace makegood::terminal::clerk
