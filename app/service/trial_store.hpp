// What a register would remember, in memory: the same answers as the real store gives after the same events,
// as far as decisions ask. Of paper, sync and people there is nothing. Made to run cases again under other
// rules with the use cases themselves; the past before those cases comes in as it was.
#pragma once
#include <deque>
#include <map>
#include <unordered_map>

#include "app/ports/past_events.hpp"
#include "app/ports/store.hpp"
#include "app/service/trial_given.hpp"

namespace makegood::service {

// What lies before the first case that runs again.
struct Before {
    ports::Shop shop;
    core::budget::Limit limit;
    // Of money, by name; what was given back later is not given back yet.
    std::vector<core::budget::Period> days;        // of money, by name
    std::vector<core::budget::WishedHour> wished;  // oldest first
    std::vector<ports::StockOutRow> stock_outs;    // oldest first
    std::vector<ArticleNumber> missing;            // since stock was counted
    // In the periods of limits that run on the first day: likewise.
    std::vector<ports::PastGift> gifts;
};

class TrialStore final : public ports::Store {
  public:
    explicit TrialStore(const Before& before);

    // Nothing more happens to this case: what was offered is not kept.
    void forget_offers(const IncidentId&);
    // A gift of before counts no more.
    void give_back(const ports::PastGift& gift);
    // The catalogue came with stock.
    void count_anew();

    using Store::commit;
    Result<> commit(const ports::Stamp& stamp, std::span<const ports::Event> events) override;
    Result<> commit(const ports::Stamp& stamp, const ports::Event& event,
                    const std::function<Result<>()>& beside) override;

    Result<ports::Shop> shop() override;
    Result<ports::JournalMark> head() override;
    Result<std::optional<Instant>> last_event_at() override;
    Result<std::optional<core::budget::BelievedTime>> believed_time() override;
    Result<std::optional<ports::IncidentRow>> incident(const IncidentId&) override;
    Result<std::vector<core::recovery::Offer>> offers(const IncidentId&) override;
    Result<core::recovery::Wishes> wishes(const IncidentId&) override;
    Result<std::optional<std::pair<IncidentId, core::recovery::Offer>>> offer(const OfferId&) override;
    Result<std::int64_t> times_missing(const ArticleNumber&, Instant since) override;
    Result<std::vector<ports::StockOutRow>> stock_outs(Instant since) override;  // of before only
    Result<std::vector<ports::AskedInWords>> asked_in_words(Instant since) override;
    Result<std::optional<ports::StockOutRow>> stock_out(const IncidentId&) override;
    Result<std::optional<ports::RecoveryRow>> recovery(const RecoveryId&) override;
    Result<std::optional<ports::RecoveryRow>> recovery_of(const IncidentId&) override;
    Result<std::vector<ports::RecoveryRow>> unsettled(Instant given_before) override;
    Result<std::vector<ports::RecoveryRow>> given_on(const core::budget::Span& days,
                                                     std::size_t most) override;
    Result<std::vector<ports::CaseRow>> cases(Instant since, std::size_t most) override;
    Result<std::optional<ports::VoucherRow>> voucher(const VoucherSerial&) override;
    Result<std::optional<ports::VoucherRow>> voucher_by_ean13(const std::string& digits) override;
    Result<std::vector<ports::VoucherRow>> vouchers_expired(CivilDate today) override;
    Result<> prove(const RecoveryId&) override;
    Result<> prove(const VoucherSerial&) override;
    Result<std::uint64_t> next_voucher_number() override;
    Result<core::budget::Period> period(const std::string& name) override;
    Result<std::vector<core::budget::Period>> periods() override;
    Result<std::optional<core::budget::Limit>> limit() override;
    Result<std::vector<ports::LimitRow>> limits(Instant since) override;
    Result<std::vector<ports::StaffRow>> staff() override;
    Result<bool> sign_in_locked(const PersonId&) override;
    Result<ports::Rights> rights() override;
    Result<ports::Rights> rights_of(std::span<const core::budget::PotId> pots) override;
    Result<Given> given(const GivenBy& whose) override;
    Result<std::vector<GivenAt>> given_since(Instant since) override;
    Result<std::vector<core::budget::WishedHour>> wished(const core::budget::Span& days) override;
    Result<std::vector<core::budget::DayTaken>> taken(const core::budget::Span& days) override;
    Result<std::vector<core::budget::VoucherPast>> voucher_past(CivilDate today) override;
    Result<std::vector<core::budget::VoucherPast>> vouchers_running(const core::budget::Span& days) override;
    Result<std::optional<ports::PrintJobRow>> job(const PrintJobId&) override;
    Result<std::vector<ports::PrintJobRow>> jobs_open() override;
    Result<std::vector<std::pair<ArticleNumber, std::int64_t>>> all_given() override;
    Result<std::vector<ArticleNumber>> all_missing() override;
    Result<std::vector<std::pair<ArticleNumber, std::int64_t>>> all_counted() override;
    Result<std::vector<core::followup::Promise>> promises_open() override;
    Result<std::optional<ports::CatalogueImported>> catalogue() override;
    Result<std::optional<ports::SalesImported>> sales() override;
    Result<> look_further(std::size_t events, CivilDate today) override;
    Result<> make_tables_anew() override;
    Result<std::vector<ports::StoredEvent>> segment(std::uint64_t first, std::size_t limit) override;
    Result<std::uint64_t> acknowledged() override;
    Result<> set_acknowledged(std::uint64_t sequence) override;
    Result<std::string> setting(const std::string& key) override;
    Result<> set_setting(const std::string& key, const std::string& value) override;

  private:
    struct Incident {
        ports::IncidentRow row;
        std::vector<core::recovery::Offer> made;  // all that were ever offered
        std::vector<OfferId> standing;
        core::recovery::Wishes wishes;
        std::vector<ArticleNumber> shown;
        bool none_given = false, in_error = false;
        std::optional<std::size_t> recovery;  // the one that is not undone
    };
    struct Recovery {
        ports::RecoveryRow row;
        core::budget::Taken taken;
        std::optional<core::voucher::Voucher> voucher;
        core::budget::Amount counts;  // in limits: less once it was settled cheaper
        bool is_spent = false;
    };
    struct Report {
        Instant at;
        std::size_t order = 0;  // among all that were reported; of before: 0
        std::size_t incident = 0;
        bool in_error = false;
    };
    struct OfDay {
        Money reserved_cost, spent_cost, reserved_worth, spent_worth;
    };
    using Day = std::chrono::sys_days;

    void on(const ports::Stamp&, const ports::BudgetSet&);
    void on(const ports::Stamp&, const ports::IncidentReported&);
    void on(const ports::Stamp&, const ports::OffersRenewed&);
    void on(const ports::Stamp&, const ports::IncidentClosed&);
    void on(const ports::Stamp&, const ports::RecoveryGiven&);
    void on(const ports::Stamp&, const ports::RecoveryUndone&);
    void on(const ports::Stamp&, const ports::RecoverySettled&);
    void on(const ports::Stamp&, const ports::VoucherRedeemed&);
    void on(const ports::Stamp&, const ports::VoucherVoided&);
    void on(const ports::Stamp&, const ports::VoucherExpired&);
    void on(const ports::Stamp&, const ports::StockCounted&);
    void on(const ports::Stamp&, const ports::RightsChanged&);
    // Nothing that a decision asks about.
    template <class Other>
    void on(const ports::Stamp&, const Other&) {}

    void make_offers_of(Incident& incident, const std::vector<core::recovery::Offer>& offers);
    Incident& named(const IncidentId&);
    Recovery& named(const RecoveryId&);
    Recovery& of_voucher(const VoucherSerial&);
    void settle(Recovery&, const core::budget::Amount& spent);
    ports::PastGift gift_of(const Recovery&, const core::budget::Amount&, bool is_spent);
    void end_voucher(const VoucherSerial&, core::voucher::State);
    bool is_missing(const std::vector<Report>& reports, const ArticleNumber&) const;
    static ports::VoucherRow row_of(const Recovery&);

    const Before& before_;
    ports::JournalMark head_;
    std::optional<Instant> last_at_;
    std::optional<core::budget::Limit> limit_;
    std::map<Day, OfDay> money_;
    TrialGiven given_;
    std::map<std::pair<Day, int>, core::budget::WishedHour> wished_;
    std::deque<Incident> incidents_;
    std::deque<Recovery> recoveries_;
    std::unordered_map<std::string, std::size_t> incident_places_, offer_homes_, recovery_places_, vouchers_;
    std::unordered_map<ArticleNumber, std::vector<Report>> reports_;
    std::size_t counted_all_ = 0;
    std::unordered_map<ArticleNumber, std::size_t> counted_;
    std::multimap<Day, std::size_t> running_;  // vouchers by their last day
    std::size_t first_unsettled_ = 0;
    ports::Rights rights_;
    std::map<std::string, std::string> settings_;
};

}  // namespace makegood::service
