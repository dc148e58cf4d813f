#include "tests/gui/storybook/rules_props.hpp"

#include "tests/gui/storybook/props.hpp"

namespace makegood::tests::gui {

using namespace terminal::presenter;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::sys_days today = std::chrono::year(2026) / 11 / 22;

service::Outcome outcome(std::int64_t given, std::int64_t cost) {
    service::Outcome made{.incidents = given + 4, .given = given};
    made.cost = Money::minor(cost);
    made.worth = Money::minor(cost * 9 / 5);
    return made;
}

service::Case telling(const char* title, int days_ago, const char* was, const char* would_be,
                      std::int64_t cost_was, std::int64_t cost_would_be, const char* why) {
    service::Case made{.at = today - std::chrono::days(days_ago) + 14h + 7min,
                       .title = title,
                       .was = was,
                       .would_be = would_be};
    made.cost_was = Money::minor(cost_was);
    made.cost_would_be = Money::minor(cost_would_be);
    made.why = why;
    return made;
}

}  // namespace

Facts facts_of_owner(const char* currency) {
    Facts facts;
    facts.setup.currency = *Currency::from_code(currency);
    facts.setup.time_of_day = [](Instant at) { return base::format_instant(at).substr(11, 5); };
    facts.setup.day = [](Instant at) { return CivilDate(std::chrono::floor<std::chrono::days>(at)); };
    facts.now = today + 12h;
    facts.person = ports::Person{PersonId("p6"), "Olga Petrova", "OP", ports::Role::owner};
    facts.drafts.begin(*facts.person, 7,
                       {core::budget::PeriodKind::day, Money::minor(15000), Money::minor(40000)});
    return facts;
}

RulesKnown known_rules() {
    RulesKnown known;
    auto& seen = known.in_force;
    seen.version = 7;
    seen.budget = {core::budget::PeriodKind::day, Money::minor(15000), Money::minor(40000)};
    seen.values = {{"limits.pace", {"true", "true", "true"}},
                   {"authority.large_raise", {"50 %", "50 %", "50 %"}},
                   {"money.usual_gift", {"3.00", "3.00", ""}},
                   {"authority.clerk", {"15.00", "5 gifts", "5 gifts"}},
                   {"authority.clerk_worth", {}},
                   {"authority.supervisor", {"30.00", "10 gifts", "10 gifts"}},
                   {"authority.supervisor_worth", {}},
                   {"authority.manager", {"120.00", "40 gifts", "40 gifts"}},
                   {"authority.manager_worth", {"250.00", "250.00", "", true}},
                   {"limits.most_cost_each", {"24.00", "8 gifts", "8 gifts"}},
                   {"limits.most_worth_money_each", {"24.00", "8 gifts", "8 gifts"}},
                   {"limits.most_free_goods_cost", {"9.00", "3 gifts", "3 gifts"}},
                   {"limits.cards", {"3", "3", "3"}},
                   {"limits.free_options", {"4", "4", "4"}},
                   {"counter.undo_seconds", {"60", "60", "60"}},
                   {"guards.least_of_loss", {"60 %", "60 %", "60 %"}},
                   {"guards.most_of_loss", {"120 %", "120 %", "120 %"}},
                   {"guards.never_above", {"150 %", "150 %", "150 %"}},
                   {"guards.special_day_more", {"20 %", "20 %", "20 %"}},
                   {"substitutes.keep_on_shelf", {"1", "1", "0", true}},
                   {"substitutes.dearest_shelf_price", {"300 %", "300 %", "300 %"}}};
    known.drafted = seen;
    return known;
}

service::WhatIf tried_week() {
    service::WhatIf tried;
    tried.days = {CivilDate(today - std::chrono::days(7)), CivilDate(today - std::chrono::days(1))};
    tried.as_it_was = outcome(240, 98610);
    tried.as_tried = outcome(212, 71240);
    tried.as_tried.refused = 28;
    tried.as_tried.sent_away = 3;
    const std::int64_t costs[] = {11200, 9800, 13100, 0, 18900, 24100, 21510};
    for (int i = 0; i < 7; ++i)
        if (i != 3)
            tried.by_day.push_back({CivilDate(today - std::chrono::days(7 - i)), outcome(30, costs[i]),
                                    outcome(26, costs[i] * (i == 4 ? 11 : 7) / 10)});
    tried.cases = {
        telling("Waited too long", 2, "Voucher for two", "Voucher, $12", 1850, 1200,
                "It costs more than one recovery may under these rules; the next best fits."),
        telling("Coconut oil 400 ml", 2, "Virgin coconut oil 800 ml", "", 410, 0,
                "The day's money was used up at 17:40."),
        telling("Wrong price", 5, "Amount off", "Amount off", 300, 240, "Most of the loss is 80 % now."),
        telling("Red curry paste 110 g", 6, "Green curry paste 110 g", "", 115, 0,
                "The day's money was used up.")};
    return tried;
}

}  // namespace makegood::tests::gui
