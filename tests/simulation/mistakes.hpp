// Mistakes that somebody could make in the product, each by overriding one step or turning one order around.
// The simulation must find every one of them in every run, or it would not find them in the product.
#pragma once
#include "tests/simulation/protocol.hpp"

namespace makegood::simulation {

enum class Mistake : std::uint8_t {
    no_duplicate_check,
    no_epoch_check,
    no_marker_check,
    grant_outside_exchange,
    spend_before_commit,
    right_again_after_period,
    return_before_durable,
    answer_before_durable,
    promise_spent_at_once,
    release_spent_at_once,
    cap_off_by_one,
};
inline constexpr Mistake all_mistakes[] = {
    Mistake::no_duplicate_check,     Mistake::no_epoch_check,        Mistake::no_marker_check,
    Mistake::grant_outside_exchange, Mistake::spend_before_commit,   Mistake::right_again_after_period,
    Mistake::return_before_durable,  Mistake::answer_before_durable, Mistake::promise_spent_at_once,
    Mistake::release_spent_at_once,  Mistake::cap_off_by_one,
};

const char* name_of(Mistake mistake);
std::unique_ptr<Protocol> protocol_with(Mistake mistake);

}  // namespace makegood::simulation
