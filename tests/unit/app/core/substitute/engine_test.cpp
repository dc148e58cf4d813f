#include "app/core/substitute/engine.hpp"

#include <catch2/catch.hpp>
#include <cstring>

#include "app/core/substitute/learnt_counts.hpp"
#include "app/core/substitute/wide_kinds.hpp"
#include "tests/unit/app/core/decisions/shop.hpp"

using namespace makegood;
using namespace makegood::core;
using namespace makegood::core::substitute;
using catalogue::Row;
using makegood::tests::Shelf;
using makegood::tests::Shop;

namespace {

using Numbers = std::vector<std::string>;

Shop oils() {
    return Shop({{"1", "Coconut oil", "Sun", "400 ml", 599, 400, 0},
                 {"2", "Coconut oil", "Sun", "450 ml", 649, 400, 9},
                 {"3", "Coconut oil", "Fine", "400 ml", 599, 400, 9},
                 {"4", "Coconut oil", "Cheap", "400 ml", 499, 300, 9}});
}

Numbers numbers(const Engine& engine, const Shop& shop, const Question& question, std::size_t limit = 10) {
    Numbers found;
    for (const auto& each : engine.suggest(question, {}, limit))
        found.emplace_back(shop.articles->view(each.row).number);
    return found;
}

Question about(const Shop& shop, const char* number) {
    Question question;
    question.missing = shop.row(number);
    return question;
}

HandLine line(HandLine::Verb verb, Subject substitute, Subject missing = {}, int place = 1) {
    return {verb, std::move(missing), std::move(substitute), place};
}
Subject of(Subject::What what, std::vector<std::string> words) {
    return {what, std::move(words)};
}

}  // namespace

TEST_CASE("What households buy at other times comes before what only looks alike") {
    const auto shop = oils();
    LearntBuilder builder(*shop.articles);
    for (std::uint64_t household = 1; household <= 5; ++household) {
        builder.add(household, 10 * household, shop.row("1"));
        builder.add(household, 10 * household + 1, shop.row("4"));
        builder.add(household, 10 * household, shop.row("3"));  // in one basket with it: not instead of it
    }
    const auto learnt = builder.build();
    CHECK(learnt->households_of(shop.row("1")) == 5);
    REQUIRE(learnt->pairs_of(shop.row("1")).size() == 1);
    CHECK(learnt->pairs_of(shop.row("1"))[0] == LearntPair{shop.row("4"), 5});
    CHECK(learnt->pairs_of(shop.row("4")).size() == 2);

    const Engine bare(shop.articles), engine(shop.articles, learnt);
    CHECK(numbers(bare, shop, about(shop, "1")).front() != "4");
    CHECK(numbers(engine, shop, about(shop, "1")).front() == "4");
    CHECK(engine.suggest(about(shop, "1"), {}, 1)[0].reason ==
          "same kind, same size, households here buy either, 9 there");
    CHECK(words(engine.sources()) ==
          std::vector<std::string>{"the catalogue (4 articles)", "receipts of 5 households"});
    CHECK(words(bare.sources()).size() == 1);
}

TEST_CASE("What was learnt comes back from its image") {
    const auto shop = oils();
    LearntBuilder builder(*shop.articles);
    builder.add(1, 1, shop.row("1"));
    builder.add(1, 2, shop.row("2"));
    const auto before = builder.build();
    std::string bytes;
    write_image(*before, [&](std::span<const std::byte> piece) {
        bytes.append(reinterpret_cast<const char*>(piece.data()), piece.size());
    });
    const auto kept = std::make_shared<std::vector<std::uint64_t>>((bytes.size() + 7) / 8);
    std::memcpy(kept->data(), bytes.data(), bytes.size());
    const auto image = std::as_bytes(std::span(*kept)).first(bytes.size());
    const auto after = learnt_from_image(image, kept, 4);
    REQUIRE(after);
    CHECK((*after)->total_households() == 1);
    CHECK(std::ranges::equal((*after)->pairs_of(0), before->pairs_of(0)));
    CHECK_FALSE(learnt_from_image(image, kept, 5));
    for (std::size_t size = 0; size < image.size(); ++size)
        CHECK_FALSE(learnt_from_image(image.first(size), kept, 4));
}

TEST_CASE("Sales taken one by one count like those taken together") {
    const auto shop = oils();
    const std::vector<BoughtBefore> sales{{0, 1}, {1, 1}, {1, 2}, {2, 3}, {0, 3}, {3, 4}};
    LearntBuilder builder(*shop.articles);
    Engine grown(shop.articles);
    std::vector<BoughtBefore> history;
    for (const auto& [row, basket] : sales) {
        builder.add(1, basket, row);
        grown.add_sale(row, effect_of_sale(*shop.articles, history, row, basket));
        history.push_back({row, basket});
    }
    const Engine together(shop.articles, builder.build());
    const std::vector<Row> all{0, 1, 2, 3};
    for (const Row missing : all) {
        const auto a = grown.rank(missing, all), b = together.rank(missing, all);
        REQUIRE(a.size() == 3);
        for (std::size_t at = 0; at < a.size(); ++at) {
            CHECK(a[at].row == b[at].row);
            CHECK(a[at].score == Approx(b[at].score));
        }
    }
}

TEST_CASE("A household that buys everything pairs nothing") {
    catalogue::Catalogue::Builder builder;
    const auto count = static_cast<Row>(most_articles_of_a_household + 1);
    for (Row row = 0; row < count; ++row)
        builder.add(tests::article_of({std::to_string(row), "Oil", "", ""}));
    const auto articles = builder.build();
    const auto pairs_after = [&](Row bought) {
        LearntBuilder lines(*articles);
        std::vector<BoughtBefore> history;
        for (Row row = 0; row < bought; ++row) lines.add(1, row, row), history.push_back({row, row});
        const auto learnt = lines.build();
        CHECK(learnt->households_of(0) == 1);
        CHECK(learnt->total_households() == 1);
        const auto more = effect_of_sale(*articles, history, 0, count);
        CHECK(more.newly_paired.empty());  // these are paired already, or never
        const auto other = effect_of_sale(*articles, history, count - 1, count);
        return std::pair(learnt->pairs_of(0).size(), other.newly_paired.size());
    };
    CHECK(pairs_after(count - 1) == std::pair<std::size_t, std::size_t>(Learnt::pairs_kept, count - 1));
    CHECK(pairs_after(count) == std::pair<std::size_t, std::size_t>(0, 0));
}

TEST_CASE("Stock and prices are those of now") {
    const auto shop = oils();
    Engine engine(shop.articles);
    engine.set_stock(shop.row("2"), 0);
    CHECK(numbers(engine, shop, about(shop, "1")).size() == 2);
    engine.set_stock(shop.row("2"), 1);
    engine.set_price(shop.row("3"), Money::minor(5000));
    engine.set_price(shop.row("4"), std::nullopt);
    CHECK(numbers(engine, shop, about(shop, "1")) == Numbers{"2"});
    CHECK(engine.suggest(about(shop, "1"), {}, 1)[0].left == 1);
    engine.set_price(shop.row("1"), Money::minor(2000));
    CHECK(engine.suggest(about(shop, "1"), {}, 5).size() == 2);
    CHECK(engine.price(shop.row("4")) == std::nullopt);
    CHECK(engine.stock(shop.row("2")) == 1);
}

TEST_CASE("Answers at the counter move the order, and fade") {
    const auto shop = oils();
    Engine engine(shop.articles);
    const auto first = numbers(engine, shop, about(shop, "1")).front();
    for (int times = 0; times < 6; ++times) engine.add_outcome(shop.row("1"), shop.row(first), false, 100);
    auto question = about(shop, "1");
    question.day = 100;
    CHECK(numbers(engine, shop, question).front() != first);
    question.day = 100 + 900;
    CHECK(numbers(engine, shop, question).front() == first);
    CHECK(words(engine.sources()).back() == "6 answers at the counter");
}

TEST_CASE("What the customer buys comes first") {
    const auto shop = oils();
    const Engine engine(shop.articles);
    auto question = about(shop, "1");
    const auto last = numbers(engine, shop, question).back();
    question.bought = {shop.row(last)};
    CHECK(numbers(engine, shop, question).front() == last);
}

TEST_CASE("The owner's hand wins over the score, not over the rules") {
    using Verb = HandLine::Verb;
    using What = Subject::What;
    auto shelves = std::vector<Shelf>{{"1", "Coconut oil", "Sun", "400 ml", 599, 400, 0},
                                      {"2", "Coconut oil", "Sun", "400 ml", 599, 400, 9},
                                      {"3", "Rapeseed oil", "Fine", "400 ml", 899, 400, 9},
                                      {"4", "Olive oil", "Cheap", "400 ml", 299, 300, 9},
                                      {"5", "Shea butter", "Sun", "400 g", 599, 400, 9, {"Body", "Care"}},
                                      {"6", "Argan oil", "Sun", "400 ml", 599, 400, 0}};
    const Shop shop(shelves);
    struct Case {
        const char* what;
        std::vector<HandLine> lines;
        Numbers answer;
    };
    const Case cases[] = {
        {"nothing", {}, {"2", "3", "4"}},
        {"an article first", {line(Verb::pin, of(What::article, {"3"}))}, {"3", "2", "4"}},
        {"from elsewhere",
         {line(Verb::pin, of(What::article, {"5"}), of(What::article, {"1"}))},
         {"5", "2", "3", "4"}},
        {"for another only",
         {line(Verb::pin, of(What::article, {"3"}), of(What::article, {"2"}))},
         {"2", "3", "4"}},
        {"what is not there", {line(Verb::pin, of(What::article, {"6"}))}, {"2", "3", "4"}},
        {"a brand never", {line(Verb::forbid, of(What::brand, {"sun"}))}, {"3", "4"}},
        {"never wins",
         {line(Verb::pin, of(What::article, {"3"})), line(Verb::forbid, of(What::brand, {"Fine"}))},
         {"2", "4"}},
        {"in this order",
         {line(Verb::rank, of(What::brand, {"Cheap"}), {}, 2),
          line(Verb::rank, of(What::brand, {"Fine"}), {}, 1)},
         {"3", "4", "2"}},
        {"a category", {line(Verb::forbid, of(What::category, {"Food", "Oils"}))}, {}},
        {"a wider one", {line(Verb::forbid, of(What::category, {"Food"}), of(What::category, {"food"}))}, {}},
        {"what is not known", {line(Verb::forbid, of(What::brand, {"Nobody"}))}, {"2", "3", "4"}},
    };
    for (const auto& each : cases) {
        CAPTURE(each.what);
        Engine engine(shop.articles);
        engine.set_hand(each.lines);
        CHECK(numbers(engine, shop, about(shop, "1")) == each.answer);
    }
}

TEST_CASE("What the owner ranks or pins by brand or category is no less alike for it") {
    const Shop shop({{"1", "Chocolate milk", "Sun", "500 ml", 300, 200, 0, {"Home", "Drinks"}},
                     {"2", "Soap milk and honey", "Dove", "500 ml", 300, 200, 9, {"Home", "Care"}},
                     {"3", "Chocolate milk drink", "Dove", "500 ml", 300, 200, 9, {"Home", "Snacks"}},
                     {"4", "Apple cider", "Dove", "500 ml", 300, 200, 9, {"Home", "Drinks"}}});
    using Verb = HandLine::Verb;
    const auto answer = [&](Verb verb, const Subject& subject) {
        Engine engine(shop.articles);
        engine.set_hand({line(verb, subject)});
        return numbers(engine, shop, about(shop, "1"));
    };
    for (const auto verb : {Verb::pin, Verb::rank}) {
        CHECK(answer(verb, of(Subject::What::brand, {"Dove"})) == Numbers{"3"});
        CHECK(answer(verb, of(Subject::What::category, {"Home"})) == Numbers{"3"});
    }
    CHECK(answer(Verb::pin, of(Subject::What::article, {"2"})) == Numbers{"2", "3"});
    CHECK(answer(Verb::pin, of(Subject::What::article, {"4"})) == Numbers{"3"});
}

TEST_CASE("A brand or category of two spellings is one to the owner") {
    const Shop shop({{"1", "Coconut oil", "Sun", "400 ml", 599, 400, 0},
                     {"2", "Coconut oil", "Nestlé", "400 ml", 599, 400, 9},
                     {"3", "Coconut oil", "NESTLE", "400 ml", 599, 400, 9},
                     {"4", "Coconut oil", "Sun", "400 ml", 599, 400, 9, {"food", "OILS"}},
                     {"5", "Coconut oil", "Sun", "400 ml", 599, 400, 9}});
    Engine engine(shop.articles);
    engine.set_hand({line(HandLine::Verb::forbid, of(Subject::What::brand, {"nestle"}))});
    CHECK(numbers(engine, shop, about(shop, "1")) == Numbers{"5"});
    CHECK(numbers(engine, shop, about(shop, "4")) == Numbers{});
    engine.set_hand({line(HandLine::Verb::forbid, of(Subject::What::category, {"Food", "Oils"}))});
    CHECK(numbers(engine, shop, about(shop, "1")) == Numbers{});
}

TEST_CASE("Receipts of nobody in particular count too") {
    const auto shop = oils();
    LearntCounts counts(shop.articles->size());
    counts.add_households(shop.row("4"), 50);
    counts.add_households(shop.row("2"), 1);
    counts.add_households(shop.row("3"), 1);
    const Engine engine(shop.articles, counts.build(0, 51)), bare(shop.articles);
    CHECK(numbers(bare, shop, about(shop, "1")).back() == "4");
    CHECK(numbers(engine, shop, about(shop, "1")).front() == "4");
}

TEST_CASE("Of what the owner pins from elsewhere nothing untrue is said") {
    const Shop shop({{"1", "Coconut oil", "Sun", "400 ml", 599, 400, 0},
                     {"2", "Shea butter", "Sun", "400 g", 599, 400, 9, {"Body", "Care"}},
                     {"3", "Shea butter", "", "400 g", 599, 400, 9, {"Body", "Care"}},
                     {"4", "Candle", "", "1 ct", 599, 400, 0, {}}});
    Engine engine(shop.articles);
    const auto reason = [&](const char* missing, const char* pinned) {
        engine.set_hand({line(HandLine::Verb::pin, of(Subject::What::article, {pinned}))});
        return engine.suggest(about(shop, missing), {}, 1).at(0).reason;
    };
    CHECK(reason("1", "2") == "same brand, 9 there");
    CHECK(reason("1", "3") == "9 there");
    CHECK(reason("4", "3") == "9 there");
}

TEST_CASE("What only adults may buy does not come from next door") {
    const Shop shop({{"1", "Grape juice concord", "", "750 ml", 599, 400, 0, {"Drinks", "Juice"}},
                     {"2", "Grape wine concord", "", "750 ml", 599, 400, 9, {"Drinks", "Wine"}},
                     {"3", "Grape drink concord", "", "750 ml", 599, 400, 9, {"Drinks", "Lemonade"}}});
    CHECK(shop.numbers("1") == Numbers{"3"});
}

TEST_CASE("Packs stand for pieces by what they hold") {
    const Shop shop({{"1", "Water", "Sun", "500 ml", 100, 50, 0},
                     {"2", "Water", "Sun", "6 x 500 ml", 550, 300, 3},
                     {"3", "Water", "Sun", "4 x 500 ml", 380, 200, 1}});
    const auto found = shop.suggest("1", 5);
    REQUIRE(found.size() == 1);
    CHECK(found[0].pieces == 1);
    CHECK(found[0].pays == Money::minor(500));
    CHECK(found[0].worth == Money::minor(50));
    CHECK(found[0].size_ratio == Approx(1.2));
    CHECK(found[0].reason == "same kind, same brand, 6 × 500 ml instead of 5 × 500 ml, 3 there");
}

TEST_CASE("In a kind of thousands the likely ones are found") {
    catalogue::Catalogue::Builder builder;
    for (int number = 0; number < 5000; ++number) {
        Shelf shelf{std::to_string(number),
                    "Oil",
                    "Brand " + std::to_string(number % 700),
                    "400 ml",
                    100 + number,
                    50,
                    9};
        if (number == 4999 || number == 10) shelf.name = "Frankincense oil";
        builder.add(tests::article_of(shelf));
    }
    const auto articles = builder.build();
    Engine engine(articles);
    Question question;
    question.missing = 10;
    Rules rules;
    rules.dearest_shelf_price = Percent::whole(100'000);
    const auto nearest = engine.suggest(question, rules, 60);
    REQUIRE(nearest.size() == 60);
    const auto has = [](const auto& answer, Row row) {
        return std::any_of(answer.begin(), answer.end(), [&](const auto& each) { return each.row == row; });
    };
    CHECK(has(nearest, 11));    // the same price
    CHECK(has(nearest, 710));   // the same brand
    CHECK(has(nearest, 4999));  // the same rare word
    for (int household = 0; household < 9; ++household) engine.add_sale(3000, {true, {10}});
    CHECK(has(engine.suggest(question, rules, 60), 3000));
    engine.set_price(4000, Money::minor(110));
    CHECK(has(engine.suggest(question, rules, 100), 4000));
    engine.set_stock(4000, 0);
    CHECK_FALSE(has(engine.suggest(question, rules, 100), 4000));
}

TEST_CASE("In a kind of thousands the owner's brands, categories and articles are found") {
    catalogue::Catalogue::Builder builder;
    for (int number = 0; number < 5000; ++number) {
        Shelf shelf{std::to_string(number),
                    "Oil",
                    "Brand " + std::to_string(number % 50),
                    "400 ml",
                    100 + number,
                    50,
                    9};
        if (number > 4900) shelf.brand = "Rare";
        if (number > 4950) shelf.category = {"Food", "Oils", "Fine"};
        builder.add(tests::article_of(shelf));
    }
    Engine engine(builder.build());
    Question question;
    question.missing = 10;
    Rules rules;
    rules.dearest_shelf_price = Percent::whole(100'000);
    const auto first = [&](const HandLine& said) {
        engine.set_hand({said});
        const auto best = engine.suggest(question, rules, 1).at(0);
        return best.by_hand ? best.row : 0;
    };
    for (const auto verb : {HandLine::Verb::pin, HandLine::Verb::rank}) {
        CHECK(first(line(verb, of(Subject::What::brand, {"Rare"}))) > 4900);
        CHECK(first(line(verb, of(Subject::What::category, {"Food", "Oils", "Fine"}))) > 4950);
        CHECK(first(line(verb, of(Subject::What::article, {"4800"}))) == 4800);
    }
}
