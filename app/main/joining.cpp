// How a register is enrolled, waits for the owner's word, and is let in or not.
#include "app/main/sync_runner.hpp"
#include "app/ports/receiver_store.hpp"
#include "app/service/spend_rights.hpp"
#include "app/sync/pinning.hpp"
#include "app/sync/store_link.hpp"
#include "app/wire/match_number.hpp"

namespace makegood::main {
namespace {

using service::HubMembership;
using State = HubMembership::State;

// Head office may have looked at its clock a moment earlier.
constexpr auto about_over = ports::waits_for_a_person - std::chrono::seconds(15);

const auto was_given_up =
    fail(ErrorKind::refused, "Joining was given up meanwhile. With a new code it can begin again.");

Duration waited(const sync::Enrolment& enrolment, Instant now) {
    // A clock that was set back says nothing: then the other side has to.
    return enrolment.since ? now - *enrolment.since : Duration{};
}

State state_of(sync::Ended ended) {
    switch (ended) {
        case sync::Ended::no:
            return State::alone;
        case sync::Ended::turned_away:
            return State::turned_away;
        case sync::Ended::expired:
            return State::expired;
    }
    return State::alone;
}

}  // namespace

Result<cli::Enrolled> SyncRunner::enrol(const wire::EnrolmentTicket& ticket, const std::string& authority) {
    const std::lock_guard one_at_a_time(sending_);
    const std::uint64_t given_up = given_up_;
    const auto newcomer = desk_.ask([](service::Desk& desk) {
        return sync::Newcomer{desk.shop.device, desk.shop.store, desk.shop.register_name};
    });
    auto options = options_;
    options.call.authority = authority;
    options.call.keep_on = [this, given_up] { return !stopping_ && given_up_ == given_up; };
    auto trusted = sync::authority_for(ticket, options.call);
    if (given_up_ != given_up) return was_given_up;
    if (!trusted) return fail(trusted.error());
    options.call.authority = std::move(*trusted);
    auto made = sync::SyncClient(signer_, clock_, random_, std::move(options)).enrol(ticket, newcomer);
    if (given_up_ != given_up) return was_given_up;
    if (!made) return fail(made.error());
    made->since = clock_.now();
    MAKEGOOD_TRY(keep(*made, given_up));
    note(true);
    return cli::Enrolled{made->url, sync::match_number(*made, signer_), made->waits};
}

Result<> SyncRunner::keep(const sync::Enrolment& made, std::uint64_t given_up) {
    return desk_.ask([&](service::Desk& desk) -> Result<> {
        if (given_up_ != given_up) return was_given_up;
        // Who handed rules down there is not who does it here.
        if (keeper_ != nullptr) MAKEGOOD_TRY(keeper_->forget_origin(desk));
        if (!made.waits) MAKEGOOD_TRY(service::share_budget(desk, made.shares_budget));
        MAKEGOOD_TRY(sync::save_enrolment(desk.store, made));
        set_up_ = true;
        return {};
    });
}

Result<> SyncRunner::put_into_force(sync::Enrolment enrolment) {
    enrolment.waits = false;
    enrolment.since = clock_.now();
    return desk_.ask([&](service::Desk& desk) -> Result<> {
        const auto known = sync::load_enrolment(desk.store);
        if (!known) return fail(known.error());
        if (!*known || (*known)->head_office_key != enrolment.head_office_key) return was_given_up;
        MAKEGOOD_TRY(service::share_budget(desk, enrolment.shares_budget));
        return sync::save_enrolment(desk.store, enrolment);
    });
}

Result<> SyncRunner::end(const sync::Enrolment& enrolment, sync::Ended why) {
    return desk_.ask([&](service::Desk& desk) -> Result<> {
        const auto known = sync::load_enrolment(desk.store);
        if (!known) return fail(known.error());
        if (!*known || !(*known)->waits || (*known)->since != enrolment.since) return {};
        set_up_ = false;
        return sync::end_enrolment(desk.store, why);
    });
}

Result<> SyncRunner::must_be_confirmed(sync::Enrolment& enrolment) {
    if (!enrolment.waits) return {};
    auto& store = desk_.ask([](service::Desk& desk) { return std::ref(desk.store); }).get();
    sync::StoreLink link(store, on_desk());
    auto asked = client(enrolment.authority);
    const auto confirmed = asked.must_be_confirmed(enrolment, link);
    if (confirmed) {
        enrolment.waits = false;
        return put_into_force(enrolment);
    }
    const auto time = waited(enrolment, clock_.now());
    if (asked.was_turned_away()) {
        MAKEGOOD_TRY(end(enrolment, time < about_over ? sync::Ended::turned_away : sync::Ended::expired));
        return confirmed;
    }
    if (time >= ports::waits_for_a_person) {
        MAKEGOOD_TRY(end(enrolment, sync::Ended::expired));
        return fail(ErrorKind::refused, "Nobody let this register in at " + enrolment.url +
                                            " within 10 minutes, so it is not enrolled. Get a new one-time "
                                            "code there, then enrol with it.");
    }
    if (confirmed.error().kind != ErrorKind::needs_approval) return confirmed;
    return fail(ErrorKind::needs_approval,
                "This register waits for confirmation at " + enrolment.url +
                    ". If that shows the same digits, " +
                    wire::spaced(sync::match_number(enrolment, signer_)) +
                    ", let it in there: makegood-server --data DIR confirm DIGITS.");
}

void SyncRunner::join(wire::EnrolmentTicket ticket, Joined done) {
    {
        const std::lock_guard lock(mutex_);
        wish_ = Wish{std::move(ticket), std::move(done)};
        asking_ = true;
    }
    look_now();
}

void SyncRunner::join_if_wanted() {
    std::optional<Wish> wish;
    {
        const std::lock_guard lock(mutex_);
        wish = std::exchange(wish_, {});
    }
    if (!wish) return;
    const auto made = enrol(wish->ticket, {});
    {
        const std::lock_guard lock(mutex_);
        asking_ = wish_.has_value();
    }
    wish->done(made);
    changed_();
}

Result<HubMembership> SyncRunner::membership(service::Desk& desk) const {
    const auto known = sync::load_enrolment(desk.store);
    if (!known) return fail(known.error());
    const auto ended = sync::how_it_ended(desk.store);
    if (!ended) return fail(ended.error());
    HubMembership now{.state = asking_ ? State::asking : state_of(*ended)};
    {
        const std::lock_guard lock(mutex_);
        now.heard = heard_;
        now.unreached_since = unreached_since_;
    }
    if (!*known) return now;
    const auto& enrolment = **known;
    now.state = enrolment.waits ? State::waits : State::joined;
    now.address = enrolment.url;
    now.since = enrolment.since;
    if (!enrolment.waits) return now;
    now.digits = wire::spaced(sync::match_number(enrolment, signer_));
    if (now.since) now.until = *now.since + ports::waits_for_a_person;
    return now;
}

Result<> SyncRunner::give_up(service::Desk& desk) {
    const auto known = sync::load_enrolment(desk.store);
    if (!known) return fail(known.error());
    if (*known && !(*known)->waits) return {};
    ++given_up_;
    set_up_ = false;
    std::optional<Wish> wish;
    {
        const std::lock_guard lock(mutex_);
        unreached_since_.reset();
        wish = std::exchange(wish_, {});
        if (wish) asking_ = false;
    }
    if (wish) wish->done(was_given_up);
    return sync::end_enrolment(desk.store, sync::Ended::no);
}

}  // namespace makegood::main
