#include "tests/gui/storybook/props.hpp"

#include <cairo.h>

#include "app/terminal/widgets/text.hpp"

namespace makegood::tests::gui {

using namespace terminal::presenter;

TopBar top_bar() {
    TopBar top;
    top.store = "Corner Market";
    top.place = "Register 2";
    top.left_caption = "Left today";
    top.left_text = "$86.40";
    top.of_text = "of $150";
    top.spent_share = 0.31;
    top.reserved_share = 0.11;
    top.printer = {Health::good, "Printer", "The printer is ready."};
    top.sync = {Health::good, "3 to send", "3 on the way to head office; nothing to do."};
    top.initials = "MA";
    top.person = "Maria";
    return top;
}

namespace {

std::vector<Key> row_of(const std::vector<std::string>& labels) {
    std::vector<Key> row;
    for (const std::string& label : labels) row.push_back({label, label, label});
    return row;
}

std::vector<std::vector<Key>> with_last_row(std::vector<std::vector<Key>> rows) {
    rows[0].push_back({"⌫", "\b", "Rub out", rows[0].size() > 10 ? 1 : 2});
    rows.push_back(row_of({"1", "2", "3", "4", "5"}));
    rows.back().push_back({"space", " ", "Space", 2});
    for (const Key& key : row_of({"6", "7", "8", "9", "0"})) rows.back().push_back(key);
    return rows;
}

}  // namespace

Screen screen_of(decltype(Screen::body) body, std::string title, std::string back) {
    Screen screen;
    screen.top = top_bar();
    screen.title = std::move(title);
    screen.back = std::move(back);
    screen.body = std::move(body);
    return screen;
}

std::vector<std::vector<Key>> letters() {
    return with_last_row({row_of({"q", "w", "e", "r", "t", "y", "u", "i", "o", "p"}),
                          row_of({"a", "s", "d", "f", "g", "h", "j", "k", "l"}),
                          row_of({"z", "x", "c", "v", "b", "n", "m"})});
}

std::vector<std::vector<Key>> german_letters() {
    return with_last_row({row_of({"q", "w", "e", "r", "t", "z", "u", "i", "o", "p", "ü"}),
                          row_of({"a", "s", "d", "f", "g", "h", "j", "k", "l", "ö", "ä"}),
                          row_of({"y", "x", "c", "v", "b", "n", "m", "ß"})});
}

std::vector<std::vector<Key>> digits() {
    const auto digit = [](const char* text, const char* name) { return Key{text, text, name}; };
    return {{digit("1", "One"), digit("2", "Two"), digit("3", "Three")},
            {digit("4", "Four"), digit("5", "Five"), digit("6", "Six")},
            {digit("7", "Seven"), digit("8", "Eight"), digit("9", "Nine")},
            {Key{"⌫", "\b", "Rub out"}, digit("0", "Zero"), Key{"Sign in", "\n", "Sign in"}}};
}

Failure failure() {
    Failure model;
    model.kinds = {
        {"wrong-price", "tag", "Wrong price"},        {"wrong-or-damaged", "broken-box", "Wrong or damaged"},
        {"waited", "hourglass", "Waited too long"},   {"treated", "speech", "Not treated well"},
        {"promise", "handshake", "Promise not kept"}, {"order", "truck", "Order or delivery"},
        {"billing", "card", "Billing, equipment"},    {"else", "dots", "Something else"}};
    model.severities = {{"nuisance", "face-mild", "A nuisance"},
                        {"visit", "face-sad", "Spoiled the visit"},
                        {"day", "face-upset", "Spoiled the day"}};
    model.context = {{"hurry", "", "In a hurry"},
                     {"special", "", "Special day"},
                     {"before", "", "Happened before"},
                     {"children", "", "With children"},
                     {"not-ours", "", "Not our fault"}};
    model.action = "Make it good";
    return model;
}

Offers offers() {
    Offers model;
    model.title = "Coconut oil 400 ml";
    model.line = "is out of stock · 4th time";
    model.cards = {
        {"o1-17.1", "Twice as large, free", "C", "Virgin coconut oil", "Kokora · 800 ml instead of 400 ml",
         "“I am sorry it is gone again. Please take the large one, it is on us.”",
         "Aisle 7, second shelf · 14 there", "Pays", "nothing", "costs us $4.10",
         "Same shelf, twice the size, and they have been let down before.", "Give this", "Not this one",
         true},
        {"o1-17.2", "Organic, same price", "S", "Organic coconut oil", "Suncrest · 400 ml",
         "“This one is organic, and you pay what the other costs.”", "Aisle 7, top shelf · 6 there", "Pays",
         "$5.99", "costs us $0.85", "Same use and size, a better kind.", "Give this", "Not this one"},
        {"o1-17.3", "For next time", "V", "Voucher for two", "2 × coconut oil 400 ml",
         "“Two jars are yours when it is back on Thursday.”", "Valid until 21 February", "Pays", "later",
         "costs us $7.20", "They come for this one.", "Give this", "Not this one"}};
    model.free_caption = "Without spending a cent";
    model.free = {{"o1-17.4", "Keep one back", "Thursday 8 to 10, here"},
                  {"o1-17.5", "Hill Street has 6", "They hold it until 20:00"},
                  {"o1-17.6", "Today’s price, kept", "Raincheck for 60 days"},
                  {"none", "None of these", "Tell us why"}};
    return model;
}

Given given() {
    Given model;
    model.title = "Virgin coconut oil 800 ml, free";
    model.line = "Aisle 7, second shelf · sticker printed · recorded for head office";
    model.say_caption = "Say it, so that they know what you did";
    model.sentence =
        "“I am sorry it is gone again. Please take the large one, it is on us. And thank you for telling "
        "me.”";
    model.next = "Next customer";
    model.undo = "Undo · 0:52";
    model.paper = slip(576, 560);
    model.paper_caption = "This is what the printer got";
    return model;
}

Sheet signature() {
    Signature pad;
    pad.people = {{"p4", "Ben", "BE", true}, {"p2", "Jonas", "JO"}, {"p5", "Christiane", "CH"}};
    pad.digits = 4;
    pad.keyboard = digits();
    pad.keyboard.back().back() = {"Sign", "\n", "Sign"};
    pad.wait = "Let it wait for them";
    return {"Needs a supervisor",
            "This costs us $18.00, and a clerk gives up to $15.00 alone. A supervisor can sign for it here.",
            "",
            "Back to the offers",
            {{"greater-loss", "", "The loss is greater", true},
             {"again", "", "It happened again"},
             {"promised", "", "We promised it"},
             {"regular", "", "A regular customer"}},
            pad};
}

Bitmap slip(int width, int height) {
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_t* cr = cairo_create(surface);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    const auto write = [&](double y, double size, int weight, const char* text) {
        using namespace terminal::widgets;
        const TextStyle style{.size = size, .weight = weight, .across = Across::centre, .max_lines = 3};
        draw_text(cr, {20, y, width - 40.0, size * 5}, text, style, {0, 0, 0});
    };
    write(30, 38, 650, "CORNER MARKET");
    write(90, 120, 650, "FREE");
    write(244, 32, 600, "do not scan");
    write(316, 34, 400, "Virgin coconut oil 800 ml");
    write(366, 26, 400, "22 Nov 2026 14:07 · Register 2 · MA");
    for (int x = 40; x < width - 40; x += 14) cairo_rectangle(cr, x, 420, 8, 3);
    cairo_fill(cr);
    write(446, 28, 400, "With our compliments. We were out of the one you came for.");
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    Bitmap paper{.width = width, .height = height};
    paper.bits.assign(static_cast<std::size_t>(paper.row_bytes() * height), 0);
    const unsigned char* pixels = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            if (pixels[y * stride + x * 4] < 128)
                paper.bits[static_cast<std::size_t>(y * paper.row_bytes() + x / 8)] |=
                    static_cast<std::uint8_t>(0x80 >> x % 8);
    cairo_surface_destroy(surface);
    return paper;
}

}  // namespace makegood::tests::gui
