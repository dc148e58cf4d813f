#include <catch2/catch.hpp>

#include "tests/unit/app/terminal/presenter/counter.hpp"

using namespace makegood;
using namespace makegood::terminal::presenter;
using core::incident::Severity;
using Kind = core::incident::Failure;

namespace {
std::vector<std::string> chosen(const std::vector<Choice>& choices) {
    std::vector<std::string> ids;
    for (const Choice& choice : choices)
        if (choice.chosen) ids.push_back(choice.id);
    return ids;
}
using Ids = std::vector<std::string>;
}  // namespace

TEST_CASE("failure: eight kinds, three faces, five chips; the middle face is chosen", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.touch("tile:failure");
    const Failure& view = counter.body<Failure>();
    CHECK(view.kinds.size() == 8);
    CHECK(chosen(view.kinds).empty());
    CHECK(chosen(view.severities) == Ids{"spoiled-visit"});
    CHECK(view.context.size() == 5);
    CHECK(counter.screen().title == "Something went wrong");
}

TEST_CASE("failure: the action stays, and says what is missing", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.touch("tile:failure");
    counter.touch("action");
    CHECK(counter.screen().strip == "First touch what went wrong.");
    CHECK(counter.body<Failure>().unavailable == "First touch what went wrong.");
    CHECK(counter.asked("report") == 0);
    counter.touch("kind:no-such-kind");
    CHECK(chosen(counter.body<Failure>().kinds).empty());
}

TEST_CASE("failure: what was touched is what is reported", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.touch("tile:failure");
    for (const char* id :
         {"kind:wrong-price", "kind:waited-too-long", "severity:spoiled-day", "context:in-a-hurry",
          "context:with-children", "context:in-a-hurry", "context:not-our-fault"})
        counter.touch(id);
    CHECK(chosen(counter.body<Failure>().kinds) == Ids{"waited-too-long"});
    CHECK(chosen(counter.body<Failure>().severities) == Ids{"spoiled-day"});
    CHECK(chosen(counter.body<Failure>().context) == Ids{"with-children", "not-our-fault"});
    CHECK(counter.body<Failure>().unavailable.empty());
    counter.touch("action");
    counter.touch_again("action");
    CHECK(counter.asked("report") == 1);
    const auto& incident = counter.backend.incident;
    CHECK(incident.kind == core::incident::Kind::service_failure);
    CHECK(incident.failure == Kind::waited_too_long);
    CHECK(incident.severity == Severity::spoiled_day);
    CHECK(incident.context.with_children);
    CHECK(incident.context.not_our_fault);
    CHECK_FALSE(incident.context.in_a_hurry);
    CHECK(incident.article.empty());

    auto made = reported();
    made.title = "Waited too long";
    counter.backend.reports.answer(made);
    CHECK(counter.screen().title == "Waited too long");
    CHECK(counter.body<Offers>().line == "Spoiled the day · With children · Not our fault");
}

TEST_CASE("failure: a scan attaches the article", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.touch("tile:failure");
    counter.touch("kind:wrong-price");
    counter.scan("9520000000011");
    CHECK(counter.asked_last() == "article 9520000000011");
    counter.backend.articles.answer(found("42", "Coconut oil 400 ml"));
    CHECK(counter.body<Failure>().article == "Coconut oil 400 ml");
    CHECK(counter.screen().title == "Something went wrong · Coconut oil 400 ml");
    CHECK(counter.screen().strip == "It is about Coconut oil 400 ml.");
    CHECK(chosen(counter.body<Failure>().kinds) == Ids{"wrong-price"});
    counter.touch("action");
    CHECK(counter.backend.incident.article == ArticleNumber("42"));
}

TEST_CASE("failure: a code that is no article changes nothing and says so", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.touch("tile:failure");
    counter.scan("9529999999999");
    counter.backend.articles.answer(fail(ErrorKind::not_found, "No article has the number 9529999999999."));
    CHECK(counter.screen().sheet);
    CHECK(counter.body<Failure>().article.empty());
    counter.scan("2900000000179");
    CHECK(counter.screen().strip.find("voucher") != std::string::npos);
    CHECK(counter.shows<Failure>());
}

TEST_CASE("failure: a refused report keeps the form", "[presenter]") {
    Counter counter;
    counter.sign_in();
    counter.touch("tile:failure");
    counter.touch("kind:wrong-price");
    counter.touch("action");
    counter.backend.reports.answer(fail(ErrorKind::failed, "The disk is full. Free some space."));
    CHECK(counter.sheet() == "The disk is full. Free some space.");
    counter.touch("sheet");
    CHECK(chosen(counter.body<Failure>().kinds) == Ids{"wrong-price"});
}
