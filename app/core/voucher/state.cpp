#include <array>

#include "app/core/voucher/voucher.hpp"

namespace makegood::core::voucher {
namespace {

struct StateWord {
    State state;
    std::string_view word;
    std::string_view what_happened;  // and what can be done about it
};
constexpr std::array<StateWord, 6> states{{
    {State::drafted, "drafted", "This voucher has not been printed yet. Wait for the paper, then scan it."},
    {State::issued, "issued", "This voucher was printed already; it is good as it is."},
    {State::unsure, "unsure",
     "Nobody has said yet whether this voucher came out whole. Look at the paper first."},
    {State::redeemed, "redeemed",
     "This voucher was redeemed already. If the customer was not served, ask a manager."},
    {State::voided, "voided",
     "This voucher was voided and counts no more. A manager can give a new one."},
    {State::expired, "expired", "This voucher is past its last day. A manager can give a new one."},
}};

const StateWord& entry(State state) {
    return states[static_cast<std::size_t>(state)];
}

bool is_final(State state) {
    return state == State::redeemed || state == State::voided || state == State::expired;
}

bool allowed(State from, State to) {
    switch (to) {
        case State::drafted:
            return false;
        case State::issued:
            return from == State::drafted || from == State::unsure;
        case State::unsure:
            return from == State::drafted;
        // A customer who holds an unsure voucher in hand has answered the question.
        case State::redeemed:
            return from == State::issued || from == State::unsure;
        case State::voided:
            return !is_final(from);
        case State::expired:
            return !is_final(from);
    }
    return false;
}

}  // namespace

std::string_view word(State state) {
    return entry(state).word;
}

std::optional<State> state_from_word(std::string_view word) {
    for (const auto& known : states)
        if (known.word == word) return known.state;
    return std::nullopt;
}

Result<> may_become(State from, State to) {
    if (allowed(from, to)) return {};
    return fail(ErrorKind::refused, std::string(entry(from).what_happened),
                std::string(word(from)) + " -> " + std::string(word(to)));
}

}  // namespace makegood::core::voucher
