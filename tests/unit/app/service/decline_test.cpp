#include "app/service/decline.hpp"

#include <catch2/catch.hpp>

#include "app/service/give.hpp"
#include "app/service/spending.hpp"
#include "app/service/unmet.hpp"
#include "tests/support/world.hpp"

namespace makegood::service {
namespace {

using tests::World;

Reported report_missing(World& world) {
    const auto reported = report_stock_out(world.desk(), tests::coconut_oil, 1, world.clerk);
    REQUIRE(reported);
    return *reported;
}

std::vector<std::string> ids(const std::vector<core::recovery::Offer>& offers) {
    std::vector<std::string> all;
    for (const auto& offer : offers) all.push_back(offer.id.text());
    return all;
}

bool shows(const Reported& reported, const char* article) {
    return std::any_of(reported.cards.begin(), reported.cards.end(),
                       [&](const auto& card) { return card.article.text() == article; });
}

std::uint64_t answers(World& world) {
    return world.desk().engine->sources().outcomes;
}

TEST_CASE("a no puts another card into that place, and is learnt from at once") {
    World world;
    const auto before = report_missing(world);
    REQUIRE(before.cards.size() == 3);
    REQUIRE(before.cards[0].article.text() == tests::large_coconut_oil);
    const auto after = decline(world.desk(), {before.cards[0].id, WhyNot::not_wanted, {}}, world.clerk);
    REQUIRE(after);
    CHECK(after->incident == before.incident);
    CHECK(after->title == before.title);
    CHECK_FALSE(shows(*after, tests::large_coconut_oil));
    CHECK(shows(*after, tests::organic_coconut_oil));
    CHECK(ids(after->free) == ids(before.free));
    CHECK(answers(world) == 1);
    world.reopen();
    CHECK(answers(world) == 1);
    CHECK(world.trouble_in_the_books() == "");

    SECTION("what stayed and what came can be given, what was said no to can not") {
        const auto refused = give(world.desk(), before.cards[0].id, world.clerk);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::refused);
        CHECK(give(world.desk(), after->cards.back().id, world.clerk));
    }
    SECTION("the rest of what was shown is learnt from when the case ends, each once") {
        REQUIRE(close_incident(world.desk(), before.incident, "left", world.clerk));
        CHECK(answers(world) == 2);
        world.reopen();
        CHECK(answers(world) == 2);
    }
    SECTION("a better reason for the same no is no second no") {
        const auto same_size =
            decline(world.desk(), {before.cards[0].id, WhyNot::other_size, {}}, world.clerk);
        REQUIRE(same_size);
        CHECK(shows(*same_size, tests::organic_coconut_oil));
        CHECK(answers(world) == 1);
        const auto no_brand =
            decline(world.desk(), {before.cards[1].id, WhyNot::other_brand, {}}, world.clerk);
        REQUIRE(no_brand);
        CHECK_FALSE(shows(*no_brand, tests::organic_coconut_oil));
        CHECK(answers(world) == 2);
    }
    SECTION("the same no a second time is told as it stands, and nothing is recorded") {
        const auto events = world.desk().store.head()->sequence;
        const auto again = decline(world.desk(), {before.cards[0].id, WhyNot::not_wanted, {}}, world.clerk);
        REQUIRE(again);
        CHECK(ids(again->cards) == ids(after->cards));
        CHECK(again->title == after->title);
        CHECK(world.desk().store.head()->sequence == events);
    }
    SECTION("the ledger has what was shown") {
        const auto list = unmet(world.desk(), 1);
        REQUIRE(list->articles.size() == 1);
        CHECK(list->articles.front().instead.size() == 2);
    }
}

TEST_CASE("another size than that of the missing one is what is asked for where the card had that size") {
    World world;
    const auto before = report_missing(world);
    const auto organic = std::find_if(before.cards.begin(), before.cards.end(), [](const auto& card) {
        return card.article.text() == tests::organic_coconut_oil;
    });
    REQUIRE(organic != before.cards.end());
    const auto after = decline(world.desk(), {organic->id, WhyNot::other_size, {}}, world.clerk);
    REQUIRE(after);
    CHECK(shows(*after, tests::large_coconut_oil));
    CHECK_FALSE(shows(*after, tests::organic_coconut_oil));
    // The customer thinks again: not the large one either.
    const auto again = decline(world.desk(), {before.cards[0].id, WhyNot::other_size, {}}, world.clerk);
    REQUIRE(again);
    CHECK_FALSE(shows(*again, tests::large_coconut_oil));
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("a surprise is not drawn again") {
    World world;
    core::incident::Incident surprise;
    surprise.kind = core::incident::Kind::delight;
    const auto reported = report_failure(world.desk(), surprise, world.clerk);
    REQUIRE(reported);
    REQUIRE(reported->cards.size() == 1);
    const auto events = world.desk().store.head()->sequence;
    const auto refused = decline(world.desk(), {reported->cards[0].id, WhyNot::not_wanted, {}}, world.clerk);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::refused);
    CHECK(world.desk().store.head()->sequence == events);
}

TEST_CASE("what the customer must have leaves out all of which it is not known") {
    World world;
    const auto before = report_missing(world);
    const auto after = decline(world.desk(), {before.cards[0].id, WhyNot::needs, {"vegan"}}, world.clerk);
    REQUIRE(after);
    CHECK_FALSE(shows(*after, tests::large_coconut_oil));
    CHECK_FALSE(shows(*after, tests::organic_coconut_oil));
    CHECK_FALSE(after->note.empty());
    CHECK(after->free.size() >= 2);
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("what the customer must have is added to, and can be taken back") {
    World world;
    const auto before = report_missing(world);
    const OfferId first = before.cards[0].id;
    const auto say = [&](std::vector<std::string> needs, std::vector<std::string> not_needed) {
        const auto renewed = decline(
            world.desk(), {first, WhyNot::needs, std::move(needs), std::move(not_needed)}, world.clerk);
        REQUIRE(renewed);
        CHECK(renewed->wishes == *world.desk().store.wishes(before.incident));
        return *renewed;
    };
    using Needs = std::vector<std::string>;
    CHECK(before.wishes.needs.empty());
    CHECK(say({"halal"}, {}).wishes.needs == Needs{"halal"});
    const auto both = say({"vegan"}, {});
    CHECK(both.wishes.needs == Needs{"halal", "vegan"});
    CHECK_FALSE(shows(both, tests::organic_coconut_oil));
    const auto other = say({"nuts"}, {"halal", "kosher"});  // of what was never said nothing is taken back
    CHECK(other.wishes.needs == Needs{"vegan", "nuts"});
    const auto none = say({}, {"vegan", "nuts"});
    CHECK(none.wishes.needs.empty());
    CHECK(shows(none, tests::organic_coconut_oil));
    CHECK_FALSE(shows(none, tests::large_coconut_oil));  // that no still counts
    CHECK(answers(world) == 1);
    CHECK(world.trouble_in_the_books() == "");
    world.reopen();
    CHECK(world.desk().store.wishes(before.incident)->needs.empty());
}

TEST_CASE("a gift that is not wanted makes room for another or for nothing") {
    World world;
    auto now = report_missing(world);
    for (int no = 0; no < 30; ++no) {
        const auto gift = std::find_if(now.cards.begin(), now.cards.end(),
                                       [](const auto& card) { return card.article.empty(); });
        if (no == 0) REQUIRE(gift != now.cards.end());
        if (gift == now.cards.end()) break;
        const auto id = gift->gesture;
        const auto next = decline(world.desk(), {gift->id, WhyNot::not_wanted, {}}, world.clerk);
        REQUIRE(next);
        now = *next;
        for (const auto& card : now.cards) CHECK(card.gesture != id);
    }
    CHECK(shows(now, tests::large_coconut_oil));
    CHECK(answers(world) == 0);  // nothing of articles
}

TEST_CASE("what can't be said no to is told, and nothing is recorded") {
    World world;
    const auto reported = report_missing(world);
    const auto events = world.desk().store.head()->sequence;
    const auto kind_of = [&](const OfferId& offer) {
        return decline(world.desk(), {offer, WhyNot::not_wanted, {}}, world.clerk).error().kind;
    };
    CHECK(kind_of(OfferId("o1-9999.1")) == ErrorKind::not_found);
    CHECK(kind_of(OfferId("nonsense")) == ErrorKind::not_found);
    CHECK(kind_of(reported.free.front().id) == ErrorKind::refused);
    CHECK(world.desk().store.head()->sequence == events);
    REQUIRE(give(world.desk(), reported.cards.front().id, world.clerk));
    CHECK(kind_of(reported.cards.front().id) == ErrorKind::refused);
}

TEST_CASE("the owner's hand comes before every score") {
    using core::substitute::HandLine;
    using What = core::substitute::Subject::What;
    World world;
    auto& hand = world.desk().settings.policy.hand;
    hand = {{HandLine::Verb::forbid, {}, {What::article, {tests::large_coconut_oil}}, 1}};
    tests::must(use_articles(world.desk(), world.desk().articles));
    const auto reported = report_missing(world);
    CHECK_FALSE(shows(reported, tests::large_coconut_oil));
    CHECK(shows(reported, tests::organic_coconut_oil));
}

}  // namespace
}  // namespace makegood::service
