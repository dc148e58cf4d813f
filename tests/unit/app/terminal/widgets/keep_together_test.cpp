#include "app/terminal/widgets/keep_together.hpp"

#include <catch2/catch.hpp>

namespace makegood::terminal::widgets {
namespace {

// No-break spaces written as underscores.
std::string kept(const std::string& text) {
    std::string shown = keep_together(text);
    for (auto at = shown.find("\u00a0"); at != std::string::npos; at = shown.find("\u00a0", at + 1))
        shown.replace(at, 2, "_");
    return shown;
}

TEST_CASE("a number stays with what it counts") {
    const auto [text, expected] = GENERATE(table<std::string, std::string>({
        {"Coconut oil 400 ml", "Coconut oil 400_ml"},
        {"Juice 3 x 500 ml, cold", "Juice 3_x_500_ml, cold"},
        {"(1,5 L)", "(1,5_L)"},
        {"60 % of its price", "60_% of its price"},
        {"costs us 1.250 KWD", "costs us 1.250_KWD"},
        {"CHF 4.10 off", "CHF_4.10 off"},
        {"für 5,00 €.", "für 5,00_€."},
        {"€ 5 off", "€_5 off"},
        {"Aisle 7 · 14 there", "Aisle 7_· 14 there"},
    }));
    CHECK(kept(text) == expected);
}

TEST_CASE("other words may part") {
    for (const std::string text :
         {"", " ", "3 to send", "two for one", "Thursday 8 to 10, here", "at 16:00 we call", "l m"})
        CHECK(kept(text) == text);
}

TEST_CASE("nothing but the spaces changes") {
    for (const std::string text : {"  800  ml  ", "12 %", "ends with 5 ", "1 x 2 x 3 x 4 kg"}) {
        std::string back = keep_together(text);
        for (auto at = back.find("\u00a0"); at != std::string::npos; at = back.find("\u00a0"))
            back.replace(at, 2, " ");
        CHECK(back == text);
    }
}

}  // namespace
}  // namespace makegood::terminal::widgets
