#include "app/cli/limit_words.hpp"

namespace makegood::cli {

Result<> read_period(const std::string& per, const std::string& from, core::budget::Limit& limit) {
    const auto read = core::budget::period_from_words(per, from);
    if (!read) return fail(read.error());
    limit.kind = read->kind;
    limit.own = read->own;
    return {};
}

wire::Json limits_json(const std::vector<service::LimitNow>& limits) {
    std::vector<wire::Json> list;
    for (const auto& each : limits) {
        auto json = wire::Json::object({{"key", each.pot.key}, {"period", each.pot.period}});
        json.set("limit", each.named).set("cost", each.rule.limit.cost.minor());
        json.set("spent", each.given.spent.cost.minor()).set("reserved", each.given.reserved.cost.minor());
        json.set("left", each.left.cost.minor());
        if (each.left.worth) json.set("left_worth", each.left.worth->minor());
        list.push_back(std::move(json));
    }
    return wire::Json::array(list);
}

void say_limits(const Call& call, const std::vector<service::LimitNow>& limits, const Currency& currency) {
    for (const auto& each : limits) {
        const auto money = [&](Money amount) { return base::format(amount, currency); };
        call.say("{}: of the {}, {} {}; spent {}, reserved {}", each.pot.period, each.named,
                 money(each.left.cost), each.left.is_elsewhere ? "may be given here" : "is left",
                 money(each.given.spent.cost), money(each.given.reserved.cost));
    }
}

}  // namespace makegood::cli
