#include "app/core/budget/rights_register.hpp"

#include <algorithm>

#include "app/base/check.hpp"

namespace makegood::core::budget {
namespace {

auto place_of(std::vector<RegisterPot>& pots, const PotId& id) {
    return std::lower_bound(pots.begin(), pots.end(), id,
                            [](const RegisterPot& pot, const PotId& wanted) { return pot.id < wanted; });
}

RegisterPot* find(RegisterBook& book, const PotId& id) {
    const auto place = place_of(book.pots, id);
    return place != book.pots.end() && place->id == id ? &*place : nullptr;
}

// What of a charge this pot counts.
Amount counted(const RegisterPot& pot, Amount amount) {
    if (!pot.limit.worth) amount.worth = {};
    return amount;
}

// nullopt: it was taken.
std::optional<Shortage> take_one(RegisterBook& book, const Charge& charge, std::vector<Charge>& taken) {
    MAKEGOOD_CHECK(within({}, charge.amount));
    if (charge.amount == Amount{}) return std::nullopt;
    auto* pot = find(book, charge.pot);
    const auto left = pot ? held(pot->figures) : Amount{};
    if (book.frozen) return Shortage{charge.pot, ShortOf::frozen, left};
    if (!pot) return Shortage{charge.pot, ShortOf::unknown_pot, {}};
    const auto amount = counted(*pot, charge.amount);
    if (amount.cost > left.cost) return Shortage{charge.pot, ShortOf::cost, left};
    if (amount.worth > left.worth) return Shortage{charge.pot, ShortOf::worth, left};
    pot->figures.used += amount;
    taken.push_back({charge.pot, amount});
    return std::nullopt;
}

bool still_counts(const RegisterBook& book, const Taken& taken) {
    return taken.epoch == book.epoch && taken.hub_epoch == book.hub_epoch;
}

void begin_epoch(RegisterBook& book, std::uint32_t epoch) {
    book.epoch = epoch;
    for (auto& pot : book.pots) {
        pot.figures = {};
        pot.promised = pot.released = {};
    }
}

void take_in(RegisterPot& pot, const PotAnswer& answer) {
    const auto confirmed = least(answer.in_force, pot.promised);
    pot.figures.granted = greatest(pot.figures.granted, confirmed);
    pot.promised = greatest(pot.promised, answer.granted);
    pot.figures.freed = greatest(pot.figures.freed, least(answer.freed, pot.released));
    pot.limit = answer.limit;
}

}  // namespace

const RegisterPot* find(const RegisterBook& book, const PotId& id) {
    return find(const_cast<RegisterBook&>(book), id);
}

bool start(RegisterBook& book, std::optional<std::uint64_t> outside, std::uint64_t fresh) {
    if (!renew_marker(book.marker, outside, fresh)) book.frozen = true;
    return !book.frozen;
}

bool open_pot(RegisterBook& book, const PotId& id) {
    if (book.forgotten.has(id.period)) return false;
    const auto place = place_of(book.pots, id);
    if (place == book.pots.end() || place->id != id) book.pots.insert(place, {.id = id});
    return true;
}

void forget_period(RegisterBook& book, std::string_view period) {
    std::erase_if(book.pots, [&](const RegisterPot& pot) { return pot.id.period == period; });
    book.forgotten.add(period);
}

tl::expected<Taken, Shortage> take(RegisterBook& book, std::span<const Charge> charges) {
    Taken taken{book.epoch, book.hub_epoch, {}};
    taken.charges.reserve(charges.size());
    for (const auto& charge : charges) {
        const auto shortage = take_one(book, charge, taken.charges);
        if (!shortage) continue;
        for (const auto& undone : taken.charges) find(book, undone.pot)->figures.used -= undone.amount;
        return tl::unexpected(*shortage);
    }
    return taken;
}

void undo(RegisterBook& book, const Taken& taken) {
    release(book, taken);
    if (!still_counts(book, taken)) return;
    for (const auto& charge : taken.charges)
        if (auto* pot = find(book, charge.pot)) pot->figures.freed += charge.amount;
}

void release(RegisterBook& book, const Taken& taken) {
    if (!still_counts(book, taken)) return;
    for (const auto& charge : taken.charges) {
        auto* pot = find(book, charge.pot);
        if (!pot) continue;
        pot->released += charge.amount;
        MAKEGOOD_CHECK(within({}, charge.amount) && within(pot->released, pot->figures.used));
    }
}

Amount give_up(RegisterBook& book, const PotId& id, const Amount& amount) {
    auto* pot = find(book, id);
    if (!pot || book.frozen) return {};
    const auto given = greatest({}, least(amount, held(pot->figures)));
    pot->figures.returned += given;
    return given;
}

void hang_up(Exchange& exchange) {
    exchange = {};
}

Knock knock(Exchange& exchange, const RegisterBook& book, std::uint64_t nonce) {
    MAKEGOOD_CHECK(nonce != 0);
    exchange = {.knocked = nonce};
    return {book.device, nonce};
}

bool hear(Exchange& exchange, RegisterBook& book, const Welcome& welcome) {
    if (exchange.knocked == 0 || welcome.nonce != exchange.knocked) return false;
    if (welcome.hub_epoch < book.hub_epoch) return false;
    if (welcome.hub_epoch > book.hub_epoch) {
        book.hub_epoch = welcome.hub_epoch;
        for (auto& pot : book.pots) {
            pot.promised = pot.figures.granted;
            pot.released = pot.figures.freed;
        }
    }
    exchange = {.challenge = welcome.challenge, .prove_at = welcome.prove_at};
    return true;
}

bool can_hello(const Exchange& exchange) {
    return exchange.challenge != 0;
}

Hello hello(Exchange& exchange, const RegisterBook& book, Position at, std::string proof, std::uint64_t nonce,
            std::span<const Want> wants) {
    MAKEGOOD_CHECK(can_hello(exchange) && nonce != 0);
    Hello made{book.device,
               book.epoch,
               book.hub_epoch,
               std::move(at),
               std::move(proof),
               !book.frozen,
               exchange.challenge,
               nonce,
               {}};
    made.pots.reserve(book.pots.size());
    for (const auto& pot : book.pots) {
        const auto want =
            std::find_if(wants.begin(), wants.end(), [&](const Want& each) { return each.pot == pot.id; });
        made.pots.push_back({pot.id, pot.figures, pot.promised, pot.released, {}, {}});
        if (want == wants.end()) continue;
        made.pots.back().want = want->amount;
        made.pots.back().at_once = want->at_once;
    }
    exchange = {.asked = nonce};
    return made;
}

Heard hear(Exchange& exchange, RegisterBook& book, const Answer& answer,
           std::vector<std::pair<PotId, Recall>>* recalls) {
    if (exchange.asked == 0 || answer.nonce != exchange.asked) return Heard::ignored;
    if (answer.hub_epoch != book.hub_epoch) return Heard::ignored;
    if (!answer.renewed && answer.epoch != book.epoch) return Heard::ignored;
    if (answer.renewed && answer.epoch < book.epoch) return Heard::ignored;
    exchange = {.challenge = answer.challenge, .prove_at = answer.prove_at};
    book.frozen = false;
    if (answer.renewed) {
        begin_epoch(book, answer.epoch);
        return Heard::renewed;
    }
    for (const auto& each : answer.pots) {
        auto* pot = find(book, each.pot);
        if (!pot) continue;
        take_in(*pot, each);
        if (recalls && each.recall != Recall{}) recalls->emplace_back(each.pot, each.recall);
    }
    return Heard::taken_in;
}

bool waits_for_hello(const RegisterBook& book) {
    return std::any_of(book.pots.begin(), book.pots.end(), [](const RegisterPot& pot) {
        return pot.promised != pot.figures.granted || pot.released != pot.figures.freed;
    });
}

}  // namespace makegood::core::budget
