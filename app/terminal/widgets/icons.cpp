#include "app/terminal/widgets/icons.hpp"

#include <cairo.h>

#include <array>
#include <cmath>
#include <initializer_list>

namespace makegood::terminal::widgets {
namespace {

constexpr double pi = 3.14159265358979323846;
constexpr double line_width = 3.4;  // of the grid of 64

struct Point {
    double x, y;
};

void line(cairo_t* cr, std::initializer_list<Point> points, bool closed = false) {
    cairo_new_sub_path(cr);
    for (const Point& point : points) cairo_line_to(cr, point.x, point.y);
    if (closed) cairo_close_path(cr);
}

void circle(cairo_t* cr, double x, double y, double radius) {
    cairo_new_sub_path(cr);
    cairo_arc(cr, x, y, radius, 0, 2 * pi);
}

void box(cairo_t* cr, double x, double y, double width, double height, double round) {
    cairo_new_sub_path(cr);
    cairo_arc(cr, x + width - round, y + round, round, -pi / 2, 0);
    cairo_arc(cr, x + width - round, y + height - round, round, 0, pi / 2);
    cairo_arc(cr, x + round, y + height - round, round, pi / 2, pi);
    cairo_arc(cr, x + round, y + round, round, pi, 1.5 * pi);
    cairo_close_path(cr);
}

void dot(cairo_t* cr, double x, double y, double radius = 2.4) {
    cairo_save(cr);
    cairo_stroke(cr);
    circle(cr, x, y, radius);
    cairo_fill(cr);
    cairo_restore(cr);
}

void shelf(cairo_t* cr) {
    line(cr, {{6, 8}, {6, 56}});
    line(cr, {{58, 8}, {58, 56}});
    line(cr, {{6, 30}, {58, 30}});
    line(cr, {{6, 53}, {58, 53}});
    line(cr, {{15, 30}, {15, 17}, {26, 17}, {26, 30}});
    line(cr, {{40, 53}, {40, 41}, {49, 41}, {49, 53}});
}

void exclamation(cairo_t* cr) {
    circle(cr, 32, 32, 25);
    line(cr, {{32, 18}, {32, 36}});
    dot(cr, 32, 45, 2.5);
}

void gift(cairo_t* cr) {
    box(cr, 5, 20, 54, 11, 2);
    line(cr, {{10, 31}, {10, 57}, {54, 57}, {54, 31}});
    line(cr, {{32, 20}, {32, 57}});
    cairo_move_to(cr, 32, 20);
    cairo_curve_to(cr, 24, 4, 10, 8, 18, 20);
    cairo_move_to(cr, 32, 20);
    cairo_curve_to(cr, 40, 4, 54, 8, 46, 20);
}

void clock(cairo_t* cr) {
    circle(cr, 32, 32, 25);
    line(cr, {{32, 17}, {32, 33}, {42, 41}});
}

void barcode(cairo_t* cr) {
    line(cr, {{6, 18}, {6, 7}, {18, 7}});
    line(cr, {{46, 7}, {58, 7}, {58, 18}});
    line(cr, {{58, 46}, {58, 57}, {46, 57}});
    line(cr, {{18, 57}, {6, 57}, {6, 46}});
    for (double x : {15.0, 23.5, 32.0, 40.5, 49.0}) line(cr, {{x, 20}, {x, 44}});
}

void tag(cairo_t* cr) {
    line(cr, {{32, 8}, {56, 8}, {56, 32}, {31, 57}, {7, 33}}, true);
    circle(cr, 46, 18, 4);
}

void broken_box(cairo_t* cr) {
    line(cr, {{32, 6}, {56, 18}, {56, 46}, {32, 58}, {8, 46}, {8, 18}}, true);
    line(cr, {{8, 18}, {32, 30}, {56, 18}});
    line(cr, {{32, 30}, {27, 39}, {36, 45}, {32, 58}});
}

void hourglass(cairo_t* cr) {
    line(cr, {{15, 7}, {49, 7}});
    line(cr, {{15, 57}, {49, 57}});
    cairo_move_to(cr, 19, 7);
    cairo_curve_to(cr, 19, 24, 31, 26, 31, 32);
    cairo_curve_to(cr, 31, 38, 19, 40, 19, 57);
    cairo_move_to(cr, 45, 7);
    cairo_curve_to(cr, 45, 24, 33, 26, 33, 32);
    cairo_curve_to(cr, 33, 38, 45, 40, 45, 57);
    line(cr, {{25, 18}, {39, 18}});
    line(cr, {{26, 50}, {38, 50}});
}

void speech(cairo_t* cr) {
    line(cr, {{8, 10}, {56, 10}, {56, 45}, {27, 45}, {16, 56}, {16, 45}, {8, 45}}, true);
    line(cr, {{20, 22}, {44, 22}});
    line(cr, {{20, 33}, {36, 33}});
}

// Two hands in two cuffs; one thumb over the other.
void handshake(cairo_t* cr) {
    line(cr, {{4, 18}, {14, 14}, {14, 40}, {4, 44}}, true);
    line(cr, {{60, 18}, {50, 14}, {50, 40}, {60, 44}}, true);
    cairo_move_to(cr, 14, 19);
    cairo_line_to(cr, 24, 16);
    cairo_line_to(cr, 32, 19);
    cairo_line_to(cr, 41, 16);
    cairo_line_to(cr, 50, 19);
    cairo_move_to(cr, 32, 19);
    cairo_curve_to(cr, 24, 24, 20, 30, 25, 32);
    cairo_curve_to(cr, 30, 34, 33, 29, 37, 27);
    cairo_line_to(cr, 50, 38);
    cairo_move_to(cr, 14, 37);
    cairo_line_to(cr, 28, 50);
    cairo_curve_to(cr, 31, 53, 35, 53, 38, 50);
    cairo_line_to(cr, 50, 38);
    line(cr, {{33, 43}, {38, 49}});
}

void truck(cairo_t* cr) {
    line(cr, {{12, 46}, {4, 46}, {4, 14}, {38, 14}, {38, 46}, {24, 46}});
    line(cr, {{38, 25}, {50, 25}, {60, 36}, {60, 46}, {54, 46}});
    line(cr, {{42, 46}, {38, 46}});
    circle(cr, 18, 47, 6);
    circle(cr, 48, 47, 6);
}

void card(cairo_t* cr) {
    box(cr, 5, 13, 54, 38, 4);
    line(cr, {{5, 25}, {59, 25}});
    line(cr, {{14, 40}, {27, 40}});
}

void dots(cairo_t* cr) {
    for (double x : {12.0, 32.0, 52.0}) circle(cr, x, 32, 4.6);
}

void face(cairo_t* cr, double mouth) {
    circle(cr, 32, 32, 27);
    cairo_move_to(cr, 21, 46);
    cairo_curve_to(cr, 25, 46 - mouth, 39, 46 - mouth, 43, 46);
    dot(cr, 22.5, 25, 2.7);
    dot(cr, 41.5, 25, 2.7);
}

void face_mild(cairo_t* cr) {
    face(cr, 4);
}
void face_sad(cairo_t* cr) {
    face(cr, 12);
}

void face_upset(cairo_t* cr) {
    line(cr, {{16, 21}, {25, 17}});
    line(cr, {{48, 21}, {39, 17}});
    circle(cr, 32, 32, 27);
    cairo_move_to(cr, 22, 48);
    cairo_curve_to(cr, 24, 34, 40, 34, 42, 48);
    dot(cr, 22.5, 28, 2.7);
    dot(cr, 41.5, 28, 2.7);
}

void back(cairo_t* cr) {
    line(cr, {{56, 32}, {10, 32}});
    line(cr, {{29, 13}, {10, 32}, {29, 51}});
}

void check(cairo_t* cr) {
    circle(cr, 32, 32, 28);
    line(cr, {{19, 34}, {28, 43}, {46, 22}});
}

void printer(cairo_t* cr) {
    line(cr, {{17, 22}, {17, 7}, {47, 7}, {47, 22}});
    line(cr, {{17, 46}, {7, 46}, {7, 22}, {57, 22}, {57, 46}, {47, 46}});
    line(cr, {{17, 37}, {47, 37}, {47, 57}, {17, 57}}, true);
}

void cloud(cairo_t* cr) {
    cairo_new_sub_path(cr);
    cairo_arc(cr, 19, 40, 12, pi / 2, 1.45 * pi);
    cairo_arc(cr, 33, 28, 15, 1.1 * pi, 1.9 * pi);
    cairo_arc(cr, 47, 40, 12, 1.6 * pi, pi / 2);
    cairo_close_path(cr);
}

void rub_out(cairo_t* cr) {
    line(cr, {{22, 12}, {58, 12}, {58, 52}, {22, 52}, {5, 32}}, true);
    line(cr, {{31, 24}, {47, 40}});
    line(cr, {{47, 24}, {31, 40}});
}

void cross(cairo_t* cr) {
    line(cr, {{16, 16}, {48, 48}});
    line(cr, {{48, 16}, {16, 48}});
}

void enter(cairo_t* cr) {
    line(cr, {{54, 12}, {54, 38}, {10, 38}});
    line(cr, {{25, 23}, {10, 38}, {25, 53}});
}

void shift(cairo_t* cr) {
    line(cr, {{32, 8}, {56, 34}, {43, 34}, {43, 54}, {21, 54}, {21, 34}, {8, 34}}, true);
}

void scissors(cairo_t* cr) {
    circle(cr, 14, 49, 8);
    circle(cr, 50, 49, 8);
    line(cr, {{19, 43}, {46, 8}});
    line(cr, {{45, 43}, {18, 8}});
}

void person(cairo_t* cr) {
    circle(cr, 32, 21, 13);
    cairo_move_to(cr, 8, 58);
    cairo_curve_to(cr, 10, 34, 54, 34, 56, 58);
}

void search(cairo_t* cr) {
    circle(cr, 27, 27, 19);
    line(cr, {{41, 41}, {57, 57}});
}

struct NamedIcon {
    std::string_view name;
    void (*draw)(cairo_t*);
};

constexpr std::array icons{
    NamedIcon{"shelf", shelf},
    NamedIcon{"exclamation", exclamation},
    NamedIcon{"gift", gift},
    NamedIcon{"clock", clock},
    NamedIcon{"barcode", barcode},
    NamedIcon{"tag", tag},
    NamedIcon{"broken-box", broken_box},
    NamedIcon{"hourglass", hourglass},
    NamedIcon{"speech", speech},
    NamedIcon{"handshake", handshake},
    NamedIcon{"truck", truck},
    NamedIcon{"card", card},
    NamedIcon{"dots", dots},
    NamedIcon{"face-mild", face_mild},
    NamedIcon{"face-sad", face_sad},
    NamedIcon{"face-upset", face_upset},
    NamedIcon{"back", back},
    NamedIcon{"check", check},
    NamedIcon{"printer", printer},
    NamedIcon{"cloud", cloud},
    NamedIcon{"rub-out", rub_out},
    NamedIcon{"cross", cross},
    NamedIcon{"enter", enter},
    NamedIcon{"shift", shift},
    NamedIcon{"scissors", scissors},
    NamedIcon{"person", person},
    NamedIcon{"search", search},
};

constexpr auto names = [] {
    std::array<std::string_view, icons.size()> result{};
    for (std::size_t i = 0; i < icons.size(); ++i) result[i] = icons[i].name;
    return result;
}();

}  // namespace

std::span<const std::string_view> icon_names() {
    return names;
}

void draw_icon(cairo_t* cr, std::string_view name, double size) {
    void (*draw)(cairo_t*) = dots;
    for (const NamedIcon& icon : icons)
        if (icon.name == name) draw = icon.draw;
    cairo_save(cr);
    cairo_scale(cr, size / 64, size / 64);
    // Small icons keep a line that can be seen.
    cairo_set_line_width(cr, std::max(line_width, 2.1 * 64 / size));
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    cairo_new_path(cr);
    draw(cr);
    cairo_stroke(cr);
    cairo_restore(cr);
}

}  // namespace makegood::terminal::widgets
