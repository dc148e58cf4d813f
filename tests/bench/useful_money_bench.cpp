// How much of a day's budget reaches customers: by rights, beside an equal static split, a lock server and a
// naive shared counter, each against a coordinator who knows all and is always reached. Of the naive counter
// also, by how much it overspends.
#include <cstdio>
#include <map>

#include "app/core/budget/rights_hub_acts.hpp"
#include "app/core/budget/rights_register.hpp"
#include "tests/bench/money_days.hpp"

namespace makegood::bench {
namespace {

using namespace core::budget;

constexpr int poll_seconds = 10, patience_seconds = 2, thinking_seconds = 10, seeds = 5;
const PotId pot{"store", "2026-11-22"};

Amount cents(std::int64_t count) {
    return {Money::minor(count), {}};
}

std::int64_t all_knowing(const Day& day) {
    std::int64_t given = 0;
    for (const auto& each : day.requests)
        if (given + each.cost <= day.limit) given += each.cost;
    return given;
}

std::int64_t static_split(const Day& day) {
    std::map<int, std::int64_t> given;
    std::int64_t all = 0;
    for (const auto& each : day.requests)
        if (given[each.till] + each.cost <= day.limit / day.tills)
            given[each.till] += each.cost, all += each.cost;
    return all;
}

std::int64_t lock_server(const Day& day) {
    std::int64_t given = 0;
    for (const auto& each : day.requests)
        if (day.reachable(each.till, each.second) && given + each.cost <= day.limit) given += each.cost;
    return given;
}

// Counts on with what it saw last while it is cut off, and adds that up when it comes back.
std::int64_t naive_counter(const Day& day) {
    struct Till {
        std::int64_t seen = 0, own = 0;
    };
    std::map<int, Till> tills;
    std::int64_t counter = 0, given = 0;
    for (const auto& each : day.requests) {
        auto& till = tills[each.till];
        for (auto& [number, other] : tills)
            if (day.reachable(number, each.second)) counter += other.own, other.own = 0;
        if (day.reachable(each.till, each.second)) till.seen = counter;
        if (till.seen + till.own + each.cost > day.limit) continue;
        till.own += each.cost;
        given += each.cost;
    }
    return given;
}

class Till {
  public:
    Till(const std::string& name, const SharingRules& rules) : rules_(rules) {
        book_.device = DeviceId(name);
        open_pot(book_, pot);
    }
    const DeviceId& device() const { return book_.device; }

    bool give(std::int64_t cost) {
        const Charge charges[] = {{pot, cents(cost)}};
        const bool given = take(book_, charges).has_value();
        if (given) entry();
        use_ = with(use_, cents(cost));
        return given;
    }
    void minute() { use_ = after(use_, 1); }
    bool short_of(std::int64_t cost) const { return !within(cents(cost), held(figures())); }

    // All that there is to say at this moment; `cost` is on the screen.
    void talk(HubBook& hub, HubDesk& desk, int second, std::int64_t cost) {
        const auto seconds_left = std::max(0, closing - second);
        const PeriodLeft left[] = {
            {pot.period, Percent::basis_points(seconds_left * 10'000 / (closing - opening))}};
        const auto needed = need(use_, seconds_left / 60, rules_);
        const auto wished = wish(figures(), last_held_, needed, cents(cost), rules_);
        const Want wants[] = {{pot, wished.amount, wished.at_once}};
        say(hub, desk, wants, left);
        const auto back = spare(figures(), needed, recall_, use_.idle_minutes >= rules_.idle_minutes);
        const bool returns = cost == 0 && give_up(book_, pot, back) != Amount{};
        if (returns) entry();
        if (returns || waits_for_hello(book_)) say(hub, desk, {}, left);
        if (wished != Wish{}) last_held_ = held(figures());
    }

  private:
    const Figures& figures() const { return find(book_, pot)->figures; }
    std::uint64_t draw() { return ++drawn_; }
    void entry() { ++entries_; }
    std::string hash_at(std::uint64_t sequence) const {
        return sequence == 0 || sequence > entries_ ? "" : book_.device.text() + std::to_string(sequence);
    }
    void say(HubBook& hub, HubDesk& desk, std::span<const Want> wants, std::span<const PeriodLeft> left) {
        if (!can_hello(exchange_))
            hear(exchange_, book_, answer(desk, hub, knock(exchange_, book_, draw()), draw()).value());
        const auto said = hello(exchange_, book_, {entries_, hash_at(entries_)}, hash_at(exchange_.prove_at),
                                draw(), wants);
        std::vector<std::pair<PotId, Recall>> recalls;
        hear(exchange_, book_, answer(desk, hub, said, draw(), left, rules_).value(), &recalls);
        recall_ = recalls.empty() ? Recall{} : recalls[0].second;
        entry();
    }

    const SharingRules& rules_;
    RegisterBook book_;
    Exchange exchange_;
    Use use_;
    Amount last_held_;
    Recall recall_;
    std::uint64_t entries_ = 0, drawn_ = 0;
};

// A register says something each ten seconds, and every other second while what is on the screen for
// ten seconds does not fit.
std::int64_t by_rights(const Day& day) {
    const SharingRules rules;
    HubBook hub_book;
    HubDesk desk;
    set_limit(hub_book, pot, {Money::minor(day.limit), std::nullopt});
    std::vector<Till> tills;
    for (int at = 0; at < day.tills; ++at) {
        tills.emplace_back("till" + std::to_string(at) + "-", rules);
        enrol(hub_book, tills.back().device());
    }
    std::int64_t given = 0;
    std::size_t next = 0;
    for (int second = opening - hour; second < closing + hour; ++second) {
        for (int at = 0; at < day.tills; ++at) {
            auto& till = tills[static_cast<std::size_t>(at)];
            if (second % 60 == 0) till.minute();
            if ((second + at) % poll_seconds == 0 && day.reachable(at, second))
                till.talk(hub_book, desk, second, 0);
        }
        for (auto at = next; at < day.requests.size(); ++at) {
            const auto& shown = day.requests[at];
            auto& till = tills[static_cast<std::size_t>(shown.till)];
            if (shown.second - thinking_seconds > second) break;
            const bool asks = (second - shown.second) % patience_seconds == 0 && till.short_of(shown.cost);
            if (asks && day.reachable(shown.till, second)) till.talk(hub_book, desk, second, shown.cost);
        }
        for (; next < day.requests.size() && day.requests[next].second <= second; ++next) {
            const auto& request = day.requests[next];
            if (tills[static_cast<std::size_t>(request.till)].give(request.cost)) given += request.cost;
        }
    }
    return given;
}

struct Sums {
    std::int64_t all_knowing = 0, rights = 0, split = 0, lock = 0, naive = 0, overspent = 0, limit = 0;
};

void print(const std::string& name, const char* what, std::int64_t part, std::int64_t whole) {
    const auto share = static_cast<double>(part) / static_cast<double>(whole);
    std::printf("useful_money_%s%s_rate\t%.1f\t%%\t%.4f\tall_knowing\n", name.c_str(), what, share * 100,
                share);
}

void run() {
    std::map<std::string, Sums> sums;
    std::vector<std::string> names;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed)
        for (const auto& day : money_days(seed)) {
            auto& sum = sums[day.name];
            if (seed == 1) names.push_back(day.name);
            const auto naive = naive_counter(day);
            sum.all_knowing += all_knowing(day);
            sum.rights += by_rights(day);
            sum.split += static_split(day);
            sum.lock += lock_server(day);
            sum.naive += std::min(naive, day.limit);
            sum.overspent += std::max<std::int64_t>(0, naive - day.limit);
            sum.limit += day.limit;
        }
    for (const auto& name : names) {
        const auto& sum = sums[name];
        print(name, "", sum.rights, sum.all_knowing);
        print(name, "_static_split", sum.split, sum.all_knowing);
        print(name, "_lock_server", sum.lock, sum.all_knowing);
        print(name, "_naive_counter", sum.naive, sum.all_knowing);
        std::printf("overspent_%s_naive_counter\t%.1f\t%% of the limit\t\t\n", name.c_str(),
                    100.0 * static_cast<double>(sum.overspent) / static_cast<double>(sum.limit));
    }
}

}  // namespace
}  // namespace makegood::bench

int main() {
    makegood::bench::run();
}
