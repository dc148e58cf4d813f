#include <catch2/catch.hpp>

#include "tests/unit/app/core/decisions/shop.hpp"

using namespace makegood;
using namespace makegood::core::substitute;
using makegood::tests::Shelf;
using makegood::tests::Shop;

namespace {

using Numbers = std::vector<std::string>;

Money cents(std::int64_t count) {
    return Money::minor(count);
}

const Shelf coconut{"1", "Coconut oil", "Sun", "400 ml", 599, 400, 0};

// The shop that sells coconut oil and this one other thing.
Shop with(Shelf other) {
    if (other.number.empty()) other.number = "2";
    return Shop({coconut, other});
}

}  // namespace

TEST_CASE("A substitute must be there, priced, of allowed size and not too dear") {
    struct Case {
        std::string what;
        Shelf other;
        bool passes;
    };
    const Case cases[] = {
        {"the plain one", {"2", "Virgin coconut oil", "Kokora", "400 ml", 599, 400, 3}, true},
        {"none left", {"2", "Virgin coconut oil", "Kokora", "400 ml", 599, 400, 0}, false},
        {"stock not known", {"2", "Virgin coconut oil", "Kokora", "400 ml", 599, 400, -1}, false},
        {"no price", {"2", "Virgin coconut oil", "Kokora", "400 ml", -1, 400, 3}, false},
        {"no cost", {"2", "Virgin coconut oil", "Kokora", "400 ml", 599, -1, 3}, true},
        {"three quarters as large", {"2", "Virgin coconut oil", "", "300 ml", 599, 400, 3}, true},
        {"two that are smaller than that", {"2", "Virgin coconut oil", "", "200 ml", 599, 400, 2}, true},
        {"only one of them left", {"2", "Virgin coconut oil", "", "200 ml", 599, 400, 1}, false},
        {"two that are too dear together", {"2", "Virgin coconut oil", "", "200 ml", 899, 400, 3}, false},
        {"smaller than three make good", {"2", "Virgin coconut oil", "", "126 ml", 99, 40, 9}, false},
        {"four times as large", {"2", "Virgin coconut oil", "", "1600 ml", 599, 400, 3}, true},
        {"larger than that", {"2", "Virgin coconut oil", "", "1601 ml", 599, 400, 3}, false},
        {"size not known", {"2", "Virgin coconut oil", "", "", 599, 400, 3}, true},
        {"another unit", {"2", "Virgin coconut oil", "", "5000 g", 599, 400, 3}, true},
        {"three times the price", {"2", "Virgin coconut oil", "", "400 ml", 1797, 400, 3}, true},
        {"dearer than that", {"2", "Virgin coconut oil", "", "400 ml", 1798, 400, 3}, false},
    };
    for (const auto& each : cases) {
        CAPTURE(each.what);
        CHECK(with(each.other).suggest("1").size() == (each.passes ? 1 : 0));
    }
}

TEST_CASE("All the pieces must be there, and those that stay on the shelf") {
    const auto shop = with({"2", "Virgin coconut oil", "", "400 ml", 599, 400, 5});
    Rules rules;
    CHECK(shop.suggest("1", 5, rules).size() == 1);
    CHECK(shop.suggest("1", 6, rules).empty());
    rules.keep_on_shelf = 2;
    CHECK(shop.suggest("1", 3, rules).size() == 1);
    CHECK(shop.suggest("1", 4, rules).empty());
    CHECK(shop.suggest("1", 0, rules).empty());
    CHECK(shop.suggest("1", INT64_MAX, rules).empty());
}

TEST_CASE("The customer never pays more, and a smaller one costs less in proportion") {
    struct Case {
        Shelf other;
        std::int64_t pays, worth, cost, cost_free;
    };
    const Case cases[] = {
        {{"2", "Coconut oil", "", "800 ml", 999, 700, 9}, 599, 400, 300, 700},
        {{"2", "Coconut oil", "", "400 ml", 499, 300, 9}, 499, 0, 0, 300},
        {{"2", "Coconut oil", "", "300 ml", 599, 400, 9}, 449, 150, 0, 400},
        {{"2", "Coconut oil", "", "300 ml", 399, 300, 9}, 399, 0, 0, 300},
        {{"2", "Coconut oil", "", "400 ml", 1000, -1, 9}, 599, 401, 300, 700},
        {{"2", "Coconut oil", "", "200 ml", 399, 250, 9}, 599, 199, 100, 500},  // two of them
        {{"2", "Coconut oil", "", "195 ml", 399, 250, 9}, 584, 214, 100, 500},
        {{"2", "Coconut oil", "", "200 ml", 199, 150, 9}, 398, 0, 0, 300},
    };
    for (const auto& each : cases) {
        const auto found = with(each.other).suggest("1");
        REQUIRE(found.size() == 1);
        CAPTURE(each.other.size, each.other.price);
        CHECK(found[0].pays == cents(each.pays));
        CHECK(found[0].worth == cents(each.worth));
        CHECK(found[0].cost == cents(each.cost));
        CHECK(found[0].cost_free == cents(each.cost_free));
        CHECK(found[0].worth_free == cents(each.other.price) * found[0].pieces);
    }
}

TEST_CASE("Amounts are for all the pieces") {
    const auto found = with({"2", "Coconut oil", "", "800 ml", 999, 700, 9}).suggest("1", 3);
    REQUIRE(found.size() == 1);
    CHECK(found[0].pays == cents(3 * 599));
    CHECK(found[0].worth == cents(3 * 400));
    CHECK(found[0].cost == cents(3 * 300));
    CHECK(found[0].cost_free == cents(3 * 700));
}

TEST_CASE("Where the price is not known only a gift is sure not to be dearer") {
    const Shop shop(
        {{"1", "Coconut oil", "", "400 ml", -1, -1, 0}, {"2", "Coconut oil", "", "800 ml", 999, 700, 9}});
    const auto found = shop.suggest("1");
    REQUIRE(found.size() == 1);
    CHECK(found[0].pays == Money{});
    CHECK(found[0].cost == found[0].cost_free);
    CHECK(found[0].worth == cents(999));
}

TEST_CASE("The nearest come first, the very category before the wider one") {
    const Shop shop({
        coconut,
        {"equal", "Coconut oil", "Sun", "400 ml", 599, 400, 9},
        {"larger", "Olive oil", "Other", "800 ml", 999, 700, 9},
        {"wide-larger", "Coconut oil butter", "Sun", "800 ml", 599, 400, 9, {"Food", "Spreads"}},
        {"wide-equal", "Coconut oil spread", "Sun", "400 ml", 599, 400, 9, {"Food", "Spreads"}},
        {"wide-other", "Peanut spread", "Sun", "400 ml", 599, 400, 9, {"Food", "Spreads"}},
        {"elsewhere", "Coconut oil", "Sun", "400 ml", 599, 400, 9, {"Body", "Care"}},
    });
    CHECK(shop.numbers("1") == Numbers{"equal", "larger", "wide-equal", "wide-larger"});
    CHECK(shop.numbers("1", 1, {}, 2) == Numbers{"equal", "larger"});
    CHECK(shop.numbers("1", 1, {}, 1) == Numbers{"equal"});
    CHECK(shop.numbers("1", 1, {}, 0).empty());
}

TEST_CASE("Two smaller ones come after one of the size") {
    const auto near = [](std::string number, std::string size, std::int64_t price) {
        return Shelf{std::move(number), "Coconut oil", "Sun", std::move(size), price, 200, 9};
    };
    CHECK(Shop({coconut, near("two", "200 ml", 300), near("one", "400 ml", 300)}).numbers("1") ==
          Numbers{"one", "two"});
    // So far from the missing one's size and price as the half is.
    CHECK(Shop({coconut, near("two", "200 ml", 300), near("double", "800 ml", 1196)}).numbers("1") ==
          Numbers{"double", "two"});
}

TEST_CASE("Brand, price and name decide, then a number that means nothing") {
    const Shop shop({
        coconut,
        {"b-other-name", "Rapeseed oil", "Sun", "400 ml", 599, 400, 9},
        {"c-same-name", "Coconut oil", "Other", "400 ml", 599, 400, 9},
        {"d-dear", "Coconut oil", "Other", "400 ml", 1500, 400, 9},
        {"a-twin", "Coconut oil", "Sun", "400 ml", 599, 400, 9},
        {"b-twin", "COCONUT OIL", "Sun", "400 ml", 599, 400, 9},
    });
    CHECK(shop.numbers("1") == Numbers{"b-twin", "a-twin", "b-other-name", "c-same-name", "d-dear"});
}

TEST_CASE("Names are compared without accents and case") {
    const Shop shop({
        {"1", "Crème brûlée", "", "200 g", 300, 200, 0, {"Desserts"}},
        {"a", "Chocolate mousse", "", "200 g", 300, 200, 9, {"Desserts"}},
        {"b", "CREME BRULEE", "", "200 g", 300, 200, 9, {"Desserts"}},
    });
    CHECK(shop.numbers("1") == Numbers{"b", "a"});
}

TEST_CASE("Without a category like-named neighbours are found") {
    const Shop shop({
        {"1", "Coconut oil 400 ml", "Sun", "400 ml", 599, 400, 0, {}},
        {"2", "Virgin coconut oil", "Kokora", "800 ml", 999, 700, 9, {}},
        {"3", "Motor oil", "Sun", "400 ml", 599, 400, 9, {}},
        {"4", "Candle", "Sun", "400 ml", 599, 400, 9, {}},
    });
    const auto found = shop.numbers("1");
    CHECK(std::find(found.begin(), found.end(), "2") != found.end());
    CHECK(std::find(found.begin(), found.end(), "4") == found.end());
    CHECK(shop.numbers("4").empty());
}

TEST_CASE("Two categories up only what is called nearly the same is alike") {
    const auto food = [](std::string number, std::string name, std::string animal, std::int64_t stock) {
        return Shelf{std::move(number),      std::move(name), "Sun", "1 kg", 549, 300, stock,
                     {"Pets", animal, "Dry"}};
    };
    std::vector<Shelf> shelves{food("1", "Dry dog food", "Dog", 0), food("2", "Dry cat food", "Cat", 9),
                               food("3", "Dog food dry", "Offers", 9)};
    for (const std::string name : {"Dog lead", "Dog bed", "Dog bowl", "Cat litter", "Cat bed", "Cat bowl"})
        shelves.push_back(food(name, name, "Things", 0));
    for (int number = 100; number < 400; ++number)  // beside them the words of pets are rare
        shelves.push_back(food(std::to_string(number), "Spice", "Spices", 0));
    const Shop shop(shelves);
    CHECK(shop.numbers("1") == Numbers{"3"});
}

TEST_CASE("What the missing one promised is kept, and no allergen comes in") {
    struct Case {
        std::string what;
        std::vector<std::string> labels, allergens, other_labels, other_allergens;
        bool passes;
    };
    const Case cases[] = {
        {"vegan for vegan", {"vegan"}, {}, {"vegan"}, {}, true},
        {"no mark for vegan", {"vegan"}, {}, {}, {}, false},
        {"no mark for gluten-free", {"gluten-free"}, {}, {"organic"}, {}, false},
        {"no mark for no gluten", {"no gluten"}, {}, {}, {}, false},
        {"no mark for organic", {"organic"}, {}, {}, {}, false},
        {"organic in other words", {"organic"}, {}, {"EU Bio"}, {}, true},
        {"a mark of the package", {"green dot"}, {}, {}, {}, true},
        {"vegan for none", {}, {}, {"vegan"}, {}, true},
        {"new allergen", {}, {"milk"}, {}, {"milk", "nuts"}, false},
        {"fewer allergens", {}, {"milk", "nuts"}, {}, {"milk"}, true},
        {"allergens of the other one not known", {}, {"milk"}, {}, {}, false},
        {"traces only are known of the missing one", {}, {"traces of milk"}, {}, {}, true},
        {"allergens of the missing one not known", {}, {}, {}, {"nuts"}, true},
    };
    for (const auto& each : cases) {
        CAPTURE(each.what);
        auto missing = coconut;
        missing.labels = each.labels;
        missing.allergens = each.allergens;
        Shelf other{"2", "Coconut oil", "", "400 ml", 599, 400, 9};
        other.labels = each.other_labels;
        other.allergens = each.other_allergens;
        CHECK(Shop({missing, other}).suggest("1").size() == (each.passes ? 1 : 0));
    }
}

TEST_CASE("The reason names what is true of the pair") {
    CHECK(with({"2", "Virgin coconut oil", "Kokora", "800 ml", 999, 700, 14}).suggest("1").at(0).reason ==
          "same kind, 800 ml instead of 400 ml, 14 there");
    CHECK(with({"2", "Virgin coconut oil", "Sun", "400 ml", 599, 400, 2}).suggest("1").at(0).reason ==
          "same kind, same brand, same size, 2 there");
    CHECK(with({"2", "Virgin coconut oil", "Sun", "200 ml", 300, 200, 5}).suggest("1").at(0).reason ==
          "same kind, same brand, 2 × 200 ml instead of 400 ml, 5 there");
    CHECK(with({"2", "Coconut oil", "Kokora", "", 599, 400, 2, {"Food", "Spreads"}})
              .suggest("1")
              .at(0)
              .reason == "similar kind, 2 there");
}

TEST_CASE("Fit tells larger, better brand and equal apart") {
    const auto fit = [](const Shelf& other) { return with(other).suggest("1").at(0).fit; };
    CHECK(fit({"2", "Coconut oil", "Sun", "800 ml", 999, 700, 9}) == Fit::larger);
    CHECK(fit({"2", "Coconut oil", "Sun", "420 ml", 599, 400, 9}) == Fit::equal);
    CHECK(fit({"2", "Coconut oil", "Fine", "400 ml", 899, 400, 9}) == Fit::better_brand);
    CHECK(fit({"2", "Coconut oil", "Sun", "400 ml", 899, 400, 9}) == Fit::equal);
    CHECK(fit({"2", "Coconut oil", "Fine", "400 ml", 599, 400, 9}) == Fit::equal);
    CHECK(fit({"2", "Coconut oil", "Fine", "200 ml", 599, 400, 9}) == Fit::equal);  // two of them
    CHECK(fit({"2", "Coconut oil", "Fine", "290 ml", 599, 400, 9}) == Fit::equal);
}
