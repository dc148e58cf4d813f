#include "tests/simulation/mistakes.hpp"

#include <map>

namespace makegood::simulation {
namespace {

// What a message brings is added again each time it comes.
class NoDuplicateCheck : public Protocol {
  public:
    Heard hear(Exchange& exchange, RegisterBook& book, const Answer& answer, Recalls& recalls) override {
        const auto before = book.pots;
        auto heard = Protocol::hear(exchange, book, answer, recalls);
        if (heard == Heard::taken_in) {
            for (std::size_t at = 0; at < before.size(); ++at)
                brought_[answer.nonce].push_back(book.pots[at].promised - before[at].promised);
        } else if (const auto again = brought_.find(answer.nonce); again != brought_.end()) {
            add(book, again->second);
            heard = Heard::taken_in;
        }
        return heard;
    }

  private:
    static void add(RegisterBook& book, const std::vector<Amount>& brought) {
        for (std::size_t at = 0; at < std::min(brought.size(), book.pots.size()); ++at) {
            book.pots[at].promised += brought[at];
            book.pots[at].figures.granted += brought[at];
        }
    }
    std::map<std::uint64_t, std::vector<Amount>> brought_;
};

// The hub takes whatever comes for the register that was here last.
class NoEpochCheck : public Protocol {
  public:
    tl::expected<Answer, HubRefusal> answer(HubDesk& desk, HubBook& book, const Hello& hello,
                                            std::uint64_t challenge, std::span<const PeriodLeft> left,
                                            const SharingRules& rules) override {
        auto believed = hello;
        const auto* device = find(book, hello.device);
        if (device && device->seen) {
            believed.epoch = device->epoch;
            believed.at = *device->seen;
            believed.marker_fits = true;
        }
        return Protocol::answer(desk, book, believed, challenge, left, rules);
    }
};

// The file outside the folder is written, and never compared.
class NoMarkerCheck : public Protocol {
  public:
    void start(RegisterBook& book, std::optional<std::uint64_t>, std::uint64_t fresh) override {
        Protocol::start(book, book.marker.now, fresh);
    }
};

class GrantOutsideExchange : public Protocol {
  public:
    Heard hear(Exchange& exchange, RegisterBook& book, const Answer& answer, Recalls& recalls) override {
        exchange.asked = answer.nonce;
        return Protocol::hear(exchange, book, answer, recalls);
    }
};

class RightAgainAfterPeriod : public Protocol {
  public:
    void open(RegisterBook& book, const PotId& pot, const PotId& before) override {
        const auto* old = find(book, pot) ? nullptr : find(book, before);
        const auto left = old ? held(old->figures) : Amount{};
        Protocol::open(book, pot, before);
        for (auto& each : book.pots) {
            if (each.id != pot) continue;
            each.figures.granted += left;
            each.promised += left;
        }
    }
};

class PromiseSpentAtOnce : public Protocol {
  public:
    Heard hear(Exchange& exchange, RegisterBook& book, const Answer& answer, Recalls& recalls) override {
        const auto heard = Protocol::hear(exchange, book, answer, recalls);
        for (auto& pot : book.pots) pot.figures.granted = pot.promised;
        return heard;
    }
};

class ReleaseSpentAtOnce : public Protocol {
  public:
    void release(RegisterBook& book, const Taken& taken) override { undo(book, taken); }
};

class CapOffByOne : public Protocol {
  public:
    void set_limit(HubBook& book, const PotId& pot, const PotLimit& limit) override {
        Protocol::set_limit(book, pot, {limit.cost + Money::minor(1), limit.worth});
    }
};

class SpendBeforeCommit : public Protocol {
    bool gesture_first() const override { return true; }
};
class ReturnBeforeDurable : public Protocol {
    bool return_first() const override { return true; }
};
class AnswerBeforeDurable : public Protocol {
    bool answer_first() const override { return true; }
};

}  // namespace

const char* name_of(Mistake mistake) {
    switch (mistake) {
        case Mistake::no_duplicate_check:
            return "no duplicate check";
        case Mistake::no_epoch_check:
            return "no epoch check";
        case Mistake::no_marker_check:
            return "boot marker not looked at";
        case Mistake::grant_outside_exchange:
            return "grant taken outside an exchange";
        case Mistake::spend_before_commit:
            return "spend before commit";
        case Mistake::right_again_after_period:
            return "right granted again after a period";
        case Mistake::return_before_durable:
            return "return told before it is durable";
        case Mistake::answer_before_durable:
            return "grant told before it is durable";
        case Mistake::promise_spent_at_once:
            return "promise spent before the hub has seen it";
        case Mistake::release_spent_at_once:
            return "release spent before the hub has seen it";
        case Mistake::cap_off_by_one:
            return "cap off by one";
    }
    return "";
}

std::unique_ptr<Protocol> protocol_with(Mistake mistake) {
    switch (mistake) {
        case Mistake::no_duplicate_check:
            return std::make_unique<NoDuplicateCheck>();
        case Mistake::no_epoch_check:
            return std::make_unique<NoEpochCheck>();
        case Mistake::no_marker_check:
            return std::make_unique<NoMarkerCheck>();
        case Mistake::grant_outside_exchange:
            return std::make_unique<GrantOutsideExchange>();
        case Mistake::spend_before_commit:
            return std::make_unique<SpendBeforeCommit>();
        case Mistake::right_again_after_period:
            return std::make_unique<RightAgainAfterPeriod>();
        case Mistake::return_before_durable:
            return std::make_unique<ReturnBeforeDurable>();
        case Mistake::answer_before_durable:
            return std::make_unique<AnswerBeforeDurable>();
        case Mistake::promise_spent_at_once:
            return std::make_unique<PromiseSpentAtOnce>();
        case Mistake::release_spent_at_once:
            return std::make_unique<ReleaseSpentAtOnce>();
        case Mistake::cap_off_by_one:
            return std::make_unique<CapOffByOne>();
    }
    return std::make_unique<Protocol>();
}

}  // namespace makegood::simulation
