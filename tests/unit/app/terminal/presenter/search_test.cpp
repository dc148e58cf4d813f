#include <catch2/catch.hpp>

#include "app/terminal/presenter/search_screen.hpp"
#include "tests/unit/app/terminal/presenter/counter.hpp"

using namespace makegood;
using namespace makegood::terminal::presenter;

namespace {
std::vector<service::Found> many(int count) {
    std::vector<service::Found> made;
    for (int i = 0; i < count; ++i) made.push_back(found(std::to_string(100 + i), "Coconut oil"));
    return made;
}
}  // namespace

TEST_CASE("search: from two letters on, as typed", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.search("c");
    CHECK(counter.asked("search") == 0);
    counter.touch("key:o");
    CHECK(counter.asked_last() == "search co");
    counter.backend.searches.answer(many(9));
    CHECK(counter.body<Search>().found.size() == 5);
    counter.touch("key:\b");
    CHECK(counter.body<Search>().text == "c");
    CHECK(counter.body<Search>().found.empty());
}

TEST_CASE("search: what a line says", "[presenter]") {
    const Currency dollars = *Currency::from_code("USD");
    service::Found article = found("7", "coconut oil 400 ml");
    CHECK(line_of(article, dollars).line == "Kokora · $5.99 · Aisle 7 · none left");
    CHECK(line_of(article, dollars).initial == "C");
    article.stock = 3;
    article.price.reset();
    CHECK(line_of(article, dollars).line == "Kokora · Aisle 7 · 3 there");
    article = {ArticleNumber("8"), "élan", {}, {}, {}, {}};
    CHECK(line_of(article, dollars).line.empty());
    CHECK(line_of(article, dollars).initial == "É");
}

TEST_CASE("search: the answer to what is no longer typed is dropped", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.search("coc");
    REQUIRE(counter.backend.searches.count() == 2);  // "co", "coc"
    counter.backend.searches.answer(many(2), 1);
    counter.backend.searches.answer(many(5), 0);
    CHECK(counter.body<Search>().found.size() == 2);
}

TEST_CASE("search: nothing found says what to do", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.search("zz");
    counter.backend.searches.answer(many(0));
    CHECK(counter.body<Search>().message == "Nothing here is called “zz”. Scan it, or try another word.");
    counter.type("z");
    CHECK(counter.body<Search>().message.empty());
}

TEST_CASE("search: a line starts the stock-out, Enter takes the first", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.search("co");
    counter.press(U'\n');
    CHECK(counter.asked("stock-out") == 0);
    counter.backend.searches.answer(many(3));
    SECTION("touched") {
        counter.touch("article:101");
        counter.touch("article:102");
        CHECK(counter.asked_last() == "stock-out 101 x1 by p1");
    }
    SECTION("Enter") {
        counter.press(U'\n');
        counter.press(U'\n');
        CHECK(counter.asked_last() == "stock-out 100 x1 by p1");
    }
    CHECK(counter.asked("stock-out") == 1);
}

TEST_CASE("search: text is limited, spaces do not lead, back leads home", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.search("  a b");
    CHECK(counter.body<Search>().text == "a b");
    counter.type(std::string(100, 'x'));
    CHECK(counter.body<Search>().text.size() == 40);
    CHECK(counter.screen().back == "Home");
    counter.touch("back");
    CHECK(counter.shows<Home>());
    counter.touch("field");
    CHECK(counter.body<Search>().text.empty());
    counter.press(U'\x1b');
    CHECK(counter.shows<Home>());
}

TEST_CASE("search: letters of every language can be typed and rubbed out", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.touch("tile:stock-out");
    for (const char32_t key : U"ö€😀") {
        if (key != 0) counter.press(key);
    }
    CHECK(counter.body<Search>().text == "ö€😀");
    for (const char* rest : {"ö€", "ö", "", ""}) {
        counter.press(U'\b');
        CHECK(counter.body<Search>().text == rest);
    }
    counter.touch("key:ü");
    CHECK(counter.body<Search>().text == "ü");
}

TEST_CASE("search: what is not sold here is written down after a question", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.search("o");
    CHECK(counter.body<Search>().write_down == "Not sold here? Write it down");
    CHECK(counter.body<Search>().write_down_unavailable == "Type what was asked for; two letters at least.");
    counter.touch("write-down");
    CHECK(counter.screen().strip == "Type what was asked for; two letters at least.");
    CHECK_FALSE(counter.screen().sheet);
    counter.type("at milk");
    CHECK(counter.body<Search>().write_down_unavailable.empty());
    CHECK(counter.body<Search>().write_down_name == "Not sold here: write down “oat milk”");
    counter.touch("write-down");
    REQUIRE(counter.screen().sheet);
    CHECK(counter.screen().sheet->title == "Write down “oat milk”?");
    CHECK(counter.screen().sheet->action == "Write it down");
    CHECK(counter.asked("words") == 0);
    counter.touch("sheet");
    counter.touch_again("sheet");
    CHECK(counter.asked("words oat milk by p1") == 1);
    counter.backend.words_asked.answer(std::string("oat milk"));
    CHECK(counter.shows<Home>());
    CHECK(counter.screen().strip == "“oat milk” is written down, as something to order.");
    counter.touch_again("tile:failure");  // a finger that bounces
    CHECK(counter.shows<Home>());
    CHECK(counter.screen().strip == "“oat milk” is written down, as something to order.");
}

TEST_CASE("search: a slip to what writes down costs nothing", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.search("oat mi");
    counter.touch("write-down");
    SECTION("the way out") {
        counter.touch("sheet-other");
        CHECK(counter.body<Search>().text == "oat mi");
    }
    SECTION("a bouncing finger") {
        counter.touch_again("sheet");
        CHECK(counter.screen().sheet);
    }
    SECTION("typing on") {
        counter.type("l");
        CHECK_FALSE(counter.screen().sheet);
        CHECK(counter.body<Search>().text == "oat mil");
    }
    SECTION("a scan") {
        counter.scan("9520000000011");
        CHECK_FALSE(counter.screen().sheet);
        CHECK(counter.asked("stock-out 9520000000011") == 1);
    }
    CHECK(counter.asked("words") == 0);
    CHECK_FALSE(counter.shows<Home>());
}
