#include <charconv>
#include <set>

#include "app/service/make_offers.hpp"
#include "app/service/past.hpp"
#include "app/service/past_reach.hpp"
#include "app/service/rules_of_now.hpp"
#include "app/service/spend_rights.hpp"
#include "app/service/who_may.hpp"

namespace makegood::service {
namespace {

using std::chrono::sys_days;

constexpr std::size_t events_a_slice = 200, gifts_a_slice = 1'000;
constexpr auto widest_zone = std::chrono::hours(15);
constexpr int money_looks_back = 62, habit_looks_back = 100;  // days; two months, and what habit remembers
constexpr auto answers_count = std::chrono::hours(24 * 900);

// Where nothing was recorded of chance: always the same for the same case.
std::uint64_t made_up(const std::string& id) {
    std::uint64_t mixed = 0xcbf29ce484222325;  // FNV-1a
    for (const char letter : id) mixed = (mixed ^ static_cast<unsigned char>(letter)) * 0x100000001b3;
    return 1 + (mixed >> 1);
}

std::uint64_t drawn_for(const ports::Stamp& stamp, const std::string& id) {
    std::uint64_t drawn = 0;
    std::from_chars(stamp.drawn.data(), stamp.drawn.data() + stamp.drawn.size(), drawn);
    return drawn > 0 ? drawn : made_up(id);
}

core::budget::Period day_of_gift(const ports::PastGift& gift) {
    core::budget::Period day;
    day.name = gift.period;
    day.reserved_cost = gift.amount.cost;
    day.reserved_worth = gift.amount.worth;
    return day;
}

}  // namespace

struct PastReader::Parts {
    Desk& desk;
    ports::PastEvents& events;
    std::shared_ptr<Past> past;
    std::vector<core::budget::Limit> limits;  // whose periods count
    std::optional<ports::JournalPlace> next{};
    std::optional<ports::JournalPlace> next_gift{}, first_case{};
    bool began = false, ended = false;
    std::uint64_t first = 0, last = 0;  // sequences, to say how far it is
    std::unordered_map<std::string, std::size_t> cases{}, recoveries{}, vouchers{};
    std::set<PersonId> people{};
    std::set<std::pair<ArticleNumber, std::int64_t>> asked{};

    Result<> begin();
    Result<> read_before(const ports::JournalPlace& from, Instant start);
    Result<> look_at(ports::Happened& happened);
    Result<> look_before();
    Result<> read_days();
    Result<bool> read_gifts();
    Result<> finish();

    void add(const ports::Stamp& stamp, std::size_t of, decltype(Step::what) what) {
        if (of < past->cases.size()) past->cases[of].last_step = past->steps.size();
        people.insert(stamp.by);
        past->steps.push_back({stamp.at, stamp.by, of, std::move(what)});
    }
    std::optional<std::size_t> find(const std::unordered_map<std::string, std::size_t>& where,
                                    const std::string& id) const {
        const auto at = where.find(id);
        return at == where.end() ? std::nullopt : std::optional(at->second);
    }
    static constexpr std::size_t no_case = ~std::size_t{0};

    void on(ports::Happened&, ports::IncidentReported&);
    void on(ports::Happened&, ports::OffersRenewed&);
    void on(ports::Happened&, ports::RecoveryGiven&);
    void on(ports::Happened&, ports::RecoveryUndone&);
    void on(ports::Happened&, ports::IncidentClosed&);
    void on(ports::Happened&, ports::VoucherReplaced&);
    void on(ports::Happened&, ports::VoucherRedeemed&);
    void on(ports::Happened&, ports::VoucherVoided&);
    void on(ports::Happened&, ports::VoucherExpired&);
    void came_back(const ports::Stamp&, const RecoveryId&);
    void came_back(const ports::Stamp&, const VoucherSerial&);
    void on(ports::Happened&, ports::StockCounted&);
    void on(ports::Happened&, ports::CatalogueImported&);
    void on(ports::Happened&, ports::BudgetSet&);
    void on(ports::Happened&, ports::PolicyPublished&) { ++past->rules_changed; }
    // Follows by itself from the others, or is about something else.
    template <class Other>
    void on(ports::Happened&, Other&) {}
};

void PastReader::Parts::on(ports::Happened& happened, ports::IncidentReported& event) {
    const auto& stamp = happened.recorded.stamp;
    const auto of = past->cases.size();
    cases[event.id.text()] = of;
    auto title = title_of(event.incident, event.article_name);
    const bool is_missing = event.incident.kind == core::incident::Kind::stock_out;
    if (is_missing && asked.emplace(event.incident.article, event.incident.quantity).second)
        past->asks.push_back(of);
    past->cases.push_back({event.id,
                           stamp.at,
                           desk.clock.local_date(stamp.at),
                           std::move(event.incident),
                           std::move(title),
                           {},
                           happened.offered_something});
    past->cases.back().customer = std::move(event.customer);
    add(stamp, of, step::Reported{drawn_for(stamp, event.id.text())});
}

void PastReader::Parts::on(ports::Happened& happened, ports::OffersRenewed& event) {
    const auto of = find(cases, event.incident.text());
    if (!of) return;
    past->cases[*of].had_cards |= happened.offered_something;
    const auto& stamp = happened.recorded.stamp;
    add(stamp, *of,
        step::SaidNo{std::move(event.wishes), std::move(event.why),
                     drawn_for(stamp, event.incident.text() + event.declined.text())});
}

void PastReader::Parts::on(ports::Happened& happened, ports::RecoveryGiven& event) {
    const auto of = find(cases, event.incident.text());
    if (!of) return;
    recoveries[event.id.text()] = *of;
    if (event.voucher) vouchers[event.voucher->serial.text()] = *of;
    if (!event.approved_by.empty()) people.insert(event.approved_by);
    if (is_card(event.offer)) past->cases[*of].taken = taken_of(event.offer);
    add(happened.recorded.stamp, *of,
        step::Given{taken_of(event.offer), std::move(event.approved_by), std::move(event.approved_why)});
}

void PastReader::Parts::on(ports::Happened& happened, ports::RecoveryUndone& event) {
    const auto of = find(recoveries, event.id.text());
    if (!of) return came_back(happened.recorded.stamp, event.id);
    past->cases[*of].taken.reset();
    add(happened.recorded.stamp, *of, step::Undone{});
}

void PastReader::Parts::on(ports::Happened& happened, ports::IncidentClosed& event) {
    const auto of = find(cases, event.id.text());
    if (!of) return;
    past->cases[*of].in_error |= event.why == ports::recorded_in_error;
    add(happened.recorded.stamp, *of, step::Closed{std::move(event.why)});
}

void PastReader::Parts::on(ports::Happened&, ports::VoucherReplaced& event) {
    if (const auto of = find(vouchers, event.old_serial.text())) vouchers[event.voucher.serial.text()] = *of;
}

void PastReader::Parts::on(ports::Happened& happened, ports::VoucherRedeemed& event) {
    if (const auto of = find(vouchers, event.serial.text()))
        add(happened.recorded.stamp, *of, step::Redeemed{});
}

void PastReader::Parts::on(ports::Happened& happened, ports::VoucherVoided& event) {
    if (const auto of = find(vouchers, event.serial.text()))
        add(happened.recorded.stamp, *of, step::Voided{std::move(event.why)});
    else
        came_back(happened.recorded.stamp, event.serial);
}

// Of the cases' own vouchers it follows by itself.
void PastReader::Parts::on(ports::Happened& happened, ports::VoucherExpired& event) {
    if (!find(vouchers, event.serial.text())) came_back(happened.recorded.stamp, event.serial);
}

void PastReader::Parts::came_back(const ports::Stamp& stamp, const VoucherSerial& serial) {
    const auto voucher = desk.store.voucher(serial);
    if (voucher && *voucher) came_back(stamp, (*voucher)->recovery);
}

// Until then it was out: what the tables say of now has it back already.
void PastReader::Parts::came_back(const ports::Stamp& stamp, const RecoveryId& id) {
    const auto recovery = desk.store.recovery(id);
    if (!recovery || !*recovery || !core::budget::span_of((*recovery)->period)) return;
    const auto incident = desk.store.incident((*recovery)->incident);
    if (!incident || !*incident) return;
    const auto& offer = (*recovery)->offer;
    ports::PastGift gift{
        (*recovery)->period, (*recovery)->by, offer.kind, (*incident)->customer, {offer.cost, offer.worth}};
    past->before.days.push_back(day_of_gift(gift));
    past->before.gifts.push_back(gift);
    add(stamp, no_case, step::CameBack{std::move(gift)});
}

void PastReader::Parts::on(ports::Happened& happened, ports::StockCounted& event) {
    ++past->counted_by_hand;
    add(happened.recorded.stamp, no_case, step::Counted{std::move(event.article), event.pieces});
}

void PastReader::Parts::on(ports::Happened& happened, ports::CatalogueImported& event) {
    ++past->catalogues_came;
    if (event.with_stock) add(happened.recorded.stamp, no_case, step::CatalogueCame{});
}

void PastReader::Parts::on(ports::Happened& happened, ports::BudgetSet& event) {
    add(happened.recorded.stamp, no_case, step::LimitSet{event.limit});
}

Result<> PastReader::Parts::begin() {
    const auto head = desk.store.head();
    if (!head) return fail(head.error());
    last = head->sequence;
    auto from = events.reported_since(sys_days{past->days.first} - widest_zone);
    if (!from) return fail(from.error());
    next = *from;
    ended = !next;
    if (next) first = next->sequence;
    return {};
}

Result<> PastReader::Parts::read_before(const ports::JournalPlace& from, Instant start) {
    auto& before = past->before;
    before.shop = desk.shop;
    const auto limits = desk.store.limits(start);
    if (!limits) return fail(limits.error());
    if (!limits->empty()) before.limit = limits->front().limit;
    const auto& today = past->days.first;
    auto wished = desk.store.wished({base::add_days(today, -habit_looks_back), base::add_days(today, -1)});
    if (!wished) return fail(wished.error());
    before.wished = std::move(*wished);
    auto stock_outs = desk.store.stock_outs(start - answers_count);
    if (!stock_outs) return fail(stock_outs.error());
    before.stock_outs = std::move(*stock_outs);
    std::erase_if(before.stock_outs, [&](const auto& row) { return row.at >= start; });
    auto shelf = events.shelf_before(from);
    if (!shelf) return fail(shelf.error());
    past->shelf = std::move(*shelf);
    before.missing = past->shelf.missing;
    return {};
}

// Nothing counts before the first case of these days; after them only what belongs to their cases.
Result<> PastReader::Parts::look_at(ports::Happened& happened) {
    if (std::holds_alternative<ports::IncidentReported>(happened.recorded.event)) {
        const auto day = desk.clock.local_date(happened.recorded.stamp.at);
        if (day < past->days.first) return {};
        if (!began) MAKEGOOD_TRY(read_before(happened.place, happened.recorded.stamp.at));
        if (!began) first_case = happened.place;
        began = true;
        ended |= day > base::add_days(past->days.last, 1);
        if (day > past->days.last) return {};
    }
    if (began) std::visit([&](auto& event) { on(happened, event); }, happened.recorded.event);
    return {};
}

// Of the days before.
Result<> PastReader::Parts::read_days() {
    const auto& today = past->days.first;
    const auto days = desk.store.periods();
    if (!days) return fail(days.error());
    const auto first = std::min(past->since, base::add_days(today, -money_looks_back));
    for (const auto& day : *days) {
        const auto span = core::budget::span_of(day.name);
        if (span && span->last < today && span->last >= first) past->before.days.push_back(day);
    }
    return {};
}

Result<> PastReader::Parts::look_before() {
    if (!first_case) return {};
    limits.push_back(past->before.limit);
    for (const auto& step : past->steps)
        if (const auto* set = std::get_if<step::LimitSet>(&step.what)) limits.push_back(set->limit);
    past->since = counts_since(limits, past->days.first);
    MAKEGOOD_TRY(read_days());
    auto from = events.reported_since(sys_days{past->since} - widest_zone);
    if (!from) return fail(from.error());
    next_gift = *from;
    return {};
}

// What was given before the first case in periods that run on; those of its own day are not in the money yet.
Result<bool> PastReader::Parts::read_gifts() {
    auto some = events.given_between(*next_gift, *first_case, gifts_a_slice);
    if (!some) return fail(some.error());
    for (auto& gift : some->gifts) {
        const auto span = core::budget::span_of(gift.period);
        if (!span) continue;
        if (span->last >= past->days.first) past->before.days.push_back(day_of_gift(gift));
        past->before.gifts.push_back(std::move(gift));
    }
    next_gift = some->end ? std::nullopt : std::optional(some->next);
    return next_gift.has_value();
}

Result<> PastReader::Parts::finish() {
    if (past->cases.empty())
        return fail(
            ErrorKind::refused,
            "Nothing went wrong in these days, so there is nothing to try rules on. Choose more days.");
    for (const auto& id : people) {
        const auto known = desk.people.find(id);
        if (!known) return fail(known.error());
        if (*known) past->people[id] = (*known)->person;
        if (id == console()) past->people[id] = {id, "console", {}, ports::Role::owner};
    }
    const auto shares = shares_budget(desk);
    if (!shares) return fail(shares.error());
    past->shares_budget = *shares;
    return {};
}

PastReader::PastReader(Desk& desk, ports::PastEvents& events, const core::budget::Span& days,
                       std::vector<core::budget::Limit> limits)
    : parts_(new Parts{desk, events,
                       std::make_shared<Past>(Past{.days = days,
                                                   .since = days.first,
                                                   .settings = desk.settings,
                                                   .currency = desk.currency,
                                                   .articles = desk.articles,
                                                   .learnt = desk.engine->learnt(),
                                                   .catalogues = desk.catalogues,
                                                   .clock = desk.clock}),
                       std::move(limits)}) {
    for (const auto& limit : limits_of({desk.settings, {}})) parts_->limits.push_back(limit);
    parts_->past->by_rules_of_now = std::make_shared<RulesOfNow>();
    parts_->past->shortlists = std::make_shared<ShortlistsByRules>();
}

PastReader::~PastReader() = default;

Result<bool> PastReader::read_on() {
    auto& parts = *parts_;
    if (!parts.next && !parts.ended) MAKEGOOD_TRY(parts.begin());
    if (!parts.ended) {
        auto slice = parts.events.happened(*parts.next, events_a_slice);
        if (!slice) return fail(slice.error());
        for (auto& happened : slice->happened) MAKEGOOD_TRY(parts.look_at(happened));
        parts.next = slice->next;
        parts.ended |= slice->end;
        if (parts.ended) MAKEGOOD_TRY(parts.look_before());
        if (!parts.ended || parts.next_gift) return true;
    } else if (parts.next_gift) {
        const auto more = parts.read_gifts();
        if (!more || *more) return more;
    }
    MAKEGOOD_TRY(parts.finish());
    return false;
}

int PastReader::percent() const {
    const auto all = parts_->last - parts_->first;
    if (parts_->ended || all == 0 || !parts_->next || parts_->next->sequence < parts_->first) return 100;
    return static_cast<int>(
        std::min<std::uint64_t>(100, 100 * (parts_->next->sequence - parts_->first) / all));
}

std::shared_ptr<const Past> PastReader::past() {
    return parts_->past;
}

}  // namespace makegood::service
