#include "app/core/budget/rights.hpp"

#include <algorithm>

namespace makegood::core::budget {

Amount least(const Amount& left, const Amount& right) {
    return {std::min(left.cost, right.cost), std::min(left.worth, right.worth)};
}

Amount greatest(const Amount& left, const Amount& right) {
    return {std::max(left.cost, right.cost), std::max(left.worth, right.worth)};
}

bool within(const Amount& part, const Amount& whole) {
    return part.cost <= whole.cost && part.worth <= whole.worth;
}

Amount held(const Figures& figures) {
    return figures.granted - figures.returned - (figures.used - figures.freed);
}

bool sound(const Figures& figures) {
    const Amount nothing;
    return within(nothing, figures.granted) && within(nothing, figures.returned) &&
           within(nothing, figures.freed) && within(figures.freed, figures.used) &&
           within(nothing, held(figures));
}

bool grew(const Figures& before, const Figures& now) {
    return within(before.granted, now.granted) && within(before.returned, now.returned) &&
           within(before.used, now.used) && within(before.freed, now.freed);
}

bool ForgottenPeriods::has(std::string_view period) const {
    return std::binary_search(names_.begin(), names_.end(), period);
}

void ForgottenPeriods::add(std::string_view period) {
    const auto place = std::lower_bound(names_.begin(), names_.end(), period);
    if (place == names_.end() || *place != period) names_.insert(place, std::string(period));
}

bool renew_marker(BootMarker& marker, std::optional<std::uint64_t> outside, std::uint64_t fresh) {
    const auto found = outside.value_or(0);
    const bool fits = found == marker.now || found == marker.before;
    marker = {fresh, found};
    return fits;
}

}  // namespace makegood::core::budget
