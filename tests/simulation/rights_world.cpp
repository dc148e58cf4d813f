#include "tests/simulation/rights_world.hpp"
#include "app/core/budget/rights_hub_acts.hpp"

namespace makegood::simulation {
namespace {

std::int64_t now_and_then(Dice& dice, std::int64_t most) {
    return dice.percent(50) ? 0 : 1 + dice.below(most);
}

RegisterBook fresh_book(std::int64_t number) {
    RegisterBook book;
    book.device = DeviceId("r" + std::to_string(number));
    return book;
}

}  // namespace

Counts& Counts::operator+=(const Counts& other) {
    steps += other.steps, gestures += other.gestures, undone += other.undone, exchanges += other.exchanges;
    granted += other.granted, returned += other.returned, crashes += other.crashes,
        restored += other.restored;
    cloned += other.cloned, frozen += other.frozen, renewed += other.renewed, limits += other.limits;
    hubs_lost += other.hubs_lost, periods += other.periods;
    return *this;
}

Trouble any_trouble(Dice& dice) {
    Trouble trouble;
    trouble.registers = 2 + (dice.percent(75) ? dice.below(5) : dice.below(31));
    trouble.weather = {now_and_then(dice, 30), now_and_then(dice, 50), now_and_then(dice, 5)};
    trouble.cuts = now_and_then(dice, 60);
    trouble.crashes = now_and_then(dice, 100);
    trouble.copies = now_and_then(dice, 250);
    trouble.wrong_clocks = now_and_then(dice, 20);
    trouble.limit_changes = now_and_then(dice, 60);
    trouble.hubs_lost = dice.percent(70) ? 0 : 1 + dice.below(8);
    trouble.torn_percent = now_and_then(dice, 8);
    trouble.by_use = dice.percent(50);
    return trouble;
}

World::World(std::uint64_t seed, std::int64_t steps, Protocol& protocol, Shelves& shelves)
    : steps_(steps),
      steps_a_day_(800 + static_cast<std::int64_t>(seed % 2'400)),
      dice_(seed),
      protocol_(protocol),
      shelves_(shelves),
      trouble_(any_trouble(dice_)),
      network_(dice_, trouble_.weather),
      hub_(shelves.for_hub({})) {
    for (std::int64_t at = 0; at < trouble_.registers; ++at) {
        machines_.emplace_back(shelves.for_register(fresh_book(at)), dice_, numbers_, protocol_);
        hub_->write([&](HubBook& book) { return enrol(book, machines_.back().book().device), true; },
                    Fate::whole);
    }
    accepted_.resize(machines_.size());
    for (const auto day : {0, 1})
        for (const auto& pot : pots_of_day(day)) set_limit(pot, any_limit(pot));
}

Outcome World::run() {
    while (step_ < steps_ && !auditor_.fault()) step();
    if (!auditor_.fault()) close_shop();
    counts_.steps = step_;
    return {auditor_.fault(), trace_, counts_};
}

void World::step() {
    if (++step_ % steps_a_day_ == 0) next_day();
    if (trouble()) return;
    const auto what = dice_.below(100);
    note(static_cast<std::uint64_t>(what));
    if (what < 40 && !network_.empty()) return deliver();
    const auto at = any_machine();
    auto& machine = machines_[at];
    if (machine.switched_off) return;
    if (what < 70) return tick(at);
    if (what < 92) return one_gesture(machine);
    counts_.undone +=
        what < 95 ? machine.undo_last(auditor_, any_fate()) : machine.release_one(auditor_, any_fate());
}

void World::deliver() {
    const auto packet = network_.next(static_cast<int>(machines_.size()));
    const auto at = static_cast<std::size_t>(packet.to == the_hub ? packet.from : packet.to);
    if (!reachable(at)) return;
    if (const auto* knock = std::get_if<Knock>(&packet.message)) answer(at, *knock);
    if (const auto* hello = std::get_if<Hello>(&packet.message)) answer(packet, *hello);
    if (machines_[at].switched_off) return;
    if (const auto* welcome = std::get_if<Welcome>(&packet.message)) heard(at, *welcome);
    if (const auto* answered = std::get_if<Answer>(&packet.message)) heard(at, *answered);
}

void World::answer(std::size_t from, const Knock& knock) {
    if (auto welcome = core::budget::answer(desk_, hub_->book(), knock, dice_.nonce()))
        network_.send({the_hub, static_cast<int>(from), *std::move(welcome), {}});
}

void World::answer(const Packet& packet, const Hello& hello) {
    const PeriodLeft left[] = {
        {"d" + std::to_string(day_),
         Percent::basis_points(10'000 - step_ % steps_a_day_ * 10'000 / steps_a_day_)}};
    tl::expected<Answer, HubRefusal> reply = tl::unexpected(HubRefusal::no_exchange);
    const auto change = [&](HubBook& book) {
        reply = protocol_.answer(desk_, book, hello, dice_.nonce(), left, {});
        return reply.has_value() || reply.error() == HubRefusal::hub_fell_back;
    };
    const auto fate = any_fate();
    const bool written = hub_->write(change, fate);
    if (!reply) {
        if (reply.error() == HubRefusal::hub_fell_back) auditor_.accuse("the hub knows less than a register");
        if (reply.error() == HubRefusal::impossible) auditor_.accuse("a register stated impossible figures");
        return;
    }
    if (written) {
        auditor_.answered(hub_->book(), hello, *reply, *packet.stamps);
        ++(reply->renewed ? counts_.renewed : counts_.exchanges);
        accepted_[static_cast<std::size_t>(packet.from)] += !reply->renewed;
    }
    if (written || protocol_.answer_first()) network_.send({the_hub, packet.from, *std::move(reply), {}});
    if (!written) crash_hub();
}

void World::crash_hub() {
    ++counts_.crashes;
    desk_ = {};
}

bool World::trouble() {
    if (calm_) return false;
    const auto what = dice_.below(10'000);
    auto bound = trouble_.cuts;
    if (what < bound) {
        auto& off = dice_.percent(10) ? hub_cut_off_ : machines_[any_machine()].cut_off;
        off = !off;
        return true;
    }
    if (what < (bound += trouble_.crashes)) {
        ++counts_.crashes;
        dice_.percent(20) ? crash_hub() : machines_[any_machine()].crash();
        return true;
    }
    if (what < (bound += trouble_.copies)) return copy_something(), true;
    if (what < (bound += trouble_.wrong_clocks)) {
        const auto years = dice_.below(9'000) - 4'500;
        machines_[any_machine()].days_wrong = dice_.percent(40)   ? 0
                                              : dice_.percent(50) ? dice_.below(5) - 2
                                                                  : years;
        return true;
    }
    if (what < (bound += trouble_.limit_changes))
        return dice_.percent(20) ? settle_something() : change_limit(), true;
    if (what < (bound += trouble_.hubs_lost)) return lose_hub(), true;
    return false;
}

}  // namespace makegood::simulation
