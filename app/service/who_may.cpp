#include "app/service/who_may.hpp"

namespace makegood::service {

Result<ports::Role> role_of(Desk& desk, const PersonId& by) {
    if (by == console()) return ports::Role::owner;
    const auto known = desk.people.find(by);
    if (!known) return fail(known.error());
    if (!*known || (*known)->left)
        return fail(ErrorKind::refused,
                    "Nobody who works at this register asks for this. Sign in, then do it again.");
    return desk.by_badge.contains(by) ? ports::Role::clerk : (*known)->person.role;
}

Result<> must_be_allowed(Desk& desk, const PersonId& by, const core::budget::Wanted& wanted) {
    const auto role = role_of(desk, by);
    if (!role) return fail(role.error());
    return core::budget::may(desk.settings.authority, *role, wanted, desk.currency);
}

}  // namespace makegood::service
