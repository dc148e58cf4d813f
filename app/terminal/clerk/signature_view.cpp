#include <algorithm>

#include "app/terminal/clerk/views.hpp"

namespace makegood::terminal::clerk {
namespace {

using widgets::Across;
using widgets::Down;

constexpr double gap = 12, widest = 1240, pad_width = 380;

void add_reason(Board& board, const Rect& box, const presenter::Choice& choice) {
    const Look look = choice.chosen ? Look::chosen : Look::quiet;
    Control chip = pressable("sheet:" + choice.id, box, Role::toggle, choice.text);
    chip.checked = choice.chosen;
    chip.shapes.push_back(panel(box, look, box.height / 2));
    TextStyle style = strong_style(2);
    style.paint = ink_of(look);
    style.across = Across::centre;
    style.down = Down::middle;
    write(chip, box.shrunk(24, 6), choice.text, style);
    board.add(std::move(chip));
}

// Who signs, why, and the way out; rows of the same height, from the top.
void add_left(Board& board, Rect rest, const presenter::Sheet& sheet) {
    const auto& people = sheet.signature->people;
    const int across = people.size() > 4 ? 3 : 2;
    const int down = std::max(1, (static_cast<int>(people.size()) + across - 1) / across);
    const double row = std::max(board.touch, 76.0);
    const Rect names = cut_top(rest, down * (row + gap) - gap, gap + 8);
    const auto tiles = widgets::grid(names, across, down, gap);
    for (std::size_t i = 0; i < std::min(tiles.size(), people.size()); ++i)
        add_person(board, "signer", tiles[i], people[i]);
    const int lines = (static_cast<int>(sheet.choices.size()) + 1) / 2;
    const auto chips = widgets::grid(cut_top(rest, lines * (row + gap) - gap, gap), 2, lines, gap);
    for (std::size_t i = 0; i < std::min(chips.size(), sheet.choices.size()); ++i)
        add_reason(board, chips[i], sheet.choices[i]);
    const Rect foot = cut_bottom(rest, row);
    if (sheet.signature->wait.empty())
        return static_cast<void>(board.add(button("sheet-other", foot, sheet.other, Look::outlined)));
    const auto ends = widgets::grid(foot, 2, 1, gap);
    board.add(button("sheet-other", ends.front(), sheet.other, Look::outlined));
    board.add(button("sheet:wait", ends.back(), sheet.signature->wait, Look::outlined));
}

void add_right(Board& board, Rect rest, const presenter::Signature& signature) {
    add_entered(board, cut_top(rest, 56, 6), signature.digits, signature.busy);
    TextStyle message = caption_style(3);
    message.weight = widgets::type::strong;
    message.paint = Paint::bad;
    message.across = Across::centre;
    message.down = Down::middle;
    board.label("sheet-message", cut_top(rest, 62, 6), signature.message, message, Role::status);
    add_keys(board, rest, signature.keyboard, 10);
}

}  // namespace

void add_signature(Board& board, const presenter::Sheet& sheet) {
    const double pad = 56 + 6 + 62 + 6 + 4 * std::max(board.touch, 76.0) + 3 * 10;
    Rect rest = add_form_card(board, sheet, widest, pad);
    const Rect right = cut_right(rest, pad_width, 36);
    add_left(board, rest, sheet);
    add_right(board, right, *sheet.signature);
}

}  // namespace makegood::terminal::clerk
