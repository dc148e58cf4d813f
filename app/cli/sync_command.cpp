#include <CLI/CLI.hpp>

#include "app/cli/call.hpp"

namespace makegood::cli {
namespace {

struct Options {
    std::string enrol_url, code;
    bool once = false;
};

Result<> enrol(const Options& options, const Call& call) {
    if (options.code.empty())
        return fail(ErrorKind::bad_input, "Give the one-time code too: --code CODE (head office makes it).");
    const auto name = call.machine.enrol(options.enrol_url, options.code);
    if (!name) return fail(name.error());
    if (call.json)
        call.answer(wire::Json::object({{"head_office", *name}}));
    else
        call.say("Enrolled at {}.", *name);
    return {};
}

Result<> send(const Call& call) {
    const auto report = call.machine.sync();
    if (!report) return fail(report.error());
    if (call.json)
        call.answer(wire::Json::object(
            {{"sent", report->sent}, {"waiting", report->waiting}, {"head_office", report->head_office}}));
    else
        call.say("Sent {} events to {}; {} wait.", report->sent, report->head_office, report->waiting);
    return {};
}

}  // namespace

void add_sync(CLI::App& app, Call& call) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("sync", "Sends what head office has not got yet");
    command->add_flag("--once", options->once, "Send what there is and end (it always does)");
    command->add_option("--enrol", options->enrol_url,
                        "Enrol this register at the head office with this address");
    command->add_option("--code", options->code, "The one-time code for enrolling");
    command->callback([options, &call] {
        call.chosen = [options, &call] {
            return options->enrol_url.empty() ? send(call) : enrol(*options, call);
        };
    });
}

}  // namespace makegood::cli
