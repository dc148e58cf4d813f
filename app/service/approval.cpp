#include "app/service/approval.hpp"

#include <algorithm>

#include "app/service/sign_in.hpp"

namespace makegood::service {
namespace {

constexpr std::size_t longest_reason = 200;

Result<> has_reason(const Approval& approval) {
    const auto& why = approval.why;
    const bool is_said = why.find_first_not_of(' ') != why.npos && why.size() <= longest_reason;
    const bool is_text = std::none_of(
        why.begin(), why.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; });
    if (is_said && is_text) return {};
    return fail(ErrorKind::bad_input,
                "Whoever signs says why, in at most 200 letters: it stands in the record beside their name.");
}

}  // namespace

Result<std::vector<ports::Person>> approvers(Desk& desk, const core::budget::Wanted& wanted,
                                             const PersonId& asker) {
    auto people = desk.people.all();
    if (!people) return people;
    std::erase_if(*people, [&](const ports::Person& person) {
        return person.id == asker ||
               !core::budget::may(desk.settings.authority, person.role, wanted, desk.currency);
    });
    return people;
}

Result<std::vector<ports::Person>> approvers_of(Desk& desk, const OfferId& id, const PersonId& asker) {
    const auto found = desk.store.offer(id);
    if (!found) return fail(found.error());
    if (!*found)
        return fail(ErrorKind::not_found, "There is no offer " + id.text() +
                                              " on this register. Report the incident again to get offers.");
    const auto& offer = (*found)->second;
    return approvers(desk, {core::budget::Act::give, offer.cost, offer.worth}, asker);
}

Result<> check_approval(Desk& desk, const Approval& approval, const PersonId& asker,
                        const core::budget::Wanted& wanted) {
    MAKEGOOD_TRY(has_reason(approval));
    if (approval.by == asker)
        return fail(ErrorKind::refused, "Nobody signs for themselves. Somebody else has to.");
    const auto known = desk.people.find(approval.by);
    if (!known) return fail(known.error());
    if (*known && !(*known)->left) {
        MAKEGOOD_TRY(must_be_recorded(desk, (*known)->person));
        MAKEGOOD_TRY(
            core::budget::may(desk.settings.authority, (*known)->person.role, wanted, desk.currency));
    }
    const auto signed_by = check_pin(desk, approval.by, approval.pin);
    if (!signed_by) return fail(signed_by.error());
    return {};
}

}  // namespace makegood::service
