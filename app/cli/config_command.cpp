#include <CLI/CLI.hpp>

#include "app/cli/call.hpp"

namespace makegood::cli {

void add_config(CLI::App& app, Call& call) {
    auto* config = app.add_subcommand("config", "The settings files of this shop");
    config->require_subcommand(1);
    config->add_subcommand("check", "Says whether they are in order")->callback([&call] {
        call.chosen = [&call]() -> Result<> {
            const auto settings = call.machine.explain_config();
            if (!settings) return fail(settings.error());
            if (call.json)
                call.answer(wire::Json::object({{"ok", true}, {"settings", settings->size()}}));
            else
                call.say("In order: {} settings.", settings->size());
            return {};
        };
    });
    config->add_subcommand("explain", "Each setting, and the file that set it")->callback([&call] {
        call.chosen = [&call]() -> Result<> {
            const auto settings = call.machine.explain_config();
            if (!settings) return fail(settings.error());
            std::vector<wire::Json> list;
            for (const auto& [key, value, origin] : *settings) {
                if (!call.json) call.say("{} = {}    ({})", key, value, origin);
                list.push_back(wire::Json::object({{"key", key}, {"value", value}, {"origin", origin}}));
            }
            if (call.json) call.answer(wire::Json::object({{"settings", wire::Json::array(list)}}));
            return {};
        };
    });
}

}  // namespace makegood::cli
