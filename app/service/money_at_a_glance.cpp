#include "app/service/money_at_a_glance.hpp"

#include <algorithm>
#include <cstdlib>

#include "app/service/spend_rights.hpp"
#include "app/service/who_may.hpp"

namespace makegood::service {
namespace {

// More than a register can give in a day; a file that was made by hand does not stop the desk.
constexpr std::size_t most_of_a_day = 5'000;

int hour_of(const Desk& desk, Instant at) {
    return std::atoi(desk.clock.local_time(at).c_str());
}

Result<std::string> cause_of_case(Desk& desk, const IncidentId& id) {
    const auto row = desk.store.incident(id);
    if (!row) return fail(row.error());
    return *row ? cause_of(**row) : std::string();
}

Result<GivenLately> lately(Desk& desk, const ports::RecoveryRow& row) {
    const auto by = name_of(desk, row.by);
    if (!by) return fail(by.error());
    const auto signed_by = name_of(desk, row.approved_by);
    if (!signed_by) return fail(signed_by.error());
    const auto cause = cause_of_case(desk, row.incident);
    if (!cause) return fail(cause.error());
    const auto& offer = row.offer;
    return GivenLately{row.id, row.at,     offer.kind, offer.title, *cause,
                       *by,    *signed_by, offer.cost, offer.worth};
}

}  // namespace

Result<std::string> name_of(Desk& desk, const PersonId& id) {
    if (id.empty()) return std::string();
    const auto known = desk.people.find(id);
    if (!known) return fail(known.error());
    return *known ? (*known)->person.name : std::string();
}

std::string cause_of(const ports::IncidentRow& row) {
    if (!row.article_name.empty()) return row.article_name;
    if (row.incident.kind == core::incident::Kind::service_failure)
        return std::string(core::incident::title(row.incident.failure));
    return row.incident.article.text();
}

Result<MoneyAtAGlance> money_at_a_glance(Desk& desk) {
    auto now = money_now(desk);
    if (!now) return fail(now.error());
    const auto still_out = still_out_of(desk, now->period);
    if (!still_out) return fail(still_out.error());
    const auto shared = shares_budget(desk);
    if (!shared) return fail(shared.error());
    const auto today = now->standing.now.date;
    const auto rows = desk.store.given_on({today, today}, most_of_a_day);
    if (!rows) return fail(rows.error());

    MoneyAtAGlance glance;
    glance.still_out = *still_out;
    glance.shared = *shared;
    glance.recoveries = static_cast<std::int64_t>(rows->size());
    std::vector<core::budget::GivenInHour> by_hour;
    std::vector<core::insight::Gift> gifts;
    for (const auto& row : *rows) {
        by_hour.push_back({hour_of(desk, row.at), row.offer.cost});
        gifts.push_back({row.offer.kind, row.offer.cost, row.offer.worth});
        if (glance.latest.size() == most_latest) continue;
        auto given = lately(desk, row);
        if (!given) return fail(given.error());
        glance.latest.push_back(std::move(*given));
    }
    glance.hours = core::budget::hours_of_day(now->habit, now->standing, by_hour);
    glance.gestures = core::insight::gesture_sums(gifts);
    glance.now = std::move(*now);
    return glance;
}

Result<std::vector<WorkOfPerson>> same_work_of_people(Desk& desk) {
    const auto since = money_time(desk) - std::chrono::days(days_of_work);
    const auto rows = desk.store.cases(since, most_cases_of_work);
    if (!rows) return fail(rows.error());
    std::vector<core::insight::WorkCase> cases;
    for (const auto& row : *rows) {
        if (row.by.empty() || row.by == console()) continue;
        cases.push_back(
            {row.by, row.kind, hour_of(desk, row.at), row.cost.has_value(), row.cost.value_or(Money{})});
    }
    std::vector<WorkOfPerson> people;
    for (auto& work : core::insight::same_work(cases)) {
        auto name = name_of(desk, work.by);
        if (!name) return fail(name.error());
        people.push_back({std::move(*name), std::move(work)});
    }
    std::stable_sort(people.begin(), people.end(), [](const WorkOfPerson& one, const WorkOfPerson& other) {
        return one.name < other.name;
    });
    return people;
}

}  // namespace makegood::service
