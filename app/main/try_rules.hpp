// Other rules on the cases of the past days, beside a desk that goes on meanwhile: only the reading takes its
// thread, a few milliseconds at a time.
#pragma once
#include <map>

#include "app/main/desk_thread.hpp"
#include "app/service/what_if.hpp"

namespace makegood::main {

inline constexpr int most_days_back = 366;

// Any thread but the desk's and a window's. Can be tried under any number of rules (service::what_if) whose
// limits are in force or among `limits`, or have no longer periods. bad_input: no such number of days; busy:
// `progress` said stop.
Result<std::shared_ptr<const service::Past>> read_past(DeskThread& desk, ports::PastEvents& events, int days,
                                                       const std::vector<core::budget::Limit>& limits,
                                                       const service::Progress& progress);

// Both in one.
Result<service::WhatIf> try_rules(DeskThread& desk, ports::PastEvents& events, const service::NewRules& rules,
                                  int days, const service::Progress& progress);

// For who tries rules several times, one after the other: of the past that was read for the first of them,
// and of the rules of now on it, nothing is done again. One thread at a time.
class KeptPast {
  public:
    // As try_rules. Reads anew where articles or `version`, that of the rules in force, are others than
    // before, where limits of these rules look farther back, or a quarter of an hour has gone by. Keeps the
    // pasts of different numbers of days.
    Result<service::WhatIf> try_rules(DeskThread& desk, ports::PastEvents& events, std::uint64_t version,
                                      const service::NewRules& rules, int days,
                                      const service::Progress& progress);
    // Whatever of it can be done before it is known which rules are tried: then that waits for one run only.
    Result<> prepare(DeskThread& desk, ports::PastEvents& events, std::uint64_t version, int days,
                     const service::Progress& progress);
    void forget() { kept_.clear(); }

  private:
    struct Of {
        CivilDate today;
        std::uint64_t version = 0;
        const void* articles = nullptr;
        friend bool operator==(const Of&, const Of&) = default;
    };
    struct Kept {
        Of of;
        Duration read_at{};
        std::shared_ptr<const service::Past> past;
    };
    // `rules`: that are tried; nullptr: not known yet.
    Result<std::shared_ptr<const service::Past>> past_of(DeskThread& desk, ports::PastEvents& events,
                                                         std::uint64_t version,
                                                         const service::NewRules* rules, int days,
                                                         const service::Progress& progress);
    std::map<int, Kept> kept_;  // by how many days
};

}  // namespace makegood::main
