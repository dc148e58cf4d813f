// What was given by whom, of which kind and to whom, as limits beside the budget ask for it. A question names
// some of the three; its kind of question is summed up by itself from the first time on.
#pragma once
#include <chrono>
#include <deque>
#include <map>
#include <unordered_map>
#include <vector>

#include "app/ports/past_events.hpp"
#include "app/ports/store.hpp"

namespace makegood::service {

class TrialGiven {
  public:
    // One that was given, or what became of it since: then amounts are added that may be below nothing.
    // Nothing counts whose period is no day: of then there are no limits that would ask.
    void add(const ports::PastGift& gift);
    ports::Store::Given of(const ports::Store::GivenBy& whose);

  private:
    using Day = std::chrono::sys_days;
    struct Named {
        bool by = false, kind = false, customer = false;
        friend bool operator==(const Named&, const Named&) = default;
    };
    struct Sums {
        Named named;
        std::unordered_map<std::string, std::map<Day, ports::Store::Given>> of;
        void add(const ports::PastGift& gift, Day day);
    };
    static std::string key_of(const Named& named, const PersonId& by, core::recovery::OfferKind kind,
                              const std::string& customer);
    Sums& sums_of(const Named& named);

    std::deque<std::pair<Day, ports::PastGift>> all_;
    std::vector<Sums> asked_;
};

}  // namespace makegood::service
