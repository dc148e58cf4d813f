#include "app/core/gesture/reason.hpp"

namespace makegood::core::gesture {
namespace {

using incident::Failure;
using incident::Incident;
using incident::Severity;

__extension__ typedef __int128 Wide;  // products of amounts; ISO C++ has no such type

std::string_view phrase(Failure failure) {
    switch (failure) {
        case Failure::wrong_price:
            return "for a wrong price";
        case Failure::wrong_or_damaged:
            return "for wrong or damaged goods";
        case Failure::waited_too_long:
            return "for a long wait";
        case Failure::not_treated_well:
            return "for unkind treatment";
        case Failure::promise_not_kept:
            return "for a broken promise";
        case Failure::order_or_delivery:
            return "for an order gone wrong";
        case Failure::billing_or_equipment:
            return "for trouble with the bill or the equipment";
        case Failure::something_else:
            return "for a mishap";
    }
    return {};
}

std::string_view phrase(Severity severity) {
    switch (severity) {
        case Severity::nuisance:
            return " that was a nuisance";
        case Severity::spoiled_visit:
            return " that spoiled the visit";
        case Severity::spoiled_day:
            return " that spoiled the day";
    }
    return {};
}

std::string occasion(const Incident& incident) {
    switch (incident.kind) {
        case incident::Kind::stock_out:
            return "for an article that was not there";
        case incident::Kind::service_failure:
            return std::string(phrase(incident.failure)).append(phrase(incident.severity));
        case incident::Kind::delight:
            return "a surprise, with nothing gone wrong";
    }
    return {};
}

// Of a missing article nothing was paid yet: its price is only the measure.
std::string share_words(const Fitting& fitting, const Incident& incident) {
    const auto hundredfold = static_cast<Wide>(fitting.worth.minor()) * 100;
    const auto share = static_cast<std::int64_t>(hundredfold / incident.loss->minor());
    if (share == 0) return {};  // less than one in a hundred is nothing to point at
    const bool missing = incident.kind == incident::Kind::stock_out;
    return ", " + std::to_string(share) + (missing ? " % of its price" : " % of what was lost");
}

}  // namespace

std::string reason_for(const Fitting& fitting, const Incident& incident) {
    std::string reason = occasion(incident);
    const bool of_loss = fitting.gesture->nature == Nature::money && fitting.worth > Money{};
    if (of_loss && incident.loss && *incident.loss > Money{}) reason += share_words(fitting, incident);
    if (incident.context.happened_before) reason += ", and not for the first time";
    if (incident.context.special_day) reason += ", on a special day";
    if (incident.context.not_our_fault) reason += "; made good here, charged back to who caused it";
    return reason;
}

}  // namespace makegood::core::gesture
