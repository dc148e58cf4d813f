// Days, weeks, months and the owner's own periods where the clocks change oddly: each instant belongs to
// exactly one period, one joins the other, and a register's day never goes back.
#include <catch2/catch.hpp>
#include <map>

#include "app/core/budget/believed_time.hpp"
#include "app/core/budget/budget.hpp"
#include "app/main/system_clock.hpp"

namespace makegood {

namespace {

using namespace core::budget;
using namespace std::chrono;

main::SystemClock clock_in(const char* zone) {
    auto clock = main::SystemClock::in_zone(zone);
    REQUIRE(clock);
    return *clock;
}

Instant at(const char* text) {
    const auto instant = base::parse_instant(text);
    REQUIRE(instant);
    return *instant;
}

// The change is within the day before or after `change`.
struct Change {
    const char* zone;
    const char* change;    // its instant
    const char* before;    // the wall clock a second earlier
    const char* after;     // and at the change
    CivilDate day_before;  // by the wall clock a second earlier
    CivilDate day_after;   // and at the change
};

const Change changes[] = {
    {"Europe/Vienna", "2026-03-29T01:00:00.000000Z", "01:59", "03:00", 2026y / 3 / 29, 2026y / 3 / 29},
    {"Europe/Vienna", "2026-10-25T01:00:00.000000Z", "02:59", "02:00", 2026y / 10 / 25, 2026y / 10 / 25},
    {"Australia/Lord_Howe", "2026-10-03T15:30:00.000000Z", "01:59", "02:30", 2026y / 10 / 4, 2026y / 10 / 4},
    {"Australia/Lord_Howe", "2026-04-04T15:00:00.000000Z", "01:59", "01:30", 2026y / 4 / 5, 2026y / 4 / 5},
    // At midnight: there is no 00:30 on the 4th, and the 17th ends twice.
    {"America/Sao_Paulo", "2018-11-04T03:00:00.000000Z", "23:59", "01:00", 2018y / 11 / 3, 2018y / 11 / 4},
    {"America/Sao_Paulo", "2018-02-18T02:00:00.000000Z", "23:59", "23:00", 2018y / 2 / 17, 2018y / 2 / 17},
    // The 30th of December 2011 was no day there.
    {"Pacific/Apia", "2011-12-30T10:00:00.000000Z", "23:59", "00:00", 2011y / 12 / 29, 2011y / 12 / 31},
    // A quarter of an hour for good.
    {"Asia/Kathmandu", "1985-12-31T18:30:00.000000Z", "23:59", "00:15", 1985y / 12 / 31, 1986y / 1 / 1},
};

std::vector<Limit> all_kinds(CivilDate near) {
    std::vector<Limit> kinds{
        {PeriodKind::day, {}, {}}, {PeriodKind::week, {}, {}}, {PeriodKind::month, {}, {}}};
    for (const int length : {1, 2, 3, 10, 14, 28, 366})
        for (const int shift : {-400, -1, 0, 1, 400}) {
            Limit own{PeriodKind::own, {}, {}};
            own.own = {length, base::add_days(near, shift)};
            kinds.push_back(own);
        }
    return kinds;
}

}  // namespace

TEST_CASE("periods across clock changes: the zones' data is what the tables say") {
    for (const auto& each : changes) {
        INFO(each.zone << ' ' << each.change);
        const auto clock = clock_in(each.zone);
        const auto change = at(each.change);
        CHECK(clock.local_time(change - seconds(1)) == each.before);
        CHECK(clock.local_time(change) == each.after);
        CHECK(clock.local_date(change - seconds(1)) == each.day_before);
        CHECK(clock.local_date(change) == each.day_after);
    }
}

TEST_CASE("periods across clock changes: each instant is in one period, and none comes back") {
    for (const auto& each : changes) {
        const auto clock = clock_in(each.zone);
        const auto middle = at(each.change);
        for (const auto& limit : all_kinds(each.day_after)) {
            INFO(each.zone << ' ' << each.change << ' ' << per_period(limit));
            std::string running;
            std::map<std::string, int> times_begun;
            auto instant = middle - hours(24 * 40);
            while (instant < middle + hours(24 * 40)) {
                const bool is_near = abs(instant - middle) < hours(24);
                instant += is_near ? minutes(10) - seconds(1) : minutes(7 * 60 - 1);
                const auto day = clock.local_date(instant);
                const auto name = period_of(limit, day);
                const auto span = span_of(name);
                REQUIRE(span);
                REQUIRE((span->first <= day && day <= span->last));
                if (name == running) continue;
                REQUIRE(running < name);  // text order is time order
                running = name;
                ++times_begun[name];
            }
            for (const auto& [name, times] : times_begun) CHECK(times == 1);
        }
    }
}

TEST_CASE("periods across clock changes: one joins the other, without a gap") {
    for (const auto& each : changes)
        for (const auto& limit : all_kinds(each.day_after)) {
            INFO(each.zone << ' ' << per_period(limit));
            auto day = base::add_days(each.day_before, -800);
            auto span = *span_of(period_of(limit, day));
            while (span.last < base::add_days(each.day_after, 800)) {
                const auto next = base::add_days(span.last, 1);
                const auto after = *span_of(period_of(limit, next));
                REQUIRE(after.first == next);
                REQUIRE(period_of(limit, span.first) == period_of(limit, span.last));
                REQUIRE(period_of(limit, span.last) < period_of(limit, after.first));
                span = after;
            }
        }
}

TEST_CASE("periods across clock changes: a day has the hours that the clock gave it") {
    struct Row {
        const char* zone;
        CivilDate day;
        int minutes;
    };
    for (const auto& row :
         {Row{"Europe/Vienna", 2026y / 3 / 29, 23 * 60}, Row{"Europe/Vienna", 2026y / 10 / 25, 25 * 60},
          Row{"Europe/Vienna", 2026y / 10 / 26, 24 * 60},
          Row{"Australia/Lord_Howe", 2026y / 10 / 4, 24 * 60 - 30},
          Row{"Australia/Lord_Howe", 2026y / 4 / 5, 24 * 60 + 30},
          Row{"America/Sao_Paulo", 2018y / 11 / 4, 23 * 60},
          Row{"America/Sao_Paulo", 2018y / 2 / 17, 25 * 60}, Row{"Pacific/Apia", 2011y / 12 / 29, 24 * 60},
          Row{"Pacific/Apia", 2011y / 12 / 30, 0}, Row{"Pacific/Apia", 2011y / 12 / 31, 24 * 60},
          Row{"Asia/Kathmandu", 1986y / 1 / 1, 24 * 60 - 15},
          Row{"Asia/Kathmandu", 2026y / 1 / 1, 24 * 60}}) {
        INFO(row.zone << ' ' << base::format_date(row.day));
        const auto clock = clock_in(row.zone);
        int within = 0;
        const Instant around{sys_days{row.day}};
        for (auto instant = around - hours(40); instant < around + hours(64); instant += minutes(1))
            within += clock.local_date(instant) == row.day;
        CHECK(within == row.minutes);
    }
}

// Where the wall clock shows an hour twice, and where the machine's clock itself is set back.
TEST_CASE("periods across clock changes: a register's day never goes back") {
    for (const auto& each : changes) {
        INFO(each.zone << ' ' << each.change);
        const auto clock = clock_in(each.zone);
        BelievedTime believed{at(each.change) - hours(30)};
        CivilDate day = clock.local_date(believed.until);
        for (int step = 0; step < 60 * 60; ++step) {
            const auto forward = at(each.change) - hours(30) + minutes(step);
            for (const auto wrong :
                 {Duration(0), Duration(-minutes(61)), Duration(-hours(25)), Duration(-hours(24 * 400))}) {
                const auto money = time_of_money(believed, forward + wrong);
                REQUIRE(clock.local_date(money) >= day);
                believed.until = money;
                day = clock.local_date(money);
            }
        }
        CHECK(day > each.day_before);
    }
}

TEST_CASE("periods across clock changes: a day that a zone left out is nobody's, and its money goes on") {
    const auto clock = clock_in("Pacific/Apia");
    Limit two_days{PeriodKind::own, {}, {}};
    two_days.own = {2, 2011y / 12 / 29};
    const auto before = clock.local_date(at("2011-12-30T09:59:59.000000Z"));
    const auto after = clock.local_date(at("2011-12-30T10:00:00.000000Z"));
    CHECK(period_of(two_days, before) == "2011-12-29+2");
    CHECK(period_of(two_days, after) == "2011-12-31+2");
    CHECK(period_of(PeriodKind::week, before) == period_of(PeriodKind::week, after));
    CHECK(period_of(PeriodKind::month, before) == period_of(PeriodKind::month, after));
}

}  // namespace makegood
