#include "app/terminal/clerk/offer_card.hpp"

#include <algorithm>

namespace makegood::terminal::clerk {
namespace {

namespace type = widgets::type;
using widgets::Across;
using widgets::Down;
using widgets::fit_text;

constexpr double pill_height = 42, between = 22, square = 84, said_indent = 22;

// Returns what it took from the top of `rest`.
void write_label(Control& control, Rect& rest, const presenter::Card& card) {
    TextStyle style{
        .size = 19, .weight = type::strong, .across = Across::centre, .down = Down::middle, .min_size = 15};
    style.paint = card.best ? Paint::accent_ink : Paint::ink;
    const Rect row = cut_top(rest, pill_height, between);
    if (card.label.empty()) return;
    const double words = fit_text(card.label, style, {row.width - 36, pill_height}).width + 2;
    const Rect pill{row.x, row.y, std::min(row.width, words + 36), pill_height};
    control.shapes.push_back(widgets::Panel{
        .box = pill, .radius = pill_height / 2, .fill = card.best ? Paint::accent : Paint::tint});
    write(control, pill.shrunk(16, 0), card.label, style);
}

// said_least: what the sentence needs below at its smallest; it may never be cut, a long name may.
void write_identity(Control& control, Rect& rest, const presenter::Card& card, double said_least) {
    TextStyle title{.size = card.best ? 30.0 : 26.0,
                    .weight = type::heading,
                    .max_lines = 3,
                    .min_size = 20,
                    .may_shorten = true};
    TextStyle detail = caption_style(2);
    detail.may_shorten = true;
    const double x = rest.x + square + 18, width = rest.width - square - 18;
    const double detail_height =
        card.detail.empty() ? 0 : fit_text(card.detail, detail, {width, 46}).height + 4;
    const double most = std::max(square, std::min(132.0, rest.height - between - said_least)) - detail_height;
    const double title_height = fit_text(card.title, title, {width, most}).height;
    const double height = std::max(square, title_height + detail_height);
    const Rect row = cut_top(rest, height, between);
    initial(control, {row.x, row.y + (height > square + 20 ? 0 : (height - square) / 2), square, square},
            card.initial);
    const double y = row.y + (height - title_height - detail_height) / 2;
    write(control, {x, y, width, title_height + 1}, card.title, title);
    write(control, {x, y + title_height + 4, width, std::max(0.0, detail_height - 4)}, card.detail, detail);
}

void write_price(Control& control, const Rect& row, const presenter::Card& card) {
    TextStyle word{.size = 20, .down = Down::middle, .min_size = 15};
    TextStyle amount = word;
    amount.weight = type::heading;
    TextStyle cost = caption_style();
    cost.across = Across::right;
    cost.down = Down::middle;
    const double word_width = widgets::text_width(card.pays_word + " ", word.size, word.weight) + 1;
    const double cost_width =
        std::min(row.width * 0.5, widgets::text_width(card.cost, cost.size, cost.weight) + 1);
    write(control, {row.x, row.y, word_width, row.height}, card.pays_word, word);
    write(control, {row.x + word_width, row.y, row.width - word_width - cost_width - 8, row.height},
          card.pays, amount);
    write(control, {row.right() - cost_width, row.y, cost_width, row.height}, card.cost, cost);
}

TextStyle said_style(const presenter::Card& card) {
    return {.size = card.best ? 22.0 : 20.0, .max_lines = 12, .min_size = 16};
}

double least_height_said(const Rect& rest, const presenter::Card& card) {
    TextStyle style = said_style(card);
    style.size = style.min_size;
    return card.sentence.empty() ? 0
                                 : fit_text(card.sentence, style, {rest.width - said_indent, 400}).height + 1;
}

// The words to say aloud, set off by a bar as long as they are.
Rect write_sentence(Control& control, const Rect& rest, const presenter::Card& card) {
    const TextStyle style = said_style(card);
    const Rect room{rest.x + said_indent, rest.y, rest.width - said_indent, rest.height};
    if (card.sentence.empty()) return {rest.x, rest.y, rest.width, 0};
    const double height =
        std::min(room.height, fit_text(card.sentence, style, {room.width, room.height}).height);
    control.shapes.push_back(
        widgets::Panel{.box = {rest.x, rest.y, 4, height}, .radius = 0, .fill = Paint::accent});
    write(control, {room.x, room.y, room.width, height + 1}, card.sentence, style);
    return {rest.x, rest.y, rest.width, height};
}

// On top of the card, so that a touch on it is not one on the card. It answers as far as the card's corner: a
// finger that slips past it must give nothing.
void add_no(Board& board, const Rect& inside, const Rect& box, const presenter::Card& card, bool busy) {
    Rect answers = centred(box, std::max(board.touch, box.width), std::max(board.touch, box.height));
    answers.width = inside.right() - answers.x;
    answers.height = inside.bottom() - answers.y;
    Control no = pressable("no:" + card.id, answers, Role::button, card.no + ": " + card.title);
    no.unavailable = busy;
    no.shapes.push_back(panel(box, busy ? Look::unavailable : Look::outlined, widgets::corner::button));
    mark(no, centred(box, 26, 26), "cross", Paint::ink);
    board.add(std::move(no));
}

}  // namespace

void add_offer_card(Board& board, const Rect& box, const presenter::Card& card, bool busy) {
    Control control = pressable("card:" + card.id, box, Role::button, card.action + ": " + card.title);
    control.description = card.label + ". " + card.detail + ". " + card.reason;
    widgets::Panel ground = panel(box, Look::plain);
    if (card.best) {
        ground.border = Paint::accent;
        ground.border_width = 4;
    }
    control.shapes.push_back(ground);
    Rect rest = box.shrunk(widgets::space::inside, std::min(widgets::space::inside, box.height * 0.052));
    const Look look = busy ? Look::unavailable : card.best ? Look::accent : Look::quiet;
    Rect foot = cut_bottom(rest, std::clamp(box.height * 0.14, 60.0, 76.0), 16);
    const Rect no = card.no.empty() ? Rect{} : cut_right(foot, std::max(board.touch, foot.height), 12);
    draw_button(control, foot, card.action, look);
    const Rect price = cut_bottom(rest, 30, 4);
    write_price(control, price, card);
    TextStyle place = caption_style(2);
    place.down = Down::bottom;
    const double place_height =
        card.place.empty() ? 0 : std::min(46.0, fit_text(card.place, place, {rest.width, 46}).height);
    write(control, cut_bottom(rest, place_height, 10), card.place, place);
    write_label(control, rest, card);
    write_identity(control, rest, card, least_height_said(rest, card));
    const double top = rest.y;
    const Rect said = write_sentence(control, rest, card);
    Rect below = rest;
    cut_top(below, said.height, 14);
    TextStyle why = caption_style(2);
    if (!card.reason.empty() && below.height > 0 &&
        !fit_text(card.reason, why, {below.width, below.height}).cut)
        write(control, {below.x, below.y, below.width, std::min(46.0, below.height)}, card.reason, why);
    board.add(std::move(control));
    if (!card.no.empty()) add_no(board, box, no, card, busy);
    board.read_aloud("said:" + card.id, {box.x, top, box.width, std::max(1.0, said.height)}, card.sentence);
    const std::string pays = card.pays_word + (card.pays.empty() ? "" : " " + card.pays);
    board.read_aloud("price:" + card.id, price, pays + (pays.empty() ? "" : ", ") + card.cost);
    board.read_aloud("place:" + card.id, price.moved(0, -place_height), card.place);
}

}  // namespace makegood::terminal::clerk
