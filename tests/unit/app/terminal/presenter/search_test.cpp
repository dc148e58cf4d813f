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

TEST_CASE("search: what is not sold here is written down with one touch", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.search("o");
    CHECK_FALSE(counter.body<Search>().can_write_down);
    counter.touch("write-down");
    CHECK(counter.screen().strip == "Type what was asked for; two letters at least.");
    CHECK(counter.asked("words") == 0);
    counter.type("at milk");
    CHECK(counter.body<Search>().can_write_down);
    CHECK(counter.body<Search>().write_down_name == "Not sold here: write down “oat milk”");
    counter.touch("write-down");
    CHECK(counter.asked_last() == "words oat milk by p1");
    counter.backend.words_asked.answer(std::string("oat milk"));
    CHECK(counter.shows<Home>());
    CHECK(counter.screen().strip == "“oat milk” is written down, as something to order.");
}
