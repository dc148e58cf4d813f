#include <CLI/CLI.hpp>

#include "app/cli/answer_json.hpp"
#include "app/cli/call.hpp"
#include "app/cli/limit_words.hpp"
#include "app/cli/money_answers.hpp"
#include "app/cli/signature.hpp"
#include "app/service/copied_folder.hpp"
#include "app/service/money_now.hpp"
#include "app/service/spend_rights.hpp"
#include "app/service/spending.hpp"

namespace makegood::cli {
namespace {

// Amounts of the owner are never guessed at: 12.345 dollars is refused, not read as thousands.
constexpr char decimal_mark = '.';

struct Options {
    std::string limit, worth, per = "day", from;
    std::shared_ptr<Signature> signature;  // of the second person of a large raise
};

Result<wire::Json> json_of(const core::budget::Period& period, service::Desk& desk) {
    const auto still_out = service::still_out_of(desk, period);
    if (!still_out) return fail(still_out.error());
    auto json = period_json(period, desk.currency);
    json.set("in_force", period.limit.cost.minor()).set("still_out", still_out->minor());
    return json;
}

Result<> answer(const Call& call, service::Desk& desk, const core::budget::Period& period) {
    if (call.json) {
        const auto json = json_of(period, desk);
        if (!json) return fail(json.error());
        call.answer(*json);
        return {};
    }
    const auto still_out = service::still_out_of(desk, period);
    if (!still_out) return fail(still_out.error());
    const auto money = [&](Money amount) { return base::format(amount, desk.currency); };
    call.say("{}: {} of {} {}; spent {}, reserved {}{}", period.name, money(period.available_cost()),
             money(period.limit.cost), period.right_cost ? "may be spent here" : "left",
             money(period.spent_cost), money(period.reserved_cost),
             *still_out == Money{}
                 ? ""
                 : "; " + money(*still_out) + " is still out beyond the limit that is in force");
    return {};
}

// Spent, reserved and likely are three numbers: not every voucher comes back.
Result<> answer(const Call& call, service::Desk& desk, const service::MoneyNow& money,
                const std::vector<service::LimitNow>& limits) {
    if (call.json) {
        auto json = json_of(money.period, desk);
        if (!json) return fail(json.error());
        json->set("likely", money.likely.minor());
        json->set("pace", core::budget::word(money.pace));
        json->set("pace_words", money.pace_words);
        json->set("price_of_money", static_cast<double>(money.price.basis_points()) / 10'000);
        json->set("limits", limits_json(limits));
        call.answer(*json);
        return {};
    }
    MAKEGOOD_TRY(answer(call, desk, money.period));
    call.say("Of what is reserved, {} is likely to be spent.", base::format(money.likely, desk.currency));
    call.say("{}", money.pace_words);
    if (!money.price_words.empty()) call.say("{}", money.price_words);
    say_limits(call, limits, desk.currency);
    return {};
}

Result<core::budget::Limit> limit_of(const Options& options, const Currency& currency) {
    core::budget::Limit limit;
    MAKEGOOD_TRY(read_period(options.per, options.from, limit));
    const auto cost = base::parse_money(options.limit, currency, decimal_mark);
    if (!cost) return fail(cost.error());
    limit.cost = *cost;
    if (options.worth.empty()) return limit;
    const auto worth = base::parse_money(options.worth, currency, decimal_mark);
    if (!worth) return fail(worth.error());
    limit.worth = *worth;
    return limit;
}

Result<> set_it(const Options& options, const Call& call, service::Desk& desk) {
    const auto limit = limit_of(options, desk.currency);
    if (!limit) return fail(limit.error());
    const auto second = approval_of(*options.signature, call, desk);
    if (!second) return fail(second.error());
    const auto period = service::set_budget(desk, *limit, call.by, *second);
    if (!period) return fail(period.error());
    return answer(call, desk, *period);
}

// After an older copy of the folder was put back.
void add_settle(CLI::App& budget, Call& call) {
    auto given = std::make_shared<std::string>();
    auto* settle = budget.add_subcommand(
        "settle", "After an older copy of this folder was put back: says how much was given of the period");
    settle->add_option("--given", *given, "All in all, also what this folder does not know of")->required();
    settle->callback([given, &call] {
        call.chosen = [given, &call] {
            return call.machine().with_desk([&](service::Desk& desk) -> Result<> {
                const auto amount = base::parse_money(*given, desk.currency, decimal_mark);
                if (!amount) return fail(amount.error());
                const auto period = service::settle_copy(desk, *amount, call.by);
                if (!period) return fail(period.error());
                return answer(call, desk, *period);
            });
        };
    });
}

void add_reading(CLI::App& budget, const char* name, const char* what,
                 Result<> (*tell)(const Call&, service::Desk&), Call& call) {
    budget.add_subcommand(name, what)->callback([tell, &call] {
        call.chosen = [tell, &call] {
            return call.machine().with_desk([&](service::Desk& desk) { return tell(call, desk); });
        };
    });
}

}  // namespace

void add_budget(CLI::App& app, Call& call) {
    auto* budget = app.add_subcommand("budget", "The owner's money: shows it, sets it");
    budget->require_subcommand(1);
    budget
        ->add_subcommand(
            "show",
            "Limit, spent, reserved, likely and left of the current period, its pace, and the limits of "
            "clerks, kinds of gestures and customers")
        ->callback([&call] {
            call.chosen = [&call] {
                return call.machine().with_desk([&](service::Desk& desk) -> Result<> {
                    const auto money = service::money_now(desk);
                    if (!money) return fail(money.error());
                    const auto limits = service::limits_now(desk);
                    if (!limits) return fail(limits.error());
                    return answer(call, desk, *money, *limits);
                });
            };
        });
    add_reading(*budget, "glance", "Today's money by hour, by kind of gesture and by person", tell_glance,
                call);
    add_reading(*budget, "registers", "What this register holds of the budget, and what is still out",
                tell_registers, call);
    add_settle(*budget, call);
    auto options = std::make_shared<Options>();
    auto* set = budget->add_subcommand("set", "Sets the limit, from the current period on");
    set->add_option("--limit", options->limit, "What recoveries may cost per period")->required();
    set->add_option("--worth", options->worth,
                    "What they may be worth to customers; unlimited when left out");
    set->add_option("--per", options->per, "The period: day, week, month, or as many days as \"14 days\"");
    set->add_option("--from", options->from, "The day on which such a period begins, like 2026-01-05");
    options->signature = add_signature(*set);
    set->callback([options, &call] {
        call.chosen = [options, &call] {
            return call.machine().with_desk(
                [&](service::Desk& desk) { return set_it(*options, call, desk); });
        };
    });
}

}  // namespace makegood::cli
