#include "app/server/receiver/rights_counter.hpp"

#include <algorithm>

#include "app/core/budget/hub_periods.hpp"
#include "app/core/budget/rights_hub_acts.hpp"
#include "app/wire/hub_messages.hpp"

namespace makegood::server::receiver {
namespace {

using namespace core::budget;
using wire::RefusalCode;

// A hub is there for more than one register: the first that is heard does not get all.
constexpr SharingRules sharing{.least_registers = 2};

Refused refused_for(HubRefusal refusal) {
    switch (refusal) {
        case HubRefusal::unknown_device:
            return {RefusalCode::not_enrolled,
                    "This register is not enrolled at this hub. Ask for a one-time code and enrol with it."};
        case HubRefusal::revoked:
            return {RefusalCode::revoked,
                    "This register was revoked. Ask the owner why; it spends what it holds until then."};
        case HubRefusal::no_exchange:
            return {RefusalCode::contradicts, "This talk is over. The register begins a new one by itself."};
        case HubRefusal::other_hub:
            return {
                RefusalCode::contradicts,
                "This hub was replaced by another, or replaces another without the owner's act. Look with "
                "makegood-server budget show, and use makegood-server replace-hub on the one that counts."};
        case HubRefusal::impossible:
            return {RefusalCode::contradicts,
                    "The register states rights that no register can have. Verify its journal: makegood "
                    "journal verify."};
        case HubRefusal::hub_fell_back:
            return {
                RefusalCode::contradicts,
                "This hub was put back from an older copy, so it grants nothing more. Its owner lets it go "
                "on with: makegood-server replace-hub --data DIR."};
    }
    return {};
}

std::uint64_t draw(ports::Random& random) {
    return 1 + random.below(std::uint64_t{1} << 63);
}

std::vector<Rule> rules_of(const ports::HubState& state) {
    std::vector<Rule> rules;
    for (const auto& rule : state.rules) rules.push_back({rule.key, rule.limit});
    return rules;
}

// How much of the running periods is left, to the day: that decides what is kept back, never what is allowed.
std::vector<PeriodLeft> periods_left(const ports::HubState& state, CivilDate today) {
    std::vector<PeriodLeft> left;
    for (const auto& rule : state.rules) {
        const auto name = period_of(rule.limit, today);
        const auto span = span_of(name);
        const auto days = [](CivilDate first, CivilDate last) {
            return (std::chrono::sys_days{last} - std::chrono::sys_days{first}).count() + 1;
        };
        left.push_back(
            {name, Percent::basis_points(10'000 * days(today, span->last) / days(span->first, span->last))});
    }
    return left;
}

RightsCounter::Holder::State state_of(const HubDevice& device) {
    using State = RightsCounter::Holder::State;
    if (device.revoked) return State::revoked;
    if (device.renewals >= sharing.renewals_before_doubt) return State::doubtful;
    return device.renewals > 0 ? State::copied : State::granted;
}

std::vector<RightsCounter::Holder> holders_of(const HubBook& book, const HubPot& pot) {
    std::vector<RightsCounter::Holder> all;
    for (const auto& device : book.devices) {
        RightsCounter::Holder holder{device.device, {}, {}, {}, {}, {}, state_of(device)};
        for (const auto& account : pot.accounts) {
            if (account.device != device.device) continue;
            const auto& figures = account.figures;
            holder.granted += figures.granted;
            holder.returned += figures.returned;
            holder.used += figures.used - figures.freed;
            if (account.epoch == device.epoch)
                holder.held = greatest({}, held(figures));
            else if (!account.written_off)
                holder.presumed += figures.granted - figures.returned;
        }
        all.push_back(std::move(holder));
    }
    return all;
}

RightsCounter::PotNow how_it_stands(const ports::HubState& state, const ports::HubRule& rule,
                                    const HubPot& pot) {
    return {rule,
            pot,
            out(pot) + pot.lost,
            used(pot),
            free_amount(pot),
            still_out(pot),
            presumed_spent(state.book, pot) + pot.lost,
            std::count_if(state.book.devices.begin(), state.book.devices.end(),
                          [](const HubDevice& each) { return !each.revoked; }),
            holders_of(state.book, pot)};
}

}  // namespace

RightsCounter::RightsCounter(ports::HubStore& store, const ports::Clock& clock, ports::Random& random,
                             ports::DayInZone day_in_zone)
    : store_(store), clock_(clock), random_(random), day_in_zone_(std::move(day_in_zone)) {}

CivilDate RightsCounter::today(const ports::HubState& state) const {
    return day_in_zone_(state.time_zone, clock_.now());
}

void RightsCounter::keep_up(ports::HubState& state) const {
    keep_periods(state.book, rules_of(state), limits_, today(state));
}

Result<ports::HubState> RightsCounter::load() {
    return store_.hub();
}

tl::expected<ports::HubState, Refused> RightsCounter::brought_up(const ports::EnrolledDevice& device) {
    auto state = load();
    if (!state) return tl::unexpected(refused_by(state.error()));
    if (limits_of_) limits_ = limits_of_(device.store);
    keep_up(*state);
    // Believed once is what a register says that it holds and has given: of a hub that was lost, or of its
    // own budget, which ends here and counts in the store's.
    if (!find(state->book, device.device))
        state->book.devices.push_back({.device = device.device, .adopt = true});
    return std::move(*state);
}

Result<std::uint64_t> RightsCounter::start(std::optional<std::uint64_t> outside) {
    const auto before = load();
    if (!before) return fail(before.error());
    auto after = *before;
    const auto fresh = draw(random_);
    core::budget::start(after.book, outside, fresh);
    MAKEGOOD_TRY(store_.save_hub(*before, after));
    return fresh;
}

tl::expected<std::string, Refused> RightsCounter::knock(const ports::EnrolledDevice& device,
                                                        std::string_view body) {
    const auto knock = wire::decode_knock(body);
    if (!knock) return tl::unexpected(refused_by(knock.error()));
    if (knock->device != device.device) return tl::unexpected(refused_for(HubRefusal::unknown_device));
    const auto before = load();
    if (!before) return tl::unexpected(refused_by(before.error()));
    const auto state = brought_up(device);
    if (!state) return tl::unexpected(state.error());
    const auto welcome = answer(desk_, state->book, *knock, draw(random_));
    if (!welcome) return tl::unexpected(refused_for(welcome.error()));
    if (const auto saved = store_.save_hub(*before, *state); !saved) {
        desk_ = {};
        return tl::unexpected(refused_by(saved.error()));
    }
    ports::HubWelcome message{*welcome, state->rules, {}, customer_secret_};
    for (const auto& rule : rules_of(*state))
        if (const auto* pot = find(state->book, running_pot(rule, today(*state))))
            message.pots.push_back({pot->id, out(*pot), still_out(*pot)});
    return wire::encode(message);
}

tl::expected<std::string, Refused> RightsCounter::hello(const ports::EnrolledDevice& device,
                                                        std::string_view body) {
    const auto hello = wire::decode_rights_hello(body);
    if (!hello) return tl::unexpected(refused_by(hello.error()));
    if (hello->device != device.device) return tl::unexpected(refused_for(HubRefusal::unknown_device));
    const auto before = load();
    if (!before) return tl::unexpected(refused_by(before.error()));
    auto state = brought_up(device);
    if (!state) return tl::unexpected(state.error());
    open_limit_pots(state->book, hello->pots, limits_, today(*state), state->replaced_on);
    const auto made =
        answer(desk_, state->book, *hello, draw(random_), periods_left(*state, today(*state)), sharing);
    if (!made && made.error() != HubRefusal::hub_fell_back) return tl::unexpected(refused_for(made.error()));
    if (const auto saved = store_.save_hub(*before, *state); !saved) {
        desk_ = {};
        return tl::unexpected(refused_by(saved.error()));
    }
    if (!made) return tl::unexpected(refused_for(made.error()));
    return wire::encode(*made);
}

Result<RightsCounter::PotNow> RightsCounter::set_rule(const ports::HubRule& rule,
                                                      const std::string& time_zone) {
    if (rule.limit.cost < Money{} || rule.limit.worth.value_or(Money{}) < Money{})
        return fail(ErrorKind::bad_input, "A budget can't be negative. Use 0 to spend nothing.");
    const auto before = load();
    if (!before) return fail(before.error());
    auto after = *before;
    if (!time_zone.empty()) after.time_zone = time_zone;
    std::erase_if(after.rules, [&](const ports::HubRule& each) { return each.key == rule.key; });
    after.rules.push_back(rule);
    std::sort(after.rules.begin(), after.rules.end(),
              [](const auto& one, const auto& other) { return one.key < other.key; });
    keep_up(after);
    MAKEGOOD_TRY(store_.save_hub(*before, after));
    return how_it_stands(after, rule, *find(after.book, running_pot({rule.key, rule.limit}, today(after))));
}

Result<RightsCounter::Now> RightsCounter::now() {
    auto state = load();
    if (!state) return fail(state.error());
    keep_up(*state);
    Now all{state->book.halted, state->book.hub_epoch, {}};
    for (const auto& rule : state->rules)
        if (const auto* pot = find(state->book, running_pot({rule.key, rule.limit}, today(*state))))
            all.pots.push_back(how_it_stands(*state, rule, *pot));
    for (const auto& pot : state->book.pots) {
        const auto* rule = rule_of(limits_, pot.id.key);
        if (rule && period_of(rule->limit, today(*state)) == pot.id.period)
            all.pots.push_back(how_it_stands(*state, {pot.id.key, rule->limit}, pot));
    }
    return all;
}

Result<> RightsCounter::revoke(const DeviceId& device) {
    const auto before = load();
    if (!before) return fail(before.error());
    auto after = *before;
    core::budget::revoke(after.book, device);
    return store_.save_hub(*before, after);
}

Result<std::uint32_t> RightsCounter::take_over(std::uint32_t lost_epoch) {
    auto before = load();
    if (!before) return fail(before.error());
    if (before->rules.empty())
        return fail(ErrorKind::refused,
                    "This hub has no budget yet. Set it first, as it was at the lost one: makegood-server "
                    "budget set --data DIR --limit AMOUNT --per day.");
    auto after = *before;
    keep_up(after);
    std::vector<DeviceId> devices;
    std::vector<LostPot> running;
    for (const auto& device : after.book.devices)
        if (!device.revoked) devices.push_back(device.device);
    for (const auto& pot : after.book.pots)
        if (!pot.over) running.push_back({pot.id, pot.limit, pot.limit});
    auto book = replace_hub(std::max(before->book.hub_epoch, lost_epoch), devices, running);
    for (const auto& device : after.book.devices)
        if (device.revoked) book.devices.push_back(device);
    for (const auto& period : after.book.forgotten.names()) forget_period(book, period);
    book.marker = after.book.marker;
    after.book = std::move(book);
    after.replaced_on = today(after);
    desk_ = {};
    MAKEGOOD_TRY(store_.save_hub(*before, after));
    return after.book.hub_epoch;
}

}  // namespace makegood::server::receiver
