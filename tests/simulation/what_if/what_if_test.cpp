// What a what-if says beside what really comes of other rules: a month of customers lives through rules A at
// a real register and, on their own, through rules B at another one. Run again from the journal of the first
// under rules B, the cases must end as in the journal of the second, one by one.
#include <catch2/catch.hpp>

#include "app/service/give.hpp"
#include "app/service/past_reach.hpp"
#include "app/service/report.hpp"
#include "app/service/rules_of_now.hpp"
#include "app/service/spending.hpp"
#include "tests/simulation/what_if/month.hpp"

namespace makegood::tests {
namespace {

using core::budget::PeriodKind;
using service::NewRules;

const core::budget::Span the_month{CivilDate{std::chrono::year{2026} / 11 / 23},
                                   CivilDate{std::chrono::year{2026} / 12 / 20}};

std::shared_ptr<const service::Past> past_of(World& world, const core::budget::Span& days = the_month,
                                             std::vector<core::budget::Limit> limits = {}) {
    service::PastReader reader(world.desk(), world.past(), days, std::move(limits));
    int percent = 0;
    while (must(reader.read_on())) {
        REQUIRE(reader.percent() >= percent);
        percent = reader.percent();
    }
    return reader.past();
}

bool go_on(int) {
    return true;
}

struct Rules {
    std::string name;
    core::budget::Limit budget;
    std::function<void(service::Settings&)> change = [](service::Settings&) {};
};

// Of clerks, kinds and customers.
std::vector<core::budget::LimitRule> limits(std::int64_t scale) {
    const auto at_most = [&](PeriodKind kind, std::int64_t minor) {
        return core::budget::Limit{kind, Money::minor(minor * scale), {}};
    };
    return {{{.clerk = true}, {}, at_most(PeriodKind::week, 3500)},
            {{.kind = true}, {}, at_most(PeriodKind::month, 9000)},
            {{.customer = true}, {}, at_most(PeriodKind::month, 2500)},
            {{.clerk = true}, "gift", at_most(PeriodKind::day, 600)}};
}

std::vector<Rules> rules(std::int64_t scale) {
    const auto money = [&](std::int64_t minor) { return Money::minor(minor * scale); };
    return {
        {"half the money", {PeriodKind::day, money(1000), {}}},
        {"by the week, also worth", {PeriodKind::week, money(9000), money(12000)}},
        {"not paced, fewer cards",
         {PeriodKind::day, money(1500), {}},
         [](auto& settings) {
             settings.policy.paces = false;
             settings.policy.cards = 2;
         }},
        {"nothing free, clerks may less",
         {PeriodKind::month, money(60000), {}},
         [](auto& settings) {
             settings.policy.most_free_goods_cost = Money{};
             settings.authority.clerk.cost = Money::minor(250);
         }},
        {"limits beside the budget",
         {PeriodKind::day, money(1500), {}},
         [=](auto& settings) { settings.limits = limits(scale); }},
        {"more than anybody takes", {PeriodKind::day, money(100000), {}}},
    };
}

void put_into_force(World& world, const Rules& rules) {
    rules.change(world.desk().settings);
    must(service::set_budget(world.desk(), rules.budget, service::console()));
}

std::string words(const std::optional<service::Taken>& taken) {
    return taken ? taken->title + " at " + std::to_string(taken->cost.minor()) : "nothing";
}

void must_be_equal(const service::Past& past, const std::vector<service::CaseEnd>& ends,
                   const std::vector<Visit>& visits) {
    REQUIRE(past.cases.size() == visits.size());
    int other = 0;
    for (std::size_t i = 0; i < visits.size(); ++i) {
        const auto really = visits[i].kept ? std::optional(service::taken_of(*visits[i].kept)) : std::nullopt;
        if (ends[i].taken == really && ends[i].had_cards == visits[i].had_cards) continue;
        if (++other <= 5)
            UNSCOPED_INFO(past.cases[i].id.text()
                          << " " << past.cases[i].title << ": really " << words(really) << ", by the what-if "
                          << words(ends[i].taken) << " " << ends[i].why);
    }
    CHECK(other == 0);
}

void compare(std::size_t customers, std::uint64_t seed) {
    CAPTURE(seed);
    const auto month = month_of(customers, seed);
    const auto scale = static_cast<std::int64_t>(customers / 140);
    World a;
    put_into_force(a, {"", {PeriodKind::day, Money::minor(2000 * scale), {}}});
    const auto at_a = live(a, month);
    const auto past = past_of(a);
    SECTION("the rules of then") {
        must_be_equal(*past, must(service::run_again(*past, {a.desk().settings, {}}, go_on)), at_a);
        const auto answer = must(service::what_if(*past, {a.desk().settings, {}}, go_on));
        CHECK(answer.as_it_was == answer.as_tried);
        CHECK(answer.cases.empty());
        CHECK(answer.not_considered.empty());
        CHECK(answer.as_it_was.given > static_cast<std::int64_t>(customers) / 3);
    }
    for (const auto& tried : rules(scale)) {
        SECTION(tried.name) {
            World b;
            put_into_force(b, tried);
            const auto at_b = live(b, month, &at_a);
            const NewRules by{b.desk().settings, tried.budget};
            must_be_equal(*past, must(service::run_again(*past, by, go_on)), at_b);
            CHECK(must(service::what_if(*past, by, go_on)).not_considered.empty());
        }
    }
}

}  // namespace

TEST_CASE("other rules end the cases of the past as they really would have ended") {
    compare(140, 20261123);
}

TEST_CASE("a busy month under other rules ends as it really would have", "[long]") {
    compare(20'000, 7);
}

TEST_CASE("what lies before the days that are tried counts as it did") {
    World world;
    put_into_force(world, {"", {PeriodKind::week, Money::minor(9000), {}}});
    const auto visits = live(world, month_of(280, 11, false));
    for (const unsigned first : {26u, 30u}) {
        CAPTURE(first);
        const auto past = past_of(world, {CivilDate{std::chrono::year{2026} / 11 / first}, the_month.last});
        const auto before = visits.size() - past->cases.size();
        REQUIRE(before == 10 * (first - 23));
        must_be_equal(*past, must(service::run_again(*past, {world.desk().settings, {}}, go_on)),
                      {visits.begin() + static_cast<std::ptrdiff_t>(before), visits.end()});
    }
    const auto past = past_of(world, {the_month.first, CivilDate{std::chrono::year{2026} / 11 / 24}});
    CHECK(past->cases.size() == 20);
}

// The month began before the days that are tried, and the first of them lies within a week.
TEST_CASE("what clerks, kinds and customers had before the days that are tried counts for their limits") {
    World world;
    put_into_force(world, {"", {PeriodKind::day, Money::minor(1500), {}}, [](auto& settings) {
                               settings.limits = limits(1);
                           }});
    const auto visits = live(world, month_of(280, 12, false));
    for (const unsigned first : {25u, 29u}) {
        CAPTURE(first);
        const auto past = past_of(world, {CivilDate{std::chrono::year{2026} / 11 / first}, the_month.last});
        const auto before = visits.size() - past->cases.size();
        REQUIRE(before == 10 * (first - 23));
        must_be_equal(*past, must(service::run_again(*past, {world.desk().settings, {}}, go_on)),
                      {visits.begin() + static_cast<std::ptrdiff_t>(before), visits.end()});
    }
}

core::budget::Limit every(int days, CivilDate from, std::int64_t minor) {
    return {PeriodKind::own, Money::minor(minor), {}, {days, from}};
}

// The week and the month of the days that are tried begin with the first of December.
TEST_CASE("what was given before counts for tried limits whose periods are longer than any in force") {
    World world;
    put_into_force(world, {"", {PeriodKind::day, Money::minor(1500), {}}, [](auto& settings) {
                               settings.limits = {{{.clerk = true}, {}, every(28, the_month.first, 9000)},
                                                  {{.kind = true}, {}, every(28, the_month.first, 12000)},
                                                  {{.customer = true}, {}, every(30, the_month.first, 2500)}};
                           }});
    const auto visits = live(world, month_of(280, 13, false));
    const NewRules rules{world.desk().settings, {}};
    world.desk().settings.limits.clear();
    const core::budget::Span days{CivilDate{std::chrono::year{2026} / 12 / 3}, the_month.last};
    CHECK_FALSE(service::reaches(*past_of(world, days), rules));
    const auto past = past_of(world, days, service::limits_of(rules));
    REQUIRE(service::reaches(*past, rules));
    REQUIRE(past->cases.size() == 180);
    must_be_equal(*past, must(service::run_again(*past, rules, go_on)), {visits.begin() + 100, visits.end()});
}

TEST_CASE("what was given long before counts for a tried budget of many days") {
    World world;
    const auto first = world.clock.now();
    const auto report_and_give = [&] {
        core::incident::Incident incident;
        incident.kind = core::incident::Kind::service_failure;
        incident.severity = core::incident::Severity::spoiled_visit;
        const auto reported = must(service::report_failure(world.desk(), incident, world.clerk));
        REQUIRE(!reported.cards.empty());
        return must(service::give(world.desk(), reported.cards.front().id, world.manager)).offer.cost;
    };
    const auto cost = report_and_give();
    world.clock.advance(std::chrono::hours(24 * 100));
    must(service::tick(world.desk()));
    report_and_give();
    const auto from = CivilDate{std::chrono::floor<std::chrono::days>(first)};
    const auto today = world.clock.local_date(world.clock.now());
    const NewRules rules{world.desk().settings, every(366, from, cost.minor())};
    const auto past = past_of(world, {today, today}, service::limits_of(rules));
    const auto answer = must(service::what_if(*past, rules, go_on));
    CHECK(answer.as_it_was.given == 1);
    CHECK(answer.as_tried.given == 0);
}

TEST_CASE("what is beyond a tier is not refused for want of money") {
    World world;
    core::incident::Incident incident;
    incident.kind = core::incident::Kind::service_failure;
    incident.severity = core::incident::Severity::spoiled_visit;
    const auto reported = must(service::report_failure(world.desk(), incident, world.clerk));
    REQUIRE(!reported.cards.empty());
    must(service::give(world.desk(), reported.cards.front().id, world.clerk));
    const auto today = world.clock.local_date(world.clock.now());
    const auto past = past_of(world, {today, today});
    NewRules rules{world.desk().settings, core::budget::Limit{PeriodKind::day, Money{}, {}}};
    const auto why = [&] {
        const auto answer = must(service::what_if(*past, rules, go_on));
        REQUIRE(answer.as_tried.sent_away == 1);
        return answer.cases.at(0).why;
    };
    CHECK_THAT(why(), Catch::Contains("No money is set aside"));
    rules.settings.authority.clerk.cost = Money::minor(1);
    CHECK_THAT(why(), Catch::Contains("a clerk gives up to $0.01 alone"));
}

TEST_CASE("a what-if tells how far it is, can be stopped and changes nothing") {
    World world;
    live(world, month_of(120, 3));
    const auto head = must(world.desk().store.head());
    const auto past = past_of(world);
    NewRules rules{world.desk().settings, core::budget::Limit{PeriodKind::day, Money::minor(100), {}}};
    int last = -1;
    const auto answer = must(service::what_if(*past, rules, [&](int percent) {
        CHECK(percent > last);
        last = percent;
        return true;
    }));
    CHECK(last == 100);
    CHECK(answer.as_tried.refused > 0);
    CHECK(answer.as_tried.cost < answer.as_it_was.cost);
    CHECK(answer.as_tried.given + answer.as_tried.refused == answer.as_it_was.given);
    CHECK(answer.cases.size() <= 20);
    service::Outcome days;
    for (const auto& day : answer.by_day) {
        days.given += day.as_tried.given;
        days.cost += day.as_tried.cost;
    }
    CHECK(days.given == answer.as_tried.given);
    CHECK(days.cost == answer.as_tried.cost);

    const auto stopped = service::what_if(*past, rules, [](int percent) { return percent < 30; });
    REQUIRE(!stopped);
    CHECK(stopped.error().kind == ErrorKind::busy);
    CHECK(must(world.desk().store.head()).sequence == head.sequence);
    CHECK(world.trouble_in_the_books().empty());
}

TEST_CASE("the rules of now run once for all trials of a past") {
    World world;
    live(world, month_of(120, 5));
    const auto past = past_of(world);
    const auto stopped = service::run_by_rules_of_now(*past, [](int percent) { return percent < 30; });
    REQUIRE(!stopped);
    CHECK(stopped.error().kind == ErrorKind::busy);
    must(service::run_by_rules_of_now(*past, go_on));
    const auto known = must(past->by_rules_of_now->ends(*past, go_on));
    CHECK(must(past->by_rules_of_now->ends(*past, [](int) { return false; })) == known);
    for (const std::int64_t budget : {100, 3000}) {
        const NewRules rules{world.desk().settings,
                             core::budget::Limit{PeriodKind::day, Money::minor(budget), {}}};
        const auto again = must(service::what_if(*past, rules, go_on));
        const auto anew = must(service::what_if(*past_of(world), rules, go_on));
        CHECK(again.as_tried == anew.as_tried);
        CHECK(again.not_considered == anew.not_considered);
    }
}

TEST_CASE("where nothing went wrong there is nothing to try") {
    World world;
    service::PastReader reader(world.desk(), world.past(), the_month);
    const auto read = reader.read_on();
    REQUIRE(!read);
    CHECK(read.error().kind == ErrorKind::refused);
}

}  // namespace makegood::tests
