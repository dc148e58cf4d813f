// Two registers and the books of their hub, in one process.
#include "app/service/hub_talk.hpp"

#include <catch2/catch.hpp>

#include "app/core/budget/hub_periods.hpp"
#include "app/core/budget/rights_hub_acts.hpp"
#include "app/service/at_counter.hpp"
#include "app/service/give.hpp"
#include "app/service/report.hpp"
#include "tests/support/world.hpp"

namespace makegood::service {
namespace {

using namespace core::budget;
using tests::must;

constexpr int most_hellos = 6;

class Store {
  public:
    explicit Store(std::int64_t cents) : limit_{PeriodKind::day, Money::minor(cents), {}} {
        for (auto* world : {&one, &other}) {
            must(share_budget(world->desk(), true));
            enrol(book_, must(world->desk().store.rights()).book.device);
        }
        const Rule rules[] = {{"store", limit_}};
        keep_periods(book_, rules, {}, one.clock.local_date(one.clock.now()));
    }

    void talk(tests::World& world) {
        auto& desk = world.desk();
        const auto welcome = answer(desk_, book_, must(knock_at_hub(desk)), draw(world.random));
        must(hear_welcome(desk, {welcome.value(), {{"store", limit_}}, {}}));
        for (int said = 0; said < most_hellos; ++said) {
            const auto hello = must(hello_to_hub(desk));
            if (!hello) return;
            const auto heard = answer(desk_, book_, *hello, draw(world.random), {}, {});
            must(hear_answer(desk, heard.value()));
        }
        FAIL("a talk does not end");
    }

    tests::World one, other;

  private:
    Limit limit_;
    HubBook book_;
    HubDesk desk_;
};

Money held_at(tests::World& world) {
    const auto rights = must(world.desk().store.rights());
    return held(find(rights.book, must(pot_now(world.desk())))->figures).cost;
}

std::optional<core::recovery::Offer> a_card_that_costs(tests::World& world) {
    const auto reported = must(report_stock_out(world.desk(), tests::coconut_oil, 1, world.clerk));
    for (const auto& card : reported.cards)
        if (card.cost > Money{}) return card;
    return std::nullopt;
}

// Gives until no card costs anything any more: what ends is the money, not what a case may cost of it.
void use_up(Store& store, tests::World& world) {
    world.desk().settings.policy.paces = false;
    while (const auto card = a_card_that_costs(world)) {
        must(give(world.desk(), card->id, world.clerk));
        store.talk(world);
    }
}

}  // namespace

TEST_CASE("what the cards left out comes from another register, and stays while the customer thinks") {
    Store store(5000);
    for (auto* world : {&store.one, &store.other}) store.talk(*world);
    use_up(store, store.one);
    REQUIRE(must(customer_waits(store.one.desk())));
    REQUIRE(held_at(store.other) > Money{});
    store.talk(store.one);
    store.talk(store.other);
    store.talk(store.one);
    CHECK_FALSE(must(customer_waits(store.one.desk())));
    const auto card = a_card_that_costs(store.one);
    REQUIRE(card);

    // A customer at the other one waits as well, for what is before this one.
    customer_comes(store.other.desk());
    for (int again = 0; again < 3; ++again)
        for (auto* world : {&store.other, &store.one}) store.talk(*world);
    CHECK(held_at(store.one) >= card->cost);
    must(give(store.one.desk(), card->id, store.one.clerk));
}

TEST_CASE("who waits nowhere takes nothing from those who come next elsewhere") {
    Store store(5000);
    for (auto* world : {&store.one, &store.other}) store.talk(*world);
    use_up(store, store.one);
    customer_goes(store.one.desk());
    store.one.desk().short_of = {};
    const auto before = held_at(store.other);
    REQUIRE(before > Money{});
    for (int again = 0; again < 3; ++again)
        for (auto* world : {&store.one, &store.other}) store.talk(*world);
    CHECK(held_at(store.other) == before);
}

}  // namespace makegood::service
