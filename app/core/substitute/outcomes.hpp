// What customers answered at the counter: for a missing article and the substitute that was offered for it,
// how often it was taken and how often not. Newer answers count more.
#pragma once
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "app/core/catalogue/catalogue.hpp"
#include "app/core/substitute/knobs.hpp"

namespace makegood::core::substitute {

// Days since any fixed day.
using Day = std::int32_t;

class Outcomes {
  public:
    explicit Outcomes(const Knobs& knobs) : knobs_(knobs) {}

    void add(catalogue::Row missing, catalogue::Row substitute, bool accepted, Day day);

    // What is added to the scores of those that were offered for `missing`, as of `day`.
    struct Gain {
        catalogue::Row substitute = 0;
        double gain = 0;
    };
    std::vector<Gain> gains(catalogue::Row missing, Day day) const;
    std::uint64_t count() const { return count_; }

  private:
    // Sums are of `day`; they are brought to a later day when they are touched.
    struct Answers {
        double accepted = 0, declined = 0;
        Day day = 0;
    };
    struct Of {
        catalogue::Row substitute = 0;
        Answers answers;
    };
    void add_to(Answers& answers, bool accepted, Day day) const;
    double shop_rate() const;

    Knobs knobs_;
    std::unordered_map<catalogue::Row, std::vector<Of>> of_missing_;
    Answers all_;
    std::uint64_t count_ = 0;
};

}  // namespace makegood::core::substitute
