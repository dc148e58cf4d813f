// What a simulated owner and the calendar do: limits, periods, rights of the past, another hub.
#include "app/core/budget/rights_hub_acts.hpp"
#include "tests/simulation/rights_world.hpp"

namespace makegood::simulation {

void Protocol::set_limit(HubBook& book, const PotId& pot, const PotLimit& limit) {
    core::budget::set_limit(book, pot, limit);
}

// Four limits for the day, and one that goes on over ten days.
std::vector<PotId> World::pots_of_day(std::int64_t day) const {
    const auto name = "d" + std::to_string(day);
    return {{"clerk:a", name},
            {"clerk:b", name},
            {"kind:v", name},
            {"store", name},
            {"store", "m" + std::to_string((day + 5'000) / 10)}};
}

PotLimit World::any_limit(const PotId& pot) {
    const auto size = pot.period.front() == 'm' ? 12'000 : pot.key == "store" ? 3'000 : 1'800;
    const auto cost = dice_.percent(10) ? dice_.below(20) : dice_.below(size);
    return {Money::minor(cost),
            dice_.percent(30) ? std::optional(Money::minor(cost + dice_.below(size))) : std::nullopt};
}

void World::set_limit(const PotId& pot, const PotLimit& limit) {
    if (forgotten_.contains(pot.period)) return;
    const auto* known = find(hub_->book(), pot);
    const auto gone = known ? out(*known) + known->lost : Amount{};
    hub_->write([&](HubBook& book) { return protocol_.set_limit(book, pot, limit), true; }, Fate::whole);
    auditor_.limit_set(pot, limit, gone);
    ++counts_.limits;
}

void World::next_day() {
    ++day_;
    ++counts_.periods;
    for (const auto& pot : pots_of_day(day_ + 1))
        if (!find(hub_->book(), pot)) set_limit(pot, any_limit(pot));
    const auto over = "d" + std::to_string(day_ - 1), old = "d" + std::to_string(day_ - 3);
    if (dice_.percent(70))
        hub_->write([&](HubBook& book) { return end_period(book, over), true; }, Fate::whole);
    if (day_ < 3) return;
    forgotten_.insert(old);
    hub_->write([&](HubBook& book) { return forget_period(book, old), true; }, Fate::whole);
}

void World::change_limit() {
    const auto& pots = hub_->book().pots;
    const auto pot = pots[static_cast<std::size_t>(dice_.below(static_cast<std::int64_t>(pots.size())))].id;
    set_limit(pot, any_limit(pot));
}

void World::settle_something() {
    const auto& pots = hub_->book().pots;
    const auto& pot = pots[static_cast<std::size_t>(dice_.below(static_cast<std::int64_t>(pots.size())))];
    if (pot.accounts.empty()) return;
    const auto& account =
        pot.accounts[static_cast<std::size_t>(dice_.below(static_cast<std::int64_t>(pot.accounts.size())))];
    const auto id = pot.id;
    const auto device = account.device;
    const auto epoch = account.epoch;
    const auto change = [&](HubBook& book) {
        trust(book, device);
        write_off(book, id, device, epoch);
        return true;
    };
    hub_->write(change, Fate::whole);
}

void World::lose_hub() {
    ++counts_.hubs_lost;
    const auto& dead = hub_->book();
    std::vector<DeviceId> devices;
    for (const auto& each : dead.devices) devices.push_back(each.device);
    std::vector<LostPot> running;
    for (const auto& pot : dead.pots) running.push_back({pot.id, pot.limit, auditor_.highest(pot.id)});
    auto book = replace_hub(dead.hub_epoch, devices, running);
    for (const auto& period : forgotten_) forget_period(book, period);
    for (const auto& pot : dead.pots)
        if (pot.over) end_period(book, pot.id.period);
    hub_ = shelves_.for_hub(std::move(book));
    crash_hub();
    auditor_.hub_replaced();
}

}  // namespace makegood::simulation
