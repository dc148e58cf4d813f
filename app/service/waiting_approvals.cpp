#include "app/service/waiting_approvals.hpp"

#include <algorithm>
#include <sstream>

#include "app/service/money_at_a_glance.hpp"
#include "app/service/report.hpp"

namespace makegood::service {
namespace {

const std::string waiting_setting = "approvals.waiting";
constexpr const char* not_approved = "not-approved";  // as it stands in the journal

struct Asked {
    OfferId offer;
    PersonId by;
    Instant at;
};

// One line each: the offer, who asked, when.
Result<std::vector<Asked>> read(Desk& desk) {
    const auto text = desk.store.setting(waiting_setting);
    if (!text) return fail(text.error());
    std::vector<Asked> all;
    std::istringstream in(*text);
    for (std::string offer, by, at; in >> offer >> by >> at;) {
        const auto when = base::parse_instant(at);
        if (when) all.push_back({OfferId(offer), PersonId(by), *when});
    }
    return all;
}

Result<> write(Desk& desk, const std::vector<Asked>& all) {
    std::string text;
    for (const auto& each : all)
        text += each.offer.text() + ' ' + each.by.text() + ' ' + base::format_instant(each.at) + '\n';
    return desk.store.set_setting(waiting_setting, text);
}

using Found = std::pair<IncidentId, core::recovery::Offer>;
Result<Found> offer_of(Desk& desk, const OfferId& id) {
    auto found = desk.store.offer(id);
    if (!found) return fail(found.error());
    if (!*found)
        return fail(ErrorKind::not_found, "There is no offer " + id.text() +
                                              " on this register. Report the incident again to get offers.");
    return std::move(**found);
}

// nullopt: it was given or closed, or other offers took its place.
Result<std::optional<ports::IncidentRow>> open_case(Desk& desk, const Found& found) {
    auto incident = desk.store.incident(found.first);
    if (!incident) return fail(incident.error());
    if (!*incident || !(*incident)->open) return std::nullopt;
    const auto standing = desk.store.offers(found.first);
    if (!standing) return fail(standing.error());
    const bool stands = std::any_of(standing->begin(), standing->end(),
                                    [&](const auto& each) { return each.id == found.second.id; });
    if (!stands) return std::nullopt;
    return incident;
}

core::budget::Wanted giving(const core::recovery::Offer& offer) {
    return {core::budget::Act::give, offer.cost, offer.worth};
}

Result<std::optional<WaitingApproval>> waiting(Desk& desk, const Asked& asked) {
    const auto found = offer_of(desk, asked.offer);
    if (!found) return std::nullopt;
    const auto incident = open_case(desk, *found);
    if (!incident) return fail(incident.error());
    if (!*incident) return std::nullopt;
    const auto name = name_of(desk, asked.by);
    if (!name) return fail(name.error());
    const auto& offer = found->second;
    return WaitingApproval{asked.offer, found->first,         asked.by,   *name,      asked.at,
                           offer.title, cause_of(**incident), offer.cost, offer.worth};
}

}  // namespace

Result<> ask_approval(Desk& desk, const OfferId& id, const PersonId& by) {
    const auto found = offer_of(desk, id);
    if (!found) return fail(found.error());
    const auto incident = open_case(desk, *found);
    if (!incident) return fail(incident.error());
    if (!*incident)
        return fail(ErrorKind::refused, "This case is closed already. Start a new one for this customer.");
    const auto may = must_be_allowed(desk, by, giving(found->second));
    if (may)
        return fail(ErrorKind::refused,
                    "Nobody has to sign for \"" + found->second.title + "\": it can be given at once.");
    if (may.error().kind != ErrorKind::needs_approval) return may;
    auto all = waiting_approvals(desk);
    if (!all) return fail(all.error());
    std::vector<Asked> kept;
    for (const auto& each : *all) kept.push_back({each.offer, each.asked_by, each.at});
    if (std::any_of(kept.begin(), kept.end(), [&](const Asked& each) { return each.offer == id; })) return {};
    if (kept.size() >= most_waiting)
        return fail(ErrorKind::refused,
                    "Too many wait for a signature already. Ask somebody to look at them first.");
    kept.push_back({id, by, desk.clock.now()});
    return write(desk, kept);
}

Result<std::vector<WaitingApproval>> waiting_approvals(Desk& desk) {
    const auto asked = read(desk);
    if (!asked) return fail(asked.error());
    std::vector<WaitingApproval> all;
    for (const auto& each : *asked) {
        auto row = waiting(desk, each);
        if (!row) return fail(row.error());
        if (*row) all.push_back(std::move(**row));
    }
    if (all.size() < asked->size()) {
        std::vector<Asked> kept;
        for (const auto& each : all) kept.push_back({each.offer, each.asked_by, each.at});
        MAKEGOOD_TRY(write(desk, kept));
    }
    return all;
}

Result<std::size_t> count_waiting(Desk& desk) {
    const auto text = desk.store.setting(waiting_setting);
    if (!text) return fail(text.error());
    return static_cast<std::size_t>(std::count(text->begin(), text->end(), '\n'));
}

Result<> turn_down(Desk& desk, const OfferId& id, const PersonId& by) {
    const auto found = offer_of(desk, id);
    if (!found) return fail(found.error());
    MAKEGOOD_TRY(must_be_allowed(desk, by, giving(found->second)));
    return close_incident(desk, found->first, not_approved, by);
}

}  // namespace makegood::service
