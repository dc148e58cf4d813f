#include "app/service/sign_in.hpp"

namespace makegood::service {
namespace {

constexpr int free_tries = 5, most_tries = 10;
constexpr auto first_wait = std::chrono::seconds(30);

// Counted from the last wrong try; nothing for the free ones.
Duration wait_after(int wrong) {
    if (wrong < free_tries) return Duration::zero();
    return first_wait * (1 << std::min(wrong - free_tries, most_tries - free_tries));
}

std::string in_words(Duration wait) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    return seconds < 120 ? std::to_string(seconds) + " seconds"
                         : std::to_string((seconds + 59) / 60) + " minutes";
}

ports::Moment moment_of(const Desk& desk) {
    return {desk.clock.boot(), desk.clock.steady()};
}

// Nothing is known of how long ago something was in another life of the machine.
bool comparable(const ports::Moment& earlier, const ports::Moment& now) {
    return earlier.boot == now.boot && earlier.steady <= now.steady;
}

Duration still_to_wait(const ports::Attempts& attempts, const ports::Moment& now) {
    const auto wait = wait_after(attempts.wrong);
    if (!comparable(attempts.since, now)) return wait;
    return std::max<Duration>(wait - (now.steady - attempts.since.steady), Duration::zero());
}

tl::unexpected<Error> locked() {
    return fail(ErrorKind::refused,
                "This sign-in is locked after ten wrong PINs. The owner opens it, for a clerk a manager too: "
                "makegood people unlock NAME.");
}

// Whose lock the journal has: all strangers share one, so that theirs takes as long.
Result<PersonId> locked_as(Desk& desk, const PersonId& id) {
    const auto known = desk.people.find(id);
    if (!known) return fail(known.error());
    return *known ? id : PersonId();
}

// The journal's lock holds even where somebody set the count back.
Result<bool> is_locked(Desk& desk, const PersonId& id, const ports::Attempts& attempts) {
    const auto whose = locked_as(desk, id);
    if (!whose) return fail(whose.error());
    const auto recorded = desk.store.sign_in_locked(*whose);
    if (!recorded) return recorded;
    return *recorded || attempts.wrong >= most_tries;
}

// Once for each lock, also where a kill came between the tenth try and its record.
Result<> record_lock(Desk& desk, const PersonId& id) {
    const auto whose = locked_as(desk, id);
    if (!whose) return fail(whose.error());
    const auto recorded = desk.store.sign_in_locked(*whose);
    if (!recorded) return fail(recorded.error());
    if (*recorded) return {};
    const auto known = desk.people.find(id);
    if (!known) return fail(known.error());
    const auto role = *known ? (*known)->person.role : ports::Role::clerk;
    return desk.store.commit({desk.clock.now(), {}},
                             ports::PersonChanged{*whose, ports::PersonChange::locked, role});
}

Result<> may_try(Desk& desk, const PersonId& id, const ports::Attempts& attempts, const ports::Moment& now) {
    const auto is = is_locked(desk, id, attempts);
    if (!is) return fail(is.error());
    if (*is) {
        MAKEGOOD_TRY(record_lock(desk, id));
        return locked();
    }
    const auto wait = still_to_wait(attempts, now);
    if (wait == Duration::zero()) return {};
    if (!comparable(attempts.since, now)) MAKEGOOD_TRY(desk.people.restart_wait(id, now));
    return fail(ErrorKind::refused, "Too many wrong PINs. Wait " + in_words(wait) + ", then try once more.");
}

Result<ports::Person> wrong_pin(Desk& desk, const PersonId& id, int wrong_now) {
    if (wrong_now >= most_tries) {
        MAKEGOOD_TRY(record_lock(desk, id));
        return locked();
    }
    const int left = free_tries - wrong_now;
    if (left > 0)
        return fail(ErrorKind::refused, "That PIN is not right. " + std::to_string(left) +
                                            (left == 1 ? " try is left" : " tries are left") +
                                            " before a wait.");
    return fail(ErrorKind::refused,
                "That PIN is not right. Wait " + in_words(wait_after(wrong_now)) + ", then try once more.");
}

}  // namespace

Result<ports::Person> check_pin(Desk& desk, const PersonId& id, const std::string& pin) {
    const auto attempts = desk.people.attempts(id);
    if (!attempts) return fail(attempts.error());
    const auto now = moment_of(desk);
    MAKEGOOD_TRY(may_try(desk, id, *attempts, now));
    MAKEGOOD_TRY(desk.people.count_wrong(id, now));
    const auto right = desk.people.pin_is(id, pin);
    if (!right) return fail(right.error());
    if (!*right) return wrong_pin(desk, id, attempts->wrong + 1);
    const auto known = desk.people.find(id);
    if (!known) return fail(known.error());
    if (!*known || (*known)->left) return wrong_pin(desk, id, attempts->wrong + 1);
    MAKEGOOD_TRY(desk.people.clear_wrong(id));
    return (*known)->person;
}

Result<ports::Person> sign_in(Desk& desk, const PersonId& id, const std::string& pin) {
    auto person = check_pin(desk, id, pin);
    if (person) desk.by_badge.erase(id);
    return person;
}

Result<ports::Person> sign_in_with_badge(Desk& desk, const std::string& code) {
    const auto id = desk.people.with_badge(code);
    if (!id) return fail(id.error());
    const auto known = *id ? desk.people.find(**id) : Result<std::optional<ports::People::Known>>();
    if (!known) return fail(known.error());
    if (!*known)
        return fail(ErrorKind::not_found,
                    "This is nobody's badge. Touch your name, then your PIN; scan articles after that.");
    auto person = (*known)->person;
    desk.by_badge.insert(person.id);
    person.role = ports::Role::clerk;
    return person;
}

Result<> must_not_be_locked(Desk& desk, const PersonId& id) {
    const auto state = sign_in_state(desk, id);
    if (!state) return fail(state.error());
    if (state->locked) return locked();
    return {};
}

Result<SignInState> sign_in_state(Desk& desk, const PersonId& id) {
    const auto attempts = desk.people.attempts(id);
    if (!attempts) return fail(attempts.error());
    const auto is = is_locked(desk, id, *attempts);
    if (!is) return fail(is.error());
    return SignInState{attempts->wrong, *is, still_to_wait(*attempts, moment_of(desk))};
}

}  // namespace makegood::service
