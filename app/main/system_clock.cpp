#include "app/main/system_clock.hpp"

#include <date/tz.h>

#include <cstdio>
#include <fstream>
#include <random>

namespace makegood::main {
namespace {

// Where the kernel does not tell, each program has a start of its own: what waits on it waits longer.
std::string this_boot() {
    std::string id;
    std::ifstream("/proc/sys/kernel/random/boot_id") >> id;
    return id.empty() ? std::to_string(std::random_device{}()) : id;
}

}  // namespace

SystemClock::SystemClock(const date::time_zone* zone) : zone_(zone), boot_(this_boot()) {}

Result<SystemClock> SystemClock::in_zone(const std::string& name) {
    if (name.empty() || name == "UTC") return SystemClock(nullptr);
    try {
        return SystemClock(date::locate_zone(name));
    } catch (const std::exception& problem) {
        return fail(
            ErrorKind::bad_input,
            "\"" + name + "\" is not a time zone that this machine knows; write it like Europe/Vienna.",
            problem.what());
    }
}

Instant SystemClock::now() const {
    return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
}

Duration SystemClock::steady() const {
    return std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now().time_since_epoch());
}

std::chrono::sys_seconds SystemClock::local(Instant instant) const {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(instant);
    if (zone_ == nullptr) return seconds;
    return seconds + zone_->get_info(seconds).offset;
}

CivilDate SystemClock::local_date(Instant instant) const {
    return CivilDate{std::chrono::floor<std::chrono::days>(local(instant))};
}

std::string SystemClock::local_time(Instant instant) const {
    const auto time = local(instant);
    const auto minutes =
        std::chrono::floor<std::chrono::minutes>(time - std::chrono::floor<std::chrono::days>(time)).count();
    char text[16];
    std::snprintf(text, sizeof text, "%02d:%02d", static_cast<int>(minutes / 60),
                  static_cast<int>(minutes % 60));
    return text;
}

CivilDate day_in_zone(const std::string& zone, Instant instant) {
    const auto clock = SystemClock::in_zone(zone);
    return clock ? clock->local_date(instant) : CivilDate{std::chrono::floor<std::chrono::days>(instant)};
}

}  // namespace makegood::main
