#include "app/terminal/clerk/views.hpp"

namespace makegood::terminal::clerk {
namespace {

constexpr double width_at_most = 880, inside = 56, sign_side = 84;

Rect add_card(Board& board, double height) {
    Control card;
    card.id = "card";
    card.box = centred(board.window, std::min(width_at_most, board.content.width), height);
    card.shapes.push_back(panel(card.box, Look::plain));
    return board.add(std::move(card)).box.shrunk(inside, inside);
}

}  // namespace

// One card in the middle of the empty window: what is so, the way out, and two things to do.
void add_body(Board& board, const presenter::Trouble& model) {
    const double width = std::min(width_at_most, board.content.width) - 2 * inside;
    const double button_height = std::max(board.touch, 84.0);
    const TextStyle title = title_style(2);
    TextStyle text = body_style(12);
    text.size = 24;
    const double room = board.window.height - 64 - 2 * inside - sign_side - 24 - button_height - 40;
    const double title_height = widgets::fit_text(model.title, title, {width, room * 0.3}).height;
    const double text_height = widgets::fit_text(model.text, text, {width, room * 0.65}).height;
    Rect rest =
        add_card(board, 2 * inside + sign_side + 24 + title_height + 16 + text_height + 40 + button_height);
    Control sign;
    sign.id = "sign";
    sign.box = cut_top(rest, sign_side, 24);
    sign.box.width = sign_side;
    mark(sign, sign.box, "exclamation", Paint::warm);
    board.add(std::move(sign));
    board.label("trouble-title", cut_top(rest, title_height + 1, 15), model.title, title, Role::heading);
    board.label("trouble", cut_top(rest, text_height + 1, 39), model.text, text, Role::status);
    const std::vector<Rect> pair = widgets::grid(rest, 2, 1, 18);
    board.add(button("again", pair[0], model.again, model.busy ? Look::unavailable : Look::accent));
    board.add(button("close", pair[1], model.close, Look::quiet));
}

}  // namespace makegood::terminal::clerk
