// Chance that is the same on every machine: xoshiro256** (D. Blackman and S. Vigna), filled by splitmix64.
#pragma once
#include <array>
#include <bit>
#include <cstdint>

namespace makegood::simulation {

// Also mixes numbers into a trace.
inline std::uint64_t splitmix(std::uint64_t& state) {
    auto mixed = state += 0x9e3779b97f4a7c15;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    return mixed ^ (mixed >> 31);
}

class Dice {
  public:
    explicit Dice(std::uint64_t seed) {
        for (auto& part : state_) part = splitmix(seed);
    }
    std::uint64_t next() {
        const auto thrown = std::rotl(state_[1] * 5, 7) * 9;
        const auto shifted = state_[1] << 17;
        state_[2] ^= state_[0];
        state_[3] ^= state_[1];
        state_[1] ^= state_[2];
        state_[0] ^= state_[3];
        state_[2] ^= shifted;
        state_[3] = std::rotl(state_[3], 45);
        return thrown;
    }
    // 0 .. bound - 1; bound > 0, far below 2^32
    std::int64_t below(std::int64_t bound) {
        return static_cast<std::int64_t>(((next() >> 32) * static_cast<std::uint64_t>(bound)) >> 32);
    }
    bool percent(std::int64_t chance) { return below(100) < chance; }
    std::uint64_t nonce() { return next() | 1; }

  private:
    std::array<std::uint64_t, 4> state_{};
};

}  // namespace makegood::simulation
