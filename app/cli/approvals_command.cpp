#include <CLI/CLI.hpp>

#include "app/cli/call.hpp"
#include "app/service/waiting_approvals.hpp"

namespace makegood::cli {
namespace {

wire::Json json_of(const service::WaitingApproval& row) {
    return wire::Json::object({{"offer", row.offer.text()},
                               {"incident", row.incident.text()},
                               {"asked_by", row.asked_by.text()},
                               {"name", row.name},
                               {"at", base::format_instant(row.at)},
                               {"title", row.title},
                               {"cause", row.cause},
                               {"cost", row.cost.minor()},
                               {"worth", row.worth.minor()}});
}

Result<> tell_waiting(const Call& call, service::Desk& desk) {
    const auto all = service::waiting_approvals(desk);
    if (!all) return fail(all.error());
    if (call.json) {
        std::vector<wire::Json> rows;
        for (const auto& row : *all) rows.push_back(json_of(row));
        call.answer(
            wire::Json::object({{"currency", desk.currency.code()}, {"waiting", wire::Json::array(rows)}}));
        return {};
    }
    if (all->empty()) call.say("Nothing waits for a signature.");
    for (const auto& row : *all)
        call.say("{}  {}  {} for {}: costs {}", row.offer.text(), row.name, row.title, row.cause,
                 base::format(row.cost, desk.currency));
    return {};
}

using Change = Result<> (*)(service::Desk&, const OfferId&, const PersonId&);

void add_change(CLI::App& approvals, const char* name, const char* what, Change change, Call& call) {
    auto offer = std::make_shared<std::string>();
    auto* command = approvals.add_subcommand(name, what);
    command->add_option("OFFER", *offer, "Its id, as a report answered it")->required();
    command->callback([offer, change, &call] {
        call.chosen = [offer, change, &call] {
            return call.machine().with_desk([&](service::Desk& desk) -> Result<> {
                MAKEGOOD_TRY(change(desk, OfferId(*offer), call.by));
                return tell_waiting(call, desk);
            });
        };
    });
}

}  // namespace

// Signing is `give OFFER` with a signature.
void add_approvals(CLI::App& app, Call& call) {
    auto* approvals = app.add_subcommand("approvals", "What was asked for and nobody has signed yet");
    approvals->require_subcommand(1);
    approvals->add_subcommand("list", "Oldest first")->callback([&call] {
        call.chosen = [&call] {
            return call.machine().with_desk([&](service::Desk& desk) { return tell_waiting(call, desk); });
        };
    });
    add_change(*approvals, "ask", "Lets an offer above one's own amount wait for a signature",
               service::ask_approval, call);
    add_change(*approvals, "refuse", "Closes the case without giving anything", service::turn_down, call);
}

}  // namespace makegood::cli
