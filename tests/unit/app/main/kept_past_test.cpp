// The past that is kept between trials: what is read for it, and when it is read anew.
#include <catch2/catch.hpp>

#include "app/main/try_rules.hpp"
#include "app/service/give.hpp"
#include "app/service/report.hpp"
#include "tests/support/world.hpp"

namespace makegood {
namespace {

using core::budget::PeriodKind;
using tests::must;

// How often somebody began to read the journal.
class Counting final : public ports::PastEvents {
  public:
    explicit Counting(ports::PastEvents& events) : events_(events) {}
    Result<std::optional<ports::JournalPlace>> reported_since(Instant since) override {
        return events_.reported_since(since);
    }
    Result<Slice> happened(const ports::JournalPlace& from, std::size_t limit) override {
        return events_.happened(from, limit);
    }
    Result<ports::ShelfThen> shelf_before(const ports::JournalPlace& place) override {
        ++readings;  // once for each past
        return events_.shelf_before(place);
    }
    Result<Gifts> given_between(const ports::JournalPlace& from, const ports::JournalPlace& end,
                                std::size_t limit) override {
        return events_.given_between(from, end, limit);
    }
    int readings = 0;

  private:
    ports::PastEvents& events_;
};

bool go_on(int) {
    return true;
}

// A shop in which one thing was made good, and a window that tries rules on it.
struct Shop {
    Shop() {
        core::incident::Incident incident;
        incident.kind = core::incident::Kind::service_failure;
        incident.severity = core::incident::Severity::spoiled_visit;
        const auto reported = must(service::report_failure(world.desk(), incident, world.clerk));
        must(service::give(world.desk(), reported.cards.at(0).id, world.manager));
        rules = {world.desk().settings, core::budget::Limit{PeriodKind::day, Money{}, {}}};
    }
    Result<service::WhatIf> try_rules(std::uint64_t version = 1, int days = 7,
                                      const service::Progress& progress = go_on) {
        return kept.try_rules(thread, past, version, rules, days, progress);
    }

    tests::World world;
    Counting past{world.past()};
    service::NewRules rules;
    main::KeptPast kept;
    main::DeskThread thread{world.desk()};  // stops first
};

}  // namespace

TEST_CASE("the past is read once for all rules that are tried on it") {
    Shop shop;
    CHECK(must(shop.try_rules()).as_tried.refused == 1);
    shop.rules.budget->cost = Money::minor(100'000);
    CHECK(must(shop.try_rules()).as_tried.refused == 0);
    CHECK(shop.past.readings == 1);
    shop.kept.forget();
    must(shop.try_rules());
    CHECK(shop.past.readings == 2);
}

TEST_CASE("what was made ready is not read again when rules are tried") {
    Shop shop;
    must(shop.kept.prepare(shop.thread, shop.past, 1, 7, go_on));
    CHECK(shop.past.readings == 1);
    int last = -1;
    must(shop.try_rules(1, 7, [&](int percent) {
        CHECK(percent > last);
        last = percent;
        return true;
    }));
    CHECK(last == 100);
    CHECK(shop.past.readings == 1);
}

TEST_CASE("pasts of different lengths are kept beside each other") {
    Shop shop;
    for (int again = 0; again < 2; ++again)
        for (const int days : {7, 28}) CHECK(must(shop.try_rules(1, days)).as_it_was.given == 1);
    CHECK(shop.past.readings == 2);
}

TEST_CASE("the past is read anew when it is another one") {
    Shop shop;
    must(shop.try_rules());
    SECTION("other rules are in force") {
        must(shop.try_rules(2));
    }
    SECTION("other articles were taken into use") {
        auto none = core::catalogue::Catalogue::Builder().build();
        must(shop.thread.ask([&](service::Desk& desk) { return service::use_articles(desk, none); }));
        must(shop.try_rules());
    }
    SECTION("it is old") {
        shop.thread.ask([&](service::Desk&) {
            shop.world.clock.advance(std::chrono::minutes(16));
            return 0;
        });
        must(shop.try_rules());
    }
    SECTION("what is tried looks farther back") {
        const CivilDate from{std::chrono::year{2026} / 8 / 1};
        shop.rules.budget = core::budget::Limit{PeriodKind::own, Money{}, {}, {200, from}};
        must(shop.try_rules());
        must(shop.try_rules());
    }
    CHECK(shop.past.readings == 2);
}

TEST_CASE("who stops a trial gets no answer and can try again") {
    Shop shop;
    const auto stopped = shop.try_rules(1, 7, [](int) { return false; });
    REQUIRE(!stopped);
    CHECK(stopped.error().kind == ErrorKind::busy);
    CHECK(must(shop.try_rules()).as_it_was.given == 1);
}

TEST_CASE("no more than a year can be tried, and no less than a day") {
    Shop shop;
    for (const int days : {0, -1, main::most_days_back + 1})
        CHECK(shop.try_rules(1, days).error().kind == ErrorKind::bad_input);
    CHECK(shop.past.readings == 0);
    CHECK(shop.try_rules(1, main::most_days_back));
}

}  // namespace makegood
