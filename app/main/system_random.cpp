#include "app/main/system_random.hpp"

#include <sodium.h>

namespace makegood::main {

std::uint64_t SystemRandom::below(std::uint64_t bound) {
    // Numbers from the incomplete last round would favour small results; they are drawn again.
    const std::uint64_t unfair = -bound % bound;
    for (;;) {
        std::uint64_t number = 0;
        randombytes_buf(&number, sizeof number);
        if (number >= unfair) return number % bound;
    }
}

}  // namespace makegood::main
