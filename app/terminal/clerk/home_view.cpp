#include "app/terminal/clerk/views.hpp"

namespace makegood::terminal::clerk {
namespace {

namespace type = widgets::type;
using widgets::Down;

constexpr double badge_height = 52;

void add_field(Board& board, const Rect& box, const std::string& hint) {
    Control field = pressable("field", box, Role::field, hint);
    field.shapes.push_back(panel(box, Look::plain));
    const double icon = 46;
    mark(field, {box.x + 36, box.middle_y() - icon / 2, icon, icon}, "barcode", Paint::accent);
    TextStyle style{
        .size = 28, .paint = Paint::muted, .down = Down::middle, .max_lines = 2, .min_size = type::caption};
    write(field, {box.x + 108, box.y + 10, box.width - 140, box.height - 20}, hint, style);
    board.add(std::move(field));
}

void write_badge(Control& tile, const Rect& box, const std::string& badge) {
    if (badge.empty()) return;
    const double height = 52,
                 width = std::max(height, widgets::text_width(badge, type::body, type::strong) + 30);
    const Rect round{box.right() - 24 - width, box.y + 24, width, height};
    tile.shapes.push_back(widgets::Panel{.box = round, .radius = height / 2, .fill = Paint::warm});
    TextStyle style = strong_style();
    style.paint = Paint::warm_ink;
    style.across = widgets::Across::centre;
    style.down = Down::middle;
    write(tile, round, badge, style);
}

void add_tile(Board& board, const Rect& box, const presenter::Tile& model) {
    const Look look = look_of(model.accent, !model.unavailable.empty());
    std::string description = model.line;
    if (!model.unavailable.empty()) description += ". " + model.unavailable;
    if (!model.badge.empty()) description = model.badge + ". " + description;
    Control tile = pressable("tile:" + model.id, box, Role::button, model.title, description);
    tile.unavailable = !model.unavailable.empty();
    tile.shapes.push_back(panel(box, look));
    const double icon = std::min(60.0, box.height * 0.26);
    const Paint icon_paint = look == Look::plain ? Paint::accent : ink_of(look);
    mark(tile, {box.x + 31, box.y + 31, icon, icon}, model.icon, icon_paint);
    Rect words = box.shrunk(widgets::space::inside, 25);
    TextStyle line{.size = 20,
                   .paint = look == Look::accent ? Paint::accent_ink : Paint::muted,
                   .max_lines = 2,
                   .min_size = type::caption};
    const double line_height = widgets::fit_text(model.line, line, {words.width, 56}).height;
    write(tile, cut_bottom(words, std::max(28.0, line_height), 4), model.line, line);
    cut_top(words, model.badge.empty() ? std::max(0.0, icon - 12) : badge_height + 2);
    TextStyle title = title_style(2);
    title.down = Down::bottom;
    title.paint = ink_of(look);
    write(tile, words, model.title, title);
    write_badge(tile, box, model.badge);
    board.add(std::move(tile));
}

}  // namespace

void add_body(Board& board, const presenter::Home& model) {
    Rect rest = board.content;
    const double field = std::max(board.touch, std::min(104.0, rest.height * 0.16));
    add_field(board, cut_top(rest, field, widgets::space::card_gap), model.field_hint);
    const std::vector<Rect> places = widgets::grid(rest, 2, 2, widgets::space::card_gap);
    for (std::size_t i = 0; i < std::min(model.tiles.size(), places.size()); ++i)
        add_tile(board, places[i], model.tiles[i]);
}

}  // namespace makegood::terminal::clerk
