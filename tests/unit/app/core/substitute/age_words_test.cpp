#include "app/core/substitute/age_words.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/app/core/decisions/shop.hpp"

using namespace makegood;
using namespace makegood::core::substitute;
using makegood::tests::Shelf;
using makegood::tests::Shop;

TEST_CASE("Names say wine, beer or tobacco, or take it back") {
    struct Case {
        const char* text;
        AgeWords says;
    };
    using enum AgeWords;
    for (const auto& [text, says] : {
             Case{"Cola", nothing},
             Case{"Red wine 0,75 l", adult},
             Case{"Red wine 12.0% alcohol 0.75 l", adult},
             Case{"Gluten free beer", adult},
             Case{"Gluten-free alcohol", adult},
             Case{"Beer 5.0 0.5 l", adult},
             Case{"Beer 10 % 330 ml", adult},
             Case{"Beer 0.05 l", adult},
             Case{"Ciders", adult},
             Case{"Alcoholic lemonade", adult},
             Case{"Beer zero", doubtful},
             Case{"Beer 0% sugar", doubtful},
             Case{"Wine glass", doubtful},
             Case{"Alcoholic ginger beer", doubtful},
             Case{"Wine vinegar", flavour},
             Case{"Ginger beer", flavour},
             Case{"Rum raisin ice cream", flavour},
             Case{"Non-alcoholic lager", without},
             Case{"Alcohol-free beer", without},
             Case{"Gluten free beer, alcohol free", without},
             Case{"Bier alkoholfrei", without},
             Case{"Bière sans alcool", without},
             Case{"Beer free of alcohol", without},
             Case{"Lager 0.0", without},
             Case{"Lager 0,0% 6 x 330 ml", without},
             Case{"Lager 0 % vol", without},
             Case{"Beer 0 alcohol", without},
         }) {
        CAPTURE(text);
        CHECK(age_words_of(text) == says);
        const Shop shop({{"1", text, "", ""}});
        CHECK(Names(*shop.articles).age_words(0) == says);
    }
}

TEST_CASE("What only adults may buy never comes for what anybody may buy") {
    using Path = std::vector<std::string>;
    struct Case {
        const char* missing;
        Path kind;
        const char* other;
        Path other_kind;
        bool offered;
    };
    const Path drinks{"Drinks"}, beer{"Drinks", "Beer"}, wine{"Drinks", "Wine"};
    const Path ginger{"Drinks", "Beer", "Ginger beer"}, free{"Drinks", "Beer", "Alcohol-free beer"};
    const Case cases[] = {
        {"Cola", drinks, "Lemonade", drinks, true},
        {"Cola", drinks, "Merlot", wine, false},  // below the kind
        {"Cola", drinks, "Red wine 0,75 l", drinks, false},
        {"Cola", drinks, "Lager 0.0", beer, true},
        {"Wine", drinks, "Merlot", wine, true},
        {"Non-alcoholic lager", beer, "Pilsner", beer, false},
        {"Non-alcoholic lager", beer, "Strong ale", beer, false},
        {"Non-alcoholic lager", beer, "Alcohol-free ale", beer, true},
        {"Lager", beer, "Pilsner", beer, true},
        {"Gluten free beer", drinks, "Lager", beer, true},
        {"Weizen", free, "Pils", free, true},
        {"Ginger brew", ginger, "Ginger fizz", ginger, true},
        {"Ginger beer", beer, "Root beer", beer, true},
        {"Ginger beer", beer, "Pilsner", beer, false},
        {"Wine glass", {"Drinks", "Wine", "Glass"}, "Merlot glass", {"Drinks", "Wine", "Glass"}, false},
        {"Milk drink", drinks, "Cream drink", {"Drinks", "Spirits", "Chocolate liqueurs"}, false},
    };
    for (const auto& each : cases) {
        CAPTURE(each.missing, each.other);
        const Shop shop({{"1", each.missing, "", "1 l", 599, 400, 0, each.kind},
                         {"2", each.other, "", "1 l", 599, 400, 9, each.other_kind}});
        CHECK(shop.suggest("1").size() == (each.offered ? 1 : 0));
    }
}

TEST_CASE("A toy's age opens no door to wine") {
    const auto offered = [](const char* label) {
        return !Shop({{"1", "Party set", "", "", 599, 400, 0, {"Party"}, {label}},
                      {"2", "Red wine", "", "", 599, 400, 9, {"Party"}}})
                    .suggest("1")
                    .empty();
    };
    CHECK_FALSE(offered("age 12"));
    CHECK(offered("age 16"));
}
