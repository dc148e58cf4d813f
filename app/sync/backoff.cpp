#include "app/sync/backoff.hpp"

#include <algorithm>

namespace makegood::sync {

std::chrono::milliseconds wait_after(int failures, ports::Random& random) {
    const int doublings = std::clamp(failures, 0, 20);
    const auto ceiling = std::min(longest_wait, shortest_wait * (std::int64_t{1} << doublings));
    const auto spread = static_cast<std::uint64_t>((ceiling - shortest_wait).count());
    return shortest_wait + std::chrono::milliseconds(random.below(spread + 1));
}

}  // namespace makegood::sync
