#include "app/cli/run.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>

#include "app/service/spending.hpp"

namespace makegood::cli {
namespace {

struct Command {
    const char* name;
    void (*add)(CLI::App&, Call&);
    bool looks_at_articles = false;
};
constexpr Command commands[] = {
    {"import", add_import},       {"search", add_search, true}, {"suggest", add_suggest, true},
    {"report", add_report, true}, {"give", add_give, true},     {"undo", add_undo},
    {"voucher", add_voucher},     {"budget", add_budget},       {"journal", add_journal},
    {"sync", add_sync},           {"people", add_people},       {"paper", add_paper},
    {"promise", add_promise},     {"config", add_config},
};

// The first argument that is no option; null where there is none.
const std::string* first_word(const std::vector<std::string>& arguments) {
    const auto is_word = [](const std::string& argument) { return !argument.starts_with('-'); };
    const auto word = std::find_if(arguments.begin(), arguments.end(), is_word);
    return word == arguments.end() ? nullptr : &*word;
}

// Null where this names no command.
const Command* command_named(const std::string& word) {
    const auto is_it = [&](const Command& command) { return word == command.name; };
    const auto* command = std::find_if(std::begin(commands), std::end(commands), is_it);
    return command == std::end(commands) ? nullptr : command;
}

int told(const Error& error, const Output& output) {
    output.err(error.sentence + "\n");
    return base::exit_code(error.kind);
}

// What time has done meanwhile counts before anything else is decided; a clock that is behind is told.
Result<> take_time_into_account(RegisterAccess& machine, const Output& output) {
    return machine.with_desk([&](service::Desk& desk) -> Result<> {
        MAKEGOOD_TRY(service::tick(desk));
        const auto warning = service::clock_warning(desk);
        if (!warning.empty()) output.err(warning + "\n");
        return {};
    });
}

}  // namespace

bool needs_articles(const std::vector<std::string>& arguments) {
    const auto* word = first_word(arguments);
    const auto* command = word == nullptr ? nullptr : command_named(*word);
    return command != nullptr && command->looks_at_articles;
}

std::string command_names() {
    std::string names;
    for (const auto& command : commands) names += (names.empty() ? "" : ", ") + std::string(command.name);
    return names;
}

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
    for (const auto& command : commands) command.add(app, call);
    if (const auto* word = first_word(arguments); word != nullptr && command_named(*word) == nullptr) {
        output.err("There is no command \"" + *word + "\". There are: " + command_names() + ".\n");
        return 2;
    }
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
    if (const auto ready = take_time_into_account(machine, output); !ready)
        return told(ready.error(), output);
    const auto done = call.chosen();
    return done ? 0 : told(done.error(), output);
}

}  // namespace makegood::cli
