#include "tests/simulation/pacing/counter_in_memory.hpp"

#include "app/config/policy.hpp"
#include "tests/support/register_files.hpp"
#include "tests/unit/app/core/decisions/shop.hpp"

namespace makegood::tests {

using namespace core;
using std::chrono::sys_days;

namespace {

recovery::Policy shipped_policy() {
    config::Reading reading;
    reading.amounts.currency = *Currency::from_code("USD");
    return must(config::load_policy(config::policy_files("kiosk-config/policy"), reading)).policy;
}

const tests::Shop& shelf() {
    static const tests::Shop shop({{"1", "Coconut oil", "Sun", "400 ml", 599, 359, 0},
                                   {"2", "Virgin coconut oil", "Kokora", "800 ml", 949, 410, 99999},
                                   {"3", "Organic coconut oil", "Suncrest", "400 ml", 684, 444, 99999}});
    return shop;
}

}  // namespace

struct Counter::Shop {
    recovery::Policy policy = shipped_policy();
    std::vector<substitute::Substitute> substitutes = shelf().suggest("1", 1, policy.substitutes);
    Currency currency = *Currency::from_code("USD");
};

Counter::Counter(budget::Limit limit, Sharing sharing, std::uint64_t seed)
    : shop_(std::make_unique<Shop>()), limit_(limit), sharing_(sharing), chance_(seed) {}

Counter::~Counter() = default;

void Counter::begin(const std::string& period) {
    if (money_.name == period) return;
    money_ = {};
    money_.name = period;
    money_.limit = limit_;
    fairness_.limits += limit_.cost;
    prices_.clear();
}

void Counter::learn_at(CivilDate today) {
    if (learnt_on_ == today) return;
    learnt_on_ = today;
    const auto first = sys_days{today} - std::chrono::days(budget::days_remembered);
    std::vector<budget::WishedHour> hours;
    for (auto at = hours_.lower_bound({first, 0}); at != hours_.lower_bound({sys_days{today}, 0}); ++at)
        hours.push_back(at->second);
    std::vector<budget::DayTaken> taken;
    for (auto at = taken_.lower_bound(first); at != taken_.lower_bound(sys_days{today}); ++at)
        taken.push_back({CivilDate{at->first}, at->second});
    habit_ = budget::learn(hours, taken, today, limit_);
}

budget::Standing Counter::standing(const budget::LocalTime& now) const {
    budget::Standing standing{*budget::span_of(money_.name),
                              now,
                              limit_.cost,
                              money_.available_cost(),
                              money_.reserved_cost,
                              {},
                              {},
                              0,
                              {}};
    for (auto at = hours_.lower_bound({sys_days{standing.period.first}, 0}); at != hours_.end(); ++at) {
        for (std::size_t step = 0; step < standing.asked.size(); ++step)
            standing.asked[step] += at->second.asked[step];
        standing.meant += at->second.meant;
        standing.cases += at->second.cases;
        standing.held = at->second.price;
    }
    return standing;
}

// As much as the share of the open hours that is over, known beforehand.
std::optional<Money> Counter::by_the_clock(const budget::LocalTime& now) const {
    const auto span = *budget::span_of(money_.name);
    const auto days = (sys_days{span.last} - sys_days{span.first}).count() + 1;
    const auto gone = (sys_days{now.date} - sys_days{span.first}).count() * 720 + now.minute - 480;
    const auto released = limit_.cost.minor() * gone / (720 * days);
    return std::max(Money{}, Money::minor(released) - (limit_.cost - money_.available_cost()));
}

recovery::PacedOffers Counter::answer(const Case& given) {
    const auto compose = [&](const budget::Period& purse, std::optional<Money> most_now,
                             const recovery::Draw& draw) {
        const auto article =
            given.incident.kind == incident::Kind::stock_out ? std::optional(shelf().row("1")) : std::nullopt;
        if (sharing_ == Sharing::by_the_clock && purse.name == money_.name) most_now = by_the_clock(given.at);
        return recovery::compose(
            shop_->policy, given.incident, *shelf().articles, article,
            article ? std::span(shop_->substitutes) : std::span<substitute::Substitute>(), purse,
            shop_->currency, draw, {}, most_now);
    };
    budget::Paced pace;
    pace.day = given.at.date;
    pace.hour = given.at.minute / 60;
    if (sharing_ == Sharing::price_of_money) pace.price = budget::price_of_money(habit_, standing(given.at));
    pace.lot = budget::lot_of("Corner Market", given.at,
                              std::to_string(static_cast<int>(given.incident.kind)) + ' ' +
                                  std::to_string(static_cast<int>(given.incident.failure)));
    const auto draw = [&](std::uint64_t bound) {
        return std::uniform_int_distribution<std::uint64_t>(0, bound - 1)(chance_);
    };
    return recovery::compose_paced(compose, money_, pace, draw);
}

// A turn is a price that rises and falls again, or the other way round.
void Counter::note_price(Percent price, bool gift) {
    if (prices_.empty() || prices_.back() != price) prices_.push_back(price);
    if (gift) {
        ++fairness_.gifts;
        for (std::size_t i = 2; i < prices_.size(); ++i)
            if ((prices_[i] > prices_[i - 1]) != (prices_[i - 1] > prices_[i - 2])) ++fairness_.turns;
        prices_.clear();
    }
}

void Counter::one(const Case& given) {
    begin(budget::period_of(limit_.kind, given.at.date));
    learn_at(given.at.date);
    const auto [offers, pace] = answer(given);
    if (pace.wish == Money{}) return;
    auto& hour = hours_[{sys_days{pace.day}, pace.hour}];
    hour.day = pace.day;
    hour.hour = pace.hour;
    hour.price = pace.price;
    hour.meant += pace.meant;
    ++hour.cases;
    for (std::size_t step = 0; step < pace.asked.size(); ++step) hour.asked[step] += pace.asked[step];

    std::vector<const recovery::Offer*> paid;
    for (const auto& card : offers.cards)
        if (card.cost > Money{}) paid.push_back(&card);
    // The chance is that of being shown something; a customer may still want none of it.
    auto& quarter = fairness_.quarters[static_cast<std::size_t>(quarter_of(given.at, limit_.kind))];
    ++quarter.wished;
    if (!paid.empty()) ++quarter.granted;
    const bool gift = !paid.empty() && given.liking < takes_any;
    note_price(pace.price, gift);
    if (!gift) return;
    const auto& taken = given.liking < takes_first ? *paid.front() : *paid.back();
    auto reserved = budget::reserve(money_, taken.cost, taken.worth, shop_->currency);
    money_ = must(std::move(reserved));
    if (money_.reserved_cost > limit_.cost) ++fairness_.overspent;
    taken_[sys_days{given.at.date}] += taken.cost;
    fairness_.given += taken.cost;
}

void Counter::live(const std::vector<Case>& cases) {
    for (const auto& each : cases) one(each);
}

Money usual_day(const Days& days, std::uint64_t seed) {
    std::mt19937_64 chance(seed);
    const auto cases = uneven_days(days, chance);
    Counter counter({budget::PeriodKind::day, Money::minor(1'000'000'000), {}}, Sharing::none, seed);
    counter.live(cases);
    return Money::minor(counter.fairness().given.minor() / days.count);
}

}  // namespace makegood::tests
