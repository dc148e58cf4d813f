#include "app/service/copied_folder.hpp"

#include <algorithm>
#include <charconv>

#include "app/service/presumed.hpp"
#include "app/service/spend_rights.hpp"
#include "app/service/who_may.hpp"

namespace makegood::service {
namespace {

using namespace core::budget;

const std::string marker_setting = "rights.marker";
const std::string way_to_settle =
    "Whoever knows how much was given since says so: makegood budget settle --given AMOUNT.";

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

// By this register's own books, where it is its own hub.
Result<Amount> presumed_here(Desk& desk, const ports::Rights& rights, const Period& period) {
    const auto shares = shares_budget(desk);
    if (!shares) return fail(shares.error());
    if (*shares) return Amount{};
    return presumed_spent(desk, rights, {"store", period.name}, {period.limit.cost, period.limit.worth});
}

// The day of the copy, while it matters to a limit here.
Result<std::optional<CivilDate>> limits_still_in_doubt(Desk& desk) {
    const auto shares = shares_budget(desk);
    if (!shares) return fail(shares.error());
    auto copied = copy_noted(desk);
    if (copied && *copied && (*shares || !limits_in_doubt(desk, **copied))) *copied = std::nullopt;
    return copied;
}

// Of the store's own pot: so much as was given, and never less than what stands in this folder's own journal.
void presume_less(ports::Rights& after, const Period& period, const Amount& presumed, Money given) {
    const PotId id{"store", period.name};
    if (presumed == Amount{} || !open_pot(after.book, id)) return;
    const auto here = period.reserved_cost + period.spent_cost - find(after.book, id)->figures.used.cost;
    const Amount left{std::min(presumed.cost, std::max({given, here, Money{}})), {}};
    after.presumed.erase(id);
    if (left != Amount{}) after.presumed[id] = left;
}

// Whose it was of what was given, nobody asks: what stands in the journal counts. Without a limit that was
// heard, each pot is filled anew when it is next needed.
void presume_nothing_of_limits(ports::Rights& after) {
    for (auto& pot : after.book.pots)
        if (pot.id.key != "store" && after.presumed.erase(pot.id) > 0) pot.limit = {};
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
    const PotId id{"store", period.name};
    const auto rights = desk.store.rights_of({&id, 1});
    if (!rights) return fail(rights.error());
    const auto presumed = presumed_here(desk, *rights, period);
    if (!presumed) return fail(presumed.error());
    if (*presumed == Amount{}) return std::optional<Amount>();
    const auto* pot = find(rights->book, id);
    const auto used = pot ? pot->figures.used - pot->figures.freed : Amount{};
    const Amount limit{period.limit.cost, period.limit.worth.value_or(presumed->worth + used.worth)};
    return std::optional(greatest({}, limit - *presumed - used));
}

Result<std::string> copy_warning(Desk& desk) {
    const auto rights = desk.store.rights();
    if (!rights) return fail(rights.error());
    const auto shares = shares_budget(desk);
    if (!shares) return fail(shares.error());
    if (*shares) return std::string(rights->book.frozen ? frozen_until_hub : "");
    const auto period = running_period(desk);
    if (!period) return std::string();
    const auto presumed = presumed_here(desk, *rights, *period);
    if (!presumed) return fail(presumed.error());
    if (*presumed != Amount{} && presumed->cost >= period->limit.cost)
        return "This folder was put back from an older copy, so all money of " + period->name +
               " counts as spent. " + way_to_settle + " The next period is whole.";
    const auto copied = limits_still_in_doubt(desk);
    if (!copied) return fail(copied.error());
    if (!*copied) return std::string();
    return "This folder was put back from an older copy, so what limits allow in periods that had begun by " +
           base::format_date(**copied) + " counts as given. " + way_to_settle;
}

Result<Period> settle_copy(Desk& desk, Money given, const PersonId& by) {
    MAKEGOOD_TRY(must_be_allowed(desk, by, {Act::set_budget, {}, {}}));
    const auto period = running_period(desk);
    if (!period) return fail(period.error());
    const auto before = desk.store.rights();
    if (!before) return fail(before.error());
    const auto presumed = presumed_here(desk, *before, *period);
    if (!presumed) return fail(presumed.error());
    const auto limits = limits_still_in_doubt(desk);
    if (!limits) return fail(limits.error());
    if (*presumed == Amount{} && !*limits)
        return fail(ErrorKind::refused,
                    "Nothing of " + period->name +
                        " is presumed spent here: this folder was not put back from a copy.");
    if (given < Money{})
        return fail(ErrorKind::bad_input, "What was given can't be negative. Use 0 for nothing.");
    if (*presumed != Amount{} && given > presumed->cost)
        return fail(ErrorKind::bad_input,
                    "At most " + base::format(presumed->cost, desk.currency) + " of " + period->name +
                        " still counts as spent because of the copy. What was settled "
                        "is not raised again; lower the budget instead: makegood budget "
                        "set.");
    auto after = *before;
    presume_less(after, *period, *presumed, given);
    presume_nothing_of_limits(after);
    MAKEGOOD_TRY(commit_rights(desk, *before, after, "settled"));
    MAKEGOOD_TRY(forget_copy(desk));
    MAKEGOOD_TRY(rights_follow_limit(desk));
    return current_period(desk);
}

}  // namespace makegood::service
