#include <cmath>

#include "app/terminal/clerk/views.hpp"

namespace makegood::terminal::clerk {
namespace {

namespace type = widgets::type;
using widgets::Across;
using widgets::Down;

constexpr double gap = 16, tile_height = 108;

void add_person(Board& board, const Rect& box, const presenter::PersonTile& person) {
    Control tile = pressable("person:" + person.id, box, Role::toggle, person.name);
    tile.checked = person.chosen;
    tile.shapes.push_back(panel(box, person.chosen ? Look::chosen : Look::plain));
    const double side = std::min(64.0, box.height - 20);
    const Rect circle{box.x + 20, box.middle_y() - side / 2, side, side};
    tile.shapes.push_back(widgets::Panel{
        .box = circle, .radius = side / 2, .fill = person.chosen ? Paint::accent : Paint::sunk});
    TextStyle initials = strong_style();
    initials.min_size = 12;
    initials.paint = person.chosen ? Paint::accent_ink : Paint::ink;
    initials.across = Across::centre;
    initials.down = Down::middle;
    write(tile, circle.shrunk(6), person.initials, initials);
    TextStyle name = strong_style(2);
    name.down = Down::middle;
    name.may_shorten = true;
    write(tile, {circle.right() + 16, box.y + 8, box.right() - circle.right() - 32, box.height - 16},
          person.name, name);
    board.add(std::move(tile));
}

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
    for (std::size_t i = 0; i < model.people.size(); ++i) add_person(board, places[i], model.people[i]);
}

// What was entered shows as dots; how many a PIN has stays a secret.
void add_entered(Board& board, const Rect& box, const presenter::SignIn& model) {
    Control entered;
    entered.id = "entered";
    entered.box = box;
    entered.role = Role::status;
    entered.name = std::string(static_cast<std::size_t>(model.digits), '*');
    entered.shapes.push_back(widgets::Panel{.box = box, .radius = widgets::corner::key, .raised = true});
    const double dot = 18, step = std::min(40.0, (box.width - 40) / std::max(1, model.digits));
    double x = box.middle_x() - step * (model.digits - 1) / 2 - dot / 2;
    for (int i = 0; i < model.digits; ++i, x += step)
        entered.shapes.push_back(widgets::Panel{.box = {x, box.middle_y() - dot / 2, dot, dot},
                                                .radius = dot / 2,
                                                .fill = model.busy ? Paint::muted : Paint::ink});
    board.add(std::move(entered));
}

void add_pad(Board& board, const Rect& box, const presenter::SignIn& model) {
    Rect rest = box;
    add_entered(board, cut_top(rest, 72, 8), model);
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
