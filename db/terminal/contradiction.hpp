// An event that can't follow from the state: a recovery settled twice, an incident nobody reported.
#pragma once
#include <cstdint>
#include <stdexcept>

namespace makegood::db::terminal {

struct Contradiction : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Throws Contradiction unless a statement changed exactly one row.
void must_be_one(std::int64_t changed, const char* what);

}  // namespace makegood::db::terminal
