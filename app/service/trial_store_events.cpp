// What happens to it.
#include <algorithm>

#include "app/base/check.hpp"
#include "app/core/budget/redeemed_part.hpp"
#include "app/service/trial_store.hpp"

namespace makegood::service {
namespace {

using core::budget::Amount;
using core::recovery::Offer;
using std::chrono::sys_days;

}  // namespace

Result<> TrialStore::commit(const ports::Stamp& stamp, std::span<const ports::Event> events) {
    for (const auto& event : events) {
        ++head_.sequence;
        std::visit([&](const auto& each) { on(stamp, each); }, event);
        last_at_ = stamp.at;
    }
    return {};
}

Result<> TrialStore::commit(const ports::Stamp& stamp, const ports::Event& event,
                            const std::function<Result<>()>& beside) {
    MAKEGOOD_TRY(beside());
    return commit(stamp, std::span(&event, 1));
}

void TrialStore::count_anew() {
    counted_all_ = incidents_.size() + 1;
    counted_.clear();
}

void TrialStore::on(const ports::Stamp&, const ports::BudgetSet& event) {
    limit_ = event.limit;
}

void TrialStore::make_offers_of(Incident& incident, const std::vector<Offer>& offers) {
    using core::recovery::OfferKind;
    const auto place = static_cast<std::size_t>(&incident == &incidents_.back()
                                                    ? incidents_.size() - 1
                                                    : incident_places_.at(incident.row.id.text()));
    incident.standing.clear();
    std::string_view last_stem;
    for (const auto& offer : offers) {
        incident.standing.push_back(offer.id);
        if (std::none_of(incident.made.begin(), incident.made.end(),
                         [&](const Offer& other) { return other.id == offer.id; }))
            incident.made.push_back(offer);
        const auto stem = std::string_view(offer.id.text()).substr(0, offer.id.text().find('.'));
        if (stem != last_stem) offer_homes_[std::string(last_stem = stem)] = place;
        const bool substitute =
            offer.kind == OfferKind::free_substitute || offer.kind == OfferKind::same_price_substitute;
        auto& shown = incident.shown;
        if (substitute && !offer.article.empty() &&
            std::find(shown.begin(), shown.end(), offer.article) == shown.end())
            shown.push_back(offer.article);
    }
}

void TrialStore::on(const ports::Stamp& stamp, const ports::IncidentReported& event) {
    const auto place = incidents_.size();
    incident_places_[event.id.text()] = place;
    incidents_.push_back(
        {{event.id, event.incident, event.article_name, event.note, true, stamp.at, event.customer},
         {},
         {},
         {},
         {},
         false,
         false,
         {}});
    make_offers_of(incidents_.back(), event.offers);
    if (event.incident.kind == core::incident::Kind::stock_out)
        reports_[event.incident.article].push_back({stamp.at, incidents_.size() + 1, place, false});
    const auto& pace = event.pace;
    if (pace.wish <= Money{} || !pace.day.ok() || pace.asked.size() != core::budget::ladder.size()) return;
    auto& hour = wished_[{sys_days{pace.day}, pace.hour}];
    hour.day = pace.day;
    hour.hour = pace.hour;
    ++hour.cases;
    hour.price = pace.price;
    hour.meant += pace.meant;
    for (std::size_t step = 0; step < pace.asked.size(); ++step) hour.asked[step] += pace.asked[step];
}

void TrialStore::on(const ports::Stamp&, const ports::OffersRenewed& event) {
    auto& incident = named(event.incident);
    make_offers_of(incident, event.offers);
    incident.wishes = event.wishes;
}

void TrialStore::on(const ports::Stamp&, const ports::IncidentClosed& event) {
    auto& incident = named(event.id);
    incident.none_given = true;
    if (event.why != ports::recorded_in_error) return;
    incident.in_error = true;
    const auto place = incident_places_.at(event.id.text());
    for (auto& report : reports_[incident.row.incident.article])
        if (report.order > 0 && report.incident == place) report.in_error = true;
}

void TrialStore::on(const ports::Stamp& stamp, const ports::RecoveryGiven& event) {
    const auto place = recoveries_.size();
    recovery_places_[event.id.text()] = place;
    Recovery recovery{{event.id,
                       event.incident,
                       event.offer,
                       event.period,
                       ports::RecoveryState::given,
                       {},
                       event.job,
                       stamp.at,
                       stamp.by,
                       event.approved_by,
                       event.approved_why},
                      event.taken,
                      event.voucher,
                      {event.offer.cost, event.offer.worth}};
    if (event.voucher) {
        recovery.row.voucher = event.voucher->serial;
        recovery.voucher->state = core::voucher::State::issued;  // printed at once, where nothing prints
        vouchers_[event.voucher->serial.text()] = place;
        running_.emplace(sys_days{event.voucher->expires}, place);
    }
    recoveries_.push_back(std::move(recovery));
    named(event.incident).recovery = place;
    auto& money = money_[sys_days{core::budget::span_of(event.period)->last}];
    money.reserved_cost += event.offer.cost;
    money.reserved_worth += event.offer.worth;
    given_.add(gift_of(recoveries_[place], recoveries_[place].counts, false));
    if (event.taken.charges.empty()) return;
    const auto again = core::budget::take(rights_.book, event.taken.charges);
    MAKEGOOD_CHECK(again && *again == event.taken);
}

ports::PastGift TrialStore::gift_of(const Recovery& recovery, const Amount& amount, bool is_spent) {
    const auto& row = recovery.row;
    return {row.period, row.by, row.offer.kind, named(row.incident).row.customer, amount, is_spent};
}

void TrialStore::settle(Recovery& recovery, const Amount& spent) {
    given_.add(gift_of(recovery, Amount{} - recovery.counts, recovery.is_spent));
    recovery.counts = spent;
    recovery.is_spent = true;
    given_.add(gift_of(recovery, spent, true));
    auto& money = money_[sys_days{core::budget::span_of(recovery.row.period)->last}];
    money.reserved_cost -= recovery.row.offer.cost;
    money.reserved_worth -= recovery.row.offer.worth;
    money.spent_cost += spent.cost;
    money.spent_worth += spent.worth;
}

void TrialStore::on(const ports::Stamp&, const ports::RecoveryUndone& event) {
    auto& recovery = named(event.id);
    recovery.row.state = ports::RecoveryState::undone;
    named(recovery.row.incident).recovery.reset();
    if (recovery.voucher) end_voucher(recovery.voucher->serial, core::voucher::State::voided);
    settle(recovery, {});
    event.by_its_giver ? core::budget::undo(rights_.book, recovery.taken)
                       : core::budget::release(rights_.book, recovery.taken);
}

void TrialStore::on(const ports::Stamp&, const ports::RecoverySettled& event) {
    auto& recovery = named(event.id);
    recovery.row.state = ports::RecoveryState::settled;
    if (!recovery.voucher) settle(recovery, {recovery.row.offer.cost, recovery.row.offer.worth});
}

void TrialStore::end_voucher(const VoucherSerial& serial, core::voucher::State state) {
    auto& recovery = of_voucher(serial);
    recovery.voucher->state = state;
    const auto place = vouchers_.at(serial.text());
    const auto [first, last] = running_.equal_range(sys_days{recovery.voucher->expires});
    for (auto at = first; at != last; ++at)
        if (at->second == place) {
            running_.erase(at);
            return;
        }
}

void TrialStore::on(const ports::Stamp&, const ports::VoucherRedeemed& event) {
    end_voucher(event.serial, core::voucher::State::redeemed);
    auto& recovery = of_voucher(event.serial);
    const auto& offer = recovery.row.offer;
    const Amount spent{core::budget::used_up(offer.cost, event.value, recovery.voucher->value),
                       core::budget::used_up(offer.worth, event.value, recovery.voucher->value)};
    settle(recovery, spent);
    core::budget::release(rights_.book, core::budget::without(recovery.taken, spent));
}

void TrialStore::on(const ports::Stamp&, const ports::VoucherVoided& event) {
    end_voucher(event.serial, core::voucher::State::voided);
    settle(of_voucher(event.serial), {});
    core::budget::release(rights_.book, of_voucher(event.serial).taken);
}

void TrialStore::on(const ports::Stamp&, const ports::VoucherExpired& event) {
    end_voucher(event.serial, core::voucher::State::expired);
    settle(of_voucher(event.serial), {});
    core::budget::release(rights_.book, of_voucher(event.serial).taken);
}

void TrialStore::on(const ports::Stamp&, const ports::StockCounted& event) {
    counted_[event.article] = incidents_.size() + 1;
}

void TrialStore::on(const ports::Stamp&, const ports::RightsChanged& event) {
    auto& book = rights_.book;
    book.epoch = event.epoch;
    book.hub_epoch = event.hub_epoch;
    book.frozen = event.frozen;
    for (const auto& period : event.forgotten) core::budget::forget_period(book, period);
    for (const auto& row : event.pots) {
        core::budget::open_pot(book, row.pot.id);
        const auto pot = std::lower_bound(book.pots.begin(), book.pots.end(), row.pot.id,
                                          [](const auto& each, const auto& id) { return each.id < id; });
        if (pot != book.pots.end() && pot->id == row.pot.id) *pot = row.pot;
        if (row.presumed != Amount{}) rights_.presumed[row.pot.id] = row.presumed;
    }
}

}  // namespace makegood::service
