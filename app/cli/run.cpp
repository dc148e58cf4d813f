#include "app/cli/run.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>

#include "app/service/money.hpp"

namespace makegood::cli {
namespace {

void add_all(CLI::App& app, Call& call) {
    add_import(app, call);
    add_search(app, call);
    add_suggest(app, call);
    add_report(app, call);
    add_give(app, call);
    add_undo(app, call);
    add_voucher(app, call);
    add_budget(app, call);
    add_journal(app, call);
    add_sync(app, call);
    add_people(app, call);
    add_paper(app, call);
    add_promise(app, call);
    add_config(app, call);
}

int told(const Error& error, const Output& output) {
    output.err(error.sentence + "\n");
    return base::exit_code(error.kind);
}

}  // namespace

std::string Call::path(const std::string& given) const {
    return (std::filesystem::path(cwd) / given).lexically_normal().string();
}

int run(const std::vector<std::string>& arguments, const std::string& cwd, RegisterAccess& machine,
        const Output& output) {
    CLI::App app("Makegood at the command line: what the screens can do, for a person or a script.",
                 "makegood");
    Call call{machine, output, cwd, false, PersonId("console"), {}};
    app.add_flag("--json", call.json, "Answer with one JSON document");
    app.require_subcommand(1);
    app.fallthrough();
    add_all(app, call);
    try {
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::CallForHelp&) {
        output.out(app.help());
        return 0;
    } catch (const CLI::CallForAllHelp&) {
        output.out(app.help("", CLI::AppFormatMode::All));
        return 0;
    } catch (const CLI::ParseError& problem) {
        output.err(std::string(problem.what()) + ". See makegood --help.\n");
        return 2;
    }
    // What time has done meanwhile counts before anything else is decided.
    if (const auto done = machine.with_desk([](service::Desk& desk) { return service::tick(desk); }); !done)
        return told(done.error(), output);
    const auto done = call.chosen();
    return done ? 0 : told(done.error(), output);
}

}  // namespace makegood::cli
