#include "app/service/give.hpp"

#include <CLI/CLI.hpp>

#include "app/cli/answer_json.hpp"
#include "app/cli/call.hpp"
#include "app/cli/signature.hpp"

namespace makegood::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto patience_with_the_printer = 10s;

struct Options {
    std::string id;
    bool no_wait = false;
    std::shared_ptr<Signature> signature;
};

// How the paper stands once the printer had its chance.
std::string paper_state(const Call& call, const service::Given& given, bool wait) {
    if (!given.job) return "none";
    if (wait) call.machine().print_waiting(patience_with_the_printer);
    std::string state = "queued";
    const auto asked = call.machine().with_desk([&](service::Desk& desk) -> Result<> {
        const auto job = desk.store.job(*given.job);
        if (!job) return fail(job.error());
        if (*job) state = ports::word((*job)->state);
        return {};
    });
    return asked ? state : "not known";
}

wire::Json json_of(const service::Given& given, const Currency& currency, const std::string& paper) {
    auto json =
        wire::Json::object({{"recovery", given.recovery.text()}, {"incident", given.incident.text()}});
    json.set("offer", given.offer.id.text()).set("kind", core::recovery::word(given.offer.kind));
    json.set("title", given.offer.title).set("sentence", given.offer.sentence);
    json.set("cost", given.offer.cost.minor()).set("worth", given.offer.worth.minor());
    json.set("currency", currency.code()).set("paper", paper);
    json.set("undo_until", base::format_instant(given.undo_until));
    if (given.voucher) json.set("serial", given.voucher->serial.text());
    if (given.voucher) json.set("voucher", voucher_json(*given.voucher, currency));
    if (given.promise) json.set("promise", given.promise->id.text());
    return json;
}

Result<> give_it(const Options& options, const Call& call) {
    service::Given given;
    Currency currency;
    bool lacked_rights = false;
    const auto try_it = [&] {
        return call.machine().with_desk([&](service::Desk& desk) -> Result<> {
            const auto approval = approval_of(*options.signature, call, desk);
            if (!approval) return fail(approval.error());
            auto done = service::give(desk, OfferId(options.id), call.by, *approval);
            lacked_rights = desk.short_of != core::budget::Amount{};
            if (!done) return fail(done.error());
            given = std::move(*done);
            currency = desk.currency;
            return {};
        });
    };
    auto done = try_it();
    // What the hub answers shows in the second try; when it is not reached, the first refusal stands.
    if (!done && lacked_rights && call.machine().fetch_rights()) done = try_it();
    MAKEGOOD_TRY(done);
    const auto paper = paper_state(call, given, !options.no_wait);
    if (call.json) {
        call.answer(json_of(given, currency, paper));
        return {};
    }
    call.say("{}: {}", given.recovery.text(), given.offer.title);
    if (given.voucher)
        call.say("Voucher {}, {}, good until {}.", given.voucher->serial.text(),
                 base::format(given.voucher->value, currency), base::format_date(given.voucher->expires));
    if (given.job)
        call.say("Paper: {}.{}", paper, paper == "queued" ? " " + call.machine().printer().sentence : "");
    call.say("Say: “{}”", given.offer.sentence);
    return {};
}

}  // namespace

void add_give(CLI::App& app, Call& call) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("give", "Gives an offer: reserves its money, prints, records");
    command->add_option("OFFER", options->id, "As \"report\" answered it")->required();
    command->add_flag("--no-wait", options->no_wait, "Do not wait for the printer");
    options->signature = add_signature(*command);
    command->callback(
        [options, &call] { call.chosen = [options, &call] { return give_it(*options, call); }; });
}

void add_undo(CLI::App& app, Call& call) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("undo", "Takes a recovery back, within a minute");
    command->add_option("RECOVERY", options->id, "As \"give\" answered it")->required();
    command->callback([options, &call] {
        call.chosen = [options, &call]() -> Result<> {
            MAKEGOOD_TRY(call.machine().with_desk(
                [&](service::Desk& desk) { return service::undo(desk, RecoveryId(options->id), call.by); }));
            if (call.json)
                call.answer(wire::Json::object({{"recovery", options->id}, {"state", "undone"}}));
            else
                call.say("Undone. Its money is free again; tear up what was printed.");
            return {};
        };
    });
}

}  // namespace makegood::cli
