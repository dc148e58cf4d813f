#include "app/terminal/presenter/money_lists.hpp"

#include <algorithm>

#include "app/terminal/presenter/manager_words.hpp"

namespace makegood::terminal::presenter {
namespace {

using core::budget::HourOfDay;

constexpr std::size_t most_read = 5, most_touched = 3;

std::size_t most_lines(const std::vector<MoneyLine>& lines) {
    return lines.empty() || lines.front().id.empty() ? most_read : most_touched;
}

// Of a limit, never below nothing and never beyond `most`.
double share(Money part, Money whole, double most) {
    if (whole <= Money{}) return 0;
    return std::clamp(static_cast<double>(part.minor()) / static_cast<double>(whole.minor()), 0.0, most);
}

Figure left_of(const service::MoneyAtAGlance& glance, const Currency& currency) {
    const auto& period = glance.now.period;
    const Money limit = period.limit.cost;
    Figure figure{glance.shared ? words::left_here : words::left_caption(period.limit.kind),
                  base::format(period.available_cost(), currency),
                  {}};
    figure.aside = words::of_limit(words::short_money(limit, currency));
    figure.has_meter = true;
    figure.spent_share = share(period.spent_cost, limit, 1);
    figure.reserved_share = share(period.reserved_cost, limit, 1 - figure.spent_share);
    if (glance.still_out > Money{}) {
        figure.line = words::still_out(base::format(glance.still_out, currency));
        figure.needs_care = true;
    }
    return figure;
}

Money tallest(const std::vector<HourOfDay>& hours) {
    Money most;
    for (const auto& hour : hours) most = std::max({most, hour.given + hour.to_come, hour.allowed});
    return most;
}

std::string who(const service::GivenLately& given) {
    if (given.by.empty()) return words::from_script;
    return given.signed_by.empty() ? given.by : given.by + ", " + given.signed_by;
}

}  // namespace

std::vector<Figure> figures_of(const service::MoneyAtAGlance& glance, const Currency& currency) {
    const auto& now = glance.now;
    const auto kind = now.period.limit.kind;
    const bool of_today = kind == core::budget::PeriodKind::day;
    const auto money = [&](Money amount) { return base::format(amount, currency); };
    std::string given = words::recoveries(glance.recoveries, of_today);
    if (glance.shared) given += words::only_here;
    return {{words::given_caption(kind), money(now.period.spent_cost), std::move(given)},
            {words::reserved, money(now.period.reserved_cost), words::vouchers_out(now.vouchers)},
            {words::likely_of_that, money(now.likely),
             now.vouchers == 0 ? std::string() : words::come_back(now.come_back)},
            left_of(glance, currency)};
}

HourChart chart_of(const service::MoneyAtAGlance& glance, const Currency& currency) {
    HourChart chart{.title = words::by_the_hour};
    const Money most = tallest(glance.hours);
    if (most <= Money{}) {
        chart.note = words::no_hours;
        return chart;
    }
    const auto money = [&](Money amount) { return base::format(amount, currency); };
    chart.aside = words::up_to_an_hour(words::short_money(most, currency));
    chart.note = words::chart_note;
    for (const auto& hour : glance.hours)
        chart.hours.push_back(
            {std::to_string(hour.hour),
             words::hour_name(hour.hour, money(hour.given), money(hour.to_come), money(hour.allowed)),
             share(hour.given, most, 1), share(hour.to_come, most, 1), share(hour.allowed, most, 1)});
    return chart;
}

std::vector<MoneyLine> gesture_lines(const service::MoneyAtAGlance& glance, const Currency& currency) {
    std::vector<MoneyLine> lines;
    for (const auto& sum : glance.gestures)
        lines.push_back({words::kind_of_gift(sum.kind), words::times(sum.times),
                         base::format(sum.cost, currency), words::worth(base::format(sum.worth, currency))});
    return lines;
}

std::vector<MoneyLine> clerk_lines(const std::vector<service::WorkOfPerson>& people,
                                   const Currency& currency) {
    std::vector<MoneyLine> lines;
    for (const auto& [name, work] : people) {
        const bool known = work.beside != core::insight::Beside::too_few;
        lines.push_back({name.empty() ? work.by.text() : name, words::cases(work.cases, work.given),
                         known ? words::a_case(base::format(work.each, currency)) : std::string(),
                         words::beside_others(work.beside, base::format(work.others, currency))});
    }
    return lines;
}

std::vector<MoneyLine> latest_lines(const service::MoneyAtAGlance& glance, const Setup& setup) {
    std::vector<MoneyLine> lines;
    for (const auto& given : glance.latest)
        lines.push_back({given.title,
                         words::joined({setup.time_of_day(given.at),
                                        given.cause.empty() ? words::no_reason : given.cause, who(given)}),
                         base::format(given.cost, setup.currency),
                         words::worth(base::format(given.worth, setup.currency))});
    return lines;
}

std::vector<MoneyLine> waiting_lines(const std::vector<service::WaitingApproval>& waiting,
                                     const Setup& setup) {
    std::vector<MoneyLine> lines;
    for (const auto& each : waiting)
        lines.push_back({each.title,
                         words::joined({words::asked_at(each.name, setup.time_of_day(each.at)),
                                        each.cause.empty() ? words::no_reason : each.cause}),
                         base::format(each.cost, setup.currency),
                         words::worth(base::format(each.worth, setup.currency)), each.offer.text()});
    return lines;
}

std::size_t money_pages(const std::vector<MoneyLine>& lines) {
    const std::size_t most = most_lines(lines);
    return std::max<std::size_t>(1, (lines.size() + most - 1) / most);
}

void put_page(MoneyList& list, const std::vector<MoneyLine>& lines, std::size_t page) {
    const std::size_t most = most_lines(lines), pages = money_pages(lines);
    const std::size_t first = std::min(page, pages - 1) * most, end = std::min(lines.size(), first + most);
    list.lines.assign(lines.begin() + static_cast<std::ptrdiff_t>(first),
                      lines.begin() + static_cast<std::ptrdiff_t>(end));
    if (pages > 1)
        list.more = end == lines.size() ? words::back_to_first : words::and_more(lines.size() - end);
}

}  // namespace makegood::terminal::presenter
