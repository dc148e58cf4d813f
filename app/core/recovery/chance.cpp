#include "app/core/recovery/chance.hpp"

#include <algorithm>

namespace makegood::core::recovery {
namespace {

struct Entry {
    std::size_t index;
    std::uint64_t weight;
};

std::uint64_t sum_of(const std::vector<Entry>& entries) {
    std::uint64_t sum = 0;
    for (const auto& entry : entries) sum += entry.weight;
    return sum;
}

// Moves those that no draw could miss from `open` to `drawn`; `count` goes down with them.
void take_the_certain(std::vector<Entry>& open, std::size_t& count, std::vector<Drawn>& drawn) {
    for (bool found = true; found && count > 0;) {
        found = false;
        const std::uint64_t sum = sum_of(open);
        for (auto entry = open.begin(); entry != open.end(); ++entry) {
            if (entry->weight * count < sum) continue;
            drawn.push_back({entry->index, Percent::whole(100)});
            open.erase(entry);
            --count;
            found = true;
            break;
        }
    }
}

}  // namespace

std::vector<Drawn> draw_some(const std::vector<int>& weights, std::size_t count, const Draw& draw) {
    std::vector<Entry> open;
    for (std::size_t i = 0; i < weights.size(); ++i)
        open.push_back({i, static_cast<std::uint64_t>(std::max(1, weights[i]))});
    count = std::min(count, open.size());
    std::vector<Drawn> drawn;
    take_the_certain(open, count, drawn);
    const std::uint64_t sum = sum_of(open);
    // Each entry covers weight × count of a line of length sum × count; marks stand `sum` apart on it, so
    // none is hit twice and the first mark's place decides all.
    std::uint64_t mark = count > 0 ? draw(sum) : 0, end = 0;
    std::size_t marks_left = count;
    for (const auto& entry : open) {
        end += entry.weight * count;
        if (marks_left == 0 || mark >= end) continue;
        const auto points = (entry.weight * count * 10'000 + sum / 2) / sum;
        drawn.push_back({entry.index, Percent::basis_points(static_cast<std::int64_t>(points))});
        mark += sum;
        --marks_left;
    }
    std::sort(drawn.begin(), drawn.end(), [](const Drawn& a, const Drawn& b) { return a.index < b.index; });
    return drawn;
}

// SplitMix64 (Steele, Lea, Flood 2014); numbers from the incomplete last round would favour small results.
Draw draws_of(std::uint64_t drawn) {
    return [state = drawn](std::uint64_t bound) mutable {
        const auto fair = ~std::uint64_t{0} - ~std::uint64_t{0} % bound;
        for (;;) {
            auto mixed = state += 0x9e3779b97f4a7c15;
            mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
            mixed ^= mixed >> 31;
            if (mixed < fair) return mixed % bound;
        }
    };
}

}  // namespace makegood::core::recovery
