// Where the chance of a random test begins: told, so that a failure can be had again.
#pragma once
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>

namespace makegood::tests {

// Another one each time, printed beside `what`; MAKEGOOD_SEED=NUMBER in the environment takes that instead.
inline std::uint32_t any_seed(const char* what) {
    const char* wanted = std::getenv("MAKEGOOD_SEED");
    const auto seed = wanted != nullptr ? static_cast<std::uint32_t>(std::strtoul(wanted, nullptr, 10))
                                        : std::random_device{}();
    std::printf("%s: seed %u\n", what, seed);
    return seed;
}

}  // namespace makegood::tests
