// How the cases of a past end by the rules that were in force when it was read: run once, however often other
// rules are tried on them.
#pragma once
#include <memory>
#include <mutex>

#include "app/service/trial.hpp"

namespace makegood::service {

class RulesOfNow {
  public:
    using Ends = std::shared_ptr<const std::vector<CaseEnd>>;
    // Any thread; whoever comes while another runs them waits for that one. busy: `progress` said stop; the
    // next who asks begins anew.
    Result<Ends> ends(const Past& past, const Progress& progress);

  private:
    std::timed_mutex running_;
    Ends ends_;  // once they are known
};

// Before anybody tries rules: each what_if (what_if.hpp) after it runs the cases once and not twice.
Result<> run_by_rules_of_now(const Past& past, const Progress& progress);

}  // namespace makegood::service
