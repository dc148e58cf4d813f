#include <algorithm>

#include "app/terminal/presenter/rules_words.hpp"
#include "app/terminal/presenter/screen_words.hpp"
#include "app/terminal/presenter/what_if_screen.hpp"

namespace makegood::terminal::presenter {
namespace {

using service::Case;
using service::Outcome;
using service::WhatIf;

constexpr std::size_t cases_at_once = 3, days_that_fit = 31, labels_that_fit = 8;

double share(std::int64_t part, std::int64_t whole) {
    return whole <= 0 ? 0 : static_cast<double>(std::max<std::int64_t>(part, 0)) / static_cast<double>(whole);
}

Compared compared(const char* caption, std::int64_t tried, std::int64_t was, std::string tried_text,
                  const std::string& was_text) {
    const auto greatest = std::max(tried, was);
    return {caption,
            std::move(tried_text),
            words::was_number(was_text),
            share(tried, greatest),
            share(was, greatest),
            false};
}

Compared of_count(const char* caption, std::int64_t tried, std::int64_t was) {
    return compared(caption, tried, was, std::to_string(tried), std::to_string(was));
}

Compared of_money(const char* caption, Money tried, Money was, const Currency& currency) {
    return compared(caption, tried.minor(), was.minor(), words::short_money(tried, currency),
                    words::short_money(was, currency));
}

std::vector<Compared> figures_of(const WhatIf& tried, const Currency& currency) {
    const Outcome &then = tried.as_it_was, &now = tried.as_tried;
    Compared given = of_count(words::made_good_caption, now.given, then.given);
    if (now.refused > 0) given.was = words::joined({given.was, words::not_given_any_more(now.refused)});
    Compared away = of_count(words::sent_away_caption, now.sent_away, then.sent_away);
    away.attention = now.sent_away > then.sent_away;
    return {std::move(given), of_money(words::cost_caption, now.cost, then.cost, currency),
            of_money(words::worth_caption, now.worth, then.worth, currency), std::move(away)};
}

// Every day a pair of bars, also one without cases; a date under some of them.
std::vector<ComparedDay> days_of(const WhatIf& tried) {
    const std::chrono::sys_days first(tried.days.first), last(tried.days.last);
    std::vector<ComparedDay> days(std::min<std::size_t>(
        days_that_fit, static_cast<std::size_t>(std::max<std::int64_t>(0, (last - first).count() + 1))));
    std::int64_t greatest = 0;
    for (const auto& day : tried.by_day)
        greatest = std::max({greatest, day.as_it_was.cost.minor(), day.as_tried.cost.minor()});
    for (const auto& day : tried.by_day) {
        const auto place = (std::chrono::sys_days(day.day) - first).count();
        if (place < 0 || static_cast<std::size_t>(place) >= days.size()) continue;
        auto& bars = days[static_cast<std::size_t>(place)];
        bars.was_share = share(day.as_it_was.cost.minor(), greatest);
        bars.tried_share = share(day.as_tried.cost.minor(), greatest);
    }
    const std::size_t every = (days.size() + labels_that_fit - 1) / labels_that_fit;
    for (std::size_t i = 0; i < days.size(); i += every) {
        const CivilDate date(first + std::chrono::days(static_cast<int>(i)));
        days[i].label = std::to_string(static_cast<unsigned>(date.day()));
    }
    return days;
}

std::string chart_words(const WhatIf& tried, const Facts& facts) {
    std::string text;
    for (const auto& day : tried.by_day)
        text += (text.empty() ? "" : "; ") +
                words::from_to(words::short_date(day.day, facts.today()),
                               words::short_money(day.as_it_was.cost, facts.setup.currency),
                               words::short_money(day.as_tried.cost, facts.setup.currency));
    return words::about(words::by_day, text);
}

std::string what_was_given(const std::string& what, Money cost, const Currency& currency) {
    return what.empty() ? words::given_nothing : words::joined({what, words::short_money(cost, currency)});
}

TriedCase case_of(const Case& each, const Facts& facts) {
    const auto& setup = facts.setup;
    return {each.title,
            words::short_date(setup.day(each.at), facts.today()) + ", " + setup.time_of_day(each.at),
            what_was_given(each.was, each.cost_was, setup.currency),
            what_was_given(each.would_be, each.cost_would_be, setup.currency), each.why};
}

}  // namespace

std::size_t case_pages(const WhatIf& tried) {
    return std::max<std::size_t>(1, (tried.cases.size() + cases_at_once - 1) / cases_at_once);
}

WhatIfView what_if_view(const WhatIf& tried, std::size_t page, const Facts& facts) {
    WhatIfView view{.figures = figures_of(tried, facts.setup.currency),
                    .chart_title = words::by_day,
                    .was_word = words::as_it_was,
                    .tried_word = words::as_tried,
                    .days = days_of(tried),
                    .chart_words = chart_words(tried, facts),
                    .cases_title = words::telling_cases};
    for (const auto& sentence : tried.not_considered)
        view.chart_line += (view.chart_line.empty() ? "" : " ") + sentence;
    const std::size_t first = page * cases_at_once, end = std::min(tried.cases.size(), first + cases_at_once);
    for (std::size_t i = first; i < end; ++i) view.cases.push_back(case_of(tried.cases[i], facts));
    if (case_pages(tried) > 1)
        view.more =
            end == tried.cases.size() ? words::back_to_first : words::and_more(tried.cases.size() - end);
    if (tried.cases.empty())
        view.nothing = tried.as_it_was.incidents == 0 ? words::no_cases : words::no_difference;
    return view;
}

}  // namespace makegood::terminal::presenter
