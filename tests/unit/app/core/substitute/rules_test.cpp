#include "app/core/substitute/rules.hpp"

#include <catch2/catch.hpp>

#include "app/core/substitute/plain_words.hpp"

using namespace makegood;
using namespace makegood::core;
using namespace makegood::core::substitute;

namespace {

using Words = std::vector<std::string_view>;

catalogue::Size size(const char* words) {
    return catalogue::parse_size(words).value_or(catalogue::Size{});
}

}  // namespace

TEST_CASE("All pieces must be there, and some stay on the shelf") {
    struct Case {
        std::optional<std::int64_t> left;
        std::int64_t pieces, keep;
        bool enough;
    };
    for (const auto& [left, pieces, keep, enough] :
         {Case{5, 5, 0, true}, Case{5, 6, 0, false}, Case{5, 4, 2, false}, Case{5, 3, 2, true},
          Case{{}, 1, 0, false}, Case{0, 1, 0, false}, Case{-2, 1, 0, false}}) {
        Rules rules;
        rules.keep_on_shelf = keep;
        CAPTURE(left.value_or(-99), pieces, keep);
        CHECK(enough_left(left, pieces, rules) == enough);
    }
}

TEST_CASE("Pieces and packs are brought to one measure") {
    struct Case {
        const char* missing;
        std::int64_t asked;
        const char* candidate;
        std::optional<std::int64_t> pieces;
    };
    for (const auto& [missing, asked, candidate, pieces] : {
             Case{"500 ml", 5, "500 ml", 5},
             Case{"500 ml", 5, "1 l", 5},         // larger bottles are a gain, one for one
             Case{"500 ml", 5, "6 x 500 ml", 1},  // five bottles are not five packs of six
             Case{"500 ml", 7, "6 x 500 ml", 2},
             Case{"500 ml", 1, "6 x 500 ml", 1},
             Case{"6 x 500 ml", 1, "500 ml", 6},
             Case{"6 x 500 ml", 2, "4 x 500 ml", 3},
             Case{"2 l", 1, "6 x 330 ml", 1},     // 1.98 l
             Case{"500 ml", 5, "24 x 100 g", 1},  // not to be compared: by the units
             Case{"24 x 100 g", 2, "500 ml", 48},
             Case{"1 ct", 5, "4 ct", 2},  // a count beside a single is that many
             Case{"4 ct", 1, "1 ct", 4},
             Case{"330 ml", 6, "6 pk", 1},
             Case{"6 pk", 1, "330 ml", 6},
             Case{"6 x 330 ml", 2, "6 pk", 2},
             Case{"12 ct", 2, "10 ct", 2},  // beside another count it is one package
             Case{"", 5, "4 ct", 5},
             Case{"4 ct", 1, "", 1},
             Case{"", 3, "500 ml", 3},
             Case{"2 l", 1, "1 l", 2},  // a litre is not two
             Case{"2 l", 3, "1 l", 6},
             Case{"2 l", 1, "1.5 l", 1},   // three quarters are for less
             Case{"2 l", 1, "1.49 l", 2},  // and what is below stands for nothing alone
             Case{"2 l", 1, "650 ml", 3},  // 1.95 l
             Case{"2 l", 1, "630 ml", {}},
             Case{"500 ml", 5, "330 ml", 8},
             Case{"16 ct", 1, "8 ct", 2},
             Case{"16 ct", 1, "12 ct", 1},
             Case{"6 x 330 ml", 1, "6 x 200 ml", 2},
             Case{"2 l", 1, "500 g", 1},
             Case{"2 l", 999, "1 l", {}},
             Case{"500 ml", 0, "500 ml", {}},
             Case{"500 ml", 1000, "500 ml", {}},
             Case{"24 x 500 ml", 900, "500 ml", {}},
         }) {
        CAPTURE(missing, asked, candidate);
        CHECK(pieces_for(size(missing), asked, size(candidate), {}) == pieces);
    }
    Rules rules;
    rules.most_for_one = 1;
    CHECK_FALSE(pieces_for(size("2 l"), 1, size("1 l"), rules));
    CHECK(pieces_for(size("2 l"), 1, size("1.5 l"), rules) == 1);
    rules.most_for_one = 4;
    CHECK(pieces_for(size("2 l"), 1, size("500 ml"), rules) == 4);
    rules.smallest_size = Percent::whole(25);
    CHECK(pieces_for(size("2 l"), 1, size("500 ml"), rules) == 1);
    CHECK(pieces_for(size("2 l"), 1, size("499 ml"), rules) == 4);
    CHECK(total_ratio(size("500 ml"), 5, size("6 x 500 ml"), 1) == Approx(1.2));
    CHECK_FALSE(total_ratio(size("500 ml"), 5, size("100 g"), 1));
}

TEST_CASE("Labels become claims") {
    struct Case {
        const char *label, *claim;
    };
    for (const auto& [label, claim] : {
             Case{"gluten-free", "gluten free"},
             Case{"Glutenfree", "gluten free"},
             Case{"glutenfrei", "gluten free"},
             Case{"no gluten", "gluten free"},
             Case{"en:gluten-free", "gluten free"},
             Case{"Without lactose", "lactose free"},
             Case{"laktosefrei", "lactose free"},
             Case{"free from nuts", "nut free"},
             Case{"no GMOs", "gmo free"},
             Case{"Vegan", "vegan"},
             Case{"suitable for vegans", "vegan"},
             Case{"not vegan", ""},
             Case{"non-vegan", ""},
             Case{"maybe vegan", ""},
             Case{"en:eu-organic", "organic"},
             Case{"Bio", "organic"},
             Case{"Orthodox Union kosher", "kosher"},
             Case{"halal", "halal"},
             Case{"MSC", "msc"},
             Case{"free range", "free range"},
             Case{"green dot", ""},
             Case{"en:made-in-france", ""},
             Case{"nutriscore-grade-b", ""},
             Case{"new", ""},
             Case{"age 18", ""},
             Case{"alcohol", ""},
             Case{"alcohol-free", "alcohol free"},
             Case{"non-alcoholic", "alcohol free"},
             Case{"0% alcohol", "alcohol free"},
             Case{"0.0 % vol. alcohol", "alcohol free"},
             Case{"alcohol 0%", "alcohol free"},
             Case{"contains no alcohol", "alcohol free"},
             Case{"does not contain gluten", "gluten free"},
             Case{"certified non-GMO", "gmo free"},
             Case{"sans gluten", "gluten free"},
             Case{"0% fat", "fat free"},
             Case{"0.5% alcohol", ""},
             Case{"Unsuitable for vegetarians", ""},
             Case{"May contain meat, not suitable for vegetarians", ""},
             Case{"Product is not vegan", ""},
             Case{"pas vegan", ""},
             Case{"Vegan: no", ""},
             Case{"no organic eggs", ""},
             Case{"Bio-degradable", "bio degradable"},
             Case{"bio-based", "bio based"},
             Case{"bio-based and organic", "organic"},
             Case{"Produit français", ""},
             Case{"", ""},
         }) {
        CAPTURE(label);
        CHECK(one_claim(label) == claim);
    }
    CHECK(claims_of(Words{"vegan"}).has("vegetarian"));
    CHECK_FALSE(claims_of(Words{"vegetarian"}).has("vegan"));
}

TEST_CASE("Words of tables are those that texts are cut into") {
    for (const auto* text : {"nuts", "glass", "citrus", "bus", "gas", "Sans", "en:Eggs"}) {
        CAPTURE(text);
        CHECK(is_plain(joined(plain_words(text))));
    }
    for (const auto* entry : {"nuts", "sans", "francais", "Egg", "tree  nut", "no allergens", "", " a"}) {
        CAPTURE(entry);
        CHECK_FALSE(is_plain(entry));
    }
}

TEST_CASE("Labels say how old a buyer must be") {
    struct Case {
        const char* label;
        int age;
    };
    for (const auto& [label, age] : {Case{"age 16", 16},
                                     Case{"age 18", 18},
                                     Case{"18+", 18},
                                     Case{"over 21", 21},
                                     Case{"alcohol", 18},
                                     Case{"contains alcohol", 18},
                                     Case{"tobacco", 18},
                                     Case{"alcohol-free", 0},
                                     Case{"non-alcoholic", 0},
                                     Case{"organic", 0},
                                     Case{"25 less salt", 0},
                                     Case{"eu bio 16", 0},
                                     Case{"0% alcohol", 0},
                                     Case{"alcohol 0%", 0},
                                     Case{"contains no alcohol", 0},
                                     Case{"0.5% alcohol", 18},
                                     Case{"1A", 0},
                                     Case{"from 12 months", 0},
                                     Case{"ab 12 Monaten", 0},
                                     Case{"from 12 years", 12}}) {
        CAPTURE(label);
        CHECK(age_of(label) == age);
    }
    const auto of = [](const char* label) { return claims_of(Words{label}); };
    CHECK(keeps_age(of("age 18"), of("age 16")));
    CHECK(keeps_age(of("alcohol"), of("age 18")));
    CHECK_FALSE(keeps_age(of("age 16"), of("alcohol")));
    CHECK_FALSE(keeps_age(of("organic"), of("tobacco")));
}

TEST_CASE("No allergen and no trace comes in") {
    struct Case {
        Words missing, candidate;
        bool kept;
    };
    const Case cases[] = {
        {{"milk", "nuts"}, {"milk"}, true},
        {{"milk"}, {"milk", "nuts"}, false},
        {{"en:milk"}, {"Milk"}, true},
        {{"soybeans"}, {"Soybean"}, true},
        {{"soybeans"}, {"soy"}, false},
        {{"milk"}, {"milk", "traces of nuts"}, false},
        {{"milk", "traces of nuts"}, {"milk", "traces of nuts"}, true},
        {{"milk", "nuts"}, {"milk", "traces of nuts"}, true},
        {{"milk", "nuts"}, {"traces of nuts"}, false},  // traces do not say what is contained
        {{"traces of nuts"}, {"nuts"}, false},
        {{"traces of nuts"}, {"milk"}, false},
        {{"hazelnuts"}, {"almonds"}, false},
        {{"none"}, {"milk"}, false},
        {{"none"}, {"none"}, true},
        {{"none"}, {}, false},  // not known means no
        {{"milk"}, {}, false},
        {{"traces of nuts"}, {}, true},
        {{}, {"milk"}, true},
    };
    for (const auto& [missing, candidate, kept] : cases) {
        CAPTURE(missing, candidate);
        CHECK(keeps_allergens(allergens_of(missing), allergens_of(candidate)) == kept);
    }
}

TEST_CASE("What the customer names must be known to hold") {
    struct Case {
        const char* chip;
        Words labels, allergens;
        bool met;
    };
    const Case cases[] = {
        {"vegan", {"vegan"}, {}, true},
        {"vegan", {}, {}, false},
        {"vegan", {"vegetarian"}, {}, false},
        {"vegan", {"vegan"}, {"milk"}, false},
        {"vegan", {"vegan"}, {"soy", "traces of milk"}, true},
        {"vegetarian", {"vegan"}, {}, true},
        {"halal", {"halal"}, {}, true},
        {"halal", {}, {"none"}, false},
        {"gluten-free", {"no gluten"}, {}, true},
        {"gluten-free", {}, {"milk"}, false},
        {"gluten-free", {"gluten-free"}, {"barley"}, false},
        {"gluten-free", {"gluten-free"}, {"traces of wheat"}, false},
        {"gluten", {}, {"milk"}, true},
        {"gluten", {"gluten-free"}, {}, false},
        {"gluten", {}, {"rye"}, false},
        {"lactose-free", {"lactose free"}, {"milk"}, true},
        {"lactose", {}, {"none"}, false},
        {"nuts-free", {}, {"milk"}, true},
        {"nuts-free", {}, {"none"}, true},
        {"nuts-free", {"nut-free"}, {}, false},
        {"nuts-free", {}, {"traces of hazelnuts"}, false},
        {"nuts-free", {}, {"peanuts"}, false},
        {"nuts-free", {}, {"traces of milk"}, false},
        {"nuts", {}, {"milk", "gerstenmalz"}, false},  // a word that is not known here may be any
        {"peanuts", {}, {"almonds"}, true},
        {"no milk", {}, {"butter"}, false},
        {"dairy-free", {}, {"soy"}, true},
        {"sugar-free", {"no sugar"}, {}, true},
        {"sugar-free", {}, {"none"}, false},
        {"kiwi", {}, {"milk"}, false},
    };
    for (const auto& [chip, labels, allergens, met] : cases) {
        CAPTURE(chip, labels, allergens);
        CHECK(meets({need_of(chip)}, claims_of(labels), allergens_of(allergens)) == met);
    }
}
