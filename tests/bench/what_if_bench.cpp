// A month of 20,000 cases in a shop with a real catalogue, run again under other rules: its time, the reading
// of the journal included, beside that of SQLite alone for taking the same facts out of the same rows.
#include <chrono>
#include <cstdio>
#include <ctime>

#include "app/base/check.hpp"
#include "app/service/give.hpp"
#include "app/service/report.hpp"
#include "app/service/rules_of_now.hpp"
#include "app/service/spending.hpp"
#include "app/service/what_if.hpp"
#include "tests/bench/made_up_shop.hpp"
#include "tests/support/world.hpp"

namespace makegood {
namespace {

using core::budget::PeriodKind;

constexpr std::size_t articles = 92'000, often_missing = 3'000, cases = 20'000, days = 28;
const core::budget::Span the_month{CivilDate{std::chrono::year{2026} / 11 / 23},
                                   CivilDate{std::chrono::year{2026} / 12 / 20}};

// Half of it articles that are missing, the lower the oftener; the rest of all kinds.
core::incident::Incident incident(bench::Chance& chance, const service::Desk& desk) {
    core::incident::Incident incident;
    if (chance.below(2) == 0) {
        const auto missing = chance.below(often_missing) * chance.below(often_missing) / often_missing;
        const auto row = static_cast<core::catalogue::Row>(missing * (articles / often_missing));
        incident.article = ArticleNumber(std::string(desk.articles->view(row).number));
        return incident;
    }
    incident.kind = core::incident::Kind::service_failure;
    incident.failure = core::incident::all_failures()[chance.below(core::incident::all_failures().size())];
    incident.severity = static_cast<core::incident::Severity>(chance.below(3));
    return incident;
}

void live(tests::World& world) {
    using tests::must;
    bench::Chance chance(29);
    auto& desk = world.desk();
    const auto first = *base::parse_instant("2026-11-23T08:00:00.000000Z");
    for (std::size_t each = 0; each < cases; ++each) {
        const auto of_day = each % (cases / days + 1), day = each / (cases / days + 1);
        world.clock.set(first + std::chrono::hours(24 * day) + std::chrono::seconds(58 * of_day));
        if (of_day == 0) must(service::tick(desk));
        const auto asked = incident(chance, desk);
        const auto reported = must(asked.kind == core::incident::Kind::stock_out
                                       ? service::report_stock_out(desk, asked.article.text(), 1, world.clerk)
                                       : service::report_failure(desk, asked, world.clerk));
        if (!reported.cards.empty() && chance.below(10) < 8)
            (void)service::give(desk, reported.cards[chance.below(reported.cards.size())].id, world.manager);
    }
    must(service::tick(desk));
}

template <class Work>
double seconds_of(Work&& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// Of all threads.
double processor_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

struct Times {
    double reading = 0, slowest_slice = 0, running = 0;
};

std::shared_ptr<const service::Past> read(tests::World& world, Times& times) {
    service::PastReader reader(world.desk(), world.past(), the_month);
    for (bool more = true; more;)
        times.slowest_slice =
            std::max(times.slowest_slice, seconds_of([&] { more = tests::must(reader.read_on()); }));
    return reader.past();
}

void run() {
    using tests::must;
    tests::World world;
    auto& desk = world.desk();
    must(service::use_articles(desk, bench::shop_of(articles)));
    must(service::set_budget(desk, {PeriodKind::day, Money::minor(60'000), {}}, service::console()));
    live(world);

    const auto go_on = [](int) { return true; };
    const service::NewRules rules{desk.settings,
                                  core::budget::Limit{PeriodKind::day, Money::minor(40'000), {}}};
    // What a manager waits for at a window that was opened just now: from the tap on.
    std::shared_ptr<const service::Past> past;
    Times fresh;
    service::WhatIf answer;
    fresh.reading = seconds_of([&] { past = read(world, fresh); });
    fresh.running = seconds_of([&] { answer = must(service::what_if(*past, rules, go_on)); });
    // At one that has been there for a while: all was made ready that does not need to know the rules.
    Times ready;
    const auto past_again = read(world, ready);
    must(service::run_by_rules_of_now(*past_again, go_on));
    service::WhatIf again;
    ready.running = seconds_of([&] { again = must(service::what_if(*past_again, rules, go_on)); });
    MAKEGOOD_CHECK(again.as_tried == answer.as_tried);
    // Other rules on the same past.
    auto others = rules;
    others.budget->cost = Money::minor(50'000);
    const auto work_before = processor_seconds();
    const auto second = seconds_of([&] { must(service::what_if(*past, others, go_on)); });
    const auto work = processor_seconds() - work_before;
    const auto sqlite = seconds_of([&] {
        world.edit(
            "SELECT sum(length(json_extract(CAST(bytes AS TEXT), '$.at')) + "
            "coalesce(length(json_extract(CAST(bytes AS TEXT), '$.body.incident')), 0) + "
            "coalesce(length(json_extract(CAST(bytes AS TEXT), '$.body.offer')), 0)) FROM journal");
    });
    std::printf("what_if_cases\t%lld\tcases\n", static_cast<long long>(answer.as_it_was.incidents));
    const auto whole = fresh.reading + fresh.running;
    std::printf("what_if_reading\t%.3f\ts\t%.3f\tsqlite_same_facts\n", fresh.reading, fresh.reading / sqlite);
    std::printf("what_if_slowest_slice\t%.2f\tms\n", fresh.slowest_slice * 1000);
    std::printf("what_if_work_of_a_case\t%.1f\tus\n", work / cases * 1e6);
    std::printf("what_if_month_ready\t%.3f\ts\n", ready.running);
    std::printf("what_if_second_trial\t%.3f\ts\t%.3f\ts_of_work\n", second, work);
    std::printf("what_if_month\t%.3f\ts\t%.3f\tsqlite_same_facts\n", whole, whole / sqlite);
}

}  // namespace
}  // namespace makegood

int main() {
    makegood::run();
}
