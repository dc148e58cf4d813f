#include <algorithm>

#include "app/core/gesture/gesture.hpp"
#include "app/core/gesture/reason.hpp"

namespace makegood::core::gesture {
namespace {

using incident::Incident;
using incident::LossKind;
using incident::Severity;

// Products of amounts and shares; ISO C++ has no such type.
__extension__ typedef __int128 Wide;

template <class Value>
bool has(const std::vector<Value>& values, Value value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

bool meant_for(const Gesture& gesture, const Incident& incident) {
    if (!has(gesture.kinds, incident.kind)) return false;
    const bool is_failure = incident.kind == incident::Kind::service_failure;
    if (is_failure && !gesture.failures.empty() && !has(gesture.failures, incident.failure)) return false;
    if (incident.severity < gesture.from || incident.severity > gesture.to) return false;
    return incident::holds_all(incident.context, gesture.only_when) &&
           !incident::share_any(incident.context, gesture.not_when);
}

enum class Match : std::uint8_t { in_kind, acceptable, wrong };

Match match_of_money(LossKind loss, Severity severity) {
    switch (loss) {
        case LossKind::money:
            return Match::in_kind;
        case LossKind::open:
            return Match::in_kind;
        case LossKind::goods:
            return Match::acceptable;
        case LossKind::regard:
            return severity == Severity::spoiled_day ? Match::acceptable : Match::wrong;
        case LossKind::none:
            return Match::wrong;
    }
    return Match::wrong;
}

// R3. Attention and promises never replace what is owed; they are right anywhere.
Match match_of(const Gesture& gesture, const Incident& incident) {
    const LossKind loss = incident::loss_kind(incident);
    switch (gesture.nature) {
        case Nature::attention:
            return Match::in_kind;
        case Nature::promise:
            return Match::in_kind;
        case Nature::product:
            return loss == LossKind::money ? Match::wrong : Match::in_kind;
        case Nature::money:
            return match_of_money(loss, incident.severity);
    }
    return Match::wrong;
}

// Percent::of rounds; a guard must not: the greatest amount not above the share, the least not below it.
bool above(Money amount, Percent share, Money loss) {
    return static_cast<Wide>(amount.minor()) * 10'000 >
           static_cast<Wide>(loss.minor()) * share.basis_points();
}
bool below(Money amount, Percent share, Money loss) {
    return static_cast<Wide>(amount.minor()) * 10'000 <
           static_cast<Wide>(loss.minor()) * share.basis_points();
}
Money at_most(Percent share, Money loss) {
    const Money rounded = share.of(loss);
    return above(rounded, share, loss) ? rounded - Money::minor(1) : rounded;
}
Money at_least(Percent share, Money loss) {
    const Money rounded = share.of(loss);
    return below(rounded, share, loss) ? rounded + Money::minor(1) : rounded;
}

std::optional<Money> wished_worth(const Gesture& gesture, const Guards& guards, const Incident& incident) {
    if (!gesture.share_of_loss) return gesture.fixed_worth.value_or(Money{});
    if (!incident.loss || *incident.loss <= Money{}) return std::nullopt;
    std::int64_t share = gesture.share_of_loss->basis_points();
    if (incident.context.special_day && gesture.nature == Nature::money)
        share += guards.special_day_more.basis_points();
    Money worth = std::max(at_least(Percent::basis_points(share), *incident.loss), gesture.least_worth);
    if (gesture.most_worth > Money{}) worth = std::min(worth, gesture.most_worth);
    return worth;
}

// R4 for money: lowered to the guards, or nothing when what is left would be too little.
std::optional<Money> guarded_money(Money worth, const Guards& guards, const Incident& incident) {
    worth = std::min(worth, guards.most_worth_money_each);
    if (incident.loss && *incident.loss > Money{}) {
        const bool rejected = incident.severity >= Severity::spoiled_visit;
        worth = std::min(worth, at_most(guards.never_above, *incident.loss));
        if (rejected) worth = std::min(worth, at_most(guards.most_of_loss, *incident.loss));
        if (rejected && below(worth, guards.least_of_loss, *incident.loss)) return std::nullopt;
    }
    return worth > Money{} ? std::optional(worth) : std::nullopt;
}

Money cost_of(const Gesture& gesture, Money worth) {
    return gesture.paper == Paper::voucher ? worth : gesture.cost_share.of(worth);
}

std::optional<Fitting> fit(const Gesture& gesture, const Guards& guards, const Incident& incident) {
    const Match match = match_of(gesture, incident);
    if (!meant_for(gesture, incident) || match == Match::wrong) return std::nullopt;
    if (gesture.free() && gesture.nature == Nature::money) return std::nullopt;  // no amount, no gesture
    Fitting fitting{&gesture, {}, {}, {}, match == Match::in_kind};
    if (!gesture.free()) {
        auto worth = wished_worth(gesture, guards, incident);
        if (worth && gesture.nature == Nature::money) worth = guarded_money(*worth, guards, incident);
        if (!worth || *worth <= Money{}) return std::nullopt;
        fitting.worth = *worth;
        fitting.cost = cost_of(gesture, *worth);
        if (fitting.cost > guards.most_cost_each) return std::nullopt;
    }
    fitting.reason = reason_for(fitting, incident);
    return fitting;
}

}  // namespace

std::vector<Fitting> fitting(const std::vector<Gesture>& library, const Guards& guards,
                             const Incident& incident) {
    std::vector<Fitting> answer;
    for (const auto& gesture : library)
        if (auto fits = fit(gesture, guards, incident)) answer.push_back(std::move(*fits));
    return answer;
}

}  // namespace makegood::core::gesture
