#include "app/core/budget/authority.hpp"

#include <catch2/catch.hpp>

using namespace makegood;
using namespace makegood::core::budget;

namespace {

Money cents(std::int64_t amount) {
    return Money::minor(amount);
}

Authority tiers() {
    Authority authority;
    authority.clerk = {cents(1500), cents(2400)};
    authority.supervisor = {cents(3000), {}};
    authority.manager = {cents(12000), {}};
    return authority;
}

Currency dollars() {
    return *Currency::from_code("USD");
}

}  // namespace

TEST_CASE("a gift is given up to one's tier, and the sentence names who may above it", "[authority]") {
    struct Case {
        Role role;
        std::int64_t cost, worth;
        const char* why_not;  // empty: may
    };
    const Case cases[] = {
        {Role::clerk, 0, 0, ""},
        {Role::clerk, 1500, 2400, ""},
        {Role::clerk, 1501, 0, "This costs us $15.01, and a clerk gives up to $15.00 alone. A supervisor"},
        {Role::clerk, 100, 2401, "This is worth $24.01, and a clerk gives up to $24.00 alone. A supervisor"},
        {Role::clerk, 3001, 0, "A manager can sign"},
        {Role::clerk, 12001, 0, "The owner can sign"},
        {Role::supervisor, 3000, 999'999, ""},
        {Role::supervisor, 3001, 0, "a supervisor gives up to $30.00 alone. A manager"},
        {Role::manager, 12000, 0, ""},
        {Role::manager, 12001, 0, "The owner can sign"},
        {Role::owner, 1'000'000'000, 1'000'000'000, ""},
    };
    for (const auto& each : cases) {
        CAPTURE(word(each.role), each.cost, each.worth);
        const Wanted wanted{Act::give, cents(each.cost), cents(each.worth)};
        const auto answer = may(tiers(), each.role, wanted, dollars());
        CHECK(answer.has_value() == (*each.why_not == 0));
        CHECK((each.role >= least_role(tiers(), wanted)) == answer.has_value());
        if (answer) continue;
        CHECK(answer.error().kind == ErrorKind::needs_approval);
        CHECK_THAT(answer.error().sentence, Catch::Contains(each.why_not));
    }
}

TEST_CASE("without tiers everybody gives what the budget allows", "[authority]") {
    CHECK(may({}, Role::clerk, {Act::give, cents(1'000'000), cents(1'000'000)}, dollars()));
}

TEST_CASE("each other act has its least role", "[authority]") {
    const std::pair<Act, Role> least[] = {
        {Act::void_voucher, Role::supervisor}, {Act::confirm_clock, Role::manager},
        {Act::set_budget, Role::manager},      {Act::look_after_clerks, Role::manager},
        {Act::look_after_people, Role::owner}, {Act::change_rules, Role::owner},
        {Act::join_hub, Role::owner},          {Act::import_files, Role::manager},
    };
    for (const auto& [act, role] : least)
        for (const auto each : {Role::clerk, Role::supervisor, Role::manager, Role::owner}) {
            CAPTURE(static_cast<int>(act), word(each));
            CHECK(least_role(tiers(), {act}) == role);
            const auto answer = may(tiers(), each, {act}, dollars());
            CHECK(answer.has_value() == (each >= role));
            if (answer) continue;
            CHECK(answer.error().kind == ErrorKind::refused);
            CHECK_THAT(answer.error().sentence,
                       Catch::StartsWith("Only ") && Catch::Contains("the owner may ") &&
                           Catch::Contains(std::string(role == Role::owner ? "" : word(role))));
        }
}

TEST_CASE("roles have words", "[authority]") {
    for (const auto role : {Role::clerk, Role::supervisor, Role::manager, Role::owner})
        CHECK(role_from_word(word(role)) == role);
    CHECK_FALSE(role_from_word("boss"));
    CHECK_FALSE(role_from_word(""));
}

TEST_CASE("a large raise is one of more than the share, per day", "[authority]") {
    using enum PeriodKind;
    const auto limit = [](PeriodKind kind, std::int64_t cost, std::optional<std::int64_t> worth = {}) {
        return Limit{kind, cents(cost), worth ? std::optional(cents(*worth)) : std::nullopt};
    };
    struct Case {
        std::optional<Limit> now;
        Limit wanted;
        bool large;
    };
    const Case cases[] = {
        {{}, limit(day, 1'000'000), false},
        {limit(day, 10000), limit(day, 15000), false},
        {limit(day, 10000), limit(day, 15001), true},
        {limit(day, 10000), limit(day, 1), false},
        {limit(day, 0), limit(day, 1), true},
        {limit(day, 10000), limit(week, 105'000), false},
        {limit(day, 10000), limit(week, 105'001), true},
        {limit(week, 70000), limit(day, 15000), false},
        {limit(month, 300'000), limit(day, 15001), true},
        {limit(day, 10000, 20000), limit(day, 10000, 30000), false},
        {limit(day, 10000, 20000), limit(day, 10000, 30001), true},
        {limit(day, 10000, 20000), limit(day, 10000), true},
        {limit(day, 10000), limit(day, 10000, 1), false},
    };
    for (const auto& each : cases) {
        CAPTURE(each.wanted.cost.minor());
        std::vector<LimitSet> lately;
        if (each.now) lately.push_back({*each.now});
        CHECK(is_large_raise({}, lately, each.wanted) == each.large);
    }
}

TEST_CASE("small raises add up to a large one, from where two people set it", "[authority]") {
    using enum PeriodKind;
    const auto set = [](std::int64_t cost, bool by_two = false, PeriodKind kind = day) {
        return LimitSet{Limit{kind, cents(cost), std::nullopt}, by_two};
    };
    struct Case {
        std::vector<LimitSet> lately;
        std::int64_t wanted;
        bool large;
    };
    const Case cases[] = {
        {{set(10000), set(14000)}, 15000, false},
        {{set(10000), set(14000)}, 15001, true},
        {{set(10000), set(11000), set(12000), set(13000), set(14000), set(15000)}, 15001, true},
        {{set(10000), set(20000, true)}, 30000, false},  // two have set it: counted from there
        {{set(10000), set(20000, true), set(25000)}, 30001, true},
        {{set(10000), set(5000)}, 7500, false},
        {{set(10000), set(5000)}, 7501, true},     // lowered on purpose, and raised again
        {{set(10000), set(40000)}, 30000, false},  // lowering never takes two
        {{set(10000), set(40000)}, 40000, false},
        {{set(10000), set(105'000, false, week)}, 15001, true},  // another kind of period in between
        {{set(300'000, false, month), set(14000)}, 15001, true},
    };
    for (const auto& each : cases) {
        CAPTURE(each.lately.size(), each.wanted);
        CHECK(is_large_raise({}, each.lately, {day, cents(each.wanted), std::nullopt}) == each.large);
    }
}
