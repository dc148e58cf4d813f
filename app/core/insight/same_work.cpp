#include "app/core/insight/same_work.hpp"

#include <algorithm>
#include <map>

namespace makegood::core::insight {
namespace {

__extension__ using Wide = __int128;

constexpr Wide spread_scale = 1'000'000;  // of variances of a mean, so that small ones are not lost
constexpr Wide errors_squared = 9;        // three standard errors

// Of one person in one segment, or of all others in it.
struct Sum {
    std::int64_t cases = 0;
    Wide cost = 0, squares = 0;
    void add(Money amount) {
        ++cases;
        cost += amount.minor();
        squares += static_cast<Wide>(amount.minor()) * amount.minor();
    }
    Sum without(const Sum& part) const {
        return {cases - part.cases, cost - part.cost, squares - part.squares};
    }
    // Of one case; 0 of fewer than two.
    Wide variance() const { return cases < 2 ? 0 : (squares * cases - cost * cost) / cases / (cases - 1); }
};

using Segment = std::pair<incident::Kind, int>;
using ByPerson = std::map<PersonId, Sum>;

struct Compared {
    std::int64_t cases = 0;
    Wide own = 0, expected = 0, spread = 0;  // `spread`: the variance of own - expected, times spread_scale
};

// `others` did at least two cases.
void compare(Compared& sum, const Sum& own, const Sum& others) {
    sum.cases += own.cases;
    sum.own += own.cost;
    sum.expected += others.cost * own.cases / others.cases;
    const Wide variance = others.variance() * spread_scale;
    sum.spread += variance * own.cases + variance * own.cases * own.cases / others.cases;
}

Beside beside(const Compared& sum) {
    if (sum.cases < least_compared) return Beside::too_few;
    const Wide apart = sum.own - sum.expected;
    const bool by_chance = apart * apart * spread_scale <= errors_squared * sum.spread;
    if (by_chance || (apart < 0 ? -apart : apart) * 5 < sum.expected) return Beside::as_others;
    return apart > 0 ? Beside::more : Beside::less;
}

Money each(Wide sum, std::int64_t cases) {
    return cases == 0 ? Money{} : Money::minor(static_cast<std::int64_t>(sum / cases));
}

}  // namespace

std::string_view word(Beside beside) {
    switch (beside) {
        case Beside::too_few:
            return "too-few";
        case Beside::as_others:
            return "as-others";
        case Beside::more:
            return "more";
        case Beside::less:
            return "less";
    }
    return {};
}

std::vector<Work> same_work(std::span<const WorkCase> cases) {
    std::map<Segment, ByPerson> segments;
    std::map<PersonId, Work> people;
    for (const auto& each_case : cases) {
        segments[{each_case.kind, each_case.hour / hours_together}][each_case.by].add(each_case.cost);
        auto& work = people[each_case.by];
        work.by = each_case.by;
        ++work.cases;
        work.given += each_case.given ? 1 : 0;
    }
    std::map<PersonId, Compared> compared;
    for (const auto& [segment, by_person] : segments) {
        Sum all;
        for (const auto& [person, sum] : by_person)
            all = {all.cases + sum.cases, all.cost + sum.cost, all.squares + sum.squares};
        for (const auto& [person, own] : by_person) {
            const Sum others = all.without(own);
            if (by_person.size() > 2 && others.cases >= least_of_others)
                compare(compared[person], own, others);
        }
    }
    std::vector<Work> rows;
    for (auto& [person, work] : people) {
        const auto& sum = compared[person];
        work.compared = sum.cases;
        work.each = each(sum.own, sum.cases);
        work.others = each(sum.expected, sum.cases);
        work.beside = beside(sum);
        rows.push_back(work);
    }
    return rows;
}

}  // namespace makegood::core::insight
