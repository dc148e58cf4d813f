#include "app/terminal/widgets/text.hpp"

#include <cairo.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

using namespace makegood::terminal::widgets;

namespace {

std::vector<unsigned char> drawn(const std::string& text, const TextStyle& style, Size room) {
    const int width = static_cast<int>(room.width), height = static_cast<int>(room.height);
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_t* cr = cairo_create(surface);
    draw_text(cr, {0, 0, room.width, room.height}, text, style, {255, 255, 255});
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    const unsigned char* bytes = cairo_image_surface_get_data(surface);
    std::vector<unsigned char> copy(bytes, bytes + height * cairo_image_surface_get_stride(surface));
    cairo_surface_destroy(surface);
    return copy;
}

bool anything_in(const std::vector<unsigned char>& picture, std::size_t from, std::size_t to) {
    return std::any_of(picture.begin() + static_cast<std::ptrdiff_t>(from),
                       picture.begin() + static_cast<std::ptrdiff_t>(to),
                       [](unsigned char c) { return c > 99; });
}

}  // namespace

TEST_CASE("text first wraps, then shrinks, and is cut last") {
    const TextStyle style{.size = 34, .weight = type::heading, .max_lines = 2, .min_size = 22};
    const FittedText one = fit_text("Out of stock", style, {400, 100});
    CHECK(one.size == 34);
    CHECK(one.lines == 1);
    const FittedText two = fit_text("Something went wrong here", style, {300, 100});
    CHECK(two.size == 34);
    CHECK(two.lines == 2);
    const FittedText smaller = fit_text("Something went wrong here today", style, {250, 80});
    CHECK(smaller.size < 34);
    CHECK_FALSE(smaller.cut);
    CHECK(fit_text("Something went wrong here today", style, {60, 30}).cut);
}

TEST_CASE("a long word shrinks before it breaks") {
    const TextStyle style{.size = 34, .weight = type::heading, .max_lines = 3, .min_size = 17};
    const FittedText fitted = fit_text("Unannehmlichkeitsentschädigung", style, {420, 200});
    CHECK(fitted.lines == 1);
    CHECK(fitted.size < 34);
    CHECK_FALSE(fitted.cut);
    const FittedText broken = fit_text("Unannehmlichkeitsentschädigung", style, {120, 200});
    CHECK(broken.lines > 1);
    CHECK_FALSE(broken.cut);
}

TEST_CASE("a width is the same at every weight's own measure and grows with the text") {
    CHECK(text_width("", 22, 400) == 0);
    CHECK(text_width("Give", 22, 400) < text_width("Give this", 22, 400));
    CHECK(text_width("Give this", 22, 400) < text_width("Give this", 22, 600));
}

TEST_CASE("a name that is too long keeps the end that tells it from others") {
    TextStyle style{.size = 20, .max_lines = 2, .min_size = 20, .may_shorten = true};
    const std::string name = "Whole grain spelt crunch with roasted hazelnuts and dark chocolate ";
    const Size room{200, 54};
    REQUIRE(fit_text(name + "500 g", style, room).cut);
    CHECK(drawn(name + "500 g", style, room) != drawn(name + "750 g", style, room));
    style.may_shorten = false;
    CHECK(drawn(name + "500 g", style, room) == drawn(name + "750 g", style, room));
}

TEST_CASE("text stands where its style says") {
    const TextStyle left{.size = 20}, right{.size = 20, .across = Across::right};
    const std::size_t row = 4 * 200, half = 4 * 100;
    const auto first_half = [&](const TextStyle& style) {
        const auto picture = drawn("word", style, {200, 30});
        bool any = false;
        for (std::size_t y = 0; y < 30; ++y) any = any || anything_in(picture, y * row, y * row + half);
        return any;
    };
    CHECK(first_half(left));
    CHECK_FALSE(first_half(right));
}

TEST_CASE("a text is drawn alike however often and whatever was drawn between") {
    const TextStyle style{.size = 22};
    const auto first = drawn("Pays nothing", style, {200, 30});
    for (int i = 0; i < 700; ++i) drawn("text " + std::to_string(i), style, {200, 30});
    CHECK(drawn("Pays nothing", style, {200, 30}) == first);
    CHECK(anything_in(first, 0, first.size()));
}
