#include "app/terminal/presenter/unmet_screen.hpp"

#include <catch2/catch.hpp>
#include <set>

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

Unmet view(const UnmetDemand& demand, std::size_t page = 0) {
    return unmet_of(demand, page, *Currency::from_code("USD"));
}

}  // namespace

TEST_CASE("what to order: a line says how often, who left, what it cost and what was taken", "[presenter]") {
    const auto list = view(oil());
    REQUIRE(list.lines.size() == 3);
    CHECK(list.lines[0].times == "7×");
    CHECK(list.lines[0].name == "Article 1");
    CHECK(list.lines[0].line == "asked for 7 times, 9 pieces · 3 left without · cost us $12.40");
    CHECK(list.lines[0].instead_caption == "taken instead");
    CHECK(list.lines[0].instead == "4 × Virgin coconut oil 800 ml");
    CHECK(list.more.empty());
    CHECK(list.message == "Asked for and not there in the last 30 days");
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
}

TEST_CASE("what to order: what was asked for in words has a line of its own", "[presenter]") {
    const auto list = view(oil());
    CHECK(list.lines[1].times == "2×");
    CHECK(list.lines[1].name == "oat milk");
    CHECK(list.lines[1].line == "asked for 2 times, not sold here");
    CHECK(list.lines[1].instead.empty());
    CHECK(list.lines[2].times == "1×");
    CHECK(list.lines[2].line == "asked for once, not sold here");
    const UnmetDemand mixed{{missing("1", 5), missing("2", 2), missing("3", 1)},
                            {{"tofu", 3, noon()}, {"oat milk", 2, noon()}}};
    std::vector<std::string> names;
    for (const auto& line : view(mixed).lines) names.push_back(line.name);
    CHECK(names == std::vector<std::string>{"Article 1", "tofu", "oat milk", "Article 2", "Article 3"});
}

TEST_CASE("what to order: every entry is on one page, and each page says how many follow", "[presenter]") {
    struct Case {
        int articles, words;
        std::vector<std::string> more;  // of each page
    };
    const Case cases[] = {{6, 0, {""}},
                          {0, 6, {""}},
                          {1, 5, {""}},
                          {7, 0, {"2 more", "Back to the first"}},
                          {0, 10, {"5 more", "Back to the first"}},
                          {9, 8, {"12 more", "7 more", "2 more", "Back to the first"}}};
    for (const auto& each : cases) {
        INFO(each.articles << " articles, " << each.words << " words");
        const auto demand = many(each.articles, each.words);
        REQUIRE(unmet_pages(demand) == each.more.size());
        std::set<std::string> names;
        for (std::size_t page = 0; page < each.more.size(); ++page) {
            const auto list = view(demand, page);
            CHECK(list.more == each.more[page]);
            CHECK(list.lines.size() <= (each.more.size() == 1 ? 6 : 5));
            CHECK(list.message == "Asked for and not there in the last 30 days");
            CHECK(list.icon.empty());
            for (const auto& line : list.lines) CHECK(names.insert(line.name).second);
        }
        CHECK(names.size() == demand.articles.size() + demand.words.size());
    }
    CHECK(view({}).message == "Nothing was missing in the last 30 days.");
    CHECK(view({}).icon == "check");
    CHECK(unmet_pages({}) == 1);
}

TEST_CASE("what to order: one touch shows the next page, and from the last the first", "[presenter]") {
    Counter counter;
    counter.sign_in(bo());
    counter.touch("sign-out");
    counter.touch("sheet:causes");
    counter.touch("more");
    CHECK(counter.body<Unmet>().message == "One moment");
    counter.backend.unmet_asked.answer(many(4, 7));
    CHECK(counter.body<Unmet>().lines[0].name == "Article 0");
    CHECK(counter.body<Unmet>().more == "6 more");
    counter.touch("more");
    CHECK(counter.body<Unmet>().lines[0].name == "word1");
    CHECK(counter.body<Unmet>().more == "1 more");
    counter.touch_again("more");  // a quick second touch counts
    REQUIRE(counter.body<Unmet>().lines.size() == 1);
    CHECK(counter.body<Unmet>().lines[0].name == "word6");
    CHECK(counter.body<Unmet>().more == "Back to the first");
    counter.touch("more");
    CHECK(counter.body<Unmet>().lines[0].name == "Article 0");
}

TEST_CASE("what to order: a manager finds it behind the initials, and the way back", "[presenter]") {
    Counter counter;
    counter.sign_in(bo());
    CHECK(counter.screen().top.sign_out == "Manage, or sign out");
    counter.touch("sign-out");
    REQUIRE(counter.screen().sheet);
    CHECK(counter.screen().sheet->title == "Bo Lee");
    CHECK(counter.screen().sheet->choices.back().text == "Sign out");
    counter.touch("sheet:causes");
    CHECK(counter.screen().title == "What to order");
    CHECK(counter.body<Unmet>().message == "One moment");
    CHECK(counter.asked_last() == "unmet 30");
    counter.backend.unmet_asked.answer(oil());
    CHECK(counter.body<Unmet>().lines.size() == 3);
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
    counter.touch("sheet:causes");
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
    counter.touch("sheet:causes");
    CHECK_FALSE(counter.shows<Unmet>());
    CHECK(counter.asked("unmet") == 0);
}

TEST_CASE("what to order: a failure is said, and a scan starts a customer's case", "[presenter]") {
    Counter counter;
    counter.sign_in(bo());
    counter.touch("sign-out");
    counter.touch("sheet:causes");
    counter.backend.unmet_asked.answer(fail(ErrorKind::failed, "The disk can't be read. Call for help."));
    CHECK(counter.body<Unmet>().message == "The disk can't be read. Call for help.");
    CHECK(counter.body<Unmet>().lines.empty());
    counter.scan("9520000000011");
    CHECK(counter.asked("stock-out 9520000000011") == 1);
}
