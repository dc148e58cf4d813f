// What the presenter is told once: the shop, its habits, and how to read time and scans.
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "app/base/money.hpp"
#include "app/base/time_values.hpp"
#include "app/core/voucher/voucher.hpp"

namespace makegood::terminal::presenter {

using std::chrono::minutes;
using std::chrono::seconds;

// Tells scans from typing: gets every key with its steady time, answers the text of a scan with the key
// that ends it. Keys that come as fast as a scanner's are not typed until `burst_gap` has passed.
using ScanDecoder = std::function<std::optional<std::string>(char32_t key, Duration steady)>;

struct Setup {
    std::string store, register_name;
    Currency currency;
    core::voucher::NumberRange range;  // 13 digits in it are a voucher
    // In the shop's time zone: "14:07" and the day. Pure.
    std::function<std::string(Instant)> time_of_day;
    std::function<CivilDate(Instant)> day;

    bool manager_first = false;  // who looks after the shop begins with today's money, not at the counter
    Duration idle = minutes(2);  // then the clerk is signed out, and work in hand is kept; zero: never
    Duration idle_warning = seconds(20);                 // told so long before
    Duration burst_gap = std::chrono::milliseconds(50);  // keys further apart are typed
    Duration double_touch =
        std::chrono::milliseconds(350);  // a second touch so soon is not meant for a new screen
};

}  // namespace makegood::terminal::presenter
