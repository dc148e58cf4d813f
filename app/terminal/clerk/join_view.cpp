#include <algorithm>

#include "app/terminal/clerk/views.hpp"

namespace makegood::terminal::clerk {
namespace {

namespace type = widgets::type;
using widgets::Across;
using widgets::Down;

constexpr double gap = 16, code_part = 36;
constexpr double digits_height = 190, digits_size = 150, button_width = 340;

// Its caption above what is typed, a caret where the next letter goes.
void add_field(Board& board, const Rect& box, const presenter::TypedField& field) {
    Control control = pressable("field:" + field.id, box, Role::button, field.caption,
                                field.text.empty() ? field.hint : field.text);
    control.shapes.push_back(widgets::Panel{.box = box,
                                            .radius = widgets::corner::button,
                                            .border = field.chosen ? Paint::accent : Paint::sunk,
                                            .border_width = 3,
                                            .raised = true});
    Rect rest = box.shrunk(24, 10);
    const Rect caption = cut_top(rest, 22, 2);
    write(control, caption, field.caption, caption_style());
    TextStyle style{.size = 26, .down = Down::middle, .min_size = type::caption, .may_shorten = true};
    style.paint = field.text.empty() ? Paint::muted : Paint::ink;
    style.weight = field.text.empty() ? type::regular : type::strong;
    const std::string& shown = field.text.empty() ? field.hint : field.text;
    write(control, field.text.empty() ? rest.moved(10, 0) : rest, shown, style);
    if (field.chosen) {
        const double typed =
            field.text.empty()
                ? 0
                : widgets::fit_text(field.text, style, {rest.width - 6, rest.height}).width + 4;
        control.shapes.push_back(
            widgets::Panel{.box = {rest.x + std::min(typed, rest.width - 3), rest.middle_y() - 17, 3, 34},
                           .radius = 1,
                           .fill = Paint::accent});
    }
    board.add(std::move(control));
}

// What is to be scanned, with the sign of it.
void add_lead(Board& board, Rect box, const std::string& lead) {
    const double side = 40;
    Control sign;
    sign.id = "lead-sign";
    sign.box = cut_left(box, side, 18);
    mark(sign, centred(sign.box, side, side), "barcode", Paint::accent);
    board.add(std::move(sign));
    TextStyle style = body_style(2);
    style.down = Down::middle;
    board.label("lead", box, lead, style);
}

void add_digits(Board& board, const Rect& box, const std::string& digits) {
    TextStyle style{.size = digits_size,
                    .weight = type::heading,
                    .across = Across::centre,
                    .down = Down::middle,
                    .min_size = type::title};
    board.label("digits", box, digits, style, Role::status);
}

void add_sign(Board& board, const Rect& box, const std::string& icon) {
    const double side = 96;
    Control sign;
    sign.id = "sign";
    sign.box = centred(box, side, side);
    mark(sign, sign.box, icon, Paint::accent);
    board.add(std::move(sign));
}

// A dot and a word: how it stands.
void add_state(Board& board, const Rect& box, const presenter::HubWord& word) {
    if (word.state.empty()) return;
    TextStyle style = word.trouble ? strong_style(2) : caption_style(2);
    style.size = type::caption + 1;
    style.down = Down::middle;
    const double dot = 14, space = 12;
    const double width =
        std::min(box.width - dot - space, widgets::text_width(word.state, style.size, style.weight) + 6);
    Control state;
    state.id = "hub-state";
    state.box = centred(box, width + dot + space, box.height);
    state.role = Role::status;
    state.name = word.state;
    state.shapes.push_back(widgets::Panel{.box = {state.box.x, state.box.middle_y() - dot / 2, dot, dot},
                                          .radius = dot / 2,
                                          .fill = word.trouble ? Paint::bad : Paint::warm});
    write(state, {state.box.x + dot + space, box.y, width, box.height}, word.state, style);
    board.add(std::move(state));
}

void add_ends(Board& board, const Rect& box, const presenter::HubWord& word) {
    const int ends = (word.action.empty() ? 0 : 1) + (word.other.empty() ? 0 : 1);
    if (ends == 0) return;
    const auto places = widgets::grid(
        centred(box, std::min(box.width, ends * button_width + (ends - 1) * gap), box.height), ends, 1, gap);
    if (!word.other.empty()) board.add(button("give-up", places.front(), word.other, Look::outlined));
    if (!word.action.empty()) board.add(button("action", places.back(), word.action, Look::accent));
}

}  // namespace

// What to scan above, then the two fields; the one thing to do next is on the keyboard below.
void add_body(Board& board, const presenter::JoinHub& model) {
    Rect rest = board.content;
    const double line = std::max(board.touch, 84.0), key_gap = 8, keys = 4;
    const double room = rest.height - line - 64 - 2 * gap;
    const double keyboard = std::min(room, keys * (board.touch * 1.1 + key_gap) - key_gap);
    add_keys(board, cut_bottom(rest, keyboard, gap), model.keyboard, key_gap);
    const double spare = std::max(0.0, rest.height - line - gap - 64);
    add_lead(board, cut_top(rest, 64 + spare * 0.4, gap), model.lead);
    Rect row = cut_top(rest, line + spare * 0.15);
    const Rect code = cut_right(row, row.width * code_part / 100, gap);
    add_field(board, row, model.fields.front());
    add_field(board, code, model.fields.back());
}

// One card with one thing on it: the digits, or how it ended.
void add_body(Board& board, const presenter::HubWord& model) {
    Control card;
    card.id = "hub-word";
    card.box = board.content;
    card.shapes.push_back(panel(board.content, Look::plain));
    board.add(std::move(card));
    Rect rest = board.content.shrunk(48, 28);
    const double button_height = std::max(board.touch, 76.0), state_height = 54, title_height = 52;
    add_ends(board, cut_bottom(rest, button_height, 12), model);
    add_state(board, cut_bottom(rest, state_height, 8), model);
    TextStyle title = title_style(1), line = body_style(4);
    title.across = line.across = Across::centre;
    const double words = std::min(rest.width, 860.0);
    const double line_height = widgets::fit_text(model.line, line, {words, 140}).height + 2;
    const double above = std::min(digits_height, rest.height - title_height - line_height - 20);
    Rect middle = centred(rest, words, above + title_height + line_height + 20);
    const Rect large = cut_top(middle, above, 10);
    if (model.digits.empty())
        add_sign(board, large, model.icon);
    else
        add_digits(board, large, model.digits);
    board.label("word-title", cut_top(middle, title_height, 10), model.title, title, Role::heading);
    board.label("word-line", middle, model.line, line);
}

}  // namespace makegood::terminal::clerk
