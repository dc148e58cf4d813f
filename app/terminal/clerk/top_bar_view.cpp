#include "app/terminal/clerk/views.hpp"

namespace makegood::terminal::clerk {
namespace {

namespace type = widgets::type;
using presenter::Health;
using presenter::Lamp;
using presenter::TopBar;
using widgets::Across;
using widgets::Down;

constexpr double lamp_width = 168, lamp_height = 60, gap = 12, meter_width = 280, meter_gap = 32, arrow = 22;

struct Heading {
    std::string title, line;
};

Heading heading_of(const presenter::Screen& screen) {
    Heading heading{screen.title, {}};
    if (const auto* offers = std::get_if<presenter::Offers>(&screen.body)) {
        if (!offers->title.empty()) heading.title = offers->title;
        heading.line = offers->line;
    }
    if (const auto* failure = std::get_if<presenter::Failure>(&screen.body)) heading.line = failure->article;
    return heading;
}

// The store and the register, where no screen has a title of its own; one under the other if they are long.
void write_place(Control& on, const Rect& box, const TopBar& top) {
    TextStyle store{.size = type::caption,
                    .weight = type::strong,
                    .down = Down::middle,
                    .max_lines = 2,
                    .min_size = 14,
                    .may_shorten = true};
    TextStyle place = caption_style();
    place.down = Down::middle;
    const std::string after = top.place.empty() ? "" : " · " + top.place;
    const double wanted = widgets::text_width(top.store, store.size, store.weight);
    if (wanted + widgets::text_width(after, place.size, place.weight) <= box.width) {
        write(on, {box.x, box.y, wanted, box.height}, top.store, store);
        write(on, {box.x + wanted, box.y, box.width - wanted, box.height}, after, place);
        return;
    }
    const double height = widgets::fit_text(top.store, store, {box.width, 46}).height;
    const Rect pair = centred(box, box.width, height + 24);
    write(on, {pair.x, pair.y, pair.width, height + 1}, top.store, store);
    write(on, {pair.x, pair.y + height, pair.width, 24}, top.place, place);
}

void write_heading(Control& on, Rect box, const Heading& heading) {
    TextStyle title{.size = type::body,
                    .weight = type::heading,
                    .down = Down::middle,
                    .min_size = type::caption,
                    .may_shorten = true};
    TextStyle line = caption_style(2);
    line.may_shorten = true;
    if (heading.line.empty()) {
        title.max_lines = 2;
        return write(on, box.shrunk(0, 12), heading.title, title);
    }
    const double below = std::max(24.0, widgets::fit_text(heading.line, line, {box.width, 46}).height + 1);
    const Rect pair = centred(box, box.width, 30 + below);
    write(on, {pair.x, pair.y, pair.width, 30}, heading.title, title);
    write(on, {pair.x, pair.y + 30, pair.width, below}, heading.line, line);
}

void add_back(Board& board, const Rect& box, const std::string& name) {
    Control back = pressable("back", box, Role::button, name);
    mark(back, centred({widgets::space::edge, box.y, arrow, box.height}, arrow, arrow), "back", Paint::ink);
    board.add(std::move(back));
}

void add_heading(Board& board, const Rect& box, const presenter::Screen& screen) {
    const Heading heading = heading_of(screen);
    Control control;
    control.id = "title";
    control.box = box;
    control.role = Role::heading;
    control.name = heading.title.empty() ? screen.top.store + " · " + screen.top.place : heading.title;
    control.description = heading.line;
    if (screen.back.empty()) {
        heading.title.empty() ? write_place(control, box, screen.top) : write_heading(control, box, heading);
        board.add(std::move(control));
        return;
    }
    const double end = std::min(
        box.right(), box.x + arrow + 10 + widgets::text_width(heading.title, type::body, type::heading));
    add_back(board, {0, box.y, std::max(board.touch, end), box.height}, screen.back);
    Rect words = box;
    cut_left(words, arrow, 10);
    control.box = words;
    write_heading(control, words, heading);
    board.add(std::move(control));
}

TextStyle money_style(int weight, Paint paint, Across across) {
    return {.size = type::caption,
            .weight = weight,
            .paint = paint,
            .across = across,
            .down = Down::middle,
            .min_size = 13};
}

// Two texts on one line, the second at its end.
void write_pair(Control& control, const Rect& line, const std::string& first, const TextStyle& first_style,
                const std::string& second, const TextStyle& second_style) {
    const double end = widgets::text_width(second, second_style.size, second_style.weight) + 1;
    const double share = std::min(end, line.width * 0.5);
    write(control, {line.x, line.y, line.width - share - 8, line.height}, first, first_style);
    write(control, {line.right() - share, line.y, share, line.height}, second, second_style);
}

// Caption, amount and limit stand on one line; long ones on two, because a small amount helps nobody. Returns
// where they end.
double write_money(Control& control, const Rect& box, const TopBar& top) {
    const TextStyle caption = money_style(type::regular, Paint::muted, Across::left);
    const TextStyle amount = money_style(type::heading, Paint::ink, Across::left);
    const TextStyle of = money_style(type::regular, Paint::muted, Across::right);
    const double caption_width = widgets::text_width(top.left_caption, caption.size, caption.weight) + 7;
    const double amount_width = widgets::text_width(top.left_text, amount.size, amount.weight);
    const double of_width = widgets::text_width(top.of_text, of.size, of.weight) + 1;
    const Rect line{box.x, box.middle_y() - 26, box.width, 24};
    if (caption_width + amount_width + 12 + of_width <= box.width) {
        write(control, {line.x, line.y, caption_width, line.height}, top.left_caption, caption);
        write_pair(control, {line.x + caption_width, line.y, line.width - caption_width, line.height},
                   top.left_text, amount, top.of_text, of);
        return line.bottom();
    }
    write(control, line.moved(0, -11), top.left_caption, caption);
    const Rect below = line.moved(0, 12);
    write_pair(control, below, top.left_text, amount, top.of_text, of);
    return below.bottom();
}

void add_money(Board& board, const Rect& box, const TopBar& top) {
    if (top.left_text.empty()) return;
    Control control;
    control.id = "budget";
    control.box = box;
    control.role = Role::status;
    control.name = top.left_caption + " " + top.left_text + " " + top.of_text;
    const Rect track{box.x, write_money(control, box, top) + 8, box.width, 14};
    control.shapes.push_back(widgets::Meter{track, top.spent_share, top.reserved_share});
    board.add(std::move(control));
}

// The whole height of the bar answers, not only the chip.
void add_lamp(Board& board, const std::string& id, const Rect& slot, const Lamp& lamp) {
    Control control = pressable(id, slot, Role::button, lamp.text, lamp.detail);
    const Rect chip = centred(slot, slot.width, lamp_height);
    control.shapes.push_back(panel(chip, Look::plain, lamp_height / 2));
    const double dot = 12, space = 9, most = chip.width - 32 - dot - space;
    TextStyle style = caption_style(2);
    style.down = Down::middle;
    style.min_size = 13;
    const double words =
        std::min(most, widgets::fit_text(lamp.text, style, {most, chip.height - 6}).width + 1);
    const double x = chip.middle_x() - (dot + space + words) / 2;
    control.shapes.push_back(widgets::Panel{
        .box = {x, chip.middle_y() - dot / 2, dot, dot}, .radius = dot, .fill = paint_of(lamp.health)});
    if (lamp.health != Health::good) style.paint = Paint::ink;
    write(control, {x + dot + space, chip.y + 3, words, chip.height - 6}, lamp.text, style);
    board.add(std::move(control));
}

void add_initials(Board& board, const Rect& slot, const TopBar& top) {
    const std::string name = top.person.empty() ? top.sign_out : top.sign_out + ": " + top.person;
    Control control = pressable("sign-out", slot, Role::button, name);
    const Rect circle = centred({slot.right() - widgets::space::edge - 48, slot.y, 48, slot.height}, 48, 48);
    control.shapes.push_back(widgets::Panel{.box = circle, .radius = 24, .fill = Paint::accent});
    TextStyle style{.size = type::caption,
                    .weight = type::heading,
                    .paint = Paint::accent_ink,
                    .across = Across::centre,
                    .down = Down::middle,
                    .min_size = 11};
    write(control, circle.shrunk(4), top.initials, style);
    board.add(std::move(control));
}

}  // namespace

// Everything has its place from the right edge, whatever the words are.
void add_top_bar(Board& board, const presenter::Screen& screen) {
    const TopBar& top = screen.top;
    Rect bar{0, 0, board.window.width, board.content.y};
    const Rect person = cut_right(bar, std::max(board.touch, 48 + widgets::space::edge + 18));
    const Rect sync = cut_right(bar, std::max(board.touch, lamp_width), gap);
    const Rect printer = cut_right(bar, std::max(board.touch, lamp_width), meter_gap);
    if (screen.sections.empty()) {
        const Rect money = cut_right(bar, std::min(meter_width, bar.width * 0.36), meter_gap);
        bar.width -= widgets::space::edge;
        bar.x += widgets::space::edge;
        add_heading(board, bar, screen);
        add_money(board, money, top);
    } else {
        add_back(board, cut_left(bar, std::max(board.touch, 64.0)), screen.back);
        add_sections(board, bar, screen.sections);
    }
    add_lamp(board, "lamp:printer", printer, top.printer);
    add_lamp(board, "lamp:sync", sync, top.sync);
    if (!top.initials.empty()) add_initials(board, person, top);
}

}  // namespace makegood::terminal::clerk
