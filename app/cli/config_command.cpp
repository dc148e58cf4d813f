#include <CLI/CLI.hpp>

#include "app/cli/call.hpp"

namespace makegood::cli {
namespace {

Result<> check(const Call& call) {
    std::string sentences;
    for (const auto& problem : call.machine().problems())
        sentences += (sentences.empty() ? "" : "\n") + problem;
    if (!sentences.empty()) return fail(ErrorKind::bad_input, sentences);
    const auto settings = call.machine().explain_config();
    if (!settings) return fail(settings.error());
    if (call.json)
        call.answer(wire::Json::object({{"ok", true}, {"settings", settings->size()}}));
    else
        call.say("In order: {} settings, and the articles.", settings->size());
    return {};
}

}  // namespace

void add_config(CLI::App& app, Call& call) {
    auto* config = app.add_subcommand("config", "The settings files of this shop");
    config->require_subcommand(1);
    auto file = std::make_shared<std::string>();
    auto* checked = config->add_subcommand("check", "Says whether they and the articles are in order");
    checked->add_option("FILE", *file, "A policy document, to be checked instead");
    checked->callback([&call, file] {
        call.chosen = [&call, file] { return file->empty() ? check(call) : check_policy_file(call, *file); };
    });
    config->add_subcommand("explain", "Each setting, and the file that set it")->callback([&call] {
        call.chosen = [&call]() -> Result<> {
            const auto settings = call.machine().explain_config();
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
