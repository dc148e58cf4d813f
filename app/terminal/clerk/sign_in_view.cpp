#include "app/terminal/clerk/views.hpp"

namespace makegood::terminal::clerk {
namespace {

namespace type = widgets::type;
using widgets::Across;
using widgets::Down;

constexpr double gap = 16, tile_height = 108;

void add_people(Board& board, Rect box, const presenter::SignIn& model) {
    TextStyle prompt = title_style(2);
    prompt.down = Down::middle;
    board.label("prompt", cut_top(box, 84, 12), model.prompt, prompt);
    const int count = static_cast<int>(model.people.size());
    const int rows_at_most = std::max(1, static_cast<int>((box.height + gap) / (board.touch + gap)));
    const int across = std::max(2, (count + rows_at_most - 1) / rows_at_most);
    const int down = std::max(1, (count + across - 1) / across);
    box.height = std::min(box.height, down * std::max(tile_height, board.touch) + (down - 1) * gap);
    const std::vector<Rect> places = widgets::grid(box, across, down, gap);
    for (std::size_t i = 0; i < model.people.size(); ++i)
        add_person(board, "person", places[i], model.people[i]);
}

void add_pad(Board& board, const Rect& box, const presenter::SignIn& model) {
    Rect rest = box;
    add_entered(board, cut_top(rest, 72, 8), model.digits, model.busy);
    TextStyle message = caption_style(2);
    message.weight = type::strong;
    message.paint = Paint::bad;
    message.across = Across::centre;
    message.down = Down::middle;
    board.label("message", cut_top(rest, 46, 8).shrunk(12, 0), model.message, message, Role::status);
    add_keys(board, rest, model.keyboard, 14);
}

}  // namespace

void add_body(Board& board, const presenter::SignIn& model) {
    const std::vector<Rect> halves = widgets::columns(board.content, {1.5, 1}, widgets::space::card_gap);
    add_people(board, halves[0], model);
    add_pad(board, halves[1], model);
}

}  // namespace makegood::terminal::clerk
