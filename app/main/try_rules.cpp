#include "app/main/try_rules.hpp"

#include <algorithm>

#include "app/service/past_reach.hpp"
#include "app/service/rules_of_now.hpp"

namespace makegood::main {
namespace {

constexpr int reading_is = 30;  // percent of the whole
constexpr auto kept_for = std::chrono::minutes(15);

core::budget::Span days_until_now(const service::Desk& desk, int days) {
    const auto today = desk.clock.local_date(desk.clock.now());
    return {base::add_days(today, 1 - days), today};
}

}  // namespace

Result<std::shared_ptr<const service::Past>> read_past(DeskThread& desk, ports::PastEvents& events, int days,
                                                       const std::vector<core::budget::Limit>& limits,
                                                       const service::Progress& progress) {
    if (days < 1 || days > most_days_back)
        return fail(ErrorKind::bad_input, "Between 1 and " + std::to_string(most_days_back) +
                                              " days can run again; this says " + std::to_string(days) + ".");
    auto reader = desk.ask([&](service::Desk& open) {
        return std::make_unique<service::PastReader>(open, events, days_until_now(open, days), limits);
    });
    for (;;) {
        const auto more = desk.ask([&](service::Desk&) { return reader->read_on(); });
        if (!more) return fail(more.error());
        if (!*more) return reader->past();
        if (!progress(reader->percent()))
            return fail(ErrorKind::busy, "It was stopped. Nothing was changed by it.");
    }
}

Result<service::WhatIf> try_rules(DeskThread& desk, ports::PastEvents& events, const service::NewRules& rules,
                                  int days, const service::Progress& progress) {
    return KeptPast().try_rules(desk, events, 0, rules, days, progress);
}

Result<std::shared_ptr<const service::Past>> KeptPast::past_of(DeskThread& desk, ports::PastEvents& events,
                                                               std::uint64_t version,
                                                               const service::NewRules* rules, int days,
                                                               const service::Progress& progress) {
    const auto [now, of] = desk.ask([&](service::Desk& open) {
        return std::pair(open.clock.steady(),
                         Of{open.clock.local_date(open.clock.now()), version, open.articles.get()});
    });
    Kept& kept = kept_[days];
    const bool stands = kept.past && kept.of == of && now - kept.read_at <= kept_for;
    if (stands && (rules == nullptr || service::reaches(*kept.past, *rules))) return kept.past;
    kept = {};
    using Limits = std::vector<core::budget::Limit>;
    auto read =
        read_past(desk, events, days, rules != nullptr ? service::limits_of(*rules) : Limits(), progress);
    if (read) kept = {of, now, *read};
    return read;
}

Result<service::WhatIf> KeptPast::try_rules(DeskThread& desk, ports::PastEvents& events,
                                            std::uint64_t version, const service::NewRules& rules, int days,
                                            const service::Progress& progress) {
    int shown = -1;
    const auto rising = [&](int percent) {
        if (percent <= shown) return true;
        shown = percent;
        return progress(percent);
    };
    const auto past = past_of(desk, events, version, &rules, days,
                              [&](int percent) { return rising(percent * reading_is / 100); });
    if (!past) return fail(past.error());
    const int before = std::max(shown, 0);
    return service::what_if(**past, rules,
                            [&](int percent) { return rising(before + percent * (100 - before) / 100); });
}

Result<> KeptPast::prepare(DeskThread& desk, ports::PastEvents& events, std::uint64_t version, int days,
                           const service::Progress& progress) {
    const auto past = past_of(desk, events, version, nullptr, days, progress);
    return past ? service::run_by_rules_of_now(**past, progress) : fail(past.error());
}

}  // namespace makegood::main
