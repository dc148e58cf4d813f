#include "app/terminal/presenter/unmet_screen.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/app/terminal/presenter/counter.hpp"

using namespace makegood;
using namespace makegood::terminal::presenter;
using core::incident::UnmetArticle;
using core::incident::UnmetDemand;

namespace {

UnmetArticle missing(const std::string& number, std::int64_t times) {
    UnmetArticle article;
    article.article = ArticleNumber(number);
    article.name = "Article " + number;
    article.times = article.pieces = times;
    return article;
}

UnmetDemand oil() {
    auto article = missing("1", 7);
    article.pieces = 9;
    article.without = 3;
    article.cost = Money::minor(1240);
    article.instead = {{ArticleNumber("2"), "Virgin coconut oil 800 ml", 6, 4},
                       {ArticleNumber("3"), "", 5, 0}};
    return {{article}, {{"oat milk", 2, noon()}, {"tofu", 1, noon()}}};
}

UnmetDemand many(int articles, int words) {
    UnmetDemand demand;
    for (int i = 0; i < articles; ++i) demand.articles.push_back(missing(std::to_string(i), 50 - i));
    for (int i = 0; i < words; ++i) demand.words.push_back({"word" + std::to_string(i), 1, noon()});
    return demand;
}

Unmet view(const UnmetDemand& demand) {
    return unmet_of(demand, *Currency::from_code("USD"));
}

}  // namespace

TEST_CASE("what to order: a line says how often, who left, what it cost and what was taken", "[presenter]") {
    const auto list = view(oil());
    REQUIRE(list.lines.size() == 1);
    CHECK(list.lines[0].times == "7×");
    CHECK(list.lines[0].name == "Article 1");
    CHECK(list.lines[0].line == "asked for 7 times, 9 pieces · 3 left without · cost us $12.40");
    CHECK(list.lines[0].instead_caption == "taken instead");
    CHECK(list.lines[0].instead == "4 × Virgin coconut oil 800 ml");
    CHECK(list.words_caption == "asked for and not sold here");
    CHECK(list.words == "oat milk 2 × · tofu");
    CHECK(list.message == "In the last 30 days");
}

TEST_CASE("what to order: what did not happen is not told", "[presenter]") {
    auto demand = many(1, 0);
    auto& article = demand.articles[0];
    article.times = article.pieces = 1;
    article.name.clear();
    article.instead = {{ArticleNumber("2"), "Offered in vain", 1, 0}};
    const auto list = view(demand);
    CHECK(list.lines[0].name == "0");  // its number, where no name is known
    CHECK(list.lines[0].line == "asked for once, 1 piece · cost us nothing");
    CHECK(list.lines[0].instead == "nothing");
    CHECK(list.words_caption.empty());
    CHECK(list.words.empty());
}

TEST_CASE("what to order: one page, and how many more there are", "[presenter]") {
    struct Case {
        int articles, words;
        std::size_t lines;
        std::string message;
    };
    const Case cases[] = {{6, 0, 6, "In the last 30 days"},
                          {7, 0, 6, "and 1 more: makegood unmet"},
                          {5, 5, 5, "In the last 30 days"},
                          {6, 5, 5, "and 1 more: makegood unmet"},
                          {9, 8, 5, "and 7 more: makegood unmet"},
                          {0, 1, 0, "In the last 30 days"},
                          {0, 0, 0, "Nothing was missing in the last 30 days."}};
    for (const auto& each : cases) {
        INFO(each.articles << " articles, " << each.words << " words");
        const auto list = view(many(each.articles, each.words));
        CHECK(list.lines.size() == each.lines);
        CHECK(list.words.empty() == (each.words == 0));
        CHECK(list.message == each.message);
        CHECK(list.icon == (each.articles + each.words == 0 ? "check" : ""));
    }
}

TEST_CASE("what to order: a manager finds it behind the initials, and the way back", "[presenter]") {
    Counter counter;
    counter.sign_in(bo());
    CHECK(counter.screen().top.sign_out == "What to order, or sign out");
    counter.touch("sign-out");
    REQUIRE(counter.screen().sheet);
    CHECK(counter.screen().sheet->title == "Bo Lee");
    REQUIRE(counter.screen().sheet->choices.size() == 2);
    CHECK(counter.screen().sheet->choices[0].text == "What to order");
    CHECK(counter.screen().sheet->choices[1].text == "Sign out");
    counter.touch("sheet:order");
    CHECK(counter.screen().title == "What to order");
    CHECK(counter.body<Unmet>().message == "One moment");
    CHECK(counter.asked_last() == "unmet 30");
    counter.backend.unmet_asked.answer(oil());
    CHECK(counter.body<Unmet>().lines.size() == 1);
    counter.touch("back");
    CHECK(counter.shows<Home>());
}

TEST_CASE("what to order: a manager can still sign out or stay", "[presenter]") {
    Counter counter;
    counter.sign_in(bo());
    counter.touch("sign-out");
    counter.touch("sheet-other");
    CHECK(counter.shows<Home>());
    counter.touch("sign-out");
    counter.touch("sheet:sign-out");
    CHECK(counter.shows<SignIn>());
    CHECK(counter.screen().top.initials.empty());
    CHECK(counter.asked("unmet") == 0);
}

TEST_CASE("what to order: an open case is closed only after it was said", "[presenter]") {
    Counter counter;
    counter.sign_in(bo());
    counter.offers();
    counter.touch("sign-out");
    CHECK(counter.sheet() == "This customer's case is closed without giving anything.");
    counter.touch("sheet:order");
    CHECK(counter.shows<Unmet>());
    CHECK(counter.asked("close i1-1 left by p2") == 1);
}

TEST_CASE("what to order: a clerk does not find it", "[presenter]") {
    Counter counter;
    counter.sign_in();
    CHECK(counter.screen().top.sign_out == "Sign out");
    counter.touch("sign-out");
    CHECK(counter.screen().sheet->choices.empty());
    CHECK(counter.screen().sheet->action == "Sign out");
    counter.touch("sheet:order");
    CHECK_FALSE(counter.shows<Unmet>());
    CHECK(counter.asked("unmet") == 0);
}

TEST_CASE("what to order: a failure is said, and a scan starts a customer's case", "[presenter]") {
    Counter counter;
    counter.sign_in(bo());
    counter.touch("sign-out");
    counter.touch("sheet:order");
    counter.backend.unmet_asked.answer(fail(ErrorKind::failed, "The disk can't be read. Call for help."));
    CHECK(counter.body<Unmet>().message == "The disk can't be read. Call for help.");
    CHECK(counter.body<Unmet>().lines.empty());
    counter.scan("9520000000011");
    CHECK(counter.asked("stock-out 9520000000011") == 1);
}
