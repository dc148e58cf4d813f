#include "tests/simulation/money_contenders.hpp"

#include <algorithm>
#include <map>

namespace makegood::simulation {
namespace {

constexpr int thinking_seconds = 10;  // from the cards on the screen to the touch

class AllKnowing : public Contender {
  public:
    explicit AllKnowing(const Day& day) : day_(day) {}
    bool give(const Request& request) override {
        if (out_ + request.cost > day_.limit) return false;
        out_ += request.cost;
        return true;
    }
    void take_back(const Request& request) override { out_ -= request.cost; }

  protected:
    const Day& day_;

  private:
    std::int64_t out_ = 0;
};

class LockServer : public AllKnowing {
  public:
    using AllKnowing::AllKnowing;
    bool give(const Request& request) override {
        return day_.reachable(request.till, request.second) && AllKnowing::give(request);
    }
};

class StaticSplit : public Contender {
  public:
    explicit StaticSplit(const Day& day) : part_(day.limit / day.tills) {}
    bool give(const Request& request) override {
        auto& out = out_[request.till];
        if (out + request.cost > part_) return false;
        out += request.cost;
        return true;
    }
    void take_back(const Request& request) override { out_[request.till] -= request.cost; }

  private:
    std::int64_t part_;
    std::map<int, std::int64_t> out_;
};

class NaiveCounter : public Contender {
  public:
    explicit NaiveCounter(const Day& day) : day_(day), tills_(static_cast<std::size_t>(day.tills)) {}
    void pass(int second) override {
        if (second % minute != 0) return;
        for (int at = 0; at < day_.tills; ++at)
            if (day_.reachable(at, second)) tell(till(at));
    }
    bool give(const Request& request) override {
        auto& here = till(request.till);
        if (day_.reachable(request.till, request.second)) tell(here);
        if (here.seen + here.own + request.cost > day_.limit) return false;
        here.own += request.cost;
        return true;
    }
    void take_back(const Request& request) override { till(request.till).own -= request.cost; }

  private:
    struct Till {
        std::int64_t seen = 0, own = 0;  // own: not told yet
    };
    Till& till(int at) { return tills_[static_cast<std::size_t>(at)]; }
    void tell(Till& till) {
        counter_ += till.own;
        till = {counter_, 0};
    }
    const Day& day_;
    std::vector<Till> tills_;
    std::int64_t counter_ = 0;
};

struct Event {
    int second;
    enum class What : std::uint8_t { show, give, take_back } what;
    std::size_t request;
};

std::vector<Event> events_of(const Day& day) {
    using What = Event::What;
    std::vector<Event> events;
    for (std::size_t at = 0; at < day.requests.size(); ++at) {
        const auto& request = day.requests[at];
        events.push_back({request.second - thinking_seconds, What::show, at});
        events.push_back({request.second, What::give, at});
        if (request.back != Back::never) events.push_back({request.back_at, What::take_back, at});
    }
    std::stable_sort(events.begin(), events.end(),
                     [](const Event& left, const Event& right) { return left.second < right.second; });
    return events;
}

}  // namespace

std::unique_ptr<Contender> all_knowing(const Day& day) {
    return std::make_unique<AllKnowing>(day);
}

std::unique_ptr<Contender> static_split(const Day& day) {
    return std::make_unique<StaticSplit>(day);
}

std::unique_ptr<Contender> lock_server(const Day& day) {
    return std::make_unique<LockServer>(day);
}

std::unique_ptr<Contender> naive_counter(const Day& day) {
    return std::make_unique<NaiveCounter>(day);
}

Granted play(const Day& day, Contender& contender) {
    const auto events = events_of(day);
    std::vector<bool> given(day.requests.size());
    Granted granted;
    std::int64_t out = 0;
    auto next = events.begin();
    for (int second = opening - hour; second < closing + hour; ++second) {
        contender.pass(second);
        for (; next != events.end() && next->second <= second; ++next) {
            const auto& request = day.requests[next->request];
            if (next->what == Event::What::show) contender.show(request, second);
            if (next->what == Event::What::give && contender.give(request)) {
                given[next->request] = true;
                granted.all += request.cost;
                out += request.cost;
                granted.overspent = std::max(granted.overspent, out - day.limit);
            }
            if (next->what == Event::What::take_back && given[next->request]) {
                contender.take_back(request);
                out -= request.cost;
            }
        }
    }
    return granted;
}

}  // namespace makegood::simulation
