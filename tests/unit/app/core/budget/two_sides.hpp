// A register and its hub that talk without a network; what a test wants to break, it breaks in the messages.
#pragma once
#include <catch2/catch.hpp>

#include "app/core/budget/rights_hub_acts.hpp"
#include "app/core/budget/rights_register.hpp"

namespace makegood::tests {

using namespace core::budget;

inline Amount cents(std::int64_t cost, std::int64_t worth = 0) {
    return {Money::minor(cost), Money::minor(worth)};
}
inline PotLimit limit_of(std::int64_t cost) {
    return {Money::minor(cost), std::nullopt};
}

inline const PotId store{"store", "2026-11-22"};
inline const PotId anna{"clerk:anna", "2026-11-22"};

struct Register {
    explicit Register(const std::string& name) {
        book.device = DeviceId(name);
        open_pot(book, store);
    }
    // What a journal would have: an entry after each change. `mark` tells one register's entries from
    // another's.
    void write(const std::string& mark) {
        journal.push_back(journal.empty() ? mark : journal.back() + "," + mark);
    }
    Position at() const { return {journal.size(), journal.empty() ? "" : journal.back()}; }
    std::string hash_at(std::uint64_t sequence) const {
        return sequence == 0 || sequence > journal.size() ? "" : journal[sequence - 1];
    }
    Hello say(std::uint64_t nonce, std::int64_t want = 0) {
        const Want wants[] = {{store, cents(want)}};
        return hello(exchange, book, at(), hash_at(exchange.prove_at), nonce, wants);
    }
    // The entry bears the nonce of what was heard.
    Heard take_in(const Answer& answer) {
        const auto heard = hear(exchange, book, answer);
        if (heard == Heard::renewed) journal.clear();
        if (heard != Heard::ignored) write("heard" + std::to_string(answer.nonce));
        return heard;
    }
    Figures figures() const { return find(book, store)->figures; }
    Amount held_now() const { return held(figures()); }
    bool give(std::int64_t cost) {
        const Charge charges[] = {{store, cents(cost)}};
        if (!take(book, charges)) return false;
        static int number = 0;  // no two machines ever write the same entry
        write("gave" + std::to_string(++number));
        return true;
    }

    RegisterBook book;
    Exchange exchange;
    std::vector<std::string> journal;
};

struct Hub {
    explicit Hub(std::int64_t limit) { set_limit(book, store, limit_of(limit)); }
    std::uint64_t draw() { return ++drawn; }
    Welcome welcome(const Knock& knock) { return core::budget::answer(desk, book, knock, draw()).value(); }
    tl::expected<Answer, HubRefusal> answer(const Hello& hello) {
        return core::budget::answer(desk, book, hello, draw(), {}, rules);
    }
    const HubPot& pot() const { return *find(book, store); }

    HubBook book;
    HubDesk desk;
    SharingRules rules;
    std::uint64_t drawn = 1000;
};

inline void knock_at(Register& till, Hub& hub) {
    REQUIRE(hear(till.exchange, till.book, hub.welcome(knock(till.exchange, till.book, hub.draw()))));
}
inline Heard ask(Register& till, Hub& hub, std::int64_t want = 0) {
    return till.take_in(hub.answer(till.say(hub.draw(), want)).value());
}
// Knocks, asks, and says what it was promised: `want` or what can be had of it is then held.
inline void get(Register& till, Hub& hub, std::int64_t want) {
    knock_at(till, hub);
    REQUIRE(ask(till, hub, want) == Heard::taken_in);
    REQUIRE(ask(till, hub) == Heard::taken_in);
}

}  // namespace makegood::tests
