#include <CLI/CLI.hpp>
#include <fstream>

#include "app/cli/call.hpp"

namespace makegood::cli {
namespace {

Result<> answer(const Call& call, const Result<JournalReport>& report, std::string_view good,
                std::string_view bad) {
    if (!report) return fail(report.error());
    if (call.json) {
        std::vector<wire::Json> problems(report->problems.begin(), report->problems.end());
        call.answer(wire::Json::object({{"events", report->events},
                                        {"head", report->head},
                                        {"ok", report->problems.empty()},
                                        {"problems", wire::Json::array(problems)}}));
    } else {
        call.say("{} events. {}", report->events, report->problems.empty() ? good : bad);
        for (const auto& problem : report->problems) call.say("  {}", problem);
    }
    if (report->problems.empty()) return {};
    return fail(
        ErrorKind::failed,
        std::string(bad) + " Keep this folder as it is, copy it, and tell head office before giving more.");
}

Result<> export_to(const Call& call, const std::string& file) {
    if (file.empty())
        return call.machine.export_journal(
            [&](std::string_view line) { call.output.out(std::string(line) + "\n"); });
    std::ofstream out(call.path(file), std::ios::binary | std::ios::trunc);
    if (!out)
        return fail(ErrorKind::failed,
                    "\"" + file + "\" can't be written. Name a file in a folder that you may write to.");
    MAKEGOOD_TRY(call.machine.export_journal([&](std::string_view line) { out << line << '\n'; }));
    out.flush();
    if (!out)
        return fail(ErrorKind::failed, "\"" + file + "\" could not be written whole. Is the disk full?");
    return {};
}

}  // namespace

void add_journal(CLI::App& app, Call& call) {
    auto* journal = app.add_subcommand("journal", "The record of this register");
    journal->require_subcommand(1);
    journal->add_subcommand("verify", "Proves that nothing in it was changed")->callback([&call] {
        call.chosen = [&call] {
            return answer(call, call.machine.verify_journal(), "All of them are as they were written.",
                          "The journal was changed or damaged.");
        };
    });
    auto check = std::make_shared<bool>(false);
    auto* rebuild = journal->add_subcommand("rebuild", "Makes the state tables anew from it and compares");
    rebuild->add_flag("--check", *check, "Compare only; nothing is changed")->required();
    rebuild->callback([check, &call] {
        call.chosen = [&call] {
            return answer(call, call.machine.rebuild_check(), "The state tables are just what they say.",
                          "The state tables differ from the journal.");
        };
    });
    auto file = std::make_shared<std::string>();
    auto* out = journal->add_subcommand("export", "Writes it as JSON lines");
    out->add_option("FILE", *file, "Where to; standard output when left out");
    out->callback([file, &call] { call.chosen = [file, &call] { return export_to(call, *file); }; });
}

}  // namespace makegood::cli
