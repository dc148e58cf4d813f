#include "app/service/clock_watch.hpp"

#include "app/service/who_may.hpp"

namespace makegood::service {
namespace {

using core::budget::BelievedTime;
using core::budget::ClockState;

// While the program runs, hours without any event are no jump.
ClockState state_of(const Desk& desk, const BelievedTime& believed, Instant now) {
    const auto state = core::budget::judge(believed, now);
    if (state != ClockState::ahead || believed.doubted) return state;
    return core::budget::judge({std::max(believed.until, desk.last_tick)}, now);
}

Result<> note(Desk& desk, const BelievedTime& believed, ClockState state, Instant now) {
    const bool back = state == ClockState::behind && !desk.clock_was_set_back;
    const bool corrected = believed.doubted && state != ClockState::ahead;
    if (back || corrected) return desk.store.commit({now, {}}, ports::ClockSetBack{believed.until});
    if (state == ClockState::ahead && !believed.doubted)
        return desk.store.commit({now, {}}, ports::ClockJumped{believed.until});
    return {};
}

Result<> confirmed(Desk& desk, const PersonId& by, const char* who) {
    MAKEGOOD_TRY(desk.store.commit({desk.clock.now(), by}, ports::ClockConfirmed{who}));
    return watch_clock(desk);
}

}  // namespace

Result<> watch_clock(Desk& desk) {
    const auto now = desk.clock.now();
    const auto believed = desk.store.believed_time();
    if (!believed) return fail(believed.error());
    if (!*believed) return {};
    const auto state = state_of(desk, **believed, now);
    // A clock that was behind when this program was last here has been noted then.
    const auto last = desk.store.last_event_at();
    if (!last) return fail(last.error());
    desk.clock_was_set_back |= core::budget::judge(**believed, **last) == ClockState::behind;
    MAKEGOOD_TRY(note(desk, **believed, state, now));
    desk.clock_stood_at = (*believed)->until;
    desk.clock_was_set_back = state == ClockState::behind;
    desk.clock_jumped_ahead = state == ClockState::ahead;
    if (state == ClockState::right) desk.last_tick = now;
    return {};
}

std::string clock_warning(const Desk& desk) {
    const auto day = [&](Instant instant) { return base::format_date(desk.clock.local_date(instant)); };
    const std::string says = "The clock of this register says " + day(desk.clock.now());
    if (desk.clock_was_set_back)
        return says + ", but it has recorded things on " + day(desk.clock_stood_at) +
               ". Set the clock; until then gifts count for the later day.";
    if (desk.clock_jumped_ahead)
        return says + ", but it last worked on " + day(desk.clock_stood_at) +
               ". Set the clock, or say that it is right: makegood clock confirm. Until then no voucher "
               "expires.";
    return {};
}

Result<> confirm_clock(Desk& desk, const PersonId& by) {
    MAKEGOOD_TRY(must_be_allowed(desk, by, {core::budget::Act::confirm_clock}));
    return confirmed(desk, by, "person");
}

Result<> clock_agrees_with_head_office(Desk& desk) {
    MAKEGOOD_TRY(watch_clock(desk));
    if (!desk.clock_jumped_ahead && !desk.clock_was_set_back) return {};
    return confirmed(desk, {}, "head-office");
}

}  // namespace makegood::service
