// What other rules would have done with the cases of the past: the same cases run again, nothing is saved.
// Reading the past takes the desk thread short slices; the running again takes any other thread, and the desk
// goes on meanwhile.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/ports/past_events.hpp"
#include "app/service/desk.hpp"

namespace makegood::service {

// The rules that are tried: all of them, as they would stand in force.
struct NewRules {
    Settings settings;
    std::optional<core::budget::Limit> budget;  // nullopt: as it is
};

struct Outcome {
    std::int64_t incidents = 0;
    std::int64_t given = 0;      // made good with goods, money or something else that costs
    std::int64_t refused = 0;    // something was given then and would not be
    std::int64_t sent_away = 0;  // of those: because no card could be offered at all
    Money cost, worth;           // at most, of all that was given and not undone
    friend bool operator==(const Outcome&, const Outcome&) = default;
};

// One case in which it makes a difference.
struct Case {
    IncidentId incident;
    Instant at;
    std::string title;          // "Coconut oil 400 ml", "Waited too long"
    std::string was, would_be;  // what is given: "Virgin coconut oil 800 ml"; empty: nothing
    Money cost_was, cost_would_be;
    std::string why;  // one sentence
};

struct DayOutcome {
    CivilDate day;
    Outcome as_it_was, as_tried;
};

struct WhatIf {
    core::budget::Span days;
    Outcome as_it_was, as_tried;              // of `as_it_was`, refused and sent_away are always 0
    std::vector<Case> cases;                  // the most telling, at most 20, the greatest difference first
    std::vector<DayOutcome> by_day;           // days with cases, oldest first
    std::vector<std::string> not_considered;  // sentences
};

// 0 to 100, never falling. false: stop.
using Progress = std::function<bool(int percent)>;

// What is known of the past: read once, it can be tried under any number of rules.
struct Past;

// Reads the cases of these days, a slice at a time, so that a clerk never waits for it.
class PastReader {
  public:
    // On the desk thread, like all but the end of it. Both outlive the Past that comes of it. `limits`: that
    // may be tried, beside those in force.
    PastReader(Desk& desk, ports::PastEvents& events, const core::budget::Span& days,
               std::vector<core::budget::Limit> limits = {});
    ~PastReader();
    // Some milliseconds of work. true: there is more. refused: no case lies in these days.
    Result<bool> read_on();
    int percent() const;
    std::shared_ptr<const Past> past();  // once all is read

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

// Any thread, at any time; the past reaches for these rules (past_reach.hpp). busy: `progress` said stop.
// Cases run again in the order in which they came, each with the chance that was drawn for it then. A
// customer takes again what they took where it is offered again, else the first card of its kind, else the
// first one; who had nothing to choose from takes the first card; who said no to all takes nothing.
Result<WhatIf> what_if(const Past& past, const NewRules& rules, const Progress& progress);

}  // namespace makegood::service
