// Today's money as one picture: for whoever looks after it.
#pragma once
#include "app/core/budget/hours_of_day.hpp"
#include "app/core/insight/gesture_sums.hpp"
#include "app/core/insight/same_work.hpp"
#include "app/service/money_now.hpp"

namespace makegood::service {

struct GivenLately {
    RecoveryId id;
    Instant at;
    core::recovery::OfferKind kind = core::recovery::OfferKind::attention;
    std::string title;      // what was given
    std::string cause;      // the article or the failure that it was given for; empty: for no reason at all
    std::string by;         // name; empty: from the command line, or by nobody known here
    std::string signed_by;  // empty: nobody had to
    Money cost, worth;
};

// Also of who left; empty: nobody who was ever known here.
Result<std::string> name_of(Desk& desk, const PersonId& id);
// The article or the failure that it was about; empty: a surprise.
std::string cause_of(const ports::IncidentRow& incident);

// What was given is that of this register alone; the limit is the store's.
struct MoneyAtAGlance {
    MoneyNow now;
    Money still_out;                                  // beyond a limit that was lowered
    bool shared = false;                              // with other registers, through a hub
    std::int64_t recoveries = 0;                      // today, not undone
    std::vector<core::budget::HourOfDay> hours;       // of today
    std::vector<core::insight::GestureSum> gestures;  // today's
    std::vector<GivenLately> latest;                  // today's, the last one first
};
inline constexpr std::size_t most_latest = 30;
Result<MoneyAtAGlance> money_at_a_glance(Desk& desk);

// People beside those who did the same work, in the last 28 days and in no more than the last 1,500 cases.
// By name; `name` is empty for who is not known here any more.
struct WorkOfPerson {
    std::string name;
    core::insight::Work work;
};
inline constexpr int days_of_work = 28;
inline constexpr std::size_t most_cases_of_work = 1'500;
Result<std::vector<WorkOfPerson>> same_work_of_people(Desk& desk);

}  // namespace makegood::service
