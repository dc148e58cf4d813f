#include <array>

#include "app/core/gesture/gesture.hpp"

namespace makegood::core::gesture {
namespace {

using incident::Kind;

Gesture listen() {
    Gesture gesture;
    gesture.id = GestureId("listen");
    gesture.title = "Listen and write it down";
    gesture.label = "So that it ends";
    gesture.detail = "The manager reads it today";
    gesture.sentence = "I am sorry. Tell me what happened, I write it down and it is read today.";
    gesture.kinds = {Kind::stock_out, Kind::service_failure, Kind::delight};
    return gesture;
}

Gesture first_to_know() {
    Gesture gesture;
    gesture.id = GestureId("first-to-know");
    gesture.title = "First to know";
    gesture.label = "We tell you";
    gesture.detail = "Told here within two days, without asking";
    gesture.sentence = "You will be the first to hear how this goes on, within two days.";
    gesture.nature = Nature::promise;
    gesture.due_hours = 48;
    gesture.kinds = {Kind::stock_out, Kind::service_failure, Kind::delight};
    return gesture;
}

constexpr std::array<std::string_view, 4> natures{"product", "money", "attention", "promise"};
constexpr std::array<std::string_view, 3> papers{"none", "sticker", "voucher"};

template <class Value, std::size_t Count>
std::optional<Value> value_at(const std::array<std::string_view, Count>& words, std::string_view word) {
    for (std::size_t i = 0; i < Count; ++i)
        if (words[i] == word) return static_cast<Value>(i);
    return std::nullopt;
}

}  // namespace

const std::vector<Gesture>& always_possible() {
    static const std::vector<Gesture> both{listen(), first_to_know()};
    return both;
}

std::string_view word(Nature nature) {
    return natures[static_cast<std::size_t>(nature)];
}
std::optional<Nature> nature_from_word(std::string_view word) {
    return value_at<Nature>(natures, word);
}
std::string_view word(Paper paper) {
    return papers[static_cast<std::size_t>(paper)];
}
std::optional<Paper> paper_from_word(std::string_view word) {
    return value_at<Paper>(papers, word);
}

}  // namespace makegood::core::gesture
