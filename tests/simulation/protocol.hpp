// The steps of the protocol as the simulated machines take them. This is the product's own code, called in
// the right order; planted mistakes (mistakes.hpp) override one step or turn one order around.
#pragma once
#include "tests/simulation/shelf.hpp"

namespace makegood::simulation {

using Recalls = std::vector<std::pair<PotId, Recall>>;

class Protocol {
  public:
    virtual ~Protocol() = default;

    virtual Heard hear(Exchange& exchange, RegisterBook& book, const Answer& answer, Recalls& recalls) {
        return core::budget::hear(exchange, book, answer, &recalls);
    }
    virtual void start(RegisterBook& book, std::optional<std::uint64_t> outside, std::uint64_t fresh) {
        core::budget::start(book, outside, fresh);
    }
    // `before`: the pot of the same key whose period is over.
    virtual void open(RegisterBook& book, const PotId& pot, const PotId& before) {
        static_cast<void>(before);
        core::budget::open_pot(book, pot);
    }
    virtual tl::expected<Answer, HubRefusal> answer(HubDesk& desk, HubBook& book, const Hello& hello,
                                                    std::uint64_t challenge, std::span<const PeriodLeft> left,
                                                    const SharingRules& rules) {
        return core::budget::answer(desk, book, hello, challenge, left, rules);
    }
    virtual void release(RegisterBook& book, const Taken& taken) { core::budget::release(book, taken); }
    virtual void set_limit(HubBook& book, const PotId& pot, const PotLimit& limit);

    // What is told before it is durable: a gesture, rights given back, an Answer.
    virtual bool gesture_first() const { return false; }
    virtual bool return_first() const { return false; }
    virtual bool answer_first() const { return false; }
};

}  // namespace makegood::simulation
