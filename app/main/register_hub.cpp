// What the window asks of a register that belongs to a hub, or is to.
#include "app/main/register_parts.hpp"
#include "app/wire/enrolment_ticket.hpp"

namespace makegood::main {
namespace {

Result<> may_join(SyncRunner& sync, service::Desk& desk, const PersonId& by) {
    MAKEGOOD_TRY(service::may_join_hub(desk, by));
    const auto now = sync.membership(desk);
    if (!now) return fail(now.error());
    if (now->is_member())
        return fail(ErrorKind::refused, "This register belongs to the hub at " + now->address +
                                            " already. To move it to another one: makegood sync --enrol URL "
                                            "--code CODE.");
    return {};
}

}  // namespace

Result<service::HubMembership> Register::hub_membership(service::Desk& desk) {
    auto now = parts_->sync->membership(desk);
    if (now) now->unsent = sync_state(desk).waiting;
    return now;
}

void Register::join_hub(const std::string& where, const std::string& code, const PersonId& by,
                        std::function<void(const Result<cli::Enrolled>&)> done) {
    parts_->desk_thread->post([this, where, code, by, done = std::move(done)](service::Desk& desk) {
        if (const auto may = may_join(*parts_->sync, desk, by); !may) return done(fail(may.error()));
        auto ticket = wire::ticket_of(where, code);
        if (!ticket) return done(fail(ticket.error()));
        // What was waited for before, and how that ended, is over.
        if (const auto over = parts_->sync->give_up(desk); !over) return done(fail(over.error()));
        parts_->sync->join(std::move(*ticket), done);
    });
}

Result<> Register::give_up_joining(service::Desk& desk, const PersonId& by) {
    MAKEGOOD_TRY(service::may_join_hub(desk, by));
    return parts_->sync->give_up(desk);
}

}  // namespace makegood::main
