#include "tests/simulation/money_till.hpp"

#include <algorithm>

namespace makegood::simulation {
namespace {

constexpr int between_talks = 5, shortest_wait = 1, longest_wait = 15 * 60, most_hellos = 6;
constexpr int between_looks = 1;  // whether the customer who is here needs more
constexpr std::int64_t minutes_a_day = 24 * 60;
// What a usual gift costs at most: so much is kept at hand for the next customer.
const Amount at_hand{Money::minor(600), {}};

}  // namespace

MoneyTill::MoneyTill(const std::string& name, PotId pot) : pot_(std::move(pot)) {
    book_.device = DeviceId(name);
    open_pot(book_, pot_);
}

std::string MoneyTill::hash_at(std::uint64_t sequence) const {
    return sequence == 0 || sequence > entries_.size() ? "" : std::to_string(entries_[sequence - 1]);
}

void MoneyTill::show(const Amount& cost, int second) {
    on_screen_ = greatest(on_screen_, cost);
    if (failures_ == 0 && !within(cost, held(figures())))
        next_talk_ = std::min(next_talk_, second + between_looks);
}

std::optional<Taken> MoneyTill::give(const Amount& cost) {
    const Charge charges[] = {{pot_, cost}};
    auto taken = take(book_, charges);
    on_screen_ = {};
    if (!taken) return std::nullopt;
    use_ = with(use_, cost);
    return *std::move(taken);
}

void MoneyTill::take_back(const Taken& taken, bool within_its_minute) {
    within_its_minute ? undo(book_, taken) : release(book_, taken);
}

void MoneyTill::could_not_talk(int second, Dice& dice) {
    failures_ = std::min(failures_ + 1, 20);
    const auto longest = std::min<std::int64_t>(longest_wait, std::int64_t{shortest_wait} << failures_);
    next_talk_ = second + shortest_wait + static_cast<int>(dice.below(longest));
}

Need MoneyTill::needed() const {
    return need(use_, minutes_a_day, {}, {on_screen_, at_hand});
}

// In later Hellos of a talk only what the customer waits for.
std::vector<Want> MoneyTill::wants(bool asks) const {
    auto counted = figures();
    counted.granted = find(book_, pot_)->promised;
    const auto last_held = counted.granted - counted.returned;
    const auto wished = wish(counted, last_held, needed(), on_screen_, {});
    const auto amount = asks ? wished.amount : wished.at_once;
    if (amount == Amount{}) return {};
    return {{pot_, amount, wished.at_once}};
}

bool MoneyTill::give_up_what_is_idle() {
    if (use_.idle_minutes < SharingRules{}.idle_minutes || use_.per_hour == Amount{}) return false;
    const auto back = spare(figures(), needed(), {}, true);
    return give_up(book_, pot_, back) != Amount{};
}

bool MoneyTill::hear_recalls(const std::vector<std::pair<PotId, Recall>>& recalls) {
    bool gave_up = false;
    for (const auto& [id, recall] : recalls) {
        const auto back = spare(figures(), needed(), recall, false);
        gave_up |= give_up(book_, id, back) != Amount{};
    }
    return gave_up;
}

void MoneyTill::talk(HubBook& hub, HubDesk& desk, int second, Numbers& numbers) {
    failures_ = 0;
    Exchange exchange;
    const auto draw = [&] { return numbers.next(); };
    hear(exchange, book_, answer(desk, hub, knock(exchange, book_, draw()), draw()).value());
    bool asks = true, gave_up = give_up_what_is_idle();
    for (int said = 0; said < most_hellos && (asks || gave_up || waits_for_hello(book_)); ++said) {
        entry(numbers);
        const auto wanted = wants(asks);
        const auto stated = hello(exchange, book_, {entries_.size(), hash_at(entries_.size())},
                                  hash_at(exchange.prove_at), draw(), wanted);
        std::vector<std::pair<PotId, Recall>> recalls;
        const auto heard = hear(exchange, book_, answer(desk, hub, stated, draw(), {}, {}).value(), &recalls);
        asks = heard == Heard::renewed;
        if (asks) entries_.clear();
        gave_up = hear_recalls(recalls);
    }
    next_talk_ = second + (within(on_screen_, held(figures())) ? between_talks : between_looks);
}

}  // namespace makegood::simulation
