#include <CLI/CLI.hpp>
#include <chrono>

#include "app/cli/call.hpp"

namespace makegood::cli {
namespace {

struct Options {
    TriedRules tried;
    std::vector<std::string> set;
    std::string budget, worth, per;
};

Result<std::vector<std::pair<std::string, std::string>>> settings_of(const std::vector<std::string>& texts) {
    std::vector<std::pair<std::string, std::string>> settings;
    for (const auto& text : texts) {
        const auto mark = text.find('=');
        if (mark == 0 || mark == text.npos)
            return fail(ErrorKind::bad_input,
                        "\"" + text + "\" names no setting. Write --set limits.cards=2, once for each.");
        settings.emplace_back(text.substr(0, mark), text.substr(mark + 1));
    }
    return settings;
}

// What is not named of a budget is as it is.
Result<std::optional<core::budget::Limit>> budget_of(const Options& options, service::Desk& desk) {
    using Budget = std::optional<core::budget::Limit>;
    if (options.budget.empty() && options.worth.empty() && options.per.empty()) return Budget();
    const auto now = desk.store.limit();
    if (!now) return fail(now.error());
    auto limit = now->value_or(core::budget::Limit{});
    if (const auto kind = core::budget::period_kind_from_word(options.per)) limit.kind = *kind;
    constexpr char decimal_mark = '.';
    if (!options.budget.empty()) {
        const auto cost = base::parse_money(options.budget, desk.currency, decimal_mark);
        if (!cost) return fail(cost.error());
        limit.cost = *cost;
    }
    if (!options.worth.empty()) {
        const auto worth = base::parse_money(options.worth, desk.currency, decimal_mark);
        if (!worth) return fail(worth.error());
        limit.worth = *worth;
    }
    return Budget(limit);
}

wire::Json json_of(const service::Outcome& outcome) {
    return wire::Json::object({{"incidents", outcome.incidents},
                               {"given", outcome.given},
                               {"refused", outcome.refused},
                               {"sent_away", outcome.sent_away},
                               {"cost", outcome.cost.minor()},
                               {"worth", outcome.worth.minor()}});
}

wire::Json json_of(const service::Case& each) {
    return wire::Json::object({{"incident", each.incident.text()},
                               {"at", base::format_instant(each.at)},
                               {"title", each.title},
                               {"was", each.was},
                               {"would_be", each.would_be},
                               {"cost_was", each.cost_was.minor()},
                               {"cost_would_be", each.cost_would_be.minor()},
                               {"why", each.why}});
}

wire::Json json_of(const service::WhatIf& answer, const Currency& currency) {
    std::vector<wire::Json> cases, days, unknown;
    for (const auto& each : answer.cases) cases.push_back(json_of(each));
    for (const auto& day : answer.by_day)
        days.push_back(wire::Json::object({{"day", base::format_date(day.day)},
                                           {"as_it_was", json_of(day.as_it_was)},
                                           {"as_tried", json_of(day.as_tried)}}));
    for (const auto& sentence : answer.not_considered) unknown.push_back(sentence);
    return wire::Json::object({{"first", base::format_date(answer.days.first)},
                               {"last", base::format_date(answer.days.last)},
                               {"currency", currency.code()},
                               {"as_it_was", json_of(answer.as_it_was)},
                               {"as_tried", json_of(answer.as_tried)},
                               {"cases", wire::Json::array(cases)},
                               {"by_day", wire::Json::array(days)},
                               {"not_considered", wire::Json::array(unknown)}});
}

void tell_table(const Call& call, const service::WhatIf& answer, const Currency& currency) {
    const auto &was = answer.as_it_was, &tried = answer.as_tried;
    const auto money = [&](Money amount) { return base::format(amount, currency); };
    const auto line = [&](const char* what, const std::string& one, const std::string& other) {
        call.say("{:<12}{:>16}{:>16}", what, one, other);
    };
    call.say("{} to {}", base::format_date(answer.days.first), base::format_date(answer.days.last));
    line("", "as it was", "as tried");
    line("Cases", std::to_string(was.incidents), std::to_string(tried.incidents));
    line("Given", std::to_string(was.given), std::to_string(tried.given));
    line("Refused", "", std::to_string(tried.refused));
    line("Sent away", "", std::to_string(tried.sent_away));
    line("Cost", money(was.cost), money(tried.cost));
    line("Worth", money(was.worth), money(tried.worth));
}

void tell_cases(const Call& call, service::Desk& desk, const service::WhatIf& answer) {
    const auto gift = [&](const std::string& title, Money cost) {
        return title.empty() ? "nothing" : title + " (" + base::format(cost, desk.currency) + ")";
    };
    if (!answer.cases.empty()) call.say("\nThe most telling cases:");
    for (const auto& each : answer.cases)
        call.say("{} {} {}: {} -> {}. {}", base::format_date(desk.clock.local_date(each.at)),
                 desk.clock.local_time(each.at), each.title, gift(each.was, each.cost_was),
                 gift(each.would_be, each.cost_would_be), each.why);
    for (const auto& sentence : answer.not_considered) call.say("\n{}", sentence);
}

// Once a second, to standard error.
service::Progress progress_to(const Call& call) {
    using Clock = std::chrono::steady_clock;
    return [&call, last = Clock::now()](int percent) mutable {
        if (Clock::now() - last < std::chrono::seconds(1)) return true;
        last = Clock::now();
        call.output.err(call.json ? wire::Json::object({{"percent", percent}}).text() + "\n"
                                  : fmt::format("{} % done\n", percent));
        return true;
    };
}

Result<> run(const Call& call, Options options) {
    auto set = settings_of(options.set);
    if (!set) return fail(set.error());
    options.tried.set = std::move(*set);
    if (!options.tried.file.empty()) options.tried.file = call.path(options.tried.file);
    MAKEGOOD_TRY(call.machine().with_desk([&](service::Desk& desk) -> Result<> {
        const auto budget = budget_of(options, desk);
        if (!budget) return fail(budget.error());
        options.tried.budget = *budget;
        return {};
    }));
    const auto answer = call.machine().policy().what_if(options.tried, progress_to(call));
    if (!answer) return fail(answer.error());
    return call.machine().with_desk([&](service::Desk& desk) -> Result<> {
        if (call.json) {
            call.answer(json_of(*answer, desk.currency));
            return {};
        }
        tell_table(call, *answer, desk.currency);
        tell_cases(call, desk, *answer);
        return {};
    });
}

}  // namespace

void add_what_if(CLI::App& policy, Call& call) {
    auto options = std::make_shared<Options>();
    auto* what_if = policy.add_subcommand(
        "what-if", "Runs the cases of the last days again under other rules; nothing is saved");
    what_if->add_option("FILE", options->tried.file, "A policy document; without it: the rules in force");
    what_if->add_option("--set", options->set, "One setting more, such as limits.cards=2; once for each")
        ->allow_extra_args(false);
    what_if->add_option("--budget", options->budget, "Another budget, such as 40.00");
    what_if->add_option("--worth", options->worth, "At most so much worth for customers");
    what_if->add_option("--per", options->per, "Of the budget: day, week or month")
        ->check(CLI::IsMember({"day", "week", "month"}));
    what_if->add_option("--days", options->tried.days, "How many days until now")->capture_default_str();
    what_if->callback([&call, options] { call.chosen = [&call, options] { return run(call, *options); }; });
}

}  // namespace makegood::cli
