#include <CLI/CLI.hpp>

#include "app/cli/call.hpp"
#include "app/service/promises.hpp"

namespace makegood::cli {
namespace {

Result<> list(const Call& call, service::Desk& desk) {
    const auto promises = service::promises_due(desk);
    if (!promises) return fail(promises.error());
    std::vector<wire::Json> json;
    for (const auto& promise : *promises) {
        if (!call.json)
            call.say("{}  {}  due {}", promise.id.text(), promise.what, base::format_instant(promise.due));
        json.push_back(wire::Json::object({{"promise", promise.id.text()},
                                           {"name", promise.what},
                                           {"due", base::format_instant(promise.due)}}));
    }
    if (!call.json && json.empty()) call.say("Nothing is due.");
    if (call.json) call.answer(wire::Json::object({{"promises", wire::Json::array(json)}}));
    return {};
}

}  // namespace

void add_promise(CLI::App& app, Call& call) {
    auto* promise = app.add_subcommand("promise", "What was promised, and by when");
    promise->require_subcommand(1);
    promise->add_subcommand("list", "The open ones, soonest due first")->callback([&call] {
        call.chosen = [&call] {
            return call.machine().with_desk([&](service::Desk& desk) { return list(call, desk); });
        };
    });
    auto id = std::make_shared<std::string>();
    auto* kept = promise->add_subcommand("kept", "It was kept");
    kept->add_option("PROMISE", *id, "As \"promise list\" names it")->required();
    kept->callback([id, &call] {
        call.chosen = [id, &call]() -> Result<> {
            MAKEGOOD_TRY(call.machine().with_desk(
                [&](service::Desk& desk) { return service::keep_promise(desk, PromiseId(*id), call.by); }));
            if (call.json)
                call.answer(wire::Json::object({{"promise", *id}, {"state", "kept"}}));
            else
                call.say("Kept.");
            return {};
        };
    });
}

}  // namespace makegood::cli
