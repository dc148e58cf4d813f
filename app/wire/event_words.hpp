// The words of the journal. They are a file format: never changed, whatever the screens come to say.
#pragma once
#include <array>
#include <optional>
#include <string_view>

#include "app/ports/event.hpp"

namespace makegood::wire {

// In the order of the enumeration.
template <class Enum>
struct EventWords;

template <>
struct EventWords<core::budget::PeriodKind> {
    static constexpr std::array<std::string_view, 4> list{"day", "week", "month", "own"};
};
template <>
struct EventWords<core::incident::Kind> {
    static constexpr std::array<std::string_view, 3> list{"stock-out", "service-failure", "delight"};
};
template <>
struct EventWords<core::incident::Failure> {
    static constexpr std::array<std::string_view, 8> list{
        "wrong-price",      "wrong-or-damaged",  "waited-too-long",      "not-treated-well",
        "promise-not-kept", "order-or-delivery", "billing-or-equipment", "something-else"};
};
template <>
struct EventWords<core::incident::Severity> {
    static constexpr std::array<std::string_view, 3> list{"nuisance", "spoiled-visit", "spoiled-day"};
};
template <>
struct EventWords<core::recovery::OfferKind> {
    static constexpr std::array<std::string_view, 6> list{
        "free-substitute", "same-price-substitute", "gift", "amount-off", "attention", "promise"};
};
template <>
struct EventWords<core::gesture::Paper> {
    static constexpr std::array<std::string_view, 3> list{"none", "sticker", "voucher"};
};
template <>
struct EventWords<core::voucher::State> {
    static constexpr std::array<std::string_view, 6> list{"drafted",  "issued", "unsure",
                                                          "redeemed", "voided", "expired"};
};
template <>
struct EventWords<ports::PrintOutcome> {
    static constexpr std::array<std::string_view, 5> list{"printed", "not-printed", "unsure", "torn",
                                                          "cancelled"};
};
template <>
struct EventWords<ports::PolicyOrigin> {
    static constexpr std::array<std::string_view, 2> list{"store", "head-office"};
};

template <>
struct EventWords<core::budget::Role> {
    static constexpr std::array<std::string_view, 4> list{"clerk", "supervisor", "manager", "owner"};
};
template <>
struct EventWords<ports::PersonChange> {
    static constexpr std::array<std::string_view, 8> list{
        "added", "role-changed", "pin-made", "locked", "unlocked", "badge-given", "badge-taken", "removed"};
};

// In the order of ports::Event.
inline constexpr std::array<std::string_view, std::variant_size_v<ports::Event>> event_names{
    "shop-opened",     "budget-set",       "incident-reported", "incident-closed",    "recovery-given",
    "recovery-undone", "recovery-settled", "voucher-replaced",  "voucher-voided",     "voucher-redeemed",
    "voucher-expired", "print-started",    "print-finished",    "catalogue-imported", "promise-kept",
    "clock-set-back",  "clock-jumped",     "clock-confirmed",   "sales-imported",     "offers-renewed",
    "words-asked-for", "stock-counted",    "person-changed",    "rights-changed",     "policy-published"};

template <class Enum>
constexpr std::string_view event_word(Enum value) {
    return EventWords<Enum>::list[static_cast<std::size_t>(value)];
}

template <class List>
constexpr std::optional<std::size_t> position_of(const List& list, std::string_view word) {
    for (std::size_t i = 0; i < list.size(); ++i)
        if (list[i] == word) return i;
    return std::nullopt;
}

}  // namespace makegood::wire
