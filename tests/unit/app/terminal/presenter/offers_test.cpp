#include <catch2/catch.hpp>

#include "tests/unit/app/terminal/presenter/counter.hpp"

using namespace makegood;
using namespace makegood::terminal::presenter;

TEST_CASE("offers: cards say what the customer gets, pays and what it costs", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.offers();
    const Offers& view = counter.body<Offers>();
    CHECK(view.title == "Coconut oil 400 ml");
    CHECK(view.line == "is out of stock · 4th time");
    REQUIRE(view.cards.size() == 3);
    CHECK(view.cards[0].best);
    CHECK_FALSE(view.cards[1].best);
    CHECK(view.cards[0].initial == "V");
    CHECK(view.cards[0].sentence == "“Please take the large one, it is on us.”");
    CHECK(view.cards[0].pays == "nothing");
    CHECK(view.cards[1].pays == "$5.99");
    CHECK(view.cards[2].pays_word.empty());
    CHECK(view.cards[2].place == "Valid until 21 February");
    CHECK(view.cards[0].cost == "costs us $4.10");
    CHECK(view.free_caption == "Without spending a cent");
    REQUIRE(view.free.size() == 3);
    CHECK(view.free.back().id == "none");
}

TEST_CASE("offers: places are limited, none stays the last, a note fills the gap", "[presenter]") {
    Counter counter;
    counter.sign_in();
    auto many = reported();
    many.note = "Today's money is used up; these cost nothing.";
    for (int i = 0; i < 4; ++i) many.free.push_back(offer("o1-1.9", "Another"));
    many.cards.push_back(offer("o1-1.8", "A fourth"));
    counter.scan("9520000000011");
    counter.backend.reports.answer(many);
    CHECK(counter.body<Offers>().cards.size() == 3);
    CHECK(counter.body<Offers>().free.size() == 5);
    CHECK(counter.body<Offers>().free.back().id == "none");
    CHECK(counter.body<Offers>().note == "Today's money is used up; these cost nothing.");
}

TEST_CASE("offers: with no card left, what costs nothing is still given", "[presenter]") {
    Counter counter;
    counter.sign_in();
    auto poor = reported();
    poor.cards.clear();
    counter.scan("9520000000011");
    counter.backend.reports.answer(poor);
    CHECK(counter.body<Offers>().cards.empty());
    counter.touch("free:o1-1.5");
    CHECK(counter.asked_last() == "give o1-1.5 by p1");
}

TEST_CASE("offers: however often a card is touched, it is given once", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.offers();
    counter.touch("card:o1-1.1");
    CHECK(counter.body<Offers>().busy);
    for (const char* id : {"card:o1-1.1", "card:o1-1.2", "free:o1-1.4", "free:none", "back", "sign-out"})
        counter.touch_again(id);
    CHECK(counter.asked("give") == 1);
    CHECK(counter.asked("close") == 0);
    CHECK(counter.shows<Offers>());
    counter.backend.gives.answer(given());
    CHECK(counter.shows<Given>());
    CHECK(counter.asked("close") == 0);
}

TEST_CASE("offers: a refusal is said and the offers stay", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.offers();
    counter.touch("card:o1-1.1");
    counter.backend.gives.answer(
        fail(ErrorKind::refused, "$3.10 is left today. Choose one that costs nothing."));
    CHECK(counter.shows<Offers>());
    CHECK_FALSE(counter.body<Offers>().busy);
    CHECK(counter.screen().sheet->title == "Not this time");
    CHECK(counter.sheet() == "$3.10 is left today. Choose one that costs nothing.");
    counter.touch("free:o1-1.4");  // the sheet gives way
    CHECK_FALSE(counter.screen().sheet);
    CHECK(counter.asked_last() == "give o1-1.4 by p1");
}

TEST_CASE("offers: a second touch that belongs to the first screen gives nothing", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.search("co");
    counter.backend.searches.answer(std::vector{found("100", "Coconut oil")});
    counter.touch("article:100");
    counter.backend.reports.answer(reported());
    counter.touch_again("card:o1-1.1");
    CHECK(counter.asked("give") == 0);
    counter.touch("card:o1-1.1");
    CHECK(counter.asked("give") == 1);
    counter.backend.gives.answer(given());
    counter.touch_again("undo");
    CHECK(counter.asked("undo") == 0);
}

TEST_CASE("offers: none of these asks why and records it", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.offers();
    counter.touch("free:none");
    REQUIRE(counter.screen().sheet);
    CHECK(counter.screen().sheet->choices.size() == 3);
    SECTION("back to the offers") {
        counter.touch("sheet-other");
        CHECK(counter.shows<Offers>());
        CHECK(counter.asked("close") == 0);
    }
    SECTION("an answer that was not asked for") {
        counter.touch("sheet:because");
        CHECK(counter.asked("close") == 0);
    }
    SECTION("nothing fitted") {
        counter.touch("sheet:none-of-these");
        CHECK(counter.asked_last() == "close i1-1 none-of-these by p1");
        counter.backend.closes.answer({});
        CHECK(counter.shows<Home>());
        CHECK(counter.screen().strip == "Recorded. Nothing was given.");
        CHECK(counter.asked("close") == 1);
    }
    SECTION("the disk fails") {
        counter.touch("sheet:left");
        counter.backend.closes.answer(fail(ErrorKind::failed, "The disk is full. Free some space."));
        CHECK(counter.shows<Offers>());
        CHECK(counter.sheet() == "The disk is full. Free some space.");
    }
}

TEST_CASE("offers: going back closes the case", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.offers();
    counter.touch("back");
    CHECK(counter.shows<Home>());
    CHECK(counter.asked_last() == "close i1-1 left by p1");
}

TEST_CASE("offers: another article starts anew; one on a card is pointed at", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.offers();
    counter.scan("9520000000028");
    CHECK(counter.screen().strip ==
          "“Virgin coconut oil 800 ml” is on a card here. Touch the card to give it.");
    CHECK(counter.asked("stock-out") == 1);
    counter.scan("9520000000035");
    counter.backend.reports.answer(reported());
    CHECK(counter.asked("stock-out") == 2);
    CHECK(counter.asked_last() == "close i1-1 left by p1");
    CHECK(counter.shows<Offers>());
}

TEST_CASE("offers: a no shows the next card at once, and a reason may follow", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.offers();
    CHECK(counter.body<Offers>().cards[0].no == "Not this one");
    counter.touch("no:o1-1.1");
    CHECK(counter.asked_last() == "decline o1-1.1 not-wanted by p1");
    CHECK(counter.body<Offers>().busy);
    auto next = reported();
    next.cards[0].id = OfferId("o1-2.1");
    next.cards[0].title = "Coconut oil, another";
    counter.backend.declines.answer(next);
    CHECK(counter.body<Offers>().cards[0].title == "Coconut oil, another");
    REQUIRE(counter.screen().sheet);
    CHECK(counter.screen().sheet->title == "Why not Virgin coconut oil 800 ml?");

    SECTION("which the clerk may leave out") {
        counter.touch("sheet-other");
        CHECK_FALSE(counter.screen().sheet);
        CHECK(counter.asked("decline") == 1);
        counter.touch_again("card:o1-2.1");  // a bouncing finger, and the card was covered
        CHECK(counter.asked("give") == 0);
        counter.touch("card:o1-2.1");
        CHECK(counter.asked_last() == "give o1-2.1 by p1");
    }
    SECTION("another brand") {
        counter.touch("sheet:other-brand");
        CHECK(counter.asked_last() == "decline o1-1.1 other-brand by p1");
        counter.backend.declines.answer(next);
        CHECK_FALSE(counter.screen().sheet);
        CHECK(counter.shows<Offers>());
    }
    SECTION("what it must be") {
        counter.touch("sheet:needs");
        REQUIRE(counter.screen().sheet);
        CHECK(counter.screen().sheet->choices.size() == 6);
        counter.touch("sheet:nuts");
        CHECK(counter.asked("decline") == 1);
        counter.touch("sheet");
        CHECK(counter.asked_last() == "decline o1-1.1 needs nuts by p1");
    }
    SECTION("a bouncing finger does not answer the sheet that came under it") {
        counter.touch("sheet-other");
        counter.touch("no:o1-2.1");
        counter.backend.declines.answer(next);
        REQUIRE(counter.screen().sheet);
        for (const char* id : {"sheet-other", "sheet", "sheet:other-brand", "sheet:needs"}) {
            counter.touch_again(id);
            INFO(id);
            REQUIRE(counter.screen().sheet);
            CHECK(counter.screen().sheet->title == "Why not Coconut oil, another?");
        }
        CHECK(counter.asked("decline") == 2);
        counter.touch("sheet:needs");
        counter.touch_again("sheet:nuts");  // the sheet of needs has just come, too
        CHECK(counter.asked("decline") == 2);
        counter.touch("sheet");
        CHECK_FALSE(counter.screen().sheet);
    }
    SECTION("a bouncing finger gives nothing and says no to nothing more") {
        counter.touch("sheet-other");
        counter.touch("no:o1-2.1");
        counter.backend.declines.answer(next);
        counter.touch_again("card:o1-2.1");
        counter.touch_again("no:o1-2.1");
        CHECK(counter.asked("give") == 0);
        CHECK(counter.asked("decline") == 2);
    }
}

namespace {

std::string chosen(const Counter& counter) {
    std::string all;
    for (const Choice& choice : counter.screen().sheet->choices)
        if (choice.chosen) all += (all.empty() ? "" : " ") + choice.id;
    return all;
}

service::Reported needing(std::vector<std::string> needs) {
    auto offers = reported();
    offers.cards.erase(offers.cards.begin());
    offers.cards.front().article = ArticleNumber("9520000000035");
    offers.wishes.needs = std::move(needs);
    return offers;
}

}  // namespace

TEST_CASE("offers: what it must be is seen, joined with more, and taken back", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.offers();
    CHECK(counter.body<Offers>().change_needs.empty());
    counter.touch("needs");
    CHECK_FALSE(counter.screen().sheet);
    counter.touch("no:o1-1.1");
    counter.backend.declines.answer(needing({}));
    counter.touch("sheet:needs");
    CHECK(chosen(counter).empty());
    counter.touch("sheet:halal");  // meant another one
    counter.touch("sheet:nuts");
    counter.touch_again("sheet:vegan");  // quick, and meant
    CHECK(chosen(counter) == "vegan halal nuts");
    counter.touch("sheet:halal");
    CHECK(chosen(counter) == "vegan nuts");
    counter.press(U'\n');  // may be the end of a slow scan
    REQUIRE(counter.screen().sheet);
    counter.touch("sheet");
    CHECK(counter.asked_last() == "decline o1-1.1 needs nuts vegan by p1");
    counter.backend.declines.answer(needing({"nuts", "vegan"}));
    CHECK_FALSE(counter.screen().sheet);
    CHECK(counter.body<Offers>().line == "is out of stock · 4th time · without nuts · vegan");
    CHECK(counter.body<Offers>().change_needs == "Change what it must be");

    const std::string from = GENERATE("the empty place", "none of these", "the next no");
    INFO("from " << from);
    if (from == "the empty place") {
        counter.touch("needs");
    } else if (from == "none of these") {
        counter.touch("free:none");
        REQUIRE(counter.screen().sheet->choices.size() == 4);
        counter.touch("sheet:needs");
    } else {
        counter.touch("no:o1-1.2");
        counter.backend.declines.answer(needing({"nuts", "vegan"}));
        counter.touch("sheet:needs");
    }
    CHECK(chosen(counter) == "vegan nuts");
    const auto asked = counter.asked("decline");
    SECTION("nothing new") {
        counter.touch("sheet");
        CHECK(counter.asked("decline") == asked);
    }
    SECTION("not at all") {
        counter.press(U'\x1b');
        CHECK_FALSE(counter.screen().sheet);
        CHECK(counter.asked("decline") == asked);
    }
    SECTION("one for another") {
        counter.touch("sheet:vegan");
        counter.touch("sheet:kosher");
        counter.touch("sheet");
        CHECK(counter.asked_last().find(" needs kosher not vegan by p1") != std::string::npos);
        counter.backend.declines.answer(needing({"nuts", "kosher"}));
        CHECK(counter.body<Offers>().line == "is out of stock · 4th time · without nuts · kosher");
    }
    SECTION("none of them") {
        counter.touch("sheet:vegan");
        counter.touch("sheet:nuts");
        counter.touch("sheet");
        CHECK(counter.asked_last().find(" needs not nuts not vegan by p1") != std::string::npos);
        counter.backend.declines.answer(needing({}));
        CHECK(counter.body<Offers>().line == "is out of stock · 4th time");
        CHECK(counter.body<Offers>().change_needs.empty());
    }
}

TEST_CASE("offers: what was needed by other ways stays needed", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.offers();
    counter.touch("no:o1-1.1");
    counter.backend.declines.answer(needing({"milk", "vegan"}));
    counter.touch("sheet:needs");
    counter.touch("sheet:vegan");
    counter.touch("sheet");
    CHECK(counter.asked_last() == "decline o1-1.1 needs not vegan by p1");
}

TEST_CASE("offers: another one is promised only where it stands", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.offers();
    counter.touch("no:o1-1.1");
    auto next = reported();
    SECTION("a new card in that place") {
        next.cards[0].id = OfferId("o1-2.1");
        counter.backend.declines.answer(next);
        CHECK(counter.sheet() == "Another one stands there already.");
    }
    SECTION("the cards that were left moved up") {
        next.cards.erase(next.cards.begin());
        counter.backend.declines.answer(next);
        CHECK(counter.sheet() == "It counts already.");
    }
    SECTION("nothing is left") {
        next.cards.clear();
        counter.backend.declines.answer(next);
        CHECK(counter.sheet() == "It counts already.");
    }
}

TEST_CASE("offers: nobody says no to a surprise", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.touch("tile:surprise");
    counter.backend.reports.answer(reported());
    for (const Card& card : counter.body<Offers>().cards) CHECK(card.no.empty());
    counter.touch("no:o1-1.1");
    CHECK(counter.asked("decline") == 0);
}

TEST_CASE("offers: a no to a gift asks for no reason, and a refusal leaves the cards", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.offers();
    counter.touch("no:o1-1.3");
    counter.backend.declines.answer(fail(ErrorKind::failed, "The disk is full. Free some space."));
    CHECK(counter.sheet() == "The disk is full. Free some space.");
    CHECK(counter.body<Offers>().cards.size() == 3);
    counter.touch("no:o1-1.3");
    auto fewer = reported();
    fewer.cards.pop_back();
    counter.backend.declines.answer(fewer);
    CHECK_FALSE(counter.screen().sheet);
    CHECK(counter.body<Offers>().cards.size() == 2);
}
