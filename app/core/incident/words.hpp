// Closed sets of values with their words for files and their captions for people.
#pragma once
#include <array>
#include <optional>
#include <string_view>

#include "app/base/check.hpp"

namespace makegood::core::incident {

template <class Value>
struct Named {
    Value value;
    std::string_view word, title;
};

// Programming error: a value that is not in the table.
template <class Value, std::size_t Count>
const Named<Value>& named(const std::array<Named<Value>, Count>& table, Value value) {
    for (const auto& entry : table)
        if (entry.value == value) return entry;
    MAKEGOOD_CHECK(!"a value outside its set");
    return table.front();
}

template <class Value, std::size_t Count>
std::optional<Value> value_named(const std::array<Named<Value>, Count>& table, std::string_view word) {
    for (const auto& entry : table)
        if (entry.word == word) return entry.value;
    return std::nullopt;
}

}  // namespace makegood::core::incident
