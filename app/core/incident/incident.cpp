#include "app/core/incident/incident.hpp"

#include <array>

#include "app/core/incident/words.hpp"

namespace makegood::core::incident {
namespace {

constexpr std::array kinds{
    Named<Kind>{Kind::stock_out, "stock-out", "Out of stock"},
    Named<Kind>{Kind::service_failure, "service-failure", "Something went wrong"},
    Named<Kind>{Kind::delight, "delight", "A surprise"},
};
constexpr std::array failures{
    Named<Failure>{Failure::wrong_price, "wrong-price", "Wrong price"},
    Named<Failure>{Failure::wrong_or_damaged, "wrong-or-damaged", "Wrong or damaged"},
    Named<Failure>{Failure::waited_too_long, "waited-too-long", "Waited too long"},
    Named<Failure>{Failure::not_treated_well, "not-treated-well", "Not treated well"},
    Named<Failure>{Failure::promise_not_kept, "promise-not-kept", "Promise not kept"},
    Named<Failure>{Failure::order_or_delivery, "order-or-delivery", "Order or delivery"},
    Named<Failure>{Failure::billing_or_equipment, "billing-or-equipment", "Billing, equipment"},
    Named<Failure>{Failure::something_else, "something-else", "Something else"},
};
constexpr std::array severities{
    Named<Severity>{Severity::nuisance, "nuisance", "A nuisance"},
    Named<Severity>{Severity::spoiled_visit, "spoiled-visit", "Spoiled the visit"},
    Named<Severity>{Severity::spoiled_day, "spoiled-day", "Spoiled the day"},
};
constexpr std::array<ContextWord, 5> chips{{
    {"in-a-hurry", &Context::in_a_hurry},
    {"special-day", &Context::special_day},
    {"happened-before", &Context::happened_before},
    {"with-children", &Context::with_children},
    {"not-our-fault", &Context::not_our_fault},
}};

constexpr auto in_order = [] {
    std::array<Failure, failures.size()> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = failures[i].value;
    return all;
}();

LossKind loss_kind(Failure failure) {
    switch (failure) {
        case Failure::wrong_price:
            return LossKind::money;
        case Failure::billing_or_equipment:
            return LossKind::money;
        case Failure::wrong_or_damaged:
            return LossKind::goods;
        case Failure::order_or_delivery:
            return LossKind::goods;
        case Failure::waited_too_long:
            return LossKind::regard;
        case Failure::not_treated_well:
            return LossKind::regard;
        case Failure::promise_not_kept:
            return LossKind::regard;
        case Failure::something_else:
            return LossKind::open;
    }
    return LossKind::open;
}

}  // namespace

std::string_view word(Kind kind) {
    return named(kinds, kind).word;
}
std::string_view word(Failure failure) {
    return named(failures, failure).word;
}
std::string_view word(Severity severity) {
    return named(severities, severity).word;
}
std::string_view title(Failure failure) {
    return named(failures, failure).title;
}
std::string_view title(Severity severity) {
    return named(severities, severity).title;
}

std::optional<Kind> kind_from_word(std::string_view word) {
    return value_named(kinds, word);
}
std::optional<Failure> failure_from_word(std::string_view word) {
    return value_named(failures, word);
}
std::optional<Severity> severity_from_word(std::string_view word) {
    return value_named(severities, word);
}

std::span<const ContextWord> context_words() {
    return chips;
}
std::span<const Failure> all_failures() {
    return in_order;
}

bool holds_all(const Context& all, const Context& some) {
    for (const auto& chip : chips)
        if (some.*chip.flag && !(all.*chip.flag)) return false;
    return true;
}

bool share_any(const Context& one, const Context& other) {
    for (const auto& chip : chips)
        if (one.*chip.flag && other.*chip.flag) return true;
    return false;
}

LossKind loss_kind(const Incident& incident) {
    switch (incident.kind) {
        case Kind::stock_out:
            return LossKind::goods;
        case Kind::service_failure:
            return loss_kind(incident.failure);
        case Kind::delight:
            return LossKind::none;
    }
    return LossKind::open;
}

}  // namespace makegood::core::incident
