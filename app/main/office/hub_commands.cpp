#include "app/main/office/hub_commands.hpp"

#include "app/main/system_clock.hpp"
#include "app/wire/json_writer.hpp"

namespace makegood::main {
namespace {

using server::receiver::RightsCounter;

Result<ports::HubRule> rule_of(const BudgetCommand& command, const Currency& currency) {
    const auto period = core::budget::period_from_words(command.per, command.from);
    if (!period) return fail(period.error());
    ports::HubRule rule{"store", *period};
    const auto cost = base::parse_money(command.limit, currency, '.');
    if (!cost) return fail(cost.error());
    rule.limit.cost = *cost;
    if (command.worth.empty()) return rule;
    const auto worth = base::parse_money(command.worth, currency, '.');
    if (!worth) return fail(worth.error());
    rule.limit.worth = *worth;
    return rule;
}

std::string in_words(const RightsCounter::PotNow& now, const Currency& currency) {
    const auto money = [&](Money amount) { return base::format(amount, currency); };
    return now.pot.id.period + ": in force " + money(now.pot.limit.cost) + "; " + money(now.out.cost) +
           " with " + std::to_string(now.registers) + " registers, " + money(now.used.cost) +
           " of it used as far as they told; " + money(now.free.cost) + " free; still out beyond the limit " +
           money(now.still_out.cost) + "; presumed spent " + money(now.presumed.cost) + "\n";
}

wire::Json in_json(const RightsCounter::PotNow& now, const Currency& currency) {
    auto json = wire::Json::object({{"period", now.pot.id.period}, {"key", now.rule.key}});
    json.set("currency", currency.code()).set("in_force", now.pot.limit.cost.minor());
    json.set("out", now.out.cost.minor()).set("used", now.used.cost.minor());
    json.set("free", now.free.cost.minor()).set("still_out", now.still_out.cost.minor());
    json.set("presumed_spent", now.presumed.cost.minor()).set("registers", now.registers);
    return json;
}

const std::string currency_setting = "budget.currency";

// In which the limit was set, which is that of the store's registers as soon as one of them told.
Result<Currency> currency_of(const BudgetCommand& command, db::server::ReceiverDatabase& store) {
    const auto set_in = store.setting(currency_setting), told = store.told_currency();
    if (!set_in) return fail(set_in.error());
    if (!told) return fail(told.error());
    const bool sets = !command.limit.empty();
    const auto& must_be = !told->empty() || sets ? *told : *set_in;
    const auto& said = command.currency.empty() ? must_be : command.currency;
    if (said.empty()) return fail(ErrorKind::bad_input, "Say in which currency: --currency EUR.");
    const auto currency = Currency::from_code(said);
    if (!currency) return currency;
    if (!must_be.empty() && said != must_be)
        return fail(ErrorKind::refused, "The registers of this store count in " + must_be + ", not in " +
                                            said + ". Write --currency " + must_be + ", or leave it out.");
    if (sets) MAKEGOOD_TRY(store.set_setting(currency_setting, said));
    if (!sets && !set_in->empty() && said != *set_in)
        return fail(ErrorKind::refused, "The limit was set in " + *set_in + ", but the registers count in " +
                                            said +
                                            ". Set it again: makegood-server budget set --limit AMOUNT "
                                            "--currency " +
                                            said + ".");
    return currency;
}

}  // namespace

Result<std::string> carry_out_budget(const BudgetCommand& command, RightsCounter& rights,
                                     db::server::ReceiverDatabase& store) {
    const auto currency = currency_of(command, store);
    if (!currency) return fail(currency.error());
    if (!command.time_zone.empty())
        if (const auto zone = SystemClock::in_zone(command.time_zone); !zone) return fail(zone.error());
    if (!command.limit.empty()) {
        const auto rule = rule_of(command, *currency);
        if (!rule) return fail(rule.error());
        const auto set = rights.set_rule(*rule, command.time_zone);
        if (!set) return fail(set.error());
    }
    const auto now = rights.now();
    if (!now) return fail(now.error());
    if (now->pots.empty())
        return fail(
            ErrorKind::refused,
            "This hub has no budget yet. Set one: makegood-server budget set --data DIR --limit AMOUNT "
            "--per day.");
    const auto& whole = now->pots.front();
    std::string words = in_words(whole, *currency);
    std::vector<wire::Json> limits;
    for (auto pot = now->pots.begin() + 1; pot != now->pots.end(); ++pot) {
        words += pot->rule.key + ", " + in_words(*pot, *currency);
        limits.push_back(in_json(*pot, *currency));
    }
    auto json = in_json(whole, *currency);
    json.set("limits", wire::Json::array(limits));
    return command.json ? json.text() + "\n" : words;
}

Result<std::string> carry_out_replacement(const ReplaceHubCommand& command, RightsCounter& rights) {
    const auto epoch = rights.take_over(command.lost_epoch);
    if (!epoch) return fail(epoch.error());
    return "This hub counts from now on (number " + std::to_string(*epoch) +
           "). Registers tell it what they hold; the rest of the running period is frozen, the next one is "
           "whole.\n";
}

}  // namespace makegood::main
