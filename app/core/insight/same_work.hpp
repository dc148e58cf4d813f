// People beside those who did the same work: the same kind of case in the same hours. Who works when most
// goes wrong gives more, and that says nothing of them. Pure, in whole numbers.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "app/base/text_id.hpp"
#include "app/core/incident/incident.hpp"

namespace makegood::core::insight {

struct WorkCase {
    PersonId by;
    incident::Kind kind = incident::Kind::stock_out;
    int hour = 0;  // of the store's time
    bool given = false;
    Money cost;  // >= 0
};

enum class Beside : std::uint8_t { too_few, as_others, more, less };
std::string_view word(Beside beside);  // "too-few", "as-others", "more", "less"

struct Work {
    PersonId by;
    std::int64_t cases = 0, given = 0;
    std::int64_t compared = 0;  // cases of which others had enough of the same
    Money each, others;         // cost of one of these: theirs, and what the others' would have been
    Beside beside = Beside::too_few;
    friend bool operator==(const Work&, const Work&) = default;
};

inline constexpr int hours_together = 3;             // hours 9, 10 and 11 count as the same
inline constexpr std::int64_t least_of_others = 10;  // cases of the same, by two people at least
inline constexpr std::int64_t least_compared = 20;   // of their own

// One row for each person, by id: in no order of who gave more. `more` and `less` only where chance does so
// in fewer than one of a hundred (three standard errors) and it is a fifth at least.
std::vector<Work> same_work(std::span<const WorkCase> cases);

}  // namespace makegood::core::insight
