#include "app/service/what_if.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <map>

#include "app/service/rules_of_now.hpp"

namespace makegood::service {
namespace {

constexpr std::size_t most_cases = 20;

void count(Outcome& outcome, const std::optional<Taken>& taken) {
    ++outcome.incidents;
    if (!taken) return;
    ++outcome.given;
    outcome.cost += taken->cost;
    outcome.worth += taken->worth;
}

// As it was in one case, and as it is tried.
void count(Outcome& was, Outcome& tried, const PastCase& past, const CaseEnd& end) {
    count(was, past.taken);
    count(tried, end.taken);
    const bool refused = past.taken && !end.taken;
    tried.refused += refused;
    tried.sent_away += refused && !end.had_cards;
}

bool differs(const PastCase& past, const CaseEnd& end) {
    if (past.in_error || end.not_run) return false;
    if (past.taken.has_value() != end.taken.has_value()) return true;
    return past.taken &&
           (past.taken->article != end.taken->article || past.taken->gesture != end.taken->gesture ||
            past.taken->kind != end.taken->kind || past.taken->cost != end.taken->cost);
}

std::string why(const PastCase& past, const CaseEnd& end) {
    if (!end.taken) return end.why.empty() ? "No card is offered." : end.why;
    if (!past.taken) return "There is something to offer.";
    if (past.taken->article == end.taken->article && past.taken->gesture == end.taken->gesture)
        return past.taken->kind == end.taken->kind ? "The same costs otherwise."
                                                   : "The same is given in another way.";
    return "\"" + past.taken->title + "\" is not offered.";
}

Case telling(const PastCase& past, const CaseEnd& end) {
    Case telling{past.id, past.at, past.title, {}, {}, {}, {}, why(past, end)};
    if (past.taken) {
        telling.was = past.taken->title;
        telling.cost_was = past.taken->cost;
    }
    if (end.taken) {
        telling.would_be = end.taken->title;
        telling.cost_would_be = end.taken->cost;
    }
    return telling;
}

Money apart(const Case& each) {
    return std::max(each.cost_was, each.cost_would_be) - std::min(each.cost_was, each.cost_would_be);
}

// Who goes away with nothing or with something now tells most, then what costs most.
void choose_telling(std::vector<Case>& cases) {
    const auto before = [](const Case& a, const Case& b) {
        const bool one = a.was.empty() != a.would_be.empty(), other = b.was.empty() != b.would_be.empty();
        return one != other ? one : apart(a) > apart(b);
    };
    std::stable_sort(cases.begin(), cases.end(), before);
    if (cases.size() > most_cases) cases.resize(most_cases);
}

std::string count_of(std::int64_t count, const char* one, const char* more) {
    return std::to_string(count) + ' ' + (count == 1 ? one : more);
}

void say_what_is_unknown(const Past& past, WhatIf& answer) {
    auto& says = answer.not_considered;
    if (past.shelf.other_catalogue || past.catalogues_came > 0)
        says.push_back(
            "Articles were imported since: the cases run again with the prices, costs and stock of now.");
    // Of each article only its last count is at hand.
    if (past.counted_by_hand > 0 && !past.before.stock_outs.empty())
        says.push_back(
            "Shelves were counted in these days. What stood there before that is taken from the catalogue, "
            "less "
            "what was given.");
    if (past.rules_changed > 0)
        says.push_back("The rules themselves changed " + count_of(past.rules_changed, "time", "times") +
                       " in these days; what it was, was decided by the rules of then.");
    if (past.shares_budget)
        says.push_back(
            "This register shares the store's budget. Only its own cases run again, with the whole budget "
            "to themselves; what the other registers gave is not in these numbers.");
}

void say_what_differs_anyway(const Past& past, const std::vector<CaseEnd>& by_old_rules, WhatIf& answer) {
    std::int64_t gone = 0, other = 0;
    for (std::size_t i = 0; i < past.cases.size(); ++i) {
        gone += by_old_rules[i].not_run;
        other += differs(past.cases[i], by_old_rules[i]) && (past.cases[i].taken || past.cases[i].had_cards);
    }
    if (gone > 0)
        answer.not_considered.push_back(count_of(gone, "case is", "cases are") +
                                        " left out of both: the article is not in the catalogue any more.");
    if (other > 0)
        answer.not_considered.push_back(
            "In " + count_of(other, "case", "cases") +
            " the rules of now alone would answer otherwise than was answered then; these differences do not "
            "come from what is tried.");
}

WhatIf compared(const Past& past, const std::vector<CaseEnd>& ends) {
    WhatIf answer;
    answer.days = past.days;
    std::map<std::chrono::sys_days, DayOutcome> days;
    for (std::size_t i = 0; i < past.cases.size(); ++i) {
        const auto& then = past.cases[i];
        if (then.in_error || ends[i].not_run) continue;
        auto& day = days[then.day];
        day.day = then.day;
        count(day.as_it_was, day.as_tried, then, ends[i]);
        count(answer.as_it_was, answer.as_tried, then, ends[i]);
        if (differs(then, ends[i])) answer.cases.push_back(telling(then, ends[i]));
    }
    for (auto& [at, day] : days) answer.by_day.push_back(day);
    choose_telling(answer.cases);
    return answer;
}

}  // namespace

Result<WhatIf> what_if(const Past& past, const NewRules& rules, const Progress& progress) {
    std::atomic<bool> stopped = false;
    // The rules of now, beside it: what of the difference is not theirs.
    auto by_old_rules = std::async(std::launch::async, [&] {
        return past.by_rules_of_now->ends(past, [&](int) { return !stopped; });
    });
    int shown = -1;
    const auto ends = run_again(past, rules, [&](int percent) {
        if (percent > shown && !progress(shown = percent)) stopped = true;
        return !stopped;
    });
    if (!ends) stopped = true;
    const auto old = by_old_rules.get();
    if (!ends) return fail(ends.error());
    if (!old) return fail(old.error());
    auto answer = compared(past, *ends);
    say_what_is_unknown(past, answer);
    say_what_differs_anyway(past, **old, answer);
    progress(100);
    return answer;
}

}  // namespace makegood::service
