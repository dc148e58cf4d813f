#include <CLI/CLI.hpp>

#include "app/cli/call.hpp"
#include "app/service/print_queue.hpp"

namespace makegood::cli {
namespace {

constexpr std::chrono::seconds patience(60);

struct Options {
    std::string job, answer;
};

// Nobody has asked a printer that has no sentence of itself yet.
std::string in_words(const ports::PrinterStatus& printer) {
    return printer.sentence.empty() ? "not asked yet; that happens with the next piece." : printer.sentence;
}

// Answers how many pieces wait.
Result<std::size_t> show(const Call& call, service::Desk& desk, const ports::PrinterStatus& printer) {
    const auto jobs = service::open_jobs(desk);
    if (!jobs) return fail(jobs.error());
    std::vector<wire::Json> list;
    for (const auto& job : *jobs) {
        const auto what = job.voucher ? "voucher " + job.voucher->text() : std::string("sticker");
        if (!call.json) call.say("{}  {}  {}", job.id.text(), what, ports::word(job.state));
        if (!call.json && job.state == ports::JobState::unsure)
            call.say("    {} No other voucher is printed before.", how_to_answer(job.id));
        list.push_back(
            wire::Json::object({{"job", job.id.text()},
                                {"state", ports::word(job.state)},
                                {"serial", job.voucher ? wire::Json(job.voucher->text()) : wire::Json()},
                                {"attempts", job.attempts}}));
    }
    if (call.json)
        call.answer(wire::Json::object({{"printer", ports::word(printer.state)},
                                        {"sentence", printer.sentence},
                                        {"jobs", wire::Json::array(list)}}));
    else
        call.say("Printer: {}", in_words(printer));
    return jobs->size();
}

}  // namespace

std::string how_to_answer(const PrintJobId& job) {
    return fmt::format(R"(Look at the paper, then say "paper answer {} whole", or "torn".)", job.text());
}

void add_paper(CLI::App& app, Call& call) {
    auto* paper = app.add_subcommand("paper", "What waits for the printer");
    paper->require_subcommand(1);
    paper->add_subcommand("show", "The printer's state and the pieces that wait")->callback([&call] {
        call.chosen = [&call] {
            const auto printer = call.machine().printer();
            return call.machine().with_desk([&](service::Desk& desk) -> Result<> {
                const auto shown = show(call, desk, printer);
                return shown ? Result<>() : fail(shown.error());
            });
        };
    });
    paper->add_subcommand("print", "Prints what waits")->callback([&call] {
        call.chosen = [&call]() -> Result<> {
            const bool all = call.machine().print_waiting(patience);
            const auto printer = call.machine().printer();
            std::size_t left = 0;
            MAKEGOOD_TRY(call.machine().with_desk([&](service::Desk& desk) -> Result<> {
                const auto shown = show(call, desk, printer);
                if (!shown) return fail(shown.error());
                left = *shown;
                return {};
            }));
            if (all || left == 0) return {};
            return fail(ErrorKind::failed, "Not everything came out. " + printer.sentence);
        };
    });
    auto options = std::make_shared<Options>();
    auto* answer = paper->add_subcommand("answer", "Tells how a piece in doubt came out");
    answer->add_option("JOB", options->job, "As \"paper show\" names it")->required();
    answer->add_option("HOW", options->answer, "whole, or torn (then it is voided and replaced)")
        ->required()
        ->check(CLI::IsMember({"whole", "torn"}));
    answer->callback([options, &call] {
        call.chosen = [options, &call]() -> Result<> {
            MAKEGOOD_TRY(call.machine().with_desk([&](service::Desk& desk) {
                return service::answer_print(desk, PrintJobId(options->job), options->answer == "whole",
                                             call.by);
            }));
            if (call.json)
                call.answer(wire::Json::object({{"job", options->job}, {"answer", options->answer}}));
            else if (options->answer == "whole")
                call.say("It counts as printed.");
            else
                call.say("It is voided. A new one with its value is printed instead: makegood paper show.");
            return {};
        };
    });
}

}  // namespace makegood::cli
