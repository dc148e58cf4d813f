#include "app/service/hub_membership.hpp"

#include "app/service/who_may.hpp"

namespace makegood::service {

Result<> may_join_hub(Desk& desk, const PersonId& by) {
    return must_be_allowed(desk, by, {core::budget::Act::join_hub, {}, {}});
}

}  // namespace makegood::service
