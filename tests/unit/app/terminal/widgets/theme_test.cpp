#include "app/terminal/widgets/theme.hpp"

#include <catch2/catch.hpp>

using namespace makegood::terminal::widgets;

TEST_CASE("contrast is the one of WCAG 2") {
    CHECK(contrast({0, 0, 0}, {255, 255, 255}) == Approx(21));
    CHECK(contrast({255, 255, 255}, {255, 255, 255}) == Approx(1));
    CHECK(contrast({0x77, 0x77, 0x77}, {255, 255, 255}) == Approx(4.48).margin(0.01));
}

TEST_CASE("every text stands out at least 7:1 in every theme") {
    for (const Theme* theme : {&light_theme(), &dark_theme(), &high_contrast_theme()})
        for (const TextPair& pair : text_pairs()) {
            INFO(theme->name << ": text " << int(pair.text) << " on " << int(pair.behind));
            CHECK(contrast(theme->color(pair.text), theme->color(pair.behind)) >= 7.0);
        }
}

TEST_CASE("marks that carry meaning stand out at least 3:1") {
    for (const Theme* theme : {&light_theme(), &dark_theme(), &high_contrast_theme()})
        for (Paint behind : {Paint::surface, Paint::ground, Paint::tint})
            for (Paint mark : {Paint::accent, Paint::warm, Paint::bad}) {
                INFO(theme->name << ": mark " << int(mark) << " on " << int(behind));
                CHECK(contrast(theme->color(mark), theme->color(behind)) >= 3.0);
            }
}

TEST_CASE("a theme is found by its name, light otherwise") {
    CHECK(theme_named("dark").name == "dark");
    CHECK(theme_named("high-contrast").name == "high-contrast");
    CHECK(theme_named("").name == "light");
    CHECK(theme_named("violet").name == "light");
}
