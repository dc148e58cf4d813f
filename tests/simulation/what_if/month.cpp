#include "tests/simulation/what_if/month.hpp"

#include <algorithm>

#include "app/service/count_stock.hpp"
#include "app/service/decline.hpp"
#include "app/service/give.hpp"
#include "app/service/report.hpp"
#include "app/service/spending.hpp"
#include "app/service/voucher_use.hpp"

namespace makegood::tests {

using core::incident::Kind;
using core::recovery::Offer;

namespace {

Customer customer_of(std::mt19937_64& chance) {
    const auto below = [&](std::uint64_t bound) { return chance() % bound; };
    Customer customer;
    auto& incident = customer.incident;
    const auto kind = below(10);
    incident.kind = kind < 5 ? Kind::stock_out : kind < 9 ? Kind::service_failure : Kind::delight;
    static constexpr const char* articles[] = {coconut_oil, coconut_oil, large_coconut_oil,
                                               organic_coconut_oil};
    if (incident.kind == Kind::stock_out) {
        incident.article = ArticleNumber(articles[below(4)]);
        incident.quantity = 1 + static_cast<std::int64_t>(below(2));
    } else if (incident.kind == Kind::service_failure) {
        incident.failure = core::incident::all_failures()[below(core::incident::all_failures().size())];
        incident.severity = static_cast<core::incident::Severity>(below(3));
        incident.context.in_a_hurry = below(4) == 0;
        incident.context.special_day = below(8) == 0;
        if (below(2) == 0) incident.loss = Money::minor(static_cast<std::int64_t>(below(3000)));
    }
    customer.chance = 1 + below(std::uint64_t{1} << 40);
    customer.likes_none = below(8) == 0;
    customer.says_no_first = below(6) == 0;
    customer.is_in_error = below(40) == 0;
    customer.undoes = below(15) == 0;
    customer.comes_back = below(2) == 0;
    customer.choice = static_cast<double>(below(1000)) / 1000;
    // Some have a card, a few of them come often; drawn beside the rest.
    const auto card = customer.chance % 30;
    if (card < 12) customer.card = "Card-" + std::to_string(card < 8 ? card % 2 : card);
    customer.at_managers = customer.chance / 30 % 3 == 0;
    return customer;
}

bool is_card(const Offer& offer) {
    return offer.cost > Money{} || !offer.article.empty();
}

// One register while the customers come.
class Counter {
  public:
    Counter(World& world, const Month& month, const std::vector<Visit>* before)
        : world_(world),
          desk_(world.desk()),
          month_(month),
          before_(before),
          visits_(month.customers.size()) {}

    void take_part(const Deed& deed) {
        world_.clock.advance(deed.at - world_.clock.now());
        must(service::tick(desk_));
        if (deed.what == Deed::count) {
            must(service::count_stock(desk_, large_coconut_oil, 9, world_.manager));
            must(service::count_stock(desk_, organic_coconut_oil, 7, world_.manager));
            return;
        }
        const auto& customer = month_.customers[deed.who];
        world_.random = SeededRandom(customer.chance + static_cast<std::uint64_t>(deed.what));
        auto& visit = visits_[deed.who];
        switch (deed.what) {
            case Deed::report:
                return report(customer, visit, deed.who);
            case Deed::say_no:
                return say_no(customer, visit, deed.who);
            case Deed::take:
                return take(customer, visit, deed.who);
            case Deed::close:
                return close(customer, visit, deed.who);
            case Deed::undo:
                if (!visit.recovery || (before_ && !there(deed.who).undone)) return;
                if (!before_ && !customer.undoes) return;
                must(service::undo(desk_, *visit.recovery, by(customer)));
                visit.undone = true;
                visit.kept.reset();
                visit.recovery.reset();
                return;
            case Deed::redeem:
                return redeem(customer, visit, deed.who);
            case Deed::count:
                return;
        }
    }
    std::vector<Visit> visits() { return std::move(visits_); }

  private:
    const Visit& there(std::size_t who) const { return (*before_)[who]; }
    const PersonId& by(const Customer& customer) const {
        return customer.at_managers ? world_.manager : world_.clerk;
    }

    void note(Visit& visit, service::Reported reported) {
        visit.incident = reported.incident;
        visit.cards = std::move(reported.cards);
        visit.free = std::move(reported.free);
        visit.had_cards |= std::any_of(visit.cards.begin(), visit.cards.end(), is_card);
    }

    void report(const Customer& customer, Visit& visit, std::size_t who) {
        const auto& incident = customer.incident;
        note(visit, must(incident.kind == Kind::stock_out
                             ? service::report_stock_out(desk_, incident.article.text(), incident.quantity,
                                                         by(customer), customer.card)
                             : service::report_failure(desk_, incident, by(customer), customer.card)));
        // Who had nothing to choose from takes the first.
        if (before_ && !there(who).had_cards && !customer.is_in_error && !visit.cards.empty())
            give(customer, visit, visit.cards.front());
    }

    void say_no(const Customer& customer, Visit& visit, std::size_t who) {
        if (visit.recovery || visit.cards.empty() || customer.incident.kind == Kind::delight) return;
        const Offer* no = nullptr;
        if (!before_ && customer.says_no_first) no = &visit.cards.front();
        if (before_ && there(who).declined)
            for (const auto& card : visit.cards)
                if (same(card, *there(who).declined)) no = &card;
        if (no == nullptr) return;
        visit.declined = *no;
        note(visit,
             must(service::decline(desk_, {no->id, service::WhyNot::not_wanted, {}, {}}, by(customer))));
    }

    static bool same(const Offer& one, const Offer& other) {
        return one.article == other.article && one.gesture == other.gesture;
    }

    void take(const Customer& customer, Visit& visit, std::size_t who) {
        if (customer.is_in_error || visit.recovery) return;
        if (!before_) {
            if (customer.likes_none && visit.had_cards) return;
            if (!visit.cards.empty())
                give(customer, visit, visit.cards[static_cast<std::size_t>(customer.choice *
                                                                 static_cast<double>(visit.cards.size()))]);
            else if (customer.choice < 0.5)
                give(customer, visit, visit.free.front());
            return;
        }
        const auto& then = there(who).taken;
        if (!then) return;
        for (const auto* list : {&visit.cards, &visit.free})
            for (const auto& offer : *list)
                if (same(offer, *then)) return give(customer, visit, offer);
        for (const auto& card : visit.cards)
            if (card.kind == then->kind) return give(customer, visit, card);
        if (!visit.cards.empty()) give(customer, visit, visit.cards.front());
    }

    void give(const Customer& customer, Visit& visit, const Offer offer) {
        const auto given = service::give(desk_, offer.id, by(customer));
        if (!before_) visit.taken = given ? std::optional(offer) : std::nullopt;
        if (!given) return;
        visit.recovery = given->recovery;
        if (is_card(offer)) visit.kept = offer;
        if (given->job) print(*given->job);
    }

    void print(const PrintJobId& job) {
        const ports::Event events[] = {ports::PrintStarted{job, 1},
                                       ports::PrintFinished{job, ports::PrintOutcome::printed, "file"}};
        must(desk_.store.commit({world_.clock.now(), {}}, events));
    }

    void close(const Customer& customer, Visit& visit, std::size_t who) {
        if (visit.recovery || visit.undone) return;
        if (before_ ? !there(who).closed : (customer.choice < 0.2 && !customer.is_in_error)) return;
        must(service::close_incident(desk_, visit.incident, customer.is_in_error ? "in-error" : "left",
                                     by(customer)));
        visit.closed = true;
    }

    void redeem(const Customer& customer, Visit& visit, std::size_t who) {
        if (!(before_ ? there(who).redeemed : customer.comes_back) || !visit.recovery) return;
        const auto row = must(desk_.store.recovery(*visit.recovery));
        if (!row->voucher) return;
        const auto& serial = *row->voucher;
        const auto state = must(desk_.store.voucher(serial))->voucher.state;
        if (state != core::voucher::State::issued) return;
        must(service::redeem_voucher(desk_, serial.text(), by(customer)));
        visit.redeemed = true;
    }

    World& world_;
    service::Desk& desk_;
    const Month& month_;
    const std::vector<Visit>* before_;
    std::vector<Visit> visits_;
};

}  // namespace

Month month_of(std::size_t customers, std::uint64_t seed, bool counts) {
    using std::chrono::hours, std::chrono::seconds;
    std::mt19937_64 chance(seed);
    Month month;
    const auto first = *base::parse_instant("2026-11-23T08:00:00.000000Z");
    const auto a_day = static_cast<std::int64_t>((customers + 27) / 28);
    for (std::size_t who = 0; who < customers; ++who) {
        month.customers.push_back(customer_of(chance));
        const auto day = static_cast<std::int64_t>(who) / a_day,
                   of_day = static_cast<std::int64_t>(who) % a_day;
        const auto at = first + hours(24 * day) + seconds(12 * 3600 / a_day * of_day);
        using What = Deed::What;
        const std::pair<int, What> then[] = {{0, What::report}, {5, What::say_no},
                                             {10, What::take},  {14, What::close},
                                             {16, What::undo},  {2 * 24 * 3600 + 7, What::redeem}};
        for (const auto& [after, what] : then) month.deeds.push_back({at + seconds(after), what, who});
        if (counts && of_day == a_day / 2 && day % 3 == 2)
            month.deeds.push_back({at + seconds(15), What::count, who});
    }
    std::stable_sort(month.deeds.begin(), month.deeds.end(),
                     [](const Deed& a, const Deed& b) { return a.at < b.at; });
    return month;
}

std::vector<Visit> live(World& world, const Month& month, const std::vector<Visit>* before) {
    Counter counter(world, month, before);
    for (const auto& deed : month.deeds) counter.take_part(deed);
    return counter.visits();
}

}  // namespace makegood::tests
