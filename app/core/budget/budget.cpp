#include "app/core/budget/budget.hpp"

#include <algorithm>

#include "app/base/check.hpp"

namespace makegood::core::budget {
namespace {

// Nothing always fits, also when the limit was lowered below what is out (R9). Compares without adding,
// so that no limit however large can overflow.
bool room_for(Money limit, Money reserved, Money spent, Money amount) {
    if (amount == Money{}) return true;
    return reserved <= limit && spent <= limit - reserved && amount <= limit - reserved - spent;
}

Money left_of(Money limit, Money reserved, Money spent) {
    return std::max(Money{}, limit - reserved - spent);
}

Money at_most(Money left, const std::optional<Money>& right) {
    return right ? std::min(left, *right) : left;
}

// The limit allows it, but what this register holds of it does not.
tl::unexpected<Error> is_elsewhere(const Period& period, Money left, Money wanted, bool by_cost,
                                   const Currency& currency) {
    const std::string what(money_of(period.limit.kind));
    return fail(ErrorKind::refused,
                (left == Money{} ? "This register holds nothing more of " + what
                                 : "This register holds only " + format(left, currency) + " of " + what) +
                    ", and this " + (by_cost ? "costs " : "is worth ") + format(wanted, currency) +
                    "; the rest is with the store's hub and other registers. Choose " +
                    (left == Money{} ? "an option" : "a smaller offer or one") +
                    " that costs nothing; more comes as soon as the hub is reached.");
}

tl::unexpected<Error> does_not_fit(const Period& period, Money cost, Money worth, const Currency& currency) {
    const bool by_cost = cost != Money{} && cost > period.available_cost();
    const Money left = by_cost ? period.available_cost() : *period.available_worth();
    const Money wanted = by_cost ? cost : worth;
    const auto& limit = period.limit;
    const bool in_limit =
        by_cost ? room_for(limit.cost, period.reserved_cost, period.spent_cost, cost)
                : !limit.worth || room_for(*limit.worth, period.reserved_worth, period.spent_worth, worth);
    if (in_limit) return is_elsewhere(period, left, wanted, by_cost, currency);
    const std::string what(money_of(period.limit.kind));
    if (left == Money{})
        return fail(ErrorKind::refused, "Nothing is left of " + what +
                                            ". Choose an option that costs nothing, or ask a manager.");
    return fail(ErrorKind::refused, "Only " + format(left, currency) + " is left of " + what + ", and this " +
                                        (by_cost ? "costs " : "is worth ") + format(wanted, currency) +
                                        ". Choose a smaller offer or one that costs nothing.");
}

}  // namespace

Money Period::available_cost() const {
    return at_most(left_of(limit.cost, reserved_cost, spent_cost), right_cost);
}

std::optional<Money> Period::available_worth() const {
    if (!limit.worth) return std::nullopt;
    return at_most(left_of(*limit.worth, reserved_worth, spent_worth), right_worth);
}

bool Period::fits(Money cost, Money worth) const {
    const bool worth_fits = worth == Money{} || !limit.worth || worth <= *available_worth();
    return worth_fits && (cost == Money{} || cost <= available_cost());
}

Result<Period> reserve(Period period, Money cost, Money worth, const Currency& currency) {
    MAKEGOOD_CHECK(cost >= Money{} && worth >= Money{});
    if (!period.fits(cost, worth)) return does_not_fit(period, cost, worth, currency);
    period.reserved_cost += cost;
    period.reserved_worth += worth;
    return period;
}

Period release(Period period, Money cost, Money worth) {
    MAKEGOOD_CHECK(cost >= Money{} && cost <= period.reserved_cost);
    MAKEGOOD_CHECK(worth >= Money{} && worth <= period.reserved_worth);
    period.reserved_cost -= cost;
    period.reserved_worth -= worth;
    return period;
}

Period settle(Period period, Money reserved_cost, Money reserved_worth, Money spent_cost, Money spent_worth) {
    MAKEGOOD_CHECK(spent_cost >= Money{} && spent_cost <= reserved_cost);
    MAKEGOOD_CHECK(spent_worth >= Money{} && spent_worth <= reserved_worth);
    period = release(std::move(period), reserved_cost, reserved_worth);
    period.spent_cost += spent_cost;
    period.spent_worth += spent_worth;
    return period;
}

}  // namespace makegood::core::budget
