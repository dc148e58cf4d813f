// What simulated registers do: give, ask, return, and talk to the hub.
#include "tests/simulation/rights_world.hpp"

namespace makegood::simulation {
namespace {

constexpr int patience = 6;
constexpr std::int64_t minutes_ahead = 120;

Amount any_cost(Dice& dice) {
    const auto cost = 1 + dice.below(9);
    return {Money::minor(cost), Money::minor(cost * (1 + dice.below(3)))};
}

}  // namespace

void World::one_gesture(Machine& machine) {
    const auto amount = any_cost(dice_);
    std::vector<Charge> charges;
    for (auto& pot : pots_of_day(day_ + machine.days_wrong)) {
        if (pot.key.front() == 'c' && pot.key.back() != "ab"[amount.cost.minor() % 2]) continue;
        if (pot.key.front() == 'k' && amount.cost.minor() % 3 != 0) continue;
        charges.push_back({std::move(pot), amount});
    }
    const auto before = machine.stamps().size();
    machine.gesture(auditor_, charges, any_fate());
    const bool given = machine.stamps().size() > before;
    counts_.gestures += given;
    note(given);
    if (trouble_.by_use && given) use_of(machine) = with(use_of(machine), amount);
}

void World::tick(std::size_t at) {
    auto& machine = machines_[at];
    if (trouble_.by_use) use_of(machine) = after(use_of(machine), 1);
    machine.minute_over();
    open_pots(machine);
    if (can_hello(machine.exchange)) {
        if (!calm_ && dice_.percent(30)) return_some(at);
        if (can_hello(machine.exchange)) send_hello(at, machine.book());
        return;
    }
    const bool waits = machine.exchange.knocked != 0 || machine.exchange.asked != 0;
    if (waits && ++machine.silent < patience) return;
    machine.silent = 0;
    network_.send(
        {static_cast<int>(at), the_hub, knock(machine.exchange, machine.book(), dice_.nonce()), {}});
}

void World::open_pots(Machine& machine) {
    const auto today = day_ + machine.days_wrong;
    const auto pots = pots_of_day(today), before = pots_of_day(today - 1);
    bool missing = false;
    for (const auto& pot : pots) missing |= find(machine.book(), pot) == nullptr;
    const auto old = forgotten_.size() > machine.book().forgotten.names().size();
    if (!missing && !old) return;
    const auto change = [&](RegisterBook& book) {
        for (const auto& period : forgotten_) forget_period(book, period);
        for (std::size_t which = 0; which < pots.size(); ++which)
            protocol_.open(book, pots[which], before[which]);
        return true;
    };
    if (!machine.write(change, any_fate())) machine.crash();
}

void World::return_some(std::size_t at) {
    auto& machine = machines_[at];
    const auto& pots = machine.book().pots;
    if (pots.empty()) return;
    const auto& pot = pots[static_cast<std::size_t>(dice_.below(static_cast<std::int64_t>(pots.size())))];
    const auto needed = need(use_of(machine), minutes_ahead, {});
    const auto part = Amount{Money::minor(dice_.below(20)), Money::minor(dice_.below(40))};
    const auto wanted = trouble_.by_use ? spare(pot.figures, needed, {}, dice_.percent(20)) : part;
    if (wanted == Amount{} || waits_for_hello(machine.book())) return;
    const auto id = pot.id;
    const auto give = [&](RegisterBook& book) { return give_up(book, id, wanted) != Amount{}; };
    if (protocol_.return_first()) {
        auto told = machine.book();
        give(told);
        send_hello(at, told);
    }
    if (machine.write(give, any_fate())) ++counts_.returned;
}

std::vector<Want> World::wants(const Machine& machine) {
    std::vector<Want> wants;
    if (calm_) return wants;
    for (const auto& pot : machine.book().pots) {
        const auto some = Amount{Money::minor(dice_.below(120)), Money::minor(dice_.below(240))};
        const auto last = pot.figures.granted - pot.figures.returned;
        const auto needed = need(use_of(machine), minutes_ahead, {});
        const auto on_screen = dice_.percent(20) ? any_cost(dice_) : Amount{};
        const auto wished = wish(pot.figures, last, needed, on_screen, {});
        const auto wanted = trouble_.by_use ? wished : Wish{some, least(some, on_screen)};
        if (wanted.amount != Amount{} && (trouble_.by_use || dice_.percent(40)))
            wants.push_back({pot.id, wanted.amount, wanted.at_once});
    }
    return wants;
}

void World::send_hello(std::size_t at, const RegisterBook& told) {
    auto& machine = machines_[at];
    const auto& shelf = machine.shelf();
    auto proof = shelf.hash_at(machine.exchange.prove_at);
    auto said = hello(machine.exchange, told, shelf.at(), std::move(proof), dice_.nonce(), wants(machine));
    auto stamps = std::make_shared<const std::vector<std::uint64_t>>(machine.stamps());
    machine.silent = 0;
    network_.send({static_cast<int>(at), the_hub, std::move(said), std::move(stamps)});
}

void World::heard(std::size_t at, const Welcome& welcome) {
    auto& machine = machines_[at];
    auto open = machine.exchange;
    const bool newer = welcome.hub_epoch > machine.book().hub_epoch;
    const auto change = [&](RegisterBook& book) { return core::budget::hear(open, book, welcome) && newer; };
    const auto fate = newer ? any_fate() : Fate::whole;
    if (!machine.write(change, fate) && fate == Fate::torn) return machine.crash();
    machine.exchange = open;
}

void World::heard(std::size_t at, const Answer& answer) {
    auto& machine = machines_[at];
    auto outcome = Heard::ignored;
    auto open = machine.exchange;
    Recalls recalls;
    const auto change = [&](RegisterBook& book) {
        outcome = protocol_.hear(open, book, answer, recalls);
        return outcome != Heard::ignored;
    };
    if (!machine.write(change, any_fate()) && outcome != Heard::ignored) return machine.crash();
    machine.exchange = open;
    auditor_.check(machine.book());
    note(static_cast<std::uint64_t>(outcome));
    if (outcome != Heard::taken_in || calm_) return;
    counts_.granted += waits_for_hello(machine.book());
    for (const auto& [pot, recall] : recalls)
        machine.write([&](RegisterBook& book) { return give_up(book, pot, recall.amount) != Amount{}; },
                      Fate::whole);
}

}  // namespace makegood::simulation
