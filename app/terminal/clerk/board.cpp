#include "app/terminal/clerk/board.hpp"

#include <algorithm>
#include <cmath>

namespace makegood::terminal::clerk {

namespace type = widgets::type;
using widgets::Across;
using widgets::Down;

void Board::read_aloud(std::string id, const Rect& box, std::string text) {
    if (text.empty()) return;
    Control control;
    control.id = std::move(id);
    control.box = box;
    control.role = Role::label;
    control.name = std::move(text);
    add(std::move(control));
}

void Board::label(std::string id, const Rect& box, const std::string& text, const TextStyle& style,
                  Role role) {
    if (text.empty()) return;
    Control control;
    control.id = std::move(id);
    control.box = box;
    control.role = role;
    control.name = text;
    write(control, box, text, style);
    add(std::move(control));
}

TextStyle title_style(int lines, double smallest) {
    return {.size = type::title, .weight = type::heading, .max_lines = lines, .min_size = smallest};
}

TextStyle body_style(int lines) {
    return {.size = type::body, .max_lines = lines, .min_size = type::caption};
}

TextStyle strong_style(int lines) {
    return {.size = type::body, .weight = type::strong, .max_lines = lines, .min_size = type::caption};
}

TextStyle caption_style(int lines) {
    return {.size = type::caption, .paint = Paint::muted, .max_lines = lines, .min_size = 14};
}

Look look_of(bool accent, bool unavailable) {
    if (unavailable) return Look::unavailable;
    return accent ? Look::accent : Look::plain;
}

Paint fill_of(Look look) {
    switch (look) {
        case Look::accent:
            return Paint::accent;
        case Look::quiet:
            return Paint::sunk;
        case Look::plain:
        case Look::outlined:
            return Paint::surface;
        case Look::chosen:
            return Paint::tint;
        case Look::unavailable:
            return Paint::ground;
    }
    return Paint::surface;
}

Paint ink_of(Look look) {
    switch (look) {
        case Look::accent:
            return Paint::accent_ink;
        case Look::unavailable:
            return Paint::muted;
        case Look::quiet:
        case Look::plain:
        case Look::outlined:
        case Look::chosen:
            return Paint::ink;
    }
    return Paint::ink;
}

Paint paint_of(presenter::Health health) {
    switch (health) {
        case presenter::Health::good:
            return Paint::accent;
        case presenter::Health::attention:
            return Paint::warm;
        case presenter::Health::bad:
            return Paint::bad;
    }
    return Paint::accent;
}

widgets::Panel panel(const Rect& box, Look look, double radius) {
    widgets::Panel made{.box = box, .radius = radius, .fill = fill_of(look)};
    made.raised = look == Look::plain || look == Look::accent;
    if (look == Look::chosen) {
        made.border = Paint::accent;
        made.border_width = 4;
        made.raised = true;
    }
    if (look == Look::unavailable || look == Look::outlined) {
        made.border = Paint::sunk;
        made.border_width = 3;
    }
    return made;
}

void write(Control& control, const Rect& box, const std::string& text, const TextStyle& style) {
    if (!text.empty()) control.shapes.push_back(widgets::Text{box, text, style});
}

void mark(Control& control, const Rect& box, const std::string& icon, Paint paint) {
    control.shapes.push_back(widgets::Icon{box, icon, paint});
}

void initial(Control& control, const Rect& box, const std::string& letter) {
    control.shapes.push_back(
        widgets::Panel{.box = box, .radius = widgets::corner::square, .fill = Paint::sunk});
    TextStyle style = title_style();
    style.size = std::min(type::title + 4, box.width * 0.46);
    style.paint = Paint::accent;
    style.across = Across::centre;
    style.down = Down::middle;
    write(control, box, letter, style);
}

Control pressable(std::string id, const Rect& box, Role role, std::string name, std::string description) {
    Control control;
    control.id = std::move(id);
    control.box = box;
    control.role = role;
    control.name = std::move(name);
    control.description = std::move(description);
    return control;
}

void draw_button(Control& on, const Rect& box, const std::string& text, Look look) {
    widgets::Panel ground = panel(box, look, widgets::corner::button);
    ground.raised = look == Look::plain;
    on.shapes.push_back(ground);
    TextStyle style = strong_style(2);
    style.size = 24;
    style.paint = ink_of(look);
    style.across = Across::centre;
    style.down = Down::middle;
    write(on, box.shrunk(16, 6), text, style);
}

Control button(std::string id, const Rect& box, const std::string& text, Look look) {
    Control control = pressable(std::move(id), box, Role::button, text);
    control.unavailable = look == Look::unavailable;
    draw_button(control, box, text, look);
    return control;
}

void add_nothing(Board& board, const std::string& icon, const std::string& message) {
    const double side = 84;
    Control sign;
    sign.id = "sign";
    sign.box = centred(board.content, side, side).moved(0, -50);
    mark(sign, sign.box, icon, Paint::accent);
    board.add(std::move(sign));
    TextStyle style = title_style(3);
    style.across = Across::centre;
    board.label("message", centred(board.content, std::min(800.0, board.content.width), 130).moved(0, 84),
                message, style);
}

void add_typed(Board& board, const Rect& box, const std::string& icon, const std::string& text,
               const std::string& hint) {
    Control field;
    field.id = "typed";
    field.box = box;
    field.role = Role::status;
    field.name = text.empty() ? hint : text;
    field.shapes.push_back(widgets::Panel{.box = box,
                                          .radius = widgets::corner::button,
                                          .border = Paint::accent,
                                          .border_width = 3,
                                          .raised = true});
    const double side = 36;
    mark(field, {box.x + 26, box.middle_y() - side / 2, side, side}, icon, Paint::accent);
    TextStyle style{.size = 28, .down = Down::middle, .min_size = type::caption, .may_shorten = true};
    const Rect room{box.x + 82, box.y, box.width - 110, box.height};
    double caret = room.x;
    if (text.empty()) {
        style.paint = Paint::muted;
        write(field, room.moved(12, 0), hint, style);
    } else {
        style.weight = type::strong;
        write(field, room, text, style);
        caret += std::min(room.width, widgets::fit_text(text, style, {room.width, room.height}).width + 4);
    }
    field.shapes.push_back(
        widgets::Panel{.box = {caret, box.middle_y() - 19, 3, 38}, .radius = 1, .fill = Paint::accent});
    board.add(std::move(field));
}

void add_paper(Board& board, const Rect& box, const std::optional<Bitmap>& paper, const std::string& name,
               const std::string& caption) {
    Control card;
    card.id = "paper-card";
    card.box = box;
    card.shapes.push_back(panel(box, Look::plain));
    board.add(std::move(card));
    Rect rest = box.shrunk(32, 32);
    const double caption_height = 52, margin = 20;
    TextStyle style = caption_style(2);
    style.across = Across::centre;
    if (!paper || paper->width <= 0 || paper->height <= 0) {
        Control waiting;
        waiting.id = "paper-icon";
        mark(waiting, waiting.box = centred(rest, 72, 72).moved(0, -36), "printer", Paint::muted);
        board.add(std::move(waiting));
        board.label("paper-caption", {rest.x, rest.middle_y() + 28, rest.width, caption_height}, caption,
                    style);
        return;
    }
    const double room_width = std::min(rest.width, 400.0) - 2 * margin;
    const double room_height = rest.height - caption_height - 2 * margin;
    const double scale = std::min({room_width / paper->width, room_height / paper->height, 1.0});
    const double width = paper->width * scale, height = paper->height * scale;
    const Rect sheet =
        centred(cut_top(rest, rest.height - caption_height), width + 2 * margin, height + 2 * margin);
    Control image;
    image.id = "paper";
    image.box = sheet;
    image.role = Role::image;
    image.name = name;
    image.shapes.push_back(widgets::Panel{.box = sheet,
                                          .radius = 6,
                                          .fill = Paint::paper,
                                          .border = Paint::sunk,
                                          .border_width = 2,
                                          .raised = true});
    image.shapes.push_back(widgets::Paper{sheet.shrunk(margin), std::make_shared<const Bitmap>(*paper)});
    board.add(std::move(image));
    board.label("paper-caption", {rest.x, sheet.bottom() + 18, rest.width, caption_height}, caption, style);
}

}  // namespace makegood::terminal::clerk
