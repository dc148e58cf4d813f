#include "app/core/budget/limits.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "app/core/budget/hub_periods.hpp"
#include "app/core/budget/rights_hub_acts.hpp"
#include "tests/support/seed.hpp"

namespace makegood::core::budget {
namespace {

using namespace std::chrono_literals;

Money cents(std::int64_t amount) {
    return Money::minor(amount);
}

Limit per(PeriodKind kind, std::int64_t cost) {
    return {kind, cents(cost), {}};
}

constexpr CivilDate today = 2026y / 11 / 22;

const LimitRule each_clerk{{.clerk = true}, {}, per(PeriodKind::day, 2000)},
    each_clerk_a_month{{.clerk = true}, {}, per(PeriodKind::month, 20'000)},
    each_kind_of_clerk{{.clerk = true, .kind = true}, {}, per(PeriodKind::day, 1000)},
    gifts_of_customer{{.customer = true}, "gift", per(PeriodKind::week, 900)},
    all_together{{}, {}, per(PeriodKind::month, 90'000)}, each_incident{{.incident = true}, {}, {}};

struct Till {
    RegisterBook book;
    Exchange exchange;
    Position at;
    std::vector<Taken> given;
};

void check_sums(const HubPot& pot, std::span<const Till> tills, const LimitRule& rule) {
    Amount used_of_it, given;
    for (const auto& each : tills) {
        const auto* mine = find(each.book, pot.id);
        if (!mine) continue;
        used_of_it += mine->figures.used - mine->released;
        for (const auto& taken : each.given)
            for (const auto& charge : taken.charges)
                if (charge.pot == pot.id) given += charge.amount;
    }
    REQUIRE(used_of_it == given);
    REQUIRE(given.cost <= rule.limit.cost);
    REQUIRE(within(out(pot), {pot.limit.cost, {}}));
}

}  // namespace

TEST_CASE("a period of the owner's own goes on from its first day, also before it") {
    struct Case {
        int days;
        CivilDate from, day;
        std::string name;
    };
    const Case cases[] = {{14, 2026y / 1 / 5, 2026y / 1 / 5, "2026-01-05+14"},
                          {14, 2026y / 1 / 5, 2026y / 1 / 18, "2026-01-05+14"},
                          {14, 2026y / 1 / 5, 2026y / 1 / 19, "2026-01-19+14"},
                          {14, 2026y / 1 / 5, 2026y / 1 / 4, "2025-12-22+14"},
                          {14, 2026y / 1 / 5, 2025y / 12 / 22, "2025-12-22+14"},
                          {14, 2026y / 1 / 5, 2025y / 12 / 21, "2025-12-08+14"},
                          {1, 2026y / 1 / 5, 2026y / 11 / 22, "2026-11-22+1"},
                          {366, 2024y / 2 / 29, 2025y / 3 / 1, "2025-03-01+366"}};
    for (const auto& each : cases) {
        const Limit limit{PeriodKind::own, cents(1), {}, {each.days, each.from}};
        CAPTURE(each.name);
        CHECK(period_of(limit, each.day) == each.name);
        const auto span = span_of(each.name);
        REQUIRE(span);
        CHECK(base::add_days(span->first, each.days - 1) == span->last);
        CHECK((span->first <= each.day && each.day <= span->last));
    }
    for (const char* name : {"2026-01-05+", "2026-01-05+0", "2026-01-05+367", "2026-01-05+014",
                             "2026-01-05-14", "2026-13-05+14", "2026-01-05+14x"})
        CHECK_FALSE(span_of(name));
}

TEST_CASE("a period is said in words, or what to write instead") {
    CHECK(period_from_words("week", "")->kind == PeriodKind::week);
    CHECK(period_from_words("14 days", "2026-01-05")->own == OwnDays{14, 2026y / 1 / 5});
    struct Case {
        const char *per, *from, *says;
    };
    const Case refused[] = {
        {"year", "", "day, week, month, or \"14 days\""}, {"own", "", "is no period"},
        {"14 days", "", "a date like 2026-01-05"},        {"14 days", "2026-02-30", "a date like 2026-01-05"},
        {"0 days", "2026-01-05", "1 to 366 days"},        {"367 days", "2026-01-05", "1 to 366 days"},
        {"week", "2026-01-05", "Leave out from when"}};
    for (const auto& each : refused) {
        const auto read = period_from_words(each.per, each.from);
        REQUIRE_FALSE(read);
        CHECK_THAT(read.error().sentence, Catch::Contains(each.says));
    }
}

TEST_CASE("each limit has pots of its own, and a key finds its limit again") {
    const Occasion gift{"p7f3a", "91c0", "gift"}, money_off{"p7f3a", "", "amount-off"};
    CHECK(pot_of(each_clerk, gift, today) == PotId{"clerk=p7f3a/day", "2026-11-22"});
    CHECK(pot_of(each_clerk_a_month, gift, today) == PotId{"clerk=p7f3a/month", "2026-11"});
    CHECK(pot_of(each_kind_of_clerk, gift, today) == PotId{"clerk=p7f3a,kind=gift/day", "2026-11-22"});
    CHECK(pot_of(gifts_of_customer, gift, today) == PotId{"customer=91c0,kind:gift/week", "2026-W47"});
    CHECK(pot_of(all_together, gift, today) == PotId{"all/month", "2026-11"});
    CHECK_FALSE(applies(gifts_of_customer, money_off));
    CHECK_FALSE(applies(gifts_of_customer, {"p7f3a", "", "gift"}));

    const std::vector<LimitRule> rules{each_incident,      each_clerk,        each_clerk_a_month,
                                       each_kind_of_clerk, gifts_of_customer, all_together};
    for (const auto& rule : rules) {
        if (rule.each.incident) continue;
        const auto key = pot_of(rule, gift, today).key;
        REQUIRE(rule_of(rules, key));
        CHECK(*rule_of(rules, key) == rule);
        CHECK(is_personal(key) == (rule.each.clerk || rule.each.customer));
    }
    for (const std::string key :
         {"store", "", "/", "/day", "clerk=/day", "clerk=p1", "clerk=p1/week", "clerk=p1/day/day",
          "kind=gift/day", "clerk=p1,customer=9/day", "customer=9,kind:gift/day", "customer=9/week",
          "clerk=p 1/day", "clerk=p1,/day", "all/day", "clerk=p1,clerk=p2/day", "kind=gift,clerk=p1/day"})
        CHECK_FALSE(rule_of(rules, key));
    CHECK_FALSE(rule_of(rules, "clerk=" + std::string(65, 'p') + "/day"));
}

TEST_CASE("the sentence names the limit, what is left of it, and a way out") {
    const auto dollars = *Currency::from_code("USD");
    const auto name = named(each_clerk, "Anna", "", dollars);
    CHECK(name == "$20.00 a day for each clerk (Anna)");
    CHECK(named(gifts_of_customer, "", "gifts", dollars) == "$9.00 a week for each customer, only gifts");
    CHECK(named(all_together, "", "", dollars) == "$900.00 a month for the whole store");
    const LimitLeft left{{}, cents(200), {}, name};
    CHECK(left.fits("gift", cents(200), cents(900)));
    CHECK_FALSE(left.fits("gift", cents(201), {}));
    CHECK(why_not(left, cents(300), {}, dollars) ==
          "Only $2.00 is left of the $20.00 a day for each clerk (Anna), and this costs $3.00. Choose a "
          "smaller offer or one that costs nothing.");
    CHECK_THAT(note_about({{}, {}, {}, name}, dollars),
               Catch::StartsWith("Nothing is left of the $20.00 a day for each clerk (Anna)"));
}

// One hub and two registers where the same people work: whatever is asked for, given, undone, void or
// returned, in whatever order, no clerk is given more than the limit in the whole store.
TEST_CASE("two registers never give more than a limit of a clerk, and the sums are exact") {
    std::mt19937_64 random(tests::any_seed("limits of two registers"));
    const auto below = [&](std::uint64_t bound) { return random() % bound; };
    const std::vector<LimitRule> rules{each_clerk, each_kind_of_clerk};
    HubBook hub;
    HubDesk desk;
    Till tills[2];
    for (int i = 0; i < 2; ++i) {
        tills[i].book.device = DeviceId(std::string(32, static_cast<char>('a' + i)));
        enrol(hub, tills[i].book.device);
    }
    std::uint64_t drawn = 0;
    const auto talk = [&](Till& till) {
        const auto welcome = answer(desk, hub, knock(till.exchange, till.book, ++drawn), ++drawn);
        REQUIRE(welcome);
        REQUIRE(hear(till.exchange, till.book, *welcome));
        for (int round = 0; round < 2; ++round) {
            std::vector<Want> wants;
            for (const auto& pot : till.book.pots) wants.push_back({pot.id, {cents(500), {}}, {}});
            ++till.at.sequence;
            const auto proof = till.at.head;
            till.at.head = std::to_string(++drawn);
            const auto said = hello(till.exchange, till.book, till.at, proof, ++drawn, wants);
            open_limit_pots(hub, said.pots, rules, today, {});
            const auto heard = answer(desk, hub, said, ++drawn, {}, {});
            REQUIRE(heard);
            REQUIRE_FALSE(heard->renewed);
            REQUIRE(hear(till.exchange, till.book, *heard) == Heard::taken_in);
        }
    };
    const char* clerks[] = {"p1", "p2", "p3"};
    const char* kinds[] = {"gift", "amount-off"};
    for (int step = 0; step < 4000; ++step) {
        auto& till = tills[below(2)];
        const Occasion occasion{clerks[below(3)], "", kinds[below(2)]};
        std::vector<Charge> charges;
        const Amount amount{cents(static_cast<std::int64_t>(below(300))), {}};
        for (const auto& rule : rules) charges.push_back({pot_of(rule, occasion, today), amount});
        switch (below(5)) {
            case 0:
                for (const auto& charge : charges) open_pot(till.book, charge.pot);
                talk(till);
                break;
            case 1:
                if (till.given.empty()) break;
                std::swap(till.given[below(till.given.size())], till.given.back());
                below(2) == 0 ? undo(till.book, till.given.back()) : release(till.book, till.given.back());
                till.given.pop_back();
                break;
            case 2:
                give_up(till.book, charges.front().pot, {cents(static_cast<std::int64_t>(below(200))), {}});
                break;
            default:
                if (auto taken = take(till.book, charges)) till.given.push_back(*taken);
        }
        for (const auto& pot : hub.pots) check_sums(pot, tills, *rule_of(rules, pot.id.key));
    }
    CHECK(hub.pots.size() == 9);
}

TEST_CASE(
    "a hub opens pots only for keys and periods of its limits, and frozen ones after another was lost") {
    const std::vector<LimitRule> rules{each_clerk};
    const auto stated = [](const char* key, const char* period) {
        PotStatement statement;
        statement.pot = {key, period};
        return std::vector{statement};
    };
    const auto opened = [&](const char* key, const char* period, std::optional<CivilDate> replaced = {}) {
        HubBook hub;
        open_limit_pots(hub, stated(key, period), rules, today, replaced);
        return hub.pots.empty() ? std::optional<HubPot>() : hub.pots.front();
    };
    CHECK(opened("clerk=p1/day", "2026-11-22")->limit.cost == cents(2000));
    CHECK(opened("clerk=p1/day", "2026-11-23"));
    for (const char* period : {"2026-11-21", "2026-11-24", "2026-11", "2026-W47", "x"})
        CHECK_FALSE(opened("clerk=p1/day", period));
    CHECK_FALSE(opened("customer=p1/day", "2026-11-22"));
    CHECK(opened("clerk=p1/day", "2026-11-22", today)->lost.cost == cents(2000));
    CHECK(opened("clerk=p1/day", "2026-11-23", today)->lost.cost == cents(2000));
    CHECK(opened("clerk=p1/day", "2026-11-23", 2026y / 11 / 21)->lost.cost == cents(0));
}

}  // namespace makegood::core::budget
