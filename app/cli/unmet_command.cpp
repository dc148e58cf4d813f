#include <CLI/CLI.hpp>

#include "app/cli/call.hpp"
#include "app/service/unmet.hpp"

namespace makegood::cli {
namespace {

constexpr int days_at_most = 3'660;

wire::Json json_of(const service::UnmetArticle& unmet) {
    std::vector<wire::Json> instead;
    for (const auto& each : unmet.instead)
        instead.push_back(wire::Json::object({{"article", each.article.text()},
                                              {"name", each.name},
                                              {"offered", each.offered},
                                              {"taken", each.taken}}));
    return wire::Json::object({{"article", unmet.article.text()},
                               {"name", unmet.name},
                               {"times", unmet.times},
                               {"pieces", unmet.pieces},
                               {"without", unmet.without},
                               {"otherwise", unmet.otherwise},
                               {"cost", unmet.cost.minor()},
                               {"last", base::format_instant(unmet.last)},
                               {"instead", wire::Json::array(instead)}});
}

void say(const Call& call, const service::Desk& desk, const service::UnmetArticle& unmet) {
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

Result<> tell_unmet(int days, const Call& call) {
    return call.machine().with_desk([&](service::Desk& desk) -> Result<> {
        const auto list = service::unmet(desk, days);
        if (!list) return fail(list.error());
        if (call.json) {
            std::vector<wire::Json> articles;
            for (const auto& unmet : *list) articles.push_back(json_of(unmet));
            call.answer(wire::Json::object({{"days", days},
                                            {"currency", desk.currency.code()},
                                            {"articles", wire::Json::array(articles)}}));
            return {};
        }
        if (list->empty()) call.say("Nothing was missing in the last {} days.", days);
        for (const auto& unmet : *list) say(call, desk, unmet);
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
