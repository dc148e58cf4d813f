#include "db/terminal/money_state.hpp"

#include "db/terminal/columns.hpp"
#include "db/terminal/projector.hpp"

namespace makegood::db::terminal {

void MoneyState::set_limit(const core::budget::Limit& limit, const std::string& period) {
    auto in_force = connection_.query(
        "INSERT INTO budget_limit (only, kind, cost, worth) VALUES (1, ?1, ?2, ?3) "
        "ON CONFLICT (only) DO UPDATE SET kind = ?1, cost = ?2, worth = ?3");
    put_all(in_force, limit.kind, limit.cost, limit.worth).run();
    auto counters = connection_.query(
        "INSERT INTO periods (name, kind, limit_cost, limit_worth, reserved_cost, spent_cost, "
        "reserved_worth, "
        "spent_worth) VALUES (?1, ?2, ?3, ?4, 0, 0, 0, 0) "
        "ON CONFLICT (name) DO UPDATE SET kind = ?2, limit_cost = ?3, limit_worth = ?4");
    put_all(counters, period, limit.kind, limit.cost, limit.worth).run();
}

bool MoneyState::reserve(const std::string& period, const core::budget::Limit& limit, Amounts amounts) {
    auto existing = connection_.query(
        "UPDATE periods SET reserved_cost = reserved_cost + ?2, reserved_worth = reserved_worth + ?3 WHERE "
        "name = ?1 "
        "AND (?2 = 0 OR reserved_cost + spent_cost + ?2 <= limit_cost) "
        "AND (?3 = 0 OR limit_worth IS NULL OR reserved_worth + spent_worth + ?3 <= limit_worth)");
    if (put_all(existing, period, amounts.cost, amounts.worth).run() == 1) return true;
    const bool fits = (amounts.cost == Money{} || amounts.cost <= limit.cost) &&
                      (amounts.worth == Money{} || !limit.worth || amounts.worth <= *limit.worth);
    if (!fits) return false;
    auto first = connection_.query(
        "INSERT INTO periods (name, kind, limit_cost, limit_worth, reserved_cost, spent_cost, "
        "reserved_worth, "
        "spent_worth) VALUES (?, ?, ?, ?, ?, 0, ?, 0) ON CONFLICT (name) DO NOTHING");
    return put_all(first, period, limit.kind, limit.cost, limit.worth, amounts.cost, amounts.worth).run() ==
           1;
}

void MoneyState::release(const std::string& period, Amounts reserved) {
    settle(period, reserved, {});
}

void MoneyState::settle(const std::string& period, Amounts reserved, Amounts spent) {
    auto change = connection_.query(
        "UPDATE periods SET reserved_cost = reserved_cost - ?2, reserved_worth = reserved_worth - ?3, "
        "spent_cost = spent_cost + ?4, spent_worth = spent_worth + ?5 WHERE name = ?1");
    must_be_one(put_all(change, period, reserved.cost, reserved.worth, spent.cost, spent.worth).run(),
                "money of a period that has none");
}

}  // namespace makegood::db::terminal
