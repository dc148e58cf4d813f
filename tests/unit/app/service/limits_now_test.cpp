// Limits of clerks, kinds, incidents and customers at a register that is its own hub.
#include "app/service/limits_now.hpp"

#include <catch2/catch.hpp>

#include "app/service/give.hpp"
#include "app/service/report.hpp"
#include "app/service/spending.hpp"
#include "app/service/voucher_use.hpp"
#include "tests/support/seed.hpp"
#include "tests/support/world.hpp"

namespace makegood::service {
namespace {

using namespace core::budget;
using tests::must;

LimitRule rule(Each each, std::int64_t cost, PeriodKind kind = PeriodKind::day) {
    return {each, {}, {kind, Money::minor(cost), {}}};
}

Reported oil_is_missing(tests::World& world, const PersonId& by, const std::string& customer = {}) {
    return must(report_stock_out(world.desk(), tests::coconut_oil, 1, by, customer));
}

std::optional<core::recovery::Offer> dearest(const Reported& reported) {
    std::optional<core::recovery::Offer> most;
    for (const auto& card : reported.cards)
        if (card.cost > Money{} && (!most || card.cost > most->cost)) most = card;
    return most;
}

// All that was given and counts, by the tables.
Money given(tests::World& world, const PersonId& by) {
    const auto day = money_day(world.desk());
    return must(world.desk().store.given({{day, day}, by, {}, {}})).all().cost;
}

}  // namespace

TEST_CASE("a clerk's limit holds for them alone, names itself, and what is undone comes back") {
    tests::World world;
    const auto before = *dearest(oil_is_missing(world, world.clerk));
    world.desk().settings.limits = {rule({.clerk = true}, before.cost.minor() + 1)};
    const auto first = *dearest(oil_is_missing(world, world.clerk));
    const auto second = oil_is_missing(world, world.clerk);
    const auto given_first = must(give(world.desk(), first.id, world.clerk));

    const auto refused = give(world.desk(), dearest(second)->id, world.clerk);
    REQUIRE_FALSE(refused);
    CHECK_THAT(refused.error().sentence, Catch::Contains("for each clerk (Cleo Park)"));
    const auto less = oil_is_missing(world, world.clerk);
    for (const auto& card : less.cards) CHECK(card.cost <= Money::minor(1));
    CHECK_THAT(less.note, Catch::Contains("a day for each clerk (Cleo Park)"));
    CHECK(must(give(world.desk(), dearest(second)->id, world.manager)).offer.cost == dearest(second)->cost);

    must(undo(world.desk(), given_first.recovery, world.clerk));
    CHECK(dearest(oil_is_missing(world, world.clerk))->cost == first.cost);
    world.clock.advance(std::chrono::hours(24));
    CHECK(dearest(oil_is_missing(world, world.clerk)));
    CHECK(world.trouble_in_the_books().empty());
}

TEST_CASE("a limit that is set in the day counts what was given before it, and a restart changes nothing") {
    tests::World world;
    const auto card = *dearest(oil_is_missing(world, world.clerk));
    must(give(world.desk(), card.id, world.clerk));
    const std::vector rules{rule({.clerk = true}, card.cost.minor() + 5)};
    world.desk().settings.limits = rules;
    for (int start = 0; start < 2; ++start) {
        const auto reported = oil_is_missing(world, world.clerk);
        for (const auto& each : reported.cards) CHECK(each.cost <= Money::minor(5));
        world.reopen();
        world.desk().settings.limits = rules;
    }
    CHECK(world.trouble_in_the_books().empty());
}

TEST_CASE("who leaves and comes back under their name has no second limit") {
    tests::World world;
    const auto cost = dearest(oil_is_missing(world, world.clerk))->cost;
    world.desk().settings.limits = {rule({.clerk = true}, cost.minor())};
    must(give(world.desk(), dearest(oil_is_missing(world, world.clerk))->id, world.clerk));
    must(world.desk().people.remove(world.clerk));
    for (const auto& [name, has_more] : {std::pair("cleo Park", false), std::pair("Cleo Bark", true)}) {
        INFO(name);
        const PersonId back("p-" + std::string(name, 6));
        must(world.desk().people.add({back, name, "CP", ports::Role::clerk}, "903817"));
        CHECK(dearest(oil_is_missing(world, back)).has_value() == has_more);
    }
}

TEST_CASE("a clerk has one limit at all registers that share a secret, and no name stands in its key") {
    tests::World one, other;
    const auto reference = [](tests::World& world, const PersonId& id) {
        return must(occasion_of(world.desk(), id, {})).clerk;
    };
    const PersonId elsewhere("p-elsewhere");
    must(other.desk().people.add({elsewhere, "CLEO PARK", "CP", ports::Role::clerk}, "903817"));
    CHECK(reference(one, one.clerk) != reference(other, elsewhere));
    for (auto* world : {&one, &other}) must(world->desk().customers->take_over(std::string(64, 'a')));
    CHECK(reference(one, one.clerk) == reference(other, elsewhere));
    CHECK(reference(one, one.clerk) != reference(one, one.manager));
    CHECK(reference(one, one.clerk) != must(one.desk().customers->reference_of("cleo park")));
    CHECK(reference(one, console()) == reference(other, console()));
    CHECK(reference(one, one.clerk).find_first_not_of("0123456789abcdef") == std::string::npos);
}

TEST_CASE("one incident never costs more than its limit, whoever asks") {
    tests::World world;
    const auto before = oil_is_missing(world, world.clerk);
    world.desk().settings.limits = {rule({.incident = true}, dearest(before)->cost.minor() - 1)};
    const auto refused = give(world.desk(), dearest(before)->id, console());
    REQUIRE_FALSE(refused);
    CHECK_THAT(refused.error().sentence, Catch::Contains("for each case"));
    for (const auto& card : oil_is_missing(world, world.clerk).cards)
        CHECK(card.cost < dearest(before)->cost);
}

TEST_CASE("a customer's limit follows them by a hash; a stranger has none") {
    tests::World world;
    const auto cost = dearest(oil_is_missing(world, world.clerk))->cost;
    world.desk().settings.limits = {rule({.customer = true}, cost.minor(), PeriodKind::month)};
    const auto known = oil_is_missing(world, world.clerk, "Card 4711");
    must(give(world.desk(), dearest(known)->id, world.clerk));
    const auto again = oil_is_missing(world, world.manager, " card 4711 ");
    CHECK_FALSE(dearest(again));
    CHECK_THAT(again.note, Catch::Contains("a month for each customer"));
    CHECK(dearest(oil_is_missing(world, world.clerk, "card 4712")));
    CHECK(dearest(oil_is_missing(world, world.clerk)));
    const auto head = must(world.desk().store.head());
    for (const auto& event : must(world.desk().store.segment(1, head.sequence)))
        CHECK(event.bytes.find("4711") == std::string::npos);
    CHECK_FALSE(report_stock_out(world.desk(), tests::coconut_oil, 1, world.clerk, std::string(65, '1')));
    CHECK(world.trouble_in_the_books().empty());
}

TEST_CASE("any limits, and any gives, undos, voids and days: none is exceeded and all sums are exact") {
    std::mt19937_64 random(tests::any_seed("limits at a register"));
    const auto below = [&](std::uint64_t bound) { return random() % bound; };
    for (int round = 0; round < 4; ++round) {
        tests::World world;
        auto& desk = world.desk();
        const Each any[] = {
            {.clerk = true}, {.kind = true}, {.customer = true}, {.clerk = true, .kind = true}, {}};
        for (const auto& each : any)
            if (below(3) > 0)
                desk.settings.limits.push_back(rule(each, static_cast<std::int64_t>(200 + below(1500)),
                                                    static_cast<PeriodKind>(below(3))));
        std::vector<Given> done;
        for (int step = 0; step < 60; ++step) {
            const auto& by = below(2) == 0 ? world.clerk : world.manager;
            if (below(4) == 0 && !done.empty()) {
                const auto& last = done.back();
                if (below(2) == 0)
                    (void)undo(desk, last.recovery, world.manager);
                else if (last.voucher)
                    (void)void_voucher(desk, last.voucher->serial.text(), "test", world.manager);
                done.pop_back();
            } else if (below(12) == 0) {
                world.clock.advance(std::chrono::hours(5));
                must(tick(desk));
            } else {
                const auto reported = oil_is_missing(world, by, below(2) == 0 ? "c1" : "");
                if (reported.cards.empty()) continue;
                auto given = give(desk, reported.cards[below(reported.cards.size())].id, by);
                if (given) done.push_back(*given);
            }
            for (const auto& limit : must(limits_now(desk))) {
                REQUIRE(limit.given.all().cost <= limit.rule.limit.cost);
                REQUIRE(limit.left.cost == limit.rule.limit.cost - limit.given.all().cost);
            }
        }
        CHECK(given(world, world.clerk) + given(world, world.manager) <= Money::minor(5000));
        CHECK(world.trouble_in_the_books().empty());
    }
}

}  // namespace makegood::service
