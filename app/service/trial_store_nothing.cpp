// A trial prints nothing, sends nothing and takes the people as they are: of all that there is nothing.
#include "app/service/trial_store.hpp"

namespace makegood::service {

Result<std::vector<ports::AskedInWords>> TrialStore::asked_in_words(Instant) {
    return std::vector<ports::AskedInWords>();
}
Result<std::optional<ports::VoucherRow>> TrialStore::voucher_by_ean13(const std::string&) {
    return std::optional<ports::VoucherRow>();
}
Result<std::vector<ports::RecoveryRow>> TrialStore::given_on(const core::budget::Span&, std::size_t) {
    return std::vector<ports::RecoveryRow>();
}
Result<std::vector<ports::CaseRow>> TrialStore::cases(Instant, std::size_t) {
    return std::vector<ports::CaseRow>();
}
Result<> TrialStore::prove(const RecoveryId&) {
    return {};
}
Result<> TrialStore::prove(const VoucherSerial&) {
    return {};
}
Result<std::vector<core::budget::Period>> TrialStore::periods() {
    return std::vector<core::budget::Period>();
}
Result<std::vector<ports::LimitRow>> TrialStore::limits(Instant) {
    return std::vector<ports::LimitRow>();
}
Result<std::vector<ports::StaffRow>> TrialStore::staff() {
    return std::vector<ports::StaffRow>();
}
Result<bool> TrialStore::sign_in_locked(const PersonId&) {
    return false;
}
Result<std::vector<ports::Store::GivenAt>> TrialStore::given_since(Instant) {
    return std::vector<GivenAt>();
}
Result<std::vector<core::budget::VoucherPast>> TrialStore::voucher_past(CivilDate) {
    return std::vector<core::budget::VoucherPast>();
}
Result<std::vector<core::budget::VoucherPast>> TrialStore::vouchers_running(const core::budget::Span&) {
    return std::vector<core::budget::VoucherPast>();
}
Result<std::optional<ports::PrintJobRow>> TrialStore::job(const PrintJobId&) {
    return std::optional<ports::PrintJobRow>();
}
Result<std::vector<ports::PrintJobRow>> TrialStore::jobs_open() {
    return std::vector<ports::PrintJobRow>();
}
Result<std::vector<std::pair<ArticleNumber, std::int64_t>>> TrialStore::all_given() {
    return std::vector<std::pair<ArticleNumber, std::int64_t>>();
}
Result<std::vector<std::pair<ArticleNumber, std::int64_t>>> TrialStore::all_counted() {
    return std::vector<std::pair<ArticleNumber, std::int64_t>>();
}
Result<std::vector<core::followup::Promise>> TrialStore::promises_open() {
    return std::vector<core::followup::Promise>();
}
Result<std::optional<ports::CatalogueImported>> TrialStore::catalogue() {
    return std::optional<ports::CatalogueImported>();
}
Result<std::optional<ports::SalesImported>> TrialStore::sales() {
    return std::optional<ports::SalesImported>();
}
Result<> TrialStore::look_further(std::size_t, CivilDate) {
    return {};
}
Result<> TrialStore::make_tables_anew() {
    return {};
}
Result<std::vector<ports::StoredEvent>> TrialStore::segment(std::uint64_t, std::size_t) {
    return std::vector<ports::StoredEvent>();
}
Result<std::uint64_t> TrialStore::acknowledged() {
    return 0;
}
Result<> TrialStore::set_acknowledged(std::uint64_t) {
    return {};
}

}  // namespace makegood::service
