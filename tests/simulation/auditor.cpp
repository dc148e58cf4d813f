#include "tests/simulation/auditor.hpp"

#include <algorithm>

namespace makegood::simulation {
namespace {

constexpr std::int64_t no_limit = base::money_limit;

std::string words(const Amount& amount) {
    return std::to_string(amount.cost.minor()) + "/" + std::to_string(amount.worth.minor());
}

std::string name(const PotId& pot) {
    return pot.key + " of " + pot.period;
}

}  // namespace

Amount Auditor::of(const PotLimit& limit) {
    return {limit.cost, limit.worth.value_or(Money::minor(no_limit))};
}

void Auditor::limit_set(const PotId& pot, const PotLimit& limit, const Amount& gone) {
    const auto [place, fresh] = books_.try_emplace(pot);
    auto& books = place->second;
    books.limit = limit;
    if (fresh) books.highest = limit;
    books.highest.cost = std::max(books.highest.cost, limit.cost);
    if (limit.worth) books.highest.worth = std::max(books.highest.worth.value_or(Money{}), *limit.worth);
    books.ceiling = greatest(of(limit), gone);
}

void Auditor::gave(const DeviceId& device, const Taken& taken) {
    for (const auto& charge : taken.charges) {
        auto& books = books_[charge.pot];
        auto& share = books.shares[{device, taken.epoch}];
        books.spent += charge.amount;
        share.spent += charge.amount;
        if (!within(books.spent, books.ceiling + books.beyond))
            accuse("overspent: " + name(charge.pot) + " is " + words(books.spent) + " where " +
                   words(books.ceiling) + " is allowed and copies held " + words(books.beyond));
        if (!within(share.spent, share.allowed))
            accuse("overspent: " + device.text() + " gave " + words(share.spent) + " of " + name(charge.pot) +
                   " and had " + words(share.allowed) + ", with what its copies held");
    }
}

void Auditor::took_back(std::uint64_t gesture, const DeviceId& device, const Taken& taken) {
    if (!taken_back_.insert(gesture).second) return;
    for (const auto& charge : taken.charges) {
        auto& books = books_[charge.pot];
        books.spent -= charge.amount;
        books.shares[{device, taken.epoch}].spent -= charge.amount;
    }
}

void Auditor::copied(const DeviceId& device, std::uint32_t epoch, const PotId& pot, const Amount& held) {
    suspected(device);
    auto& books = books_[pot];
    books.beyond += greatest({}, held);
    books.shares[{device, epoch}].allowed += greatest({}, held);
}

void Auditor::answered(const HubBook& hub, const Hello& hello, const Answer& answer,
                       const std::vector<std::uint64_t>& stamps) {
    if (answer.renewed) {
        if (!suspected_.contains(hello.device)) accuse("an honest register was taken for a copy");
        return;
    }
    auto& last = last_[{hello.device, hello.epoch}];
    const bool goes_on =
        last.sequence <= hello.at.sequence && (last.sequence == 0 || stamps[last.sequence - 1] == last.stamp);
    if (!goes_on) accuse("a copy of " + hello.device.text() + " was not found at its first contact");
    last = {hello.at.sequence, hello.at.sequence == 0 ? 0 : stamps[hello.at.sequence - 1]};
    check_grants(hub, hello, answer);
}

void Auditor::check_grants(const HubBook& hub, const Hello& hello, const Answer& answer) {
    for (const auto& each : answer.pots) {
        const auto stated =
            std::find_if(hello.pots.begin(), hello.pots.end(),
                         [&](const PotStatement& statement) { return statement.pot == each.pot; });
        check_grant(*find(hub, each.pot), *stated, each, {hello.device, hello.epoch});
    }
}

void Auditor::check_grant(const HubPot& pot, const PotStatement& stated, const PotAnswer& answer,
                          const Holder& holder) {
    auto& books = books_[answer.pot];
    auto& share = books.shares[holder];
    if (!share.known) {
        share.granted = stated.figures.granted;
        share.returned = stated.figures.returned;
    }
    const auto now = answer.granted - share.granted, gone = out(pot) + pot.lost, limit = of(books.limit);
    if ((now.cost > Money{} && gone.cost > limit.cost) || (now.worth > Money{} && gone.worth > limit.worth))
        accuse("granted beyond the limit: " + name(answer.pot) + " has " + words(gone) + " out of " +
               words(limit));
    share.allowed += now - (stated.figures.returned - share.returned);
    share.known = true;
    share.granted = answer.granted;
    share.returned = stated.figures.returned;
}

void Auditor::hub_replaced() {
    last_.clear();
    for (auto& [pot, books] : books_)
        for (auto& [holder, share] : books.shares) share.known = false;
}

void Auditor::check(const RegisterBook& book) {
    for (const auto& pot : book.pots)
        if (!sound(pot.figures) || !within(pot.figures.granted, pot.promised) ||
            !within(pot.figures.freed, pot.released) || !within(pot.released, pot.figures.used))
            accuse("impossible figures at " + book.device.text() + " for " + name(pot.id));
}

Amount Auditor::spent(const PotId& pot) const {
    const auto place = books_.find(pot);
    return place == books_.end() ? Amount{} : place->second.spent;
}

PotLimit Auditor::highest(const PotId& pot) const {
    return books_.at(pot).highest;
}

}  // namespace makegood::simulation
