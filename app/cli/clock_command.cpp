#include <CLI/CLI.hpp>

#include "app/cli/call.hpp"
#include "app/service/clock_watch.hpp"

namespace makegood::cli {
namespace {

Result<> confirm(const Call& call, service::Desk& desk) {
    MAKEGOOD_TRY(service::confirm_clock(desk, call.by));
    const auto day = base::format_date(desk.clock.local_date(desk.clock.now()));
    if (call.json)
        call.answer(wire::Json::object({{"day", day}, {"state", "confirmed"}}));
    else
        call.say("This register believes its clock now: it is {}.", day);
    return {};
}

}  // namespace

void add_clock(CLI::App& app, Call& call) {
    auto* clock = app.add_subcommand("clock", "What this register believes of the time");
    clock->require_subcommand(1);
    clock->add_subcommand("confirm", "Says that date and time are right, after they jumped")
        ->callback([&call] {
            call.chosen = [&call] {
                return call.machine().with_desk([&](service::Desk& desk) { return confirm(call, desk); });
            };
        });
}

}  // namespace makegood::cli
