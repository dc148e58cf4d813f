#include "app/terminal/widgets/text.hpp"

#include <catch2/catch.hpp>

using namespace makegood::terminal::widgets;

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
