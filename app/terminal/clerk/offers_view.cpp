#include "app/terminal/clerk/offer_card.hpp"
#include "app/terminal/clerk/views.hpp"

namespace makegood::terminal::clerk {
namespace {

namespace type = widgets::type;

constexpr double card_gap = 20, free_gap = 16;
constexpr std::size_t places = 3;

void add_free(Board& board, const Rect& box, const presenter::FreeOption& option) {
    Control card = pressable("free:" + option.id, box, Role::button, option.title, option.line);
    card.shapes.push_back(panel(box, Look::plain));
    const Rect words = box.shrunk(22, 8);
    TextStyle title{.size = 20, .weight = type::strong, .max_lines = 2, .min_size = 16};
    TextStyle line = caption_style(2);
    line.size = 16;
    const double line_height =
        option.line.empty() ? 0 : widgets::fit_text(option.line, line, {words.width, 40}).height;
    const double title_height =
        widgets::fit_text(option.title, title, {words.width, words.height - line_height}).height;
    const double y = words.middle_y() - (title_height + line_height) / 2;
    write(card, {words.x, y, words.width, title_height + 1}, option.title, title);
    write(card, {words.x, y + title_height, words.width, line_height + 1}, option.line, line);
    board.add(std::move(card));
}

// Why there are fewer cards than places, in the places that stay empty, and what can be done about it.
void add_note(Board& board, const Rect& box, const presenter::Offers& model) {
    if ((model.note.empty() && model.change_needs.empty()) || box.width <= 0) return;
    Control empty;
    empty.id = "empty-places";
    empty.box = box;
    widgets::Panel place = panel(box, Look::unavailable);
    place.fill = Paint::none;
    empty.shapes.push_back(place);
    board.add(std::move(empty));
    TextStyle style{.size = 26, .max_lines = 8, .min_size = type::caption};
    style.paint = Paint::muted;
    style.across = widgets::Across::centre;
    style.down = widgets::Down::middle;
    const double width = std::min(560.0, box.width - 48), height = std::max(board.touch, 76.0);
    Rect inside = centred(box, width, box.height - 48);
    if (!model.change_needs.empty()) {
        const Rect foot = cut_bottom(inside, height, 24);
        board.label("note", inside, model.note, style);
        board.add(
            button("needs", centred(foot, std::min(width, 360.0), height), model.change_needs, Look::quiet));
        return;
    }
    board.label("note", inside, model.note, style);
}

}  // namespace

void add_body(Board& board, const presenter::Offers& model) {
    Rect rest = board.content;
    const Rect free = cut_bottom(rest, std::max(board.touch, 84.0), 6);
    const Rect caption = cut_bottom(rest, 26, 12);
    const std::vector<Rect> boxes = widgets::columns(rest, {1.213, 1, 1}, card_gap);
    const std::size_t shown = std::min(model.cards.size(), places);
    for (std::size_t i = 0; i < shown; ++i) add_offer_card(board, boxes[i], model.cards[i], model.busy);
    if (shown < places) add_note(board, boxes[shown].united(boxes.back()), model);
    board.label("free-caption", caption.shrunk(4, 0), model.free_caption, caption_style());
    const int across = model.free.size() > 4 ? 5 : 4;
    const std::vector<Rect> boxes_below = widgets::grid(free, across, 1, free_gap);
    for (std::size_t i = 0; i < std::min(model.free.size(), boxes_below.size()); ++i)
        add_free(board, boxes_below[i], model.free[i]);
}

}  // namespace makegood::terminal::clerk
