#include <CLI/CLI.hpp>

#include "app/cli/call.hpp"
#include "app/service/unmet.hpp"

namespace makegood::cli {
namespace {

using namespace core::incident;

constexpr int days_at_most = 3'660;

wire::Json json_of(const UnmetDay& day) {
    return wire::Json::object({{"day", base::format_date(day.day)},
                               {"times", day.times},
                               {"pieces", day.pieces},
                               {"taken", day.taken},
                               {"without", day.without},
                               {"cost", day.cost.minor()}});
}

wire::Json json_of(const UnmetWords& words) {
    return wire::Json::object(
        {{"words", words.words}, {"times", words.times}, {"last", base::format_instant(words.last)}});
}

wire::Json json_of(const UnmetArticle::Instead& instead) {
    return wire::Json::object({{"article", instead.article.text()},
                               {"name", instead.name},
                               {"offered", instead.offered},
                               {"taken", instead.taken}});
}

wire::Json json_of(const UnmetArticle& unmet);

template <class Each>
wire::Json json_of(const std::vector<Each>& all) {
    std::vector<wire::Json> list;
    for (const auto& each : all) list.push_back(json_of(each));
    return wire::Json::array(list);
}

wire::Json json_of(const UnmetArticle& unmet) {
    return wire::Json::object({{"article", unmet.article.text()},
                               {"name", unmet.name},
                               {"times", unmet.times},
                               {"pieces", unmet.pieces},
                               {"without", unmet.without},
                               {"otherwise", unmet.otherwise},
                               {"cost", unmet.cost.minor()},
                               {"last", base::format_instant(unmet.last)},
                               {"instead", json_of(unmet.instead)},
                               {"days", json_of(unmet.days)}});
}

void say(const Call& call, const service::Desk& desk, const UnmetArticle& unmet) {
    call.say("{:>5} x  {:>5} pieces  {}  {}", unmet.times, unmet.pieces, unmet.article.text(),
             unmet.name.empty() ? "(not in the catalogue any more)" : unmet.name);
    std::string taken;
    for (const auto& each : unmet.instead)
        if (each.taken > 0)
            taken += fmt::format("{}{} x {}", taken.empty() ? "" : ", ", each.taken,
                                 each.name.empty() ? each.article.text() : each.name);
    call.say("         taken instead: {}; made good otherwise: {}; left without: {}; cost {}",
             taken.empty() ? "nothing" : taken, unmet.otherwise, unmet.without,
             base::format(unmet.cost, desk.currency));
}

void say(const Call& call, const service::Desk& desk, const UnmetDemand& demand, int days) {
    if (demand.articles.empty() && demand.words.empty())
        call.say("Nothing was missing in the last {} days.", days);
    for (const auto& unmet : demand.articles) say(call, desk, unmet);
    if (!demand.words.empty()) call.say("Asked for and not sold here:");
    for (const auto& words : demand.words) call.say("{:>5} x  {}", words.times, words.words);
}

Result<> tell_unmet(int days, const Call& call) {
    return call.machine().with_desk([&](service::Desk& desk) -> Result<> {
        const auto demand = service::unmet(desk, days);
        if (!demand) return fail(demand.error());
        if (call.json)
            call.answer(wire::Json::object({{"days", days},
                                            {"currency", desk.currency.code()},
                                            {"articles", json_of(demand->articles)},
                                            {"words", json_of(demand->words)}}));
        else
            say(call, desk, *demand, days);
        return {};
    });
}

}  // namespace

void add_unmet(CLI::App& app, Call& call) {
    auto days = std::make_shared<int>(30);
    auto* command = app.add_subcommand("unmet", "What was asked for and missing: a list to order from");
    command->add_option("--days", *days, "How far back")->check(CLI::Range(1, days_at_most));
    command->callback([days, &call] { call.chosen = [days, &call] { return tell_unmet(*days, call); }; });
}

}  // namespace makegood::cli
