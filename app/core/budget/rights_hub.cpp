#include "app/core/budget/rights_hub.hpp"

#include <algorithm>

#include "app/base/check.hpp"
#include "app/core/budget/limits.hpp"

namespace makegood::core::budget {
namespace {

constexpr std::size_t challenges_kept = 4;

HubDevice* find(HubBook& book, const DeviceId& id) {
    const auto place = std::find_if(book.devices.begin(), book.devices.end(),
                                    [&](const HubDevice& each) { return each.device == id; });
    return place == book.devices.end() ? nullptr : &*place;
}

HubPot* find(HubBook& book, const PotId& id) {
    const auto place =
        std::lower_bound(book.pots.begin(), book.pots.end(), id,
                         [](const HubPot& pot, const PotId& wanted) { return pot.id < wanted; });
    return place != book.pots.end() && place->id == id ? &*place : nullptr;
}

Account* account_of(HubPot& pot, const HubDevice& device) {
    const auto place = std::find_if(pot.accounts.begin(), pot.accounts.end(), [&](const Account& each) {
        return each.epoch == device.epoch && each.device == device.device;
    });
    return place == pot.accounts.end() ? nullptr : &*place;
}

Account& opened_account(HubPot& pot, const HubDevice& device) {
    if (auto* account = account_of(pot, device)) return *account;
    pot.accounts.push_back({device.device, device.epoch, {}, false});
    return pot.accounts.back();
}

// Each challenge is good once.
bool use_challenge(HubDesk& desk, const DeviceId& device, std::uint64_t challenge) {
    const auto caller = desk.callers.find(device);
    if (caller == desk.callers.end() || challenge == 0) return false;
    auto& waiting = caller->second.challenges;
    if (std::find(waiting.begin(), waiting.end(), challenge) == waiting.end()) return false;
    waiting.clear();
    return true;
}

bool states_rights(const Hello& hello) {
    return std::any_of(hello.pots.begin(), hello.pots.end(), [](const PotStatement& each) {
        return each.figures != Figures{} || each.promised != Amount{};
    });
}

bool possible(const PotStatement& stated) {
    const auto& figures = stated.figures;
    return sound(figures) && within(figures.granted, stated.promised) &&
           within(figures.freed, stated.released) && within(stated.released, figures.used) &&
           within({}, stated.at_once) && within(stated.at_once, stated.want);
}

bool possible(const Hello& hello) {
    for (std::size_t at = 0; at < hello.pots.size(); ++at) {
        if (!possible(hello.pots[at])) return false;
        if (at > 0 && !(hello.pots[at - 1].pot < hello.pots[at].pot)) return false;
    }
    return true;
}

// What of a statement the hub keeps: the rights are those that it knows to have granted.
Figures kept(const PotStatement& stated, const Amount& granted) {
    auto figures = stated.figures;
    figures.granted = granted;
    figures.freed = stated.released;
    return figures;
}

// The rights that a lost hub gave are believed once: from then on this hub has seen the register.
void adopt(HubBook& book, HubDevice& device, const Hello& hello) {
    device.adopt = false;
    device.epoch = hello.epoch;
    device.seen = hello.at;
    for (const auto& each : hello.pots) {
        auto* pot = find(book, each.pot);
        if (!pot) continue;
        opened_account(*pot, device).figures = kept(each, each.figures.granted);
        pot->lost = greatest({}, pot->lost - (each.figures.granted - each.figures.returned));
    }
}

// Is it the register that was here last, with all that it had then?
bool goes_on(HubBook& book, const HubDevice& device, const Hello& hello) {
    if (!hello.marker_fits || hello.epoch != device.epoch) return false;
    if (!device.seen) return !states_rights(hello);
    if (hello.at.sequence < device.seen->sequence) return false;
    const bool same = hello.at.sequence == device.seen->sequence ? hello.at.head == device.seen->head
                                                                 : hello.proof == device.seen->head;
    return same && std::all_of(hello.pots.begin(), hello.pots.end(), [&](const PotStatement& each) {
               auto* pot = find(book, each.pot);
               const auto* account = pot ? account_of(*pot, device) : nullptr;
               if (!account) return true;
               return grew(account->figures, kept(each, account->figures.granted));
           });
}

// An epoch in which nothing was accepted can be begun once more. A register may be ahead where a copy of it
// told this hub about the rights of a lost one.
void renew(HubDevice& device, const Hello& hello) {
    if (device.seen) ++device.renewals;
    if (device.seen) ++device.epoch;
    device.epoch = std::max(device.epoch, hello.epoch + (states_rights(hello) ? 1 : 0));
    device.seen.reset();
}

bool knows_more(HubBook& book, const HubDevice& device, const Hello& hello) {
    return std::any_of(hello.pots.begin(), hello.pots.end(), [&](const PotStatement& each) {
        auto* pot = find(book, each.pot);
        if (!pot) return false;
        const auto* account = account_of(*pot, device);
        return !within(each.promised, account ? account->figures.granted : Amount{});
    });
}

Percent left_of(std::span<const PeriodLeft> left, const std::string& period) {
    for (const auto& each : left)
        if (each.period == period) return each.left;
    return Percent::whole(100);
}

struct Dealer {
    HubDesk& desk;
    const HubBook& book;
    const HubDevice& device;
    std::span<const PeriodLeft> left;
    const SharingRules& rules;

    bool may_grant(const HubPot& pot) const {
        return !book.halted && !pot.over && device.renewals < rules.renewals_before_doubt;
    }
    HubDesk::Unmet unmet_of_others(const HubPot& pot) const {
        HubDesk::Unmet sum;
        for (const auto& [other, caller] : desk.callers) {
            const auto unmet = caller.unmet.find(pot.id);
            if (unmet == caller.unmet.end() || other == device.device) continue;
            sum.all += unmet->second.all;
            sum.at_once += unmet->second.at_once;
        }
        return sum;
    }
    // Among whom it is shared: of one clerk or customer those registers where they were.
    std::int64_t registers_of(const HubPot& pot) const {
        if (is_personal(pot.id.key)) return static_cast<std::int64_t>(pot.accounts.size());
        const auto known = std::count_if(book.devices.begin(), book.devices.end(),
                                         [](const HubDevice& each) { return !each.revoked; });
        return std::max<std::int64_t>(known, rules.least_registers);
    }
    Amount granted_now(const HubPot& pot, const Account& account, const HubDesk::Unmet& wanted) const {
        if (wanted.all == Amount{} || !may_grant(pot)) return {};
        const auto free = free_amount(pot);
        const auto has = account.figures.granted - account.figures.returned;
        const auto registers = registers_of(pot);
        const auto of = [&](Money available, Money limit, Money had, Money wants, Money at_once,
                            Money others) {
            return share(
                {available, limit, had, wants, at_once, others, registers, left_of(left, pot.id.period)},
                rules);
        };
        const auto others = unmet_of_others(pot).at_once;
        const auto worth = pot.limit.worth.value_or(Money{});
        return {of(free.cost, pot.limit.cost, has.cost, wanted.all.cost, wanted.at_once.cost, others.cost),
                of(free.worth, worth, has.worth, wanted.all.worth, wanted.at_once.worth, others.worth)};
    }
    void remember(const HubPot& pot, const HubDesk::Unmet& wanted, const Amount& now) const {
        auto& caller = desk.callers[device.device];
        const bool fair_share = wanted.all.cost == as_much_as_is_fair.cost;
        const HubDesk::Unmet unmet{fair_share ? Amount{} : greatest({}, wanted.all - now),
                                   greatest({}, wanted.at_once - now)};
        if (unmet.all == Amount{} && unmet.at_once == Amount{})
            caller.unmet.erase(pot.id);
        else if (may_grant(pot))
            caller.unmet[pot.id] = unmet;
    }
    Recall recall(const HubPot& pot, const Figures& figures) const {
        const auto has = greatest({}, held(figures));
        const auto over = still_out(pot);
        if (over != Amount{}) return {least(has, over), RecallFor::owner};
        const auto needed = unmet_of_others(pot);
        const auto free = free_amount(pot);
        const auto customers = greatest({}, needed.at_once - free);
        if (customers != Amount{}) return {least(has, customers), RecallFor::customer};
        return {least(has, greatest({}, needed.all - free)), RecallFor::stock};
    }
    PotAnswer deal(HubPot& pot, const PotStatement& stated) const {
        auto& account = opened_account(pot, device);
        account.figures = kept(stated, account.figures.granted);
        HubDesk::Unmet wanted{stated.want, stated.at_once};
        if (!pot.limit.worth) wanted.all.worth = wanted.at_once.worth = {};
        const auto now = granted_now(pot, account, wanted);
        account.figures.granted += now;
        remember(pot, wanted, now);
        return {pot.id,    account.figures.granted,     stated.promised, stated.released,
                pot.limit, recall(pot, account.figures)};
    }
};

}  // namespace

const HubPot* find(const HubBook& book, const PotId& id) {
    return find(const_cast<HubBook&>(book), id);
}

const HubDevice* find(const HubBook& book, const DeviceId& device) {
    return find(const_cast<HubBook&>(book), device);
}

Amount out(const HubPot& pot) {
    Amount sum;
    for (const auto& each : pot.accounts) sum += each.figures.granted - each.figures.returned;
    return sum;
}

Amount presumed_spent(const HubBook& book, const HubPot& pot) {
    Amount sum;
    for (const auto& each : pot.accounts) {
        const auto* device = find(book, each.device);
        if (device && device->epoch == each.epoch) continue;
        if (!each.written_off) sum += each.figures.granted - each.figures.returned;
    }
    return sum;
}

Amount used(const HubPot& pot) {
    Amount sum;
    for (const auto& each : pot.accounts) sum += each.figures.used - each.figures.freed;
    return sum;
}

Amount free_amount(const HubPot& pot) {
    const auto left = Amount{pot.limit.cost, pot.limit.worth.value_or(Money{})} - pot.lost - out(pot);
    return greatest({}, left);
}

Amount still_out(const HubPot& pot) {
    const auto gone = out(pot);
    return greatest({}, gone - Amount{pot.limit.cost, pot.limit.worth.value_or(gone.worth)});
}

tl::expected<Welcome, HubRefusal> answer(HubDesk& desk, const HubBook& book, const Knock& knock,
                                         std::uint64_t challenge) {
    MAKEGOOD_CHECK(challenge != 0);
    const auto* device = find(book, knock.device);
    if (!device) return tl::unexpected(HubRefusal::unknown_device);
    if (device->revoked) return tl::unexpected(HubRefusal::revoked);
    auto& waiting = desk.callers[knock.device].challenges;
    if (waiting.size() == challenges_kept) waiting.erase(waiting.begin());
    waiting.push_back(challenge);
    return Welcome{knock.nonce, challenge, book.hub_epoch, device->seen ? device->seen->sequence : 0};
}

tl::expected<Answer, HubRefusal> answer(HubDesk& desk, HubBook& book, const Hello& hello,
                                        std::uint64_t challenge, std::span<const PeriodLeft> left,
                                        const SharingRules& rules) {
    MAKEGOOD_CHECK(challenge != 0);
    auto* device = find(book, hello.device);
    if (!device) return tl::unexpected(HubRefusal::unknown_device);
    if (device->revoked) return tl::unexpected(HubRefusal::revoked);
    if (!use_challenge(desk, hello.device, hello.challenge)) return tl::unexpected(HubRefusal::no_exchange);
    if (hello.hub_epoch != book.hub_epoch) return tl::unexpected(HubRefusal::other_hub);
    if (!possible(hello)) return tl::unexpected(HubRefusal::impossible);
    if (device->adopt) adopt(book, *device, hello);
    desk.callers[hello.device].challenges.push_back(challenge);
    Answer made{hello.nonce, challenge, book.hub_epoch, device->epoch, 0, false, {}};
    if (!goes_on(book, *device, hello)) {
        renew(*device, hello);
        made.epoch = device->epoch;
        made.renewed = true;
        return made;
    }
    if (knows_more(book, *device, hello)) {
        book.halted = true;
        return tl::unexpected(HubRefusal::hub_fell_back);
    }
    device->seen = hello.at;
    made.prove_at = hello.at.sequence;
    const Dealer dealer{desk, book, *device, left, rules};
    for (const auto& each : hello.pots)
        if (auto* pot = find(book, each.pot)) made.pots.push_back(dealer.deal(*pot, each));
    return made;
}

}  // namespace makegood::core::budget
