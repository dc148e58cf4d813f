// Random histories of a register that could have happened, from a seed: each step commits one event that is
// allowed in the present state, and the money is counted a second time beside the store.
#pragma once
#include <cstdio>
#include <map>
#include <random>

#include "app/ports/store.hpp"
#include "tests/support/register_files.hpp"

namespace makegood::tests {

class History {
  public:
    // What the store's counters must be, by our own counting.
    struct Counted {
        std::int64_t reserved_cost = 0, spent_cost = 0, reserved_worth = 0, spent_worth = 0;
        friend bool operator==(const Counted&, const Counted&) = default;
    };

    History(ports::Store& store, std::uint64_t seed) : store_(&store), random_(seed) {
        if (const auto next = must(store.next_voucher_number()); next > 0) next_number_ = next;
        if (const auto last = must(store.last_event_at())) now_ = *last;
    }

    // ShopOpened and a first budget.
    void open_shop(const std::string& public_key) {
        commit(ports::ShopOpened{"Corner Shop", "Till 1", "USD", "UTC", public_key});
        set_budget();
    }
    // One event, or two that belong together.
    void step() {
        now_ += Duration(1 + below(5'000'000));
        switch (below(16)) {
            case 0:
            case 1:
            case 2:
                return report();
            case 3:
            case 4:
            case 5:
                return give();
            case 6:
                return undo();
            case 7:
                return settle();
            case 8:
            case 9:
                return start_print();
            case 10:
            case 11:
                return finish_print();
            case 12:
                return end_voucher();
            case 13:
                return replace_voucher();
            case 14:
                return keep_promise_or_close();
            default:
                return rare();
        }
    }
    // After a reopening.
    void use(ports::Store& store) { store_ = &store; }

    template <class F>
    void for_each_gift(F&& f) const {
        for (const auto& gift : gifts_) f(gift.id);
    }

    Counted counted_by_store() const { return counted_in(*store_); }
    static Counted counted_in(ports::Store& store) {
        Counted sum;
        for (const auto& period : must(store.periods())) {
            sum.reserved_cost += period.reserved_cost.minor();
            sum.spent_cost += period.spent_cost.minor();
            sum.reserved_worth += period.reserved_worth.minor();
            sum.spent_worth += period.spent_worth.minor();
        }
        return sum;
    }
    Counted counted_here() const {
        Counted sum;
        for (const auto& [name, counted] : counted_) {
            sum.reserved_cost += counted.reserved_cost;
            sum.spent_cost += counted.spent_cost;
            sum.reserved_worth += counted.reserved_worth;
            sum.spent_worth += counted.spent_worth;
        }
        return sum;
    }

  private:
    struct Gift {
        RecoveryId id;
        std::string period;
        std::int64_t cost, worth;
        bool money_open = true;  // still reserved
    };

    std::int64_t below(std::int64_t bound) {
        return std::uniform_int_distribution<std::int64_t>(0, bound - 1)(random_);
    }
    bool one_in(std::int64_t n) { return below(n) == 0; }
    template <class T>
    T& any_of(std::vector<T>& values) {
        return values[static_cast<std::size_t>(below(static_cast<std::int64_t>(values.size())))];
    }
    std::string text() {
        static constexpr const char* words[] = {"oil",        "Zürich", "\"quoted\"", "a\\b",
                                                "line\nline", "🥥",   "",           "800 ml"};
        return std::string(words[below(8)]) + std::to_string(below(1000));
    }
    std::string period() const {
        return base::format_date(CivilDate{std::chrono::floor<std::chrono::days>(now_)});
    }
    void commit(std::vector<ports::Event> events) {
        must(store_->commit({now_, PersonId(one_in(3) ? "" : "p-1")}, events));
    }
    void commit(ports::Event event) { commit(std::vector<ports::Event>{std::move(event)}); }
    std::string id(char letter, std::uint64_t ahead = 1) const {
        const auto head = must(store_->head());
        return letter + std::to_string(head.epoch) + '-' + std::to_string(head.sequence + ahead);
    }

    core::recovery::Offer offer(const OfferId& offer_id, bool free) {
        core::recovery::Offer made;
        made.id = offer_id;
        made.kind = static_cast<core::recovery::OfferKind>(below(6));
        if (one_in(2)) made.article = ArticleNumber("952000000" + std::to_string(1000 + below(5)));
        made.quantity = 1 + below(3);
        made.title = text();
        made.sentence = text();
        if (one_in(2)) made.pays = Money::minor(below(1000));
        if (!free) made.cost = Money::minor(below(400));
        if (!free) made.worth = made.cost + Money::minor(below(400));
        made.paper = static_cast<core::gesture::Paper>(below(3));
        made.voucher_value = Money::minor(1 + below(1000));
        made.valid_days = static_cast<int>(below(3));
        made.due_hours = one_in(3) ? 1 : 0;
        made.score = static_cast<double>(below(2'000'000) - 1'000'000) / 7;
        made.probability = Percent::basis_points(below(10'001));
        return made;
    }
    core::voucher::Voucher voucher(Money value) {
        const std::string digits = std::to_string(next_number_++);
        return {VoucherSerial("MG-29-" + digits),
                "29" + digits + "0",
                value,
                CivilDate{std::chrono::floor<std::chrono::days>(now_) + std::chrono::days(below(3))},
                "MG1." + text(),
                core::voucher::State::drafted};
    }

    void report() {
        ports::IncidentReported event;
        event.id = IncidentId(id('i'));
        event.incident.kind = static_cast<core::incident::Kind>(below(3));
        event.incident.failure = static_cast<core::incident::Failure>(below(8));
        event.incident.context.in_a_hurry = one_in(2);
        event.incident.article = ArticleNumber("952000000" + std::to_string(1000 + below(5)));
        if (one_in(2)) event.incident.loss = Money::minor(below(5000));
        event.article_name = text();
        event.note = text();
        for (int i = 1; i <= 4; ++i)
            event.offers.push_back(
                offer(OfferId("o" + event.id.text().substr(1) + '.' + std::to_string(i)), i > 2));
        open_.push_back(event.id);
        commit(event);
    }
    void give() {
        if (open_.empty()) return report();
        const auto incident = any_of(open_);
        auto offers = must(store_->offers(incident));
        auto chosen = any_of(offers);
        const auto money = must(store_->period(period()));
        const bool fits = money.fits(chosen.cost, chosen.worth);
        if (!fits) chosen = offers.back();  // costs nothing
        ports::RecoveryGiven event{RecoveryId(id('r')), incident, chosen, period(), money.limit, {}, {}, {}};
        if (chosen.paper == core::gesture::Paper::voucher) event.voucher = voucher(chosen.voucher_value);
        if (chosen.due_hours > 0)
            event.promise =
                core::followup::Promise{PromiseId(id('m')), text(), now_ + std::chrono::hours(1), {}};
        if (chosen.paper != core::gesture::Paper::none) event.job = PrintJobId(id('p'));
        commit(event);
        std::erase(open_, incident);
        gifts_.push_back({event.id, event.period, chosen.cost.minor(), chosen.worth.minor()});
        counted_[event.period].reserved_cost += chosen.cost.minor();
        counted_[event.period].reserved_worth += chosen.worth.minor();
    }
    void undo() {
        if (gifts_.empty()) return report();
        auto& gift = any_of(gifts_);
        const auto row = *must(store_->recovery(gift.id));
        if (row.state != ports::RecoveryState::given || !gift.money_open) return report();
        commit(ports::RecoveryUndone{gift.id, text()});
        release(gift);
        open_.push_back(row.incident);
    }
    void settle() {
        if (gifts_.empty()) return report();
        auto& gift = any_of(gifts_);
        const auto row = *must(store_->recovery(gift.id));
        if (row.state != ports::RecoveryState::given) return report();
        commit(ports::RecoverySettled{gift.id});
        if (!row.voucher) spend(gift, gift.cost, gift.worth);
    }
    void start_print() {
        for (const auto& job : must(store_->jobs_open()))
            if (job.state == ports::JobState::queued)
                return commit(ports::PrintStarted{job.id, job.attempts + 1});
        give();
    }
    void finish_print() {
        for (const auto& job : must(store_->jobs_open()))
            if (job.state == ports::JobState::sending)
                return commit(
                    ports::PrintFinished{job.id, static_cast<ports::PrintOutcome>(below(5)), text()});
        start_print();
    }
    Gift* gift_with_running_voucher() {
        for (int tries = 0; tries < 4 && !gifts_.empty(); ++tries) {
            auto& gift = any_of(gifts_);
            const auto row = *must(store_->recovery(gift.id));
            if (row.voucher && gift.money_open) return &gift;
        }
        return nullptr;
    }
    void end_voucher() {
        auto* gift = gift_with_running_voucher();
        if (gift == nullptr) return give();
        const auto row = *must(store_->voucher(*must(store_->recovery(gift->id))->voucher));
        const auto& serial = row.voucher.serial;
        const auto way = below(3);
        const bool can_redeem = row.voucher.state != core::voucher::State::drafted;
        if (way == 0 && can_redeem) {
            const auto used = Money::minor(1 + below(row.voucher.value.minor()));
            commit(ports::VoucherRedeemed{serial, used});
            const auto part = [&](std::int64_t all) {
                return (all * used.minor() + row.voucher.value.minor() - 1) / row.voucher.value.minor();
            };
            return spend(*gift, part(gift->cost), part(gift->worth));
        }
        way == 1 ? commit(ports::VoucherVoided{serial, text()}) : commit(ports::VoucherExpired{serial});
        release(*gift);
    }
    void replace_voucher() {
        auto* gift = gift_with_running_voucher();
        if (gift == nullptr) return finish_print();
        const auto recovery = *must(store_->recovery(gift->id));
        const auto job = *must(store_->job(*recovery.job));
        if (job.state != ports::JobState::unsure && job.state != ports::JobState::printed)
            return finish_print();
        const auto old = *must(store_->voucher(*recovery.voucher));
        commit(
            {ports::PrintFinished{job.id, ports::PrintOutcome::torn, "clerk"},
             ports::VoucherReplaced{old.voucher.serial, voucher(old.voucher.value), PrintJobId(id('p', 2))}});
    }
    void keep_promise_or_close() {
        const auto promises = must(store_->promises_open());
        if (!promises.empty()) return commit(ports::PromiseKept{promises.front().id});
        if (open_.empty()) return report();
        const auto incident = any_of(open_);
        if (one_in(2)) return renew(incident);
        commit(ports::IncidentClosed{incident, text()});
        std::erase(open_, incident);
    }
    void renew(const IncidentId& incident) {
        auto offers = must(store_->offers(incident));
        auto& declined = any_of(offers);
        ports::OffersRenewed event{incident, declined.id, text(), must(store_->wishes(incident)), {}, text()};
        if (!declined.article.empty()) event.wishes.not_articles.push_back(declined.article);
        if (one_in(3)) event.wishes.needs.push_back(text());
        declined = offer(OfferId(id('o') + ".1"), declined.costs_nothing());
        event.offers = std::move(offers);
        commit(event);
    }
    void rare() {
        switch (below(8)) {
            case 0:
                return set_budget();
            case 7:
                return change_somebody();
            case 1:
                return commit(ports::CatalogueImported{"catalogue-" + text(), "", 10, 1, 2, 3, 4, one_in(2)});
            case 2:
                now_ += std::chrono::hours(below(30));
                return report();
            case 3:
                return commit(ports::SalesImported{"learnt-" + text(), "", 10, 1, 2});
            case 4:
                return commit(ports::WordsAskedFor{text()});
            case 5:
                return commit(ports::StockCounted{ArticleNumber(text()), below(30)});
            case 6:
                return commit(ports::PolicyPublished{static_cast<std::uint64_t>(below(9)), text(),
                                                     ports::PolicyOrigin::store, text()});
            default:
                return commit(ports::ClockSetBack{now_ + std::chrono::hours(1)});
        }
    }
    void change_somebody() {
        using enum ports::PersonChange;
        const auto role = static_cast<core::budget::Role>(below(4));
        const auto staff = must(store_->staff());
        std::vector<PersonId> here;
        for (const auto& row : staff)
            if (!row.left) here.push_back(row.id);
        if (here.empty() || one_in(3))
            return commit(ports::PersonChanged{PersonId("p-" + std::to_string(staff.size())), added, role});
        const auto& whom = any_of(here);
        const bool is_locked = must(store_->sign_in_locked(whom));
        const ports::PersonChange changes[] = {role_changed, pin_made,    is_locked ? unlocked : locked,
                                               badge_given,  badge_taken, removed};
        commit(ports::PersonChanged{whom, changes[below(6)], role});
    }
    void set_budget() {
        core::budget::Limit limit{core::budget::PeriodKind::day, Money::minor(200 + below(8000)), {}};
        if (one_in(2)) limit.worth = limit.cost + Money::minor(below(8000));
        commit(ports::BudgetSet{limit, period()});
    }

    void release(Gift& gift) { spend(gift, 0, 0); }
    void spend(Gift& gift, std::int64_t cost, std::int64_t worth) {
        auto& counted = counted_[gift.period];
        counted.reserved_cost -= gift.cost;
        counted.reserved_worth -= gift.worth;
        counted.spent_cost += cost;
        counted.spent_worth += worth;
        gift.money_open = false;
    }

    ports::Store* store_;
    std::mt19937_64 random_;
    Instant now_ = *base::parse_instant("2026-11-22T08:00:00.000000Z");
    std::vector<IncidentId> open_;
    std::vector<Gift> gifts_;
    std::map<std::string, Counted> counted_;
    std::uint64_t next_number_ = 1'000'000'000;
};

}  // namespace makegood::tests
