#include "app/terminal/clerk/views.hpp"

namespace makegood::terminal::clerk {
namespace {

namespace type = widgets::type;
using widgets::Down;

constexpr int across = 3, down = 2;

// A small screen drops air, not size.
struct Air {
    double keys, found, between, field;
};
constexpr Air generous{8, 12, 14, 72}, tight{6, 8, 9, 52};

void add_field(Board& board, const Rect& box, const presenter::Search& model) {
    Control field;
    field.id = "typed";
    field.box = box;
    field.role = Role::status;
    field.name = model.text.empty() ? model.hint : model.text;
    field.shapes.push_back(widgets::Panel{.box = box,
                                          .radius = widgets::corner::button,
                                          .border = Paint::accent,
                                          .border_width = 3,
                                          .raised = true});
    const double icon = 36;
    mark(field, {box.x + 26, box.middle_y() - icon / 2, icon, icon}, "search", Paint::accent);
    TextStyle style{.size = 28, .down = Down::middle, .min_size = type::caption, .may_shorten = true};
    const Rect room{box.x + 82, box.y, box.width - 110, box.height};
    double caret = room.x;
    if (model.text.empty()) {
        style.paint = Paint::muted;
        write(field, room.moved(12, 0), model.hint, style);
    } else {
        style.weight = type::strong;
        write(field, room, model.text, style);
        caret +=
            std::min(room.width, widgets::fit_text(model.text, style, {room.width, room.height}).width + 4);
    }
    field.shapes.push_back(
        widgets::Panel{.box = {caret, box.middle_y() - 19, 3, 38}, .radius = 1, .fill = Paint::accent});
    board.add(std::move(field));
}

void add_article(Board& board, const Rect& box, const presenter::ArticleLine& article) {
    Control card = pressable("article:" + article.id, box, Role::button, article.name, article.line);
    card.shapes.push_back(panel(box, Look::plain, widgets::corner::button));
    const double side = std::min(60.0, box.height - 24);
    initial(card, {box.x + 16, box.middle_y() - side / 2, side, side}, article.initial);
    const Rect words{box.x + 16 + side + 14, box.y + 8, box.width - side - 46, box.height - 16};
    TextStyle name{
        .size = 20, .weight = type::strong, .max_lines = 2, .min_size = type::caption, .may_shorten = true};
    TextStyle line = caption_style();
    line.size = 16;
    line.may_shorten = true;
    const double line_height = article.line.empty() ? 0 : 22;
    const double name_height =
        std::min(words.height - line_height,
                 widgets::fit_text(article.name, name, {words.width, words.height - line_height}).height);
    const double y = words.middle_y() - (name_height + line_height) / 2;
    write(card, {words.x, y, words.width, name_height}, article.name, name);
    write(card, {words.x, y + name_height, words.width, line_height}, article.line, line);
    board.add(std::move(card));
}

double height_needed(const Air& air, double key_rows, double touch) {
    const double keyboard = key_rows == 0 ? 0 : key_rows * (touch + air.keys) - air.keys + air.between;
    return air.field + air.between + down * (touch + air.found) - air.found + keyboard;
}

// In the last place: what is not sold here is unmet demand too.
void add_write_down(Board& board, const Rect& box, const presenter::Search& model) {
    Control card =
        pressable("write-down", box, Role::button, model.write_down_name, model.write_down_unavailable);
    card.unavailable = !model.write_down_unavailable.empty();
    const Look look = card.unavailable ? Look::unavailable : Look::outlined;
    card.shapes.push_back(panel(box, look, widgets::corner::button));
    TextStyle style{
        .size = 20, .weight = type::strong, .max_lines = 2, .min_size = type::caption, .may_shorten = true};
    style.paint = ink_of(look);
    style.across = widgets::Across::centre;
    style.down = Down::middle;
    write(card, box.shrunk(16, 8), model.write_down, style);
    board.add(std::move(card));
}

void add_found(Board& board, const Rect& box, const presenter::Search& model, double gap) {
    std::vector<Rect> places = widgets::grid(box, across, down, gap);
    add_write_down(board, places.back(), model);
    places.pop_back();
    const std::size_t shown = std::min(model.found.size(), places.size());
    for (std::size_t i = 0; i < shown; ++i) add_article(board, places[i], model.found[i]);
    if (shown >= places.size()) return;
    TextStyle message = body_style(3);
    message.paint = Paint::muted;
    message.across = widgets::Across::centre;
    message.down = Down::middle;
    Rect free = places[shown].united(places.back());
    if (shown == 0)
        free = places.front().united(places[across - 1]);
    else if (shown <= across)
        free = places[across].united(places.back());
    board.label("message", free.shrunk(24, 4), model.message, message, Role::status);
}

}  // namespace

// Five places for what is found and one for what is not sold, the keyboard below; nothing moves while typing.
void add_body(Board& board, const presenter::Search& model) {
    Rect rest = board.content;
    const double rows = static_cast<double>(model.keyboard.size());
    const Air& air = height_needed(generous, rows, board.touch) <= rest.height ? generous : tight;
    const double spare = std::max(0.0, rest.height - height_needed(air, rows, board.touch));
    if (rows > 0) {
        const double least_above = height_needed(air, 0, board.touch);
        const double wanted = rows * (board.touch + spare * 0.1 + air.keys) - air.keys;
        const double keyboard =
            std::min(wanted, std::max(rows * 60, rest.height - least_above - air.between));
        add_keys(board, cut_bottom(rest, keyboard, air.between), model.keyboard, air.keys);
    }
    add_field(board, cut_top(rest, std::min(air.field + spare * 0.1, 100.0), air.between), model);
    add_found(board, rest, model, air.found);
}

}  // namespace makegood::terminal::clerk
