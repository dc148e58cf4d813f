#include "app/service/policy_in_force.hpp"

#include "app/service/who_may.hpp"

namespace makegood::service {
namespace {

// An incident that nobody went on with for so long was left alone.
constexpr auto left_alone = std::chrono::minutes(15);

constexpr core::budget::Wanted changing_rules{core::budget::Act::change_rules, {}, {}};

}  // namespace

Result<> may_follow(const std::optional<ports::PolicyRow>& in_force, const ports::PolicyPublished& next) {
    if (!in_force) return {};
    const auto& now = in_force->published;
    const std::string version = std::to_string(now.version);
    if (next.origin < now.origin)
        return fail(ErrorKind::refused, "The rules of this store come from head office (version " + version +
                                            "). Have them changed there.");
    if (next.origin > now.origin || next.version > now.version) return {};
    if (next.digest == now.digest)
        return fail(ErrorKind::refused, "This is version " + version +
                                            ", which is in force already. To change it, write version = " +
                                            std::to_string(now.version + 1) + " under [policy].");
    return fail(ErrorKind::refused,
                "Version " + std::to_string(next.version) + " can't follow version " + version +
                    ", which is in force. Write version = " + std::to_string(now.version + 1) +
                    " under [policy], then publish it.");
}

Result<> put_into_force(Desk& desk, ports::PolicyShelf& shelf, const PolicyPaper& paper, const PersonId& by) {
    // Head office's are known by its signature, and nobody of the shop brings them.
    if (paper.published.origin == ports::PolicyOrigin::store)
        MAKEGOOD_TRY(must_be_allowed(desk, by, changing_rules));
    if (paper.store != desk.shop.store)
        return fail(ErrorKind::refused, "This document is for the store \"" + paper.store +
                                            "\", and this is \"" + desk.shop.store +
                                            "\". Take the one that was made for this store.");
    const auto in_force = shelf.in_force();
    if (!in_force) return fail(in_force.error());
    MAKEGOOD_TRY(may_follow(*in_force, paper.published));
    MAKEGOOD_TRY(shelf.keep(paper.document));
    return desk.store.commit({desk.clock.now(), by}, paper.published);
}

Result<bool> in_the_middle(Desk& desk, ports::PolicyShelf& shelf) {
    return shelf.somebody_is_served(desk.clock.now() - left_alone);
}

}  // namespace makegood::service
