#include <algorithm>

#include "app/terminal/clerk/views.hpp"

namespace makegood::terminal::clerk {
namespace {

constexpr double inside = 40, width_at_most = 760, gap = 14;
constexpr double strip_height = 50, strip_gap = 6, strip_padding = 34;
constexpr double tick_side = 28, tick_inset = 18;

void add_scrim(Board& board) {
    Control scrim;
    scrim.id = "scrim";
    scrim.box = board.window;
    scrim.shapes.push_back(widgets::Panel{.box = board.window, .radius = 0, .fill = Paint::scrim});
    board.add(std::move(scrim));
    board.scene.covered = board.scene.controls.size();
}

std::size_t answer_rows(const presenter::Sheet& sheet) {
    return sheet.choices.empty()      ? 1
           : sheet.choices.size() > 3 ? (sheet.choices.size() + 1) / 2
                                      : sheet.choices.size();
}

// What ends the sheet without a choice, side by side.
void add_ends(Board& board, const Rect& box, const presenter::Sheet& sheet) {
    const int ends = (sheet.action.empty() ? 0 : 1) + (sheet.other.empty() ? 0 : 1);
    if (ends == 0) return;
    const std::vector<Rect> places = widgets::grid(box, ends, 1, gap);
    if (!sheet.action.empty()) board.add(button("sheet", places.front(), sheet.action, Look::accent));
    if (sheet.other.empty()) return;
    const Look look = sheet.choices.empty() ? Look::quiet : Look::outlined;
    board.add(button("sheet-other", places.back(), sheet.other, look));
}

bool ends_below(const presenter::Sheet& sheet) {
    return !sheet.choices.empty() && !(sheet.action.empty() && sheet.other.empty());
}

// At the left, beside words that stand in the middle.
Rect tick_box(const Rect& answer) {
    return {answer.x + tick_inset, answer.y + (answer.height - tick_side) / 2, tick_side, tick_side};
}

void add_answers(Board& board, Rect rest, const presenter::Sheet& sheet, double height) {
    if (sheet.choices.empty()) return add_ends(board, rest, sheet);
    const Rect last = ends_below(sheet) ? cut_bottom(rest, height, gap) : Rect{};
    const std::vector<Rect> places =
        widgets::grid(rest, sheet.choices.size() > 3 ? 2 : 1, static_cast<int>(answer_rows(sheet)), gap);
    for (std::size_t i = 0; i < std::min(places.size(), sheet.choices.size()); ++i) {
        const presenter::Choice& choice = sheet.choices[i];
        const Look look =
            choice.unavailable.empty() ? (choice.chosen ? Look::chosen : Look::quiet) : Look::unavailable;
        Control& answer = board.add(button("sheet:" + choice.id, places[i], choice.text, look));
        answer.description = choice.unavailable;
        if (sheet.action.empty()) continue;
        answer.role = Role::toggle;
        answer.checked = choice.chosen;
        if (choice.chosen) mark(answer, tick_box(places[i]), "check", Paint::accent);
    }
    add_ends(board, last, sheet);
}

Rect add_card(Board& board, double width, double height) {
    Control card;
    card.id = "sheet-card";
    card.box = centred(board.window, width, height);
    card.shapes.push_back(panel(card.box, Look::plain));
    return board.add(std::move(card)).box;
}

TextStyle strip_style() {
    TextStyle style = strong_style(3);
    style.paint = Paint::ground;
    style.across = widgets::Across::centre;
    style.down = widgets::Down::middle;
    return style;
}

// Long news gets more lines rather than smaller ones.
Rect strip_box(const Rect& window, const std::string& news) {
    const TextStyle style = strip_style();
    const double wanted = widgets::text_width(news, style.size, style.weight) + 2 * strip_padding;
    const double width = std::min(window.width - 2 * widgets::space::edge, wanted);
    const double words = widgets::fit_text(news, style, {width - 2 * strip_padding + 4, 90}).height;
    const double height = std::max(strip_height, words + 20);
    return centred({0, window.height - height - strip_gap, window.width, height}, width, height);
}

}  // namespace

Rect add_form_card(Board& board, const presenter::Sheet& sheet, double widest, double below) {
    const double width = std::min(widest, board.window.width - 32), side = 32, inner = width - 2 * side;
    const TextStyle title = title_style(1), text = body_style(2);
    const double title_height = widgets::fit_text(sheet.title, title, {inner, 60}).height;
    const double text_height = widgets::fit_text(sheet.text, text, {inner, 64}).height;
    const double height = 2 * side + title_height + 8 + text_height + 18 + below;
    Rect rest = add_card(board, width, height).shrunk(side);
    board.label("sheet-title", cut_top(rest, title_height + 1, 7), sheet.title, title, Role::heading);
    board.label("sheet-text", cut_top(rest, text_height + 1, 17), sheet.text, text);
    return rest;
}

void add_sheet(Board& board, const presenter::Sheet& sheet) {
    add_scrim(board);
    if (sheet.signature) return add_signature(board, sheet);
    if (sheet.number) return add_number(board, sheet);
    const double width = std::min(width_at_most, board.window.width - 64), inner = width - 2 * inside;
    TextStyle title = title_style(3), text = body_style(8);
    const double room = board.window.height - 64 - 2 * inside;
    const double title_height = widgets::fit_text(sheet.title, title, {inner, room * 0.3}).height;
    const double text_height =
        sheet.text.empty() ? 0 : widgets::fit_text(sheet.text, text, {inner, room * 0.4}).height;
    const double button_height = std::max(board.touch, 76.0);
    const std::size_t rows = answer_rows(sheet) + (ends_below(sheet) ? 1 : 0);
    const double answers = static_cast<double>(rows) * (button_height + gap) - gap;
    const double height = 2 * inside + title_height + 14 + text_height + 32 + answers;
    Rect rest = add_card(board, width, height).shrunk(inside, inside);
    board.label("sheet-title", cut_top(rest, title_height + 1, 13), sheet.title, title, Role::heading);
    board.label("sheet-text", cut_top(rest, text_height + 1, 31), sheet.text, text);
    add_answers(board, rest, sheet, button_height);
}

double foot_under(const Rect& window, const std::string& news) {
    const double height = news.empty() ? 0 : strip_box(window, news).height;
    return height > strip_height ? height + 2 * strip_gap : widgets::space::foot;
}

// Floats over the foot and so much of the controls above as holds nothing that is read.
void add_strip(Board& board, const std::string& news) {
    if (news.empty()) return;
    const TextStyle style = strip_style();
    Control strip;
    strip.id = "strip";
    strip.box = strip_box(board.window, news);
    strip.role = Role::status;
    strip.name = news;
    strip.shapes.push_back(
        widgets::Panel{.box = strip.box, .radius = strip_height / 2, .fill = Paint::ink, .raised = true});
    write(strip, strip.box.shrunk(strip_padding - 2, 2), news, style);
    board.add(std::move(strip));
}

}  // namespace makegood::terminal::clerk
