#include "app/core/budget/rights_hub_acts.hpp"

#include <algorithm>

#include "app/base/check.hpp"

namespace makegood::core::budget {
namespace {

auto place_of(HubBook& book, const PotId& id) {
    return std::lower_bound(book.pots.begin(), book.pots.end(), id,
                            [](const HubPot& pot, const PotId& wanted) { return pot.id < wanted; });
}

HubDevice* device_of(HubBook& book, const DeviceId& id) {
    const auto place = std::find_if(book.devices.begin(), book.devices.end(),
                                    [&](const HubDevice& each) { return each.device == id; });
    return place == book.devices.end() ? nullptr : &*place;
}

bool right(const PotLimit& limit) {
    return limit.cost >= Money{} && limit.worth.value_or(Money{}) >= Money{};
}

// The rights of an epoch that is over; nullptr: there are none, or it goes on.
Account* account_that_ended(HubBook& book, const PotId& id, const DeviceId& device, std::uint32_t epoch) {
    const auto pot = place_of(book, id);
    if (pot == book.pots.end() || pot->id != id) return nullptr;
    const auto* now = find(book, device);
    if (now && now->epoch == epoch && !now->revoked) return nullptr;
    for (auto& each : pot->accounts)
        if (each.device == device && each.epoch == epoch) return &each;
    return nullptr;
}

}  // namespace

bool start(HubBook& book, std::optional<std::uint64_t> outside, std::uint64_t fresh) {
    if (!renew_marker(book.marker, outside, fresh)) book.halted = true;
    return !book.halted;
}

bool set_limit(HubBook& book, const PotId& id, const PotLimit& limit) {
    MAKEGOOD_CHECK(right(limit));
    if (book.forgotten.has(id.period)) return false;
    const auto place = place_of(book, id);
    if (place != book.pots.end() && place->id == id)
        place->limit = limit;
    else
        book.pots.insert(place, HubPot{id, limit, {}, false, {}});
    return true;
}

void end_period(HubBook& book, std::string_view period) {
    for (auto& pot : book.pots)
        if (pot.id.period == period) pot.over = true;
}

void forget_period(HubBook& book, std::string_view period) {
    std::erase_if(book.pots, [&](const HubPot& pot) { return pot.id.period == period; });
    book.forgotten.add(period);
}

void enrol(HubBook& book, const DeviceId& device) {
    if (!device_of(book, device)) book.devices.push_back({.device = device});
}

void revoke(HubBook& book, const DeviceId& device) {
    if (auto* known = device_of(book, device)) known->revoked = true;
}

void trust(HubBook& book, const DeviceId& device) {
    if (auto* known = device_of(book, device)) known->renewals = 0;
}

bool write_off(HubBook& book, const PotId& pot, const DeviceId& device, std::uint32_t epoch) {
    auto* account = account_that_ended(book, pot, device, epoch);
    if (account) account->written_off = true;
    return account != nullptr;
}

bool settle(HubBook& book, const PotId& pot, const DeviceId& device, std::uint32_t epoch,
            const Amount& used) {
    auto* account = account_that_ended(book, pot, device, epoch);
    if (!account || !within({}, used)) return false;
    const auto unspent = held(account->figures) + (account->figures.used - account->figures.freed) - used;
    if (!within({}, unspent)) return false;
    account->figures.used = greatest(account->figures.used, used);
    account->figures.freed = account->figures.used - used;
    account->figures.returned += unspent;
    return true;
}

HubBook replace_hub(std::uint32_t lost_hub_epoch, std::span<const DeviceId> devices,
                    std::span<const LostPot> running) {
    HubBook book{.hub_epoch = lost_hub_epoch + 1};
    for (const auto& device : devices) book.devices.push_back({.device = device, .adopt = true});
    for (const auto& each : running) {
        MAKEGOOD_CHECK(right(each.highest) && set_limit(book, each.id, each.limit));
        place_of(book, each.id)->lost = {each.highest.cost, each.highest.worth.value_or(Money{})};
    }
    return book;
}

}  // namespace makegood::core::budget
