#include "app/terminal/clerk/views.hpp"

namespace makegood::terminal::clerk {
namespace {

namespace type = widgets::type;
using widgets::Across;
using widgets::Down;

constexpr int across = 2, down = 4;
constexpr double gap = 16, foot = 84, chip_gap = 14;

void draw_initials(Control& card, const Rect& circle, const std::string& initials) {
    card.shapes.push_back(widgets::Panel{.box = circle, .radius = circle.height / 2, .fill = Paint::sunk});
    TextStyle style = strong_style();
    style.min_size = 12;
    style.across = Across::centre;
    style.down = Down::middle;
    write(card, circle.shrunk(6), initials, style);
}

// What somebody may do, and at the right whether they can sign in: a dot and a word.
void draw_second_line(Control& card, const Rect& box, const presenter::PersonLine& person) {
    TextStyle role = caption_style();
    role.down = Down::top;
    const double dot = 12, space = 9;
    const double words = widgets::text_width(person.sign_in.text, type::caption, type::strong) + 4;
    Rect rest = box;
    const Rect state = cut_right(rest, dot + space + words, 16);
    write(card, rest, person.role, role);
    card.shapes.push_back(widgets::Panel{
        .box = {state.x, state.y + 6, dot, dot}, .radius = dot / 2, .fill = paint_of(person.sign_in.health)});
    TextStyle style = caption_style();
    style.down = Down::top;
    if (person.sign_in.health != presenter::Health::good) {
        style.weight = type::strong;
        style.paint = Paint::ink;
    }
    write(card, {state.x + dot + space, state.y, words, state.height}, person.sign_in.text, style);
}

void add_member(Board& board, const Rect& box, const presenter::PersonLine& person) {
    Control card = pressable("member:" + person.id, box, Role::button, person.name,
                             person.role + ", " + person.sign_in.text);
    card.shapes.push_back(panel(box, Look::plain));
    const double side = std::min(64.0, box.height - 24);
    const Rect circle{box.x + 24, box.middle_y() - side / 2, side, side};
    draw_initials(card, circle, person.initials);
    const double name_height = 32, line_height = 26;
    const Rect words{circle.right() + 20, box.middle_y() - (name_height + line_height) / 2,
                     box.right() - circle.right() - 44, name_height};
    TextStyle name = strong_style();
    name.may_shorten = true;
    write(card, words, person.name, name);
    draw_second_line(card, {words.x, words.bottom(), words.width, line_height}, person);
    board.add(std::move(card));
}

Look look_of(const presenter::Choice& choice) {
    if (!choice.unavailable.empty()) return Look::unavailable;
    return choice.chosen ? Look::chosen : Look::plain;
}

void add_role(Board& board, const Rect& box, const presenter::Choice& choice) {
    const Look look = look_of(choice);
    Control chip = pressable("role:" + choice.id, box, Role::toggle, choice.text, choice.unavailable);
    chip.checked = choice.chosen;
    chip.unavailable = look == Look::unavailable;
    chip.shapes.push_back(panel(box, look, box.height / 2));
    TextStyle style = choice.chosen ? strong_style() : body_style();
    style.paint = ink_of(look);
    style.across = Across::centre;
    style.down = Down::middle;
    write(chip, box.shrunk(14, 6), choice.text, style);
    board.add(std::move(chip));
}

}  // namespace

// Everybody in a fixed place; below, the one thing to do next and the way to the others.
void add_body(Board& board, const presenter::People& model) {
    if (model.add.empty()) return add_nothing(board, model.icon, model.message);
    Rect rest = board.content;
    const Rect below = cut_bottom(rest, std::max(foot, board.touch), gap);
    const std::vector<Rect> places = widgets::grid(rest, across, down, gap);
    for (std::size_t i = 0; i < std::min(model.lines.size(), places.size()); ++i)
        add_member(board, places[i], model.lines[i]);
    const std::vector<Rect> ends = widgets::grid(below, across, 1, gap);
    board.add(button("add", ends.front(), model.add, Look::accent));
    if (!model.more.empty()) board.add(button("more", ends.back(), model.more, Look::outlined));
}

// Name and the way on above, then the roles; the keyboard below never moves.
void add_body(Board& board, const presenter::NewPerson& model) {
    Rect rest = board.content;
    const double line = std::max(board.touch, 72.0), key_gap = 8, keys = 4;
    const double room = rest.height - 2 * (line + gap);
    const double keyboard = std::min(room, keys * (board.touch * 1.1 + key_gap) - key_gap);
    add_keys(board, cut_bottom(rest, keyboard, gap), model.keyboard, key_gap);
    const double spare = std::max(0.0, rest.height - 2 * line - gap);
    Rect first = cut_top(rest, line + spare * 0.2, gap + spare * 0.2);
    const Rect action = cut_right(first, 240, gap);
    add_typed(board, first, "person", model.text, model.hint);
    Control& add = board.add(
        button("action", action, model.action, model.unavailable.empty() ? Look::accent : Look::unavailable));
    add.description = model.unavailable;
    const Rect row = cut_top(rest, line + spare * 0.2);
    const std::vector<Rect> chips =
        widgets::grid(row, std::max(1, static_cast<int>(model.roles.size())), 1, chip_gap);
    for (std::size_t i = 0; i < std::min(chips.size(), model.roles.size()); ++i)
        add_role(board, chips[i], model.roles[i]);
}

}  // namespace makegood::terminal::clerk
