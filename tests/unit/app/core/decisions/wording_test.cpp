#include "app/core/recovery/wording.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/app/core/decisions/shop.hpp"

using namespace makegood;
using namespace makegood::core;
using namespace makegood::core::recovery;
using core::catalogue::BaseUnit;

TEST_CASE("Size is said truthfully") {
    struct Case {
        std::optional<double> ratio;
        BaseUnit unit;
        std::string words;
    };
    const Case cases[] = {
        {{}, BaseUnit::none, "Same kind"},
        {1.0, BaseUnit::gram, "Same size"},
        {1.01, BaseUnit::gram, "Same size"},
        {1.05, BaseUnit::gram, "5 % more"},
        {1.2, BaseUnit::gram, "20 % more"},
        {1.25, BaseUnit::gram, "A quarter more"},
        {1.333, BaseUnit::gram, "A third more"},
        {1.5, BaseUnit::millilitre, "Half as much again"},
        {1.5, BaseUnit::piece, "Half as many again"},
        {1.75, BaseUnit::gram, "75 % more"},
        {2.0, BaseUnit::millilitre, "Twice as large"},
        {2.0, BaseUnit::piece, "Twice as many"},
        {2.3, BaseUnit::gram, "More than twice as large"},
        {2.5, BaseUnit::gram, "Two and a half times as large"},
        {3.2, BaseUnit::piece, "More than three times as many"},
        {4.0, BaseUnit::gram, "Four times as large"},
        {12.0, BaseUnit::gram, "More than five times as large"},
        {0.9, BaseUnit::gram, "A little smaller"},
        {0.5, BaseUnit::gram, "Smaller"},
        {0.8, BaseUnit::piece, "A few fewer"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.ratio.value_or(0));
        CHECK(size_words(each.ratio, each.unit) == each.words);
    }
}

TEST_CASE("Several that stand for one have no size together") {
    CHECK(size_words(1.0, BaseUnit::millilitre, true) == "Just as much");
    CHECK(size_words(0.95, BaseUnit::millilitre, true) == "A little less");
    CHECK(size_words(1.2, BaseUnit::millilitre, true) == "20 % more");
    CHECK(size_words(1.0, BaseUnit::piece, true) == "Just as many");
}

TEST_CASE("Patterns are filled; what is not known stays") {
    const Words words{{"name", "Oil"}, {"again", ""}};
    CHECK(filled("Take {name}{again}.", words) == "Take Oil.");
    CHECK(filled("{name}{name}", words) == "OilOil");
    CHECK(filled("{unknown} {name", words) == "{unknown} {name");
    CHECK(filled("", words).empty());
    CHECK(filled("}{", words) == "}{");
}

TEST_CASE("A value that looks like a pattern is not filled again") {
    CHECK(filled("{name}", Words{{"name", "{brand}"}, {"brand", "x"}}) == "{brand}");
}

TEST_CASE("The pair is compared with what is known of it") {
    const auto article = [](std::string brand, std::string size) {
        return tests::article_of({"1", "Oil", std::move(brand), std::move(size)});
    };
    const auto comparison = [](const auto& now, const auto& before, std::int64_t pieces = 1,
                               std::int64_t asked = 1) {
        return recovery::comparison(now, pieces, before, asked);
    };
    CHECK(comparison(article("Kokora", "800 ml"), article("Sun", "400 ml")) ==
          "Kokora · 800 ml instead of 400 ml");
    CHECK(comparison(article("Kokora", "400 ml"), article("Sun", "400 ml")) == "Kokora · 400 ml");
    CHECK(comparison(article("", "800 ml"), article("", "400 ml")) == "800 ml instead of 400 ml");
    CHECK(comparison(article("Kokora", ""), article("", "400 ml")) == "Kokora");
    CHECK(comparison(article("", ""), article("", "")).empty());
    CHECK(comparison(article("Sun", "800 ml"), article("", "400 ml"), 3, 3) ==
          "Sun · 800 ml instead of 400 ml");
    CHECK(comparison(article("Sun", "330 ml"), article("", "2 l"), 6, 1) ==
          "Sun · 6 × 330 ml instead of 2 l");
    CHECK(comparison(article("Sun", "330 ml"), article("", "6 x 330 ml"), 6, 1) == "Sun · 6 × 330 ml");
    CHECK(comparison(article("", "6 x 500 ml"), article("", "500 ml"), 1, 5) ==
          "6 × 500 ml instead of 5 × 500 ml");
    CHECK(comparison(article("Sun", ""), article("", ""), 6, 1) == "Sun");
}

TEST_CASE("The place comes with how many are there") {
    CHECK(place_words("Aisle 7, second shelf", 14) == "Aisle 7, second shelf · 14 there");
    CHECK(place_words("", 1) == "1 there");
}
