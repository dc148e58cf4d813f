// Promises: what was promised by when. An owner, a due time, kept or not (R13).
#pragma once
#include <optional>
#include <string>

#include "app/base/text_id.hpp"
#include "app/base/time_values.hpp"

namespace makegood::core::followup {

struct Promise {
    PromiseId id;
    std::string what;  // "Keep one back: Coconut oil 400 ml"
    Instant due;
    std::optional<Instant> kept;
    friend bool operator==(const Promise&, const Promise&) = default;
};

}  // namespace makegood::core::followup
