// What is asked of it.
#include "app/service/trial_store.hpp"

#include <algorithm>

#include "app/base/check.hpp"

namespace makegood::service {
namespace {

using std::chrono::sys_days;

const std::string no_hash(64, '0');

}  // namespace

TrialStore::TrialStore(const Before& before) : before_(before), head_{1, 1, no_hash}, limit_(before.limit) {
    rights_.book.device = before.shop.device;
    for (const auto& day : before.days) {
        const auto span = core::budget::span_of(day.name);
        if (!span) continue;
        auto& money = money_[sys_days{span->last}];
        money.reserved_cost += day.reserved_cost;
        money.spent_cost += day.spent_cost;
        money.reserved_worth += day.reserved_worth;
        money.spent_worth += day.spent_worth;
    }
    for (const auto& hour : before.wished) wished_[{sys_days{hour.day}, hour.hour}] = hour;
    for (const auto& row : before.stock_outs) reports_[row.article].push_back({row.at, 0, 0, false});
    for (const auto& gift : before.gifts) given_.add(gift);
}

void TrialStore::give_back(const ports::PastGift& gift) {
    auto& money = money_[sys_days{core::budget::span_of(gift.period)->last}];
    money.reserved_cost -= gift.amount.cost;
    money.reserved_worth -= gift.amount.worth;
    auto gone = gift;
    gone.amount = core::budget::Amount{} - gift.amount;
    given_.add(gone);
}

void TrialStore::forget_offers(const IncidentId& id) {
    auto& incident = named(id);
    incident.made = {};
    incident.standing = {};
}

TrialStore::Incident& TrialStore::named(const IncidentId& id) {
    const auto at = incident_places_.find(id.text());
    MAKEGOOD_CHECK(at != incident_places_.end());
    return incidents_[at->second];
}

TrialStore::Recovery& TrialStore::named(const RecoveryId& id) {
    const auto at = recovery_places_.find(id.text());
    MAKEGOOD_CHECK(at != recovery_places_.end());
    return recoveries_[at->second];
}

TrialStore::Recovery& TrialStore::of_voucher(const VoucherSerial& serial) {
    const auto at = vouchers_.find(serial.text());
    MAKEGOOD_CHECK(at != vouchers_.end());
    return recoveries_[at->second];
}

Result<ports::Shop> TrialStore::shop() {
    return before_.shop;
}

Result<ports::JournalMark> TrialStore::head() {
    return head_;
}

Result<std::optional<Instant>> TrialStore::last_event_at() {
    return last_at_;
}

// Cases run again at the times that were recorded; whether a clock was to be doubted was looked at then.
Result<std::optional<core::budget::BelievedTime>> TrialStore::believed_time() {
    return std::optional<core::budget::BelievedTime>();
}

Result<std::optional<ports::IncidentRow>> TrialStore::incident(const IncidentId& id) {
    const auto at = incident_places_.find(id.text());
    if (at == incident_places_.end()) return std::optional<ports::IncidentRow>();
    const auto& incident = incidents_[at->second];
    auto row = incident.row;
    row.open = !incident.none_given && !incident.recovery;
    return std::optional(std::move(row));
}

Result<std::vector<core::recovery::Offer>> TrialStore::offers(const IncidentId& id) {
    std::vector<core::recovery::Offer> offers;
    const auto& incident = named(id);
    for (const auto& standing : incident.standing)
        offers.push_back(*std::find_if(incident.made.begin(), incident.made.end(),
                                       [&](const auto& offer) { return offer.id == standing; }));
    return offers;
}

Result<core::recovery::Wishes> TrialStore::wishes(const IncidentId& id) {
    return named(id).wishes;
}

Result<std::optional<std::pair<IncidentId, core::recovery::Offer>>> TrialStore::offer(const OfferId& id) {
    using Found = std::optional<std::pair<IncidentId, core::recovery::Offer>>;
    const auto home = offer_homes_.find(id.text().substr(0, id.text().find('.')));
    if (home == offer_homes_.end()) return Found();
    for (const auto& offer : incidents_[home->second].made)
        if (offer.id == id) return Found(std::pair(incidents_[home->second].row.id, offer));
    return Found();
}

Result<std::int64_t> TrialStore::times_missing(const ArticleNumber& article, Instant since) {
    const auto reports = reports_.find(article);
    if (reports == reports_.end()) return 0;
    return std::count_if(reports->second.begin(), reports->second.end(),
                         [&](const Report& report) { return !report.in_error && report.at >= since; });
}

Result<std::vector<ports::StockOutRow>> TrialStore::stock_outs(Instant since) {
    auto rows = before_.stock_outs;
    std::erase_if(rows, [&](const auto& row) { return row.at < since; });
    return rows;
}

Result<std::optional<ports::StockOutRow>> TrialStore::stock_out(const IncidentId& id) {
    const auto& incident = named(id);
    if (incident.row.incident.kind != core::incident::Kind::stock_out || incident.in_error)
        return std::optional<ports::StockOutRow>();
    ports::StockOutRow row{incident.row.id,
                           incident.row.incident.article,
                           incident.row.at,
                           incident.row.incident.quantity,
                           incident.shown,
                           incident.wishes.not_articles,
                           incident.none_given,
                           {},
                           {},
                           {}};
    if (incident.recovery) {
        const auto& recovery = recoveries_[*incident.recovery].row;
        row.recovery = recovery.state;
        row.taken = recovery.offer.article;
        row.cost = recovery.offer.cost;
    }
    return std::optional(std::move(row));
}

Result<std::optional<ports::RecoveryRow>> TrialStore::recovery(const RecoveryId& id) {
    return std::optional(named(id).row);
}

Result<std::optional<ports::RecoveryRow>> TrialStore::recovery_of(const IncidentId& id) {
    const auto& incident = named(id);
    if (!incident.recovery) return std::optional<ports::RecoveryRow>();
    return std::optional(recoveries_[*incident.recovery].row);
}

Result<std::vector<ports::RecoveryRow>> TrialStore::unsettled(Instant given_before) {
    const auto is_open = [&](std::size_t at) {
        return recoveries_[at].row.state == ports::RecoveryState::given;
    };
    while (first_unsettled_ < recoveries_.size() && !is_open(first_unsettled_)) ++first_unsettled_;
    std::vector<ports::RecoveryRow> rows;
    for (auto at = first_unsettled_; at < recoveries_.size(); ++at)
        if (is_open(at) && recoveries_[at].row.at < given_before) rows.push_back(recoveries_[at].row);
    return rows;
}

ports::VoucherRow TrialStore::row_of(const Recovery& recovery) {
    return {*recovery.voucher, recovery.row.id, recovery.row.period, {}};
}

Result<std::optional<ports::VoucherRow>> TrialStore::voucher(const VoucherSerial& serial) {
    const auto at = vouchers_.find(serial.text());
    if (at == vouchers_.end()) return std::optional<ports::VoucherRow>();
    return std::optional(row_of(recoveries_[at->second]));
}

Result<std::vector<ports::VoucherRow>> TrialStore::vouchers_expired(CivilDate today) {
    std::vector<ports::VoucherRow> rows;
    for (auto at = running_.begin(); at != running_.end() && at->first < sys_days{today}; ++at)
        rows.push_back(row_of(recoveries_[at->second]));
    return rows;
}

Result<std::uint64_t> TrialStore::next_voucher_number() {
    return vouchers_.size() + 1;
}

Result<core::budget::Period> TrialStore::period(const std::string& name) {
    core::budget::Period period;
    period.name = name;
    if (limit_) period.limit = *limit_;
    const auto span = core::budget::span_of(name);
    if (!span) return period;
    for (auto at = money_.lower_bound(sys_days{span->first});
         at != money_.end() && at->first <= sys_days{span->last}; ++at) {
        period.reserved_cost += at->second.reserved_cost;
        period.spent_cost += at->second.spent_cost;
        period.reserved_worth += at->second.reserved_worth;
        period.spent_worth += at->second.spent_worth;
    }
    return period;
}

Result<std::optional<core::budget::Limit>> TrialStore::limit() {
    return limit_;
}

Result<ports::Rights> TrialStore::rights() {
    return rights_;
}

Result<ports::Rights> TrialStore::rights_of(std::span<const core::budget::PotId> pots) {
    ports::Rights rights;
    rights.book.device = rights_.book.device;
    rights.book.epoch = rights_.book.epoch;
    rights.book.hub_epoch = rights_.book.hub_epoch;
    rights.book.frozen = rights_.book.frozen;
    rights.book.forgotten = rights_.book.forgotten;
    for (const auto& id : pots) {
        const auto* pot = core::budget::find(rights_.book, id);
        if (!pot || !core::budget::open_pot(rights.book, id)) continue;
        for (auto& few : rights.book.pots)
            if (few.id == id) few = *pot;
        const auto presumed = rights_.presumed.find(id);
        if (presumed != rights_.presumed.end()) rights.presumed.insert(*presumed);
    }
    return rights;
}

Result<ports::Store::Given> TrialStore::given(const GivenBy& whose) {
    return given_.of(whose);
}

Result<std::vector<core::budget::WishedHour>> TrialStore::wished(const core::budget::Span& days) {
    std::vector<core::budget::WishedHour> hours;
    for (auto at = wished_.lower_bound({sys_days{days.first}, 0});
         at != wished_.end() && at->first.first <= sys_days{days.last}; ++at)
        hours.push_back(at->second);
    return hours;
}

Result<std::vector<core::budget::DayTaken>> TrialStore::taken(const core::budget::Span& days) {
    std::vector<core::budget::DayTaken> taken;
    for (auto at = money_.lower_bound(sys_days{days.first});
         at != money_.end() && at->first <= sys_days{days.last}; ++at)
        taken.push_back({CivilDate{at->first}, at->second.reserved_cost + at->second.spent_cost});
    return taken;
}

bool TrialStore::is_missing(const std::vector<Report>& reports, const ArticleNumber& article) const {
    const auto counted = counted_.find(article);
    const auto since = std::max(counted_all_, counted == counted_.end() ? 0 : counted->second);
    return std::any_of(reports.begin(), reports.end(),
                       [&](const Report& report) { return !report.in_error && report.order > since; });
}

Result<std::vector<ArticleNumber>> TrialStore::all_missing() {
    std::vector<ArticleNumber> missing;
    for (const auto& [article, reports] : reports_)
        if (is_missing(reports, article)) missing.push_back(article);
    if (counted_all_ > 0) return missing;
    for (const auto& article : before_.missing)
        if (!counted_.contains(article)) missing.push_back(article);
    return missing;
}

Result<std::string> TrialStore::setting(const std::string& key) {
    return settings_[key];
}

Result<> TrialStore::set_setting(const std::string& key, const std::string& value) {
    settings_[key] = value;
    return {};
}

}  // namespace makegood::service
