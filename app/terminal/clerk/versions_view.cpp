#include <algorithm>

#include "app/terminal/clerk/views.hpp"

namespace makegood::terminal::clerk {
namespace {

namespace type = widgets::type;
using widgets::Down;

constexpr int across = 2, down = 3;
constexpr double gap = 16, foot = 84;

void add_version(Board& board, const Rect& box, const presenter::VersionLine& version) {
    const std::string said = version.state.empty() ? version.line : version.line + ", " + version.state;
    Control card = pressable("version:" + version.id, box, Role::button, version.title, said);
    card.shapes.push_back(panel(box, version.in_force ? Look::chosen : Look::plain));
    const double title_height = 44, line_height = 26;
    Rect words = centred(box, box.width - 56, title_height + line_height);
    Rect first = cut_top(words, title_height);
    if (!version.state.empty()) {
        const double width = widgets::text_width(version.state, type::body, type::strong) + 4, dot = 14;
        const Rect state = cut_right(first, dot + 10 + width, 16);
        card.shapes.push_back(widgets::Panel{.box = {state.x, state.middle_y() - dot / 2, dot, dot},
                                             .radius = dot / 2,
                                             .fill = Paint::accent});
        TextStyle style = strong_style();
        style.down = Down::middle;
        write(card, {state.x + dot + 10, state.y, width, state.height}, version.state, style);
    }
    TextStyle title = title_style();
    title.size = 28;
    title.down = Down::middle;
    write(card, first, version.title, title);
    TextStyle line = caption_style();
    line.may_shorten = true;
    write(card, words, version.line, line);
    board.add(std::move(card));
}

}  // namespace

// The newest first; below, the way back and the way to older ones.
void add_body(Board& board, const presenter::VersionsView& model) {
    Rect rest = board.content;
    const Rect below = cut_bottom(rest, std::max(foot, board.touch), gap);
    const auto ends = widgets::grid(below, across, 1, gap);
    if (!model.back.empty()) board.add(button("do:back", ends.front(), model.back, Look::outlined));
    if (!model.more.empty()) board.add(button("more", ends.back(), model.more, Look::outlined));
    if (!model.message.empty())
        return add_nothing(board, model.icon.empty() ? "clock" : model.icon, model.message);
    const auto places = widgets::grid(rest, across, down, gap);
    for (std::size_t i = 0; i < std::min(model.lines.size(), places.size()); ++i)
        add_version(board, places[i], model.lines[i]);
}

}  // namespace makegood::terminal::clerk
