#include "app/core/substitute/outcomes.hpp"

#include <algorithm>

#include "app/core/substitute/formulas.hpp"

namespace makegood::core::substitute {

using catalogue::Row;

// An answer that comes late, of an earlier day than what is known, counts for what it is worth by then.
void Outcomes::add_to(Answers& answers, bool accepted, Day day) const {
    const double age = static_cast<double>(day) - answers.day;
    double worth = 1;
    if (answers.accepted + answers.declined == 0 || age > 0) {
        const double left = decayed(age, knobs_);
        answers.accepted *= left;
        answers.declined *= left;
        answers.day = day;
    } else {
        worth = decayed(-age, knobs_);
    }
    (accepted ? answers.accepted : answers.declined) += worth;
}

void Outcomes::add(Row missing, Row substitute, bool accepted, Day day) {
    auto& known = of_missing_[missing];
    auto at =
        std::find_if(known.begin(), known.end(), [&](const Of& of) { return of.substitute == substitute; });
    if (at == known.end()) at = known.insert(at, {substitute, {}});
    add_to(at->answers, accepted, day);
    add_to(all_, accepted, day);
    ++count_;
}

double Outcomes::shop_rate() const {
    return (all_.accepted + knobs_.answers_shop / 2) / (all_.accepted + all_.declined + knobs_.answers_shop);
}

std::vector<Outcomes::Gain> Outcomes::gains(Row missing, Day day) const {
    std::vector<Gain> gains;
    const auto known = of_missing_.find(missing);
    if (known == of_missing_.end()) return gains;
    for (const auto& [substitute, answers] : known->second) {
        const double left = decayed(static_cast<double>(day) - answers.day, knobs_);
        gains.push_back({substitute, answers_gain(answers.accepted * left, answers.declined * left,
                                                  shop_rate(), knobs_)});
    }
    return gains;
}

}  // namespace makegood::core::substitute
