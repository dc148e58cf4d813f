// The register's memory in SQLite: journal and state tables in one file, one transaction a commit.
#pragma once
#include <functional>
#include <memory>

#include "app/ports/event_codec.hpp"
#include "app/ports/store.hpp"
#include "db/terminal/head_mark.hpp"
#include "db/terminal/journal.hpp"
#include "db/terminal/open_things.hpp"
#include "db/terminal/projector.hpp"
#include "db/terminal/self_check.hpp"

namespace makegood::db::terminal {

// One thread at a time. `connection` must outlive it.
class TerminalStore final : public ports::Store {
  public:
    // Makes or brings up the tables. failed: the journal's end was changed, or the file is an older copy.
    static Result<std::unique_ptr<TerminalStore>> open(engine::Connection& connection,
                                                       const ports::EventCodec& codec,
                                                       const DeviceSigner& device,
                                                       const std::filesystem::path& folder);
    // Notes outside the database where the journal ends.
    ~TerminalStore() override;

    // From now on each commit bears something that `draw` answers.
    void draw_with(std::function<std::string()> draw) { draw_ = std::move(draw); }

    using Store::commit;
    // Also refused: a voucher's number is taken. After a failed sync it fails until it is opened anew.
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
    Result<std::vector<ports::StockOutRow>> stock_outs(Instant since) override;
    Result<std::vector<ports::AskedInWords>> asked_in_words(Instant since) override;
    Result<std::optional<ports::StockOutRow>> stock_out(const IncidentId&) override;
    Result<std::vector<ports::RecoveryRow>> given_on(const core::budget::Span& days,
                                                     std::size_t most) override;
    Result<std::vector<ports::CaseRow>> cases(Instant since, std::size_t most) override;
    Result<std::optional<ports::RecoveryRow>> recovery(const RecoveryId&) override;
    Result<std::optional<ports::RecoveryRow>> recovery_of(const IncidentId&) override;
    Result<std::vector<ports::RecoveryRow>> unsettled(Instant given_before) override;
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
    TerminalStore(engine::Connection& connection, const ports::EventCodec& codec, const DeviceSigner& device,
                  const std::filesystem::path& folder);
    Result<> load();
    Result<> bring_tables_up();
    Result<> read_tables();
    Result<> commit_with(const ports::Stamp& stamp, std::span<const ports::Event> events,
                         const std::function<Result<>()>* beside);
    template <class Load>
    Result<ports::Rights> rights_by(Load&& load);
    Result<> write(const ports::Stamp& stamp, std::span<const ports::Event> events,
                   std::span<const Journal::Link> links);

    engine::Connection& connection_;
    ports::EventCodec codec_;
    Journal journal_;
    Projector projector_;
    MoneyState money_;
    HeadMark mark_;
    OpenThings open_;
    SelfCheck check_;
    std::optional<CivilDate> checked_on_;
    std::uint64_t greatest_voucher_ = 0;
    std::function<std::string()> draw_;
};

}  // namespace makegood::db::terminal
