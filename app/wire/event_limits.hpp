// What may stand in an event at most, the same for writing and reading.
#pragma once
#include <cstddef>
#include <cstdint>

#include "app/base/time_values.hpp"

namespace makegood::wire {

inline constexpr std::int64_t event_version = 1;
inline constexpr std::size_t longest_event = 256 * 1024;  // bytes
inline constexpr std::size_t longest_text = 4096;         // bytes of one text
inline constexpr std::size_t longest_id = 200;
inline constexpr std::size_t most_offers = 64;
inline constexpr std::int64_t greatest_count = 1'000'000'000'000;

// Years 0 to 9999: what ISO 8601 writes in four digits.
inline constexpr Instant first_instant = std::chrono::sys_days{std::chrono::year{0} / 1 / 1};
inline constexpr Instant last_instant =
    Instant{std::chrono::sys_days{std::chrono::year{10'000} / 1 / 1}} - Duration{1};

inline bool is_writable(Instant instant) {
    return instant >= first_instant && instant <= last_instant;
}
inline bool is_writable(CivilDate date) {
    return date.ok() && date.year() >= std::chrono::year{0} && date.year() <= std::chrono::year{9999};
}
inline bool is_writable(std::int64_t count, std::int64_t greatest) {
    return count >= -greatest && count <= greatest;
}

}  // namespace makegood::wire
