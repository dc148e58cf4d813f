// How many wrong codes are looked at: so many in each span of time, over all who ask.
#pragma once
#include <cstdint>

#include "app/base/time_values.hpp"

namespace makegood::server::receiver {

class GuessLimit {
  public:
    // Times are of a clock that never goes back.
    bool allows(Duration now) {
        if (now - began_ >= span) {
            began_ = now;
            wrong_ = 0;
        }
        return wrong_ < most;
    }
    void count_wrong() { ++wrong_; }

    static constexpr std::int32_t most = 20;
    static constexpr Duration span = std::chrono::minutes(1);

  private:
    Duration began_{};
    std::int32_t wrong_ = 0;
};

}  // namespace makegood::server::receiver
