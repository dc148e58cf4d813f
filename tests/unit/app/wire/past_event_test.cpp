#include "app/wire/past_event.hpp"

#include <catch2/catch.hpp>

#include "app/wire/json_event_codec.hpp"
#include "tests/support/sample_events.hpp"

namespace makegood {
namespace {

// As it should come out: without what was offered.
ports::Event emptied(ports::Event event) {
    if (auto* reported = std::get_if<ports::IncidentReported>(&event)) reported->offers.clear();
    if (auto* renewed = std::get_if<ports::OffersRenewed>(&event)) renewed->offers.clear();
    return event;
}

bool is_paper(const ports::Event& event) {
    return std::holds_alternative<ports::PrintStarted>(event) ||
           std::holds_alternative<ports::PrintFinished>(event);
}

}  // namespace

TEST_CASE("an event of the past is the event without its offers") {
    const auto codec = wire::event_codec();
    const auto bytes_of = [&](const ports::Event& event) {
        return codec.encode(tests::sample_head(), tests::sample_stamp(), event);
    };
    for (const auto& event : tests::sample_events()) {
        const auto past = codec.decode_past(bytes_of(event));
        REQUIRE(past);
        REQUIRE(past->has_value() == !is_paper(event));
        if (!*past) continue;
        CHECK(bytes_of((*past)->recorded.event) == bytes_of(emptied(event)));
        CHECK((*past)->recorded.stamp.at == tests::sample_stamp().at);
        CHECK((*past)->place.sequence == tests::sample_head().sequence);
    }
}

TEST_CASE("texts of customers and articles can't look like keys") {
    const auto codec = wire::event_codec();
    ports::IncidentReported event;
    event.id = IncidentId("i1-17");
    event.article_name = R"(x","offers":[],"cost":9,"event":"print-)";
    event.note = R"(]}\"[)";
    core::recovery::Offer free;
    free.title = R"(\","cost":5]])";
    event.offers = {free};
    const auto bytes = codec.encode(tests::sample_head(), tests::sample_stamp(), event);
    const auto past = codec.decode_past(bytes);
    REQUIRE(past);
    REQUIRE(*past);
    CHECK_FALSE((*past)->offered_something);
    const auto& read = std::get<ports::IncidentReported>((*past)->recorded.event);
    CHECK(read.article_name == event.article_name);
    CHECK(read.note == event.note);
    CHECK(read.offers.empty());

    event.offers.push_back(free);
    event.offers.back().cost = Money::minor(5);
    CHECK((*codec.decode_past(codec.encode(tests::sample_head(), tests::sample_stamp(), event)))
              ->offered_something);
    event.offers.back().cost = {};
    event.offers.back().article = ArticleNumber("4711");
    CHECK((*codec.decode_past(codec.encode(tests::sample_head(), tests::sample_stamp(), event)))
              ->offered_something);
}

TEST_CASE("what is no event is none of the past either") {
    const auto codec = wire::event_codec();
    for (const auto* text : {"", "{", R"({"offers":[)", R"({"offers":[{"a":"\)", R"({"v":1})"})
        CHECK_FALSE(codec.decode_past(text));
}

}  // namespace makegood
