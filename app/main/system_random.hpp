// Chance from the operating system, through libsodium.
#pragma once
#include "app/ports/random.hpp"

namespace makegood::main {

class SystemRandom final : public ports::Random {
  public:
    std::uint64_t below(std::uint64_t bound) override;
};

}  // namespace makegood::main
