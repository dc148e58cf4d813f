#include "app/service/who_may.hpp"

#include <algorithm>

#include "app/service/sign_in.hpp"

namespace makegood::service {
namespace {

tl::unexpected<Error> nobody_here() {
    return fail(ErrorKind::refused,
                "Nobody who works at this register asks for this. Sign in, then do it again.");
}

}  // namespace

Result<> must_be_recorded(Desk& desk, const ports::Person& person) {
    const auto staff = desk.store.staff();
    if (!staff) return fail(staff.error());
    if (staff->empty()) return {};
    const auto recorded = std::find_if(staff->begin(), staff->end(),
                                       [&](const ports::StaffRow& row) { return row.id == person.id; });
    if (recorded == staff->end() || recorded->left) return nobody_here();
    if (recorded->role == person.role) return {};
    return fail(ErrorKind::failed, "Somebody changed what " + person.name +
                                       " may do without Makegood: by the journal they are a " +
                                       std::string(word(recorded->role)) +
                                       ". The owner says what is right: makegood people role NAME ROLE.");
}

Result<ports::Role> role_of(Desk& desk, const PersonId& by) {
    if (by == console()) return ports::Role::owner;
    const auto known = desk.people.find(by);
    if (!known) return fail(known.error());
    if (!*known || (*known)->left) return nobody_here();
    MAKEGOOD_TRY(must_be_recorded(desk, (*known)->person));
    if (desk.by_badge.contains(by)) return ports::Role::clerk;
    MAKEGOOD_TRY(must_not_be_locked(desk, by));
    return (*known)->person.role;
}

Result<> must_work_here(Desk& desk, const PersonId& by) {
    if (const auto role = role_of(desk, by); !role) return fail(role.error());
    return {};
}

Result<> must_be_allowed(Desk& desk, const PersonId& by, const core::budget::Wanted& wanted) {
    const auto role = role_of(desk, by);
    if (!role) return fail(role.error());
    return core::budget::may(desk.settings.authority, *role, wanted, desk.currency);
}

}  // namespace makegood::service
