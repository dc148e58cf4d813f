#include <CLI/CLI.hpp>
#include <fstream>

#include "app/cli/call.hpp"
#include "app/cli/run.hpp"
#include "app/cli/tell.hpp"
#include "app/wire/journal_file.hpp"
#include "app/wire/json_event_codec.hpp"

namespace makegood::cli {
namespace {

constexpr std::string_view unchanged = "All of them are as they were written.";
constexpr std::string_view changed = "The journal was changed or damaged.";

wire::Json json_of(const JournalReport& report) {
    const std::vector<wire::Json> problems(report.problems.begin(), report.problems.end());
    return wire::Json::object({{"events", report.events},
                               {"head", report.head},
                               {"ok", report.problems.empty()},
                               {"problems", wire::Json::array(problems)}});
}

Result<> answer(const Output& output, bool json, const Result<JournalReport>& report, std::string_view good,
                std::string_view bad) {
    if (!report) return fail(report.error());
    if (json) {
        output.out(json_of(*report).pretty() + "\n");
    } else {
        output.out(fmt::format("{} events. {}\n", report->events, report->problems.empty() ? good : bad));
        for (const auto& problem : report->problems) output.out("  " + problem + "\n");
    }
    if (report->problems.empty()) return {};
    return fail(ErrorKind::failed,
                std::string(bad) + " Keep everything as it is, make a copy, and tell head office.");
}

// An exported file proves itself by its own bytes.
Result<JournalReport> verify_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return fail(ErrorKind::bad_input,
                    "\"" + path + "\" can't be read. Name a file that \"journal export\" wrote.");
    const auto report = wire::verify_journal_file(in, wire::event_codec());
    JournalReport told{report.events, report.head, {}};
    if (!report.problem.empty()) told.problems.push_back(report.problem);
    return told;
}

Result<> export_to(const Call& call, const std::string& file) {
    if (file.empty())
        return call.machine().export_journal(
            [&](std::string_view line) { call.output.out(std::string(line) + "\n"); });
    std::ofstream out(call.path(file), std::ios::binary | std::ios::trunc);
    if (!out)
        return fail(ErrorKind::failed,
                    "\"" + file + "\" can't be written. Name a file in a folder that you may write to.");
    MAKEGOOD_TRY(call.machine().export_journal([&](std::string_view line) { out << line << '\n'; }));
    out.flush();
    if (!out)
        return fail(ErrorKind::failed, "\"" + file + "\" could not be written whole. Is the disk full?");
    return {};
}

}  // namespace

void add_journal(CLI::App& app, Call& call) {
    auto* journal = app.add_subcommand("journal", "The record of this register");
    journal->require_subcommand(1);
    auto exported = std::make_shared<std::string>();
    auto* verify = journal->add_subcommand("verify", "Proves that nothing in it was changed");
    verify->add_option("--file", *exported, "An exported journal instead of this register's own");
    verify->callback([exported, &call] {
        call.chosen = [exported, &call] {
            const auto report =
                exported->empty() ? call.machine().verify_journal() : verify_file(call.path(*exported));
            return answer(call.output, call.json, report, unchanged, changed);
        };
    });
    auto check = std::make_shared<bool>(false);
    auto* rebuild = journal->add_subcommand("rebuild", "Makes the state tables anew from it");
    rebuild->add_flag("--check", *check, "Compare only; nothing is changed");
    rebuild->callback([check, &call] {
        call.chosen = [check, &call] {
            return answer(
                call.output, call.json, *check ? call.machine().rebuild_check() : call.machine().rebuild(),
                "The state tables are just what they say.", "The state tables differ from the journal.");
        };
    });
    auto file = std::make_shared<std::string>();
    auto* out = journal->add_subcommand("export", "Writes it as JSON lines");
    out->add_option("FILE", *file, "Where to; standard output when left out");
    out->callback([file, &call] { call.chosen = [file, &call] { return export_to(call, *file); }; });
}

int tell_verification(const Result<JournalReport>& report, bool json, const Output& output) {
    const auto told = answer(output, json, report, unchanged, changed);
    return told ? 0 : tell(told.error(), json, output);
}

}  // namespace makegood::cli
