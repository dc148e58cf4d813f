#include "app/service/at_counter.hpp"

#include "app/service/spend_rights.hpp"

namespace makegood::service {
namespace {

using core::budget::Amount;

constexpr auto longest_thought = std::chrono::minutes(2);

// Cost and worth of what is usual.
Amount usual(const Desk& desk) {
    constexpr std::int64_t worth_of_cost = 4;
    const auto cost = desk.settings.policy.most_free_goods_cost;
    return {cost, cost * worth_of_cost};
}

}  // namespace

void customer_comes(Desk& desk) {
    desk.customer = {greatest(at_counter(desk).on_screen, usual(desk)), desk.clock.now()};
}

void customer_sees(Desk& desk, const core::recovery::Offers& offers) {
    auto dearest = offers.left_out;
    for (const auto& card : offers.cards) dearest = greatest(dearest, {card.cost, card.worth});
    desk.customer = {dearest, desk.clock.now()};
}

void customer_goes(Desk& desk) {
    desk.customer = {};
}

core::budget::AtCounter at_counter(const Desk& desk) {
    const auto since = desk.clock.now() - desk.customer.since;
    const bool is_here = since >= Duration{} && since < longest_thought;
    return {greatest(desk.short_of, is_here ? desk.customer.dearest : Amount{}), usual(desk)};
}

Result<bool> customer_waits(Desk& desk) {
    const auto shown = at_counter(desk).on_screen;
    if (shown == Amount{}) return false;
    const auto shares = shares_budget(desk);
    if (!shares || !*shares) return shares;
    const auto id = pot_now(desk);
    if (!id) return fail(id.error());
    const auto rights = desk.store.rights();
    if (!rights) return fail(rights.error());
    const auto* pot = find(rights->book, *id);
    return !pot || shown.cost > held(pot->figures).cost;
}

}  // namespace makegood::service
