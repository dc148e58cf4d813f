#include "app/service/sign_in.hpp"

namespace makegood::service {
namespace {

constexpr int free_tries = 5;
constexpr auto first_wait = std::chrono::seconds(30);
constexpr auto longest_wait = std::chrono::minutes(15);

// Counted from the last wrong try; nothing for the free ones.
Duration wait_after(int wrong) {
    if (wrong < free_tries) return Duration::zero();
    const int doublings = std::min(wrong - free_tries, 10);
    return std::min<Duration>(first_wait * (1 << doublings), longest_wait);
}

std::string in_words(Duration wait) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    return seconds < 120 ? std::to_string(seconds) + " seconds"
                         : std::to_string((seconds + 59) / 60) + " minutes";
}

Result<> waited_long_enough(Desk& desk, const PersonId& id, const ports::Attempts& attempts, Instant now) {
    const auto wait = wait_after(attempts.wrong);
    if (wait == Duration::zero()) return {};
    // A clock set back must not shorten the wait, nor make it endless: it lasts its whole length again.
    if (now < attempts.last) MAKEGOOD_TRY(desk.people.restart_wait(id, now));
    const auto passed = std::max<Duration>(now - attempts.last, Duration::zero());
    if (passed >= wait) return {};
    return fail(ErrorKind::refused,
                "Too many wrong PINs. Wait " + in_words(wait - passed) + ", then try once more.");
}

tl::unexpected<Error> wrong_pin(int wrong_now) {
    const int left = free_tries - wrong_now;
    if (left > 0)
        return fail(ErrorKind::refused, "That PIN is not right. " + std::to_string(left) +
                                            (left == 1 ? " try is left" : " tries are left") +
                                            " before a wait.");
    return fail(ErrorKind::refused,
                "That PIN is not right. Wait " + in_words(wait_after(wrong_now)) + ", then try once more.");
}

}  // namespace

Result<ports::Person> sign_in(Desk& desk, const PersonId& id, const std::string& pin) {
    const auto people = desk.people.all();
    if (!people) return fail(people.error());
    const auto person =
        std::find_if(people->begin(), people->end(), [&](const auto& p) { return p.id == id; });
    if (person == people->end())
        return fail(ErrorKind::not_found,
                    "Nobody of that name works at this register. A manager can add people.");
    const auto attempts = desk.people.attempts(id);
    if (!attempts) return fail(attempts.error());
    const auto now = desk.clock.now();
    MAKEGOOD_TRY(waited_long_enough(desk, id, *attempts, now));
    MAKEGOOD_TRY(desk.people.count_wrong(id, now));
    const auto right = desk.people.pin_is(id, pin);
    if (!right) return fail(right.error());
    if (!*right) return wrong_pin(attempts->wrong + 1);
    MAKEGOOD_TRY(desk.people.clear_wrong(id));
    return *person;
}

}  // namespace makegood::service
