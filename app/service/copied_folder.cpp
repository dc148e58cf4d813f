#include "app/service/copied_folder.hpp"

#include <algorithm>
#include <charconv>

#include "app/service/spend_rights.hpp"
#include "app/service/who_may.hpp"

namespace makegood::service {
namespace {

using namespace core::budget;

const std::string marker_setting = "rights.marker";

BootMarker read_marker(const std::string& text) {
    BootMarker marker;
    const char* end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, marker.now);
    if (first.ptr != end) std::from_chars(first.ptr + 1, end, marker.before);
    return marker;
}

std::string text_of(const BootMarker& marker) {
    return std::to_string(marker.now) + ' ' + std::to_string(marker.before);
}

// Without a budget there is nothing to spend, and nothing to presume yet.
Result<> begin_anew_if_alone(Desk& desk) {
    const auto shares = shares_budget(desk);
    if (!shares) return fail(shares.error());
    const auto limit = desk.store.limit();
    if (!limit) return fail(limit.error());
    return *shares || !*limit ? Result<>() : begin_anew_after_copy(desk);
}

Result<Period> running_period(Desk& desk) {
    const auto id = pot_now(desk);
    if (!id) return fail(id.error());
    return desk.store.period(id->period);
}

}  // namespace

Result<std::optional<std::uint64_t>> renew_rights_marker(Desk& desk, std::optional<std::uint64_t> outside) {
    const auto before = desk.store.rights();
    if (!before) return fail(before.error());
    const auto text = desk.store.setting(marker_setting);
    if (!text) return fail(text.error());
    auto after = *before;
    after.book.marker = read_marker(*text);
    const auto fresh = draw(desk.random);
    start(after.book, outside, fresh);
    MAKEGOOD_TRY(commit_rights(desk, *before, after, "copy"));
    if (after.book.frozen) MAKEGOOD_TRY(begin_anew_if_alone(desk));
    const auto kept = desk.store.set_setting(marker_setting, text_of(after.book.marker));
    return kept ? std::optional(fresh) : std::nullopt;
}

Result<std::optional<Amount>> left_after_copy(Desk& desk, const Period& period) {
    const auto rights = desk.store.rights();
    if (!rights) return fail(rights.error());
    const PotId id{"store", period.name};
    const auto presumed = presumed_spent(*rights, id);
    if (presumed == Amount{}) return std::optional<Amount>();
    const auto* pot = find(rights->book, id);
    const auto used = pot ? pot->figures.used - pot->figures.freed : Amount{};
    const Amount limit{period.limit.cost, period.limit.worth.value_or(presumed.worth + used.worth)};
    return std::optional(greatest({}, limit - presumed - used));
}

Result<std::string> copy_warning(Desk& desk) {
    const auto rights = desk.store.rights();
    if (!rights) return fail(rights.error());
    const auto shares = shares_budget(desk);
    if (!shares) return fail(shares.error());
    if (*shares) return std::string(rights->book.frozen ? frozen_until_hub : "");
    const auto period = running_period(desk);
    if (!period) return std::string();
    const auto presumed = presumed_spent(*rights, {"store", period->name});
    if (presumed.cost < period->limit.cost) return std::string();
    return "This folder was put back from an older copy, so all money of " + period->name +
           " counts as spent. Whoever knows how much was given of it says so: makegood budget settle --given "
           "AMOUNT. The next period is whole.";
}

Result<Period> settle_copy(Desk& desk, Money given, const PersonId& by) {
    MAKEGOOD_TRY(must_be_allowed(desk, by, {Act::set_budget, {}, {}}));
    const auto period = running_period(desk);
    if (!period) return fail(period.error());
    const auto before = desk.store.rights();
    if (!before) return fail(before.error());
    const PotId id{"store", period->name};
    auto after = *before;
    const auto presumed = after.presumed.find(id);
    if (presumed == after.presumed.end())
        return fail(ErrorKind::refused,
                    "Nothing of " + period->name +
                        " is presumed spent here: this folder was not put back from a copy.");
    if (given < Money{})
        return fail(ErrorKind::bad_input, "What was given can't be negative. Use 0 for nothing.");
    // Never less than what stands in this folder's own journal.
    const auto* pot = find(after.book, id);
    const auto here = period->reserved_cost + period->spent_cost - (pot ? pot->figures.used.cost : Money{});
    presumed->second = {std::min(presumed->second.cost, std::max({given, here, Money{}})), {}};
    if (presumed->second == Amount{}) after.presumed.erase(presumed);
    MAKEGOOD_TRY(commit_rights(desk, *before, after, "settled"));
    MAKEGOOD_TRY(rights_follow_limit(desk));
    return current_period(desk);
}

}  // namespace makegood::service
