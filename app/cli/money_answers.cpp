#include "app/cli/money_answers.hpp"

#include "app/cli/answer_json.hpp"

namespace makegood::cli {
namespace {

using wire::Json;

template <class Rows, class Each>
Json list_of(const Rows& rows, Each each) {
    std::vector<Json> list;
    for (const auto& row : rows) list.push_back(each(row));
    return Json::array(list);
}

Json json_of(const core::budget::HourOfDay& hour) {
    return Json::object({{"hour", hour.hour},
                         {"given", hour.given.minor()},
                         {"to_come", hour.to_come.minor()},
                         {"allowed", hour.allowed.minor()}});
}

Json json_of(const core::insight::GestureSum& sum) {
    return Json::object({{"kind", core::recovery::word(sum.kind)},
                         {"times", sum.times},
                         {"cost", sum.cost.minor()},
                         {"worth", sum.worth.minor()}});
}

Json json_of(const service::GivenLately& given) {
    return Json::object({{"recovery", given.id.text()},
                         {"at", base::format_instant(given.at)},
                         {"kind", core::recovery::word(given.kind)},
                         {"title", given.title},
                         {"cause", given.cause},
                         {"by", given.by},
                         {"signed_by", given.signed_by},
                         {"cost", given.cost.minor()},
                         {"worth", given.worth.minor()}});
}

Json json_of(const service::WorkOfPerson& row) {
    const auto& work = row.work;
    return Json::object({{"person", work.by.text()},
                         {"name", row.name},
                         {"cases", work.cases},
                         {"given", work.given},
                         {"compared", work.compared},
                         {"each", work.each.minor()},
                         {"others", work.others.minor()},
                         {"beside_others", core::insight::word(work.beside)}});
}

Json json_of(const service::MoneyAtAGlance& glance, const std::vector<service::WorkOfPerson>& people,
             const Currency& currency) {
    auto json = period_json(glance.now.period, currency);
    json.set("in_force", glance.now.period.limit.cost.minor());
    json.set("still_out", glance.still_out.minor());
    json.set("shared", glance.shared);
    json.set("likely", glance.now.likely.minor());
    json.set("vouchers", glance.now.vouchers);
    json.set("recoveries", glance.recoveries);
    json.set("pace", core::budget::word(glance.now.pace));
    json.set("pace_words", glance.now.pace_words);
    const auto as_json = [](const auto& row) { return json_of(row); };
    json.set("hours", list_of(glance.hours, as_json));
    json.set("gestures", list_of(glance.gestures, as_json));
    json.set("people", list_of(people, as_json));
    json.set("latest", list_of(glance.latest, as_json));
    return json;
}

std::string beside_words(const core::insight::Work& work, const Currency& currency) {
    const auto each = base::format(work.each, currency), others = base::format(work.others, currency);
    switch (work.beside) {
        case core::insight::Beside::too_few:
            return "too few to compare";
        case core::insight::Beside::as_others:
            return fmt::format("{} a case, about as others do for the same work ({})", each, others);
        case core::insight::Beside::more:
            return fmt::format("{} a case, more than others for the same work ({})", each, others);
        case core::insight::Beside::less:
            return fmt::format("{} a case, less than others for the same work ({})", each, others);
    }
    return {};
}

void say(const Call& call, const service::Desk& desk, const service::MoneyAtAGlance& glance,
         const std::vector<service::WorkOfPerson>& people) {
    const auto money = [&](Money amount) { return base::format(amount, desk.currency); };
    const auto& period = glance.now.period;
    call.say("{}: spent {}, reserved {} (likely {}), left {} of {}", period.name, money(period.spent_cost),
             money(period.reserved_cost), money(glance.now.likely), money(period.available_cost()),
             money(period.limit.cost));
    if (glance.still_out > Money{})
        call.say("{} is still out beyond the limit that is in force.", money(glance.still_out));
    call.say("{}", glance.now.pace_words);
    for (const auto& hour : glance.hours)
        call.say("{:>5} h  given {:>12}  to come {:>12}  allowed {:>12}", hour.hour, money(hour.given),
                 money(hour.to_come), money(hour.allowed));
    for (const auto& sum : glance.gestures)
        call.say("{:>5} x  {}: cost {}, worth {}", sum.times, core::recovery::word(sum.kind), money(sum.cost),
                 money(sum.worth));
    for (const auto& row : people)
        call.say("{}: {} cases, {} made good; {}", row.name.empty() ? row.work.by.text() : row.name,
                 row.work.cases, row.work.given, beside_words(row.work, desk.currency));
    for (const auto& given : glance.latest)
        call.say("{}  {}  {}  {}", desk.clock.local_time(given.at), money(given.cost), given.title, given.by);
}

Json json_of(const core::budget::Amount& amount) {
    return Json::object({{"cost", amount.cost.minor()}, {"worth", amount.worth.minor()}});
}

Json json_of(const service::PotNow& pot) {
    auto json = Json::object({{"pot", pot.id.key},
                              {"period", pot.id.period},
                              {"running", pot.running},
                              {"limit", pot.limit.cost.minor()},
                              {"granted", json_of(pot.granted)},
                              {"held", json_of(pot.held)},
                              {"used", json_of(pot.used)},
                              {"promised", json_of(pot.promised)},
                              {"presumed_spent", json_of(pot.presumed)}});
    if (pot.limit.worth) json.set("limit_worth", pot.limit.worth->minor());
    return json;
}

Json json_of(const service::RegistersNow& now, const service::Desk& desk) {
    return Json::object({{"register", desk.shop.register_name},
                         {"device", now.device},
                         {"currency", desk.currency.code()},
                         {"shared", now.shared},
                         {"epoch", std::int64_t{now.epoch}},
                         {"hub_epoch", std::int64_t{now.hub_epoch}},
                         {"frozen", now.frozen},
                         {"frozen_why", now.frozen_why},
                         {"heard", now.heard ? Json(base::format_instant(*now.heard)) : Json()},
                         {"waits_for_hub", now.waits_for_hub},
                         {"period", now.period},
                         {"available", now.available.minor()},
                         {"in_force", now.in_force.minor()},
                         {"still_out", now.still_out.minor()},
                         {"pots", list_of(now.pots, [](const auto& pot) { return json_of(pot); })}});
}

void say(const Call& call, const service::Desk& desk, const service::RegistersNow& now) {
    const auto money = [&](Money amount) { return base::format(amount, desk.currency); };
    call.say("{} ({}), epoch {}: {}", desk.shop.register_name, desk.shop.device.text(), now.epoch,
             now.shared ? "shares the store's budget through its hub"
                        : "the only register; the whole budget is its own");
    if (now.frozen) call.say("{}", now.frozen_why);
    if (!now.period.empty())
        call.say("{}: {} in force{}", now.period, money(now.in_force),
                 now.still_out > Money{} ? ", " + money(now.still_out) + " still out beyond it" : "");
    for (const auto& pot : now.pots)
        call.say("{} {}: holds {}, used {} of {} granted{}", pot.id.key, pot.id.period, money(pot.held.cost),
                 money(pot.used.cost), money(pot.granted.cost),
                 pot.presumed.cost > Money{} ? "; " + money(pot.presumed.cost) + " counts as spent by a copy"
                                             : "");
}

}  // namespace

Result<> tell_glance(const Call& call, service::Desk& desk) {
    const auto glance = service::money_at_a_glance(desk);
    if (!glance) return fail(glance.error());
    const auto people = service::same_work_of_people(desk);
    if (!people) return fail(people.error());
    if (call.json)
        call.answer(json_of(*glance, *people, desk.currency));
    else
        say(call, desk, *glance, *people);
    return {};
}

Result<> tell_registers(const Call& call, service::Desk& desk) {
    const auto now = service::registers_now(desk);
    if (!now) return fail(now.error());
    if (call.json)
        call.answer(json_of(*now, desk));
    else
        say(call, desk, *now);
    return {};
}

}  // namespace makegood::cli
