#include "app/terminal/clerk/views.hpp"

namespace makegood::terminal::clerk {
namespace {

namespace type = widgets::type;
using presenter::Choice;
using widgets::Across;
using widgets::Down;

constexpr double gap = widgets::space::tile_gap;
constexpr double action_width = 280, chip_gap = 14;

Look look_of(const Choice& choice) {
    if (!choice.unavailable.empty()) return Look::unavailable;
    return choice.chosen ? Look::chosen : Look::plain;
}

Control choice_control(const std::string& kind, const Choice& choice, const Rect& box, double radius) {
    Control control = pressable(kind + ":" + choice.id, box, Role::toggle, choice.text, choice.unavailable);
    control.checked = choice.chosen;
    control.unavailable = !choice.unavailable.empty();
    control.shapes.push_back(panel(box, look_of(choice), radius));
    return control;
}

void add_kind(Board& board, const Rect& box, const Choice& choice) {
    Control tile = choice_control("kind", choice, box, widgets::corner::card);
    TextStyle style = strong_style(2);
    style.paint = ink_of(look_of(choice));
    style.across = Across::centre;
    const double icon = 48, space = 12, width = box.width - 32;
    const double words = widgets::fit_text(choice.text, style, {width, 58}).height + 1;
    const double y = box.middle_y() - (icon + space + words) / 2;
    mark(tile, {box.middle_x() - icon / 2, y, icon, icon}, choice.icon,
         choice.unavailable.empty() ? Paint::accent : Paint::muted);
    write(tile, {box.x + 16, y + icon + space, width, words}, choice.text, style);
    board.add(std::move(tile));
}

void add_severity(Board& board, const Rect& box, const Choice& choice) {
    Control card = choice_control("severity", choice, box, widgets::corner::card);
    const double icon = 50;
    mark(card, {box.x + 28, box.middle_y() - icon / 2, icon, icon}, choice.icon, Paint::accent);
    TextStyle style = strong_style(2);
    style.paint = ink_of(look_of(choice));
    style.down = Down::middle;
    write(card, {box.x + 28 + icon + 18, box.y + 8, box.width - icon - 70, box.height - 16}, choice.text,
          style);
    board.add(std::move(card));
}

// As wide as its words in their chosen weight, so that choosing moves nothing; the rest is shared.
std::vector<double> chip_shares(const std::vector<Choice>& chips, double least, double width) {
    std::vector<double> shares;
    double sum = 0;
    for (const Choice& chip : chips)
        sum += shares.emplace_back(std::max(least, widgets::text_width(chip.text, 20, type::strong) + 36));
    const double spare = width - sum - chip_gap * (static_cast<double>(chips.size()) - 1);
    if (spare > 0)
        for (double& share : shares) share += std::min(20.0, spare / static_cast<double>(chips.size()));
    return shares;
}

void add_context(Board& board, const Rect& box, const std::vector<Choice>& chips) {
    if (chips.empty()) return;
    const std::vector<double> shares = chip_shares(chips, board.touch, box.width);
    double sum = chip_gap * (static_cast<double>(chips.size()) - 1);
    for (double share : shares) sum += share;
    Rect row = box;
    row.width = std::min(box.width, sum);
    const std::vector<Rect> places = widgets::columns(row, shares, chip_gap);
    for (std::size_t i = 0; i < chips.size(); ++i) {
        Control chip = choice_control("context", chips[i], places[i], box.height / 2);
        TextStyle style{.size = 20,
                        .weight = chips[i].chosen ? type::strong : type::regular,
                        .across = Across::centre,
                        .down = Down::middle,
                        .max_lines = 2,
                        .min_size = 15};
        style.paint = ink_of(look_of(chips[i]));
        write(chip, places[i].shrunk(14, 6), chips[i].text, style);
        board.add(std::move(chip));
    }
}

}  // namespace

void add_body(Board& board, const presenter::Failure& model) {
    Rect rest = board.content;
    Rect foot = cut_bottom(rest, std::max(board.touch, 72.0), gap);
    const Rect faces = cut_bottom(rest, std::max(board.touch, 92.0), gap);
    const std::vector<Rect> places = widgets::grid(rest, 4, 2, gap);
    for (std::size_t i = 0; i < std::min(model.kinds.size(), places.size()); ++i)
        add_kind(board, places[i], model.kinds[i]);
    const std::vector<Rect> thirds = widgets::grid(faces, 3, 1, gap);
    for (std::size_t i = 0; i < std::min(model.severities.size(), thirds.size()); ++i)
        add_severity(board, thirds[i], model.severities[i]);
    const Rect action = cut_right(foot, action_width, 24);
    add_context(board, foot, model.context);
    Control& go =
        board.add(button("action", action, model.action, look_of(true, !model.unavailable.empty())));
    go.description = model.unavailable;
}

}  // namespace makegood::terminal::clerk
