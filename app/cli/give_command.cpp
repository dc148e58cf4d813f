#include "app/service/give.hpp"

#include <CLI/CLI.hpp>

#include "app/cli/answer_json.hpp"
#include "app/cli/call.hpp"
#include "app/cli/signature.hpp"
#include "app/service/print_queue.hpp"

namespace makegood::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto patience_with_the_printer = 10s;

struct Options {
    std::string id;
    bool no_wait = false;
    std::shared_ptr<Signature> signature;
};

struct Paper {
    std::string state = "none";
    std::optional<PrintJobId> to_look_at{};  // this piece or one before it is in doubt
};

// How the paper stands once the printer had its chance.
Paper paper_of(const Call& call, const service::Given& given, bool wait) {
    if (!given.job) return {};
    if (wait) call.machine().print_waiting(patience_with_the_printer);
    Paper paper{.state = "queued"};
    const auto asked = call.machine().with_desk([&](service::Desk& desk) -> Result<> {
        const auto job = desk.store.job(*given.job);
        if (!job) return fail(job.error());
        const auto open = service::open_jobs(desk);
        if (!open) return fail(open.error());
        if (!*job) return {};
        paper.state = ports::word((*job)->state);
        paper.to_look_at =
            (*job)->state == ports::JobState::unsure ? given.job : service::waits_for(*open, **job);
        return {};
    });
    return asked ? paper : Paper{.state = "not known"};
}

void say_paper(const Call& call, const service::Given& given, const Paper& paper) {
    if (paper.to_look_at == given.job)
        call.say("Paper: {}. {}", paper.state, how_to_answer(*given.job));
    else if (paper.to_look_at)
        call.say("Paper: {}. It waits for {}, which may not have come out whole. {}", paper.state,
                 paper.to_look_at->text(), how_to_answer(*paper.to_look_at));
    else
        call.say("Paper: {}.{}", paper.state,
                 paper.state == "queued" ? " " + call.machine().printer().sentence : "");
}

wire::Json json_of(const service::Given& given, const Currency& currency, const Paper& paper) {
    auto json =
        wire::Json::object({{"recovery", given.recovery.text()}, {"incident", given.incident.text()}});
    json.set("offer", given.offer.id.text()).set("kind", core::recovery::word(given.offer.kind));
    json.set("title", given.offer.title).set("sentence", given.offer.sentence);
    json.set("cost", given.offer.cost.minor()).set("worth", given.offer.worth.minor());
    json.set("currency", currency.code()).set("paper", paper.state);
    if (paper.to_look_at) json.set("look_at", paper.to_look_at->text());
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
    const auto paper = paper_of(call, given, !options.no_wait);
    if (call.json) {
        call.answer(json_of(given, currency, paper));
        return {};
    }
    call.say("{}: {}", given.recovery.text(), given.offer.title);
    if (given.voucher)
        call.say("Voucher {}, {}, good until {}.", given.voucher->serial.text(),
                 base::format(given.voucher->value, currency), base::format_date(given.voucher->expires));
    if (given.job) say_paper(call, given, paper);
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
