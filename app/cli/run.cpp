#include "app/cli/run.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>

#include "app/cli/tell.hpp"
#include "app/cli/wrong_use.hpp"
#include "app/service/copied_folder.hpp"
#include "app/service/look_after_people.hpp"
#include "app/service/spending.hpp"

namespace makegood::cli {
namespace {

struct Command {
    const char* name;
    void (*add)(CLI::App&, Call&);
    bool looks_at_articles = false;
};
constexpr Command commands[] = {
    {"import", add_import},       {"search", add_search, true},   {"suggest", add_suggest, true},
    {"report", add_report, true}, {"give", add_give, true},       {"undo", add_undo},
    {"voucher", add_voucher},     {"budget", add_budget},         {"journal", add_journal},
    {"sync", add_sync},           {"people", add_people},         {"paper", add_paper},
    {"promise", add_promise},     {"clock", add_clock},           {"config", add_config},
    {"unmet", add_unmet, true},   {"decline", add_decline, true}, {"stock", add_stock, true},
    {"policy", add_policy},       {"approvals", add_approvals},
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

// What time has done meanwhile counts before anything else is decided; a clock that is wrong is told. Nothing
// is done or answered by tables that somebody changed, but to look at the journal and to make them anew.
Result<> take_time_into_account(const Call& call, const std::vector<std::string>& arguments) {
    return call.machine().with_desk([&](service::Desk& desk) -> Result<> {
        MAKEGOOD_TRY(service::tick(desk));
        if (!desk.trouble.empty() && *first_word(arguments) != "journal")
            return fail(ErrorKind::failed, desk.trouble);
        const auto warning = service::clock_warning(desk);
        if (!warning.empty()) tell_warning(warning, call.json, call.output);
        const auto copied = service::copy_warning(desk);
        if (copied && !copied->empty()) tell_warning(*copied, call.json, call.output);
        if (!desk.policy_notice.empty()) tell_warning(desk.policy_notice, call.json, call.output);
        return {};
    });
}

Result<> find_who_acts(Call& call) {
    if (call.as.empty()) return {};
    return call.machine().with_desk([&](service::Desk& desk) -> Result<> {
        const auto person = service::person_named(desk, call.as);
        if (!person) return fail(person.error());
        call.by = person->id;
        return {};
    });
}

// Sets call.chosen; or answers itself, with the exit code.
std::optional<int> read(const std::vector<std::string>& arguments, Call& call) {
    CLI::App app("Makegood at the command line: what the screens can do, for a person or a script.",
                 "makegood");
    app.add_flag("--json", call.json, "Answer with one JSON document; errors too, on standard error");
    app.add_option("--as", call.as, "By name, who acts: with their role, and recorded as theirs");
    app.require_subcommand(1);
    app.fallthrough();
    app.footer("With --json the answer is one JSON document.\n");  // also of every command
    for (const auto& command : commands) command.add(app, call);
    const bool json = asks_for_json(arguments);
    if (const auto* word = first_word(arguments); word != nullptr && command_named(*word) == nullptr)
        return tell({ErrorKind::bad_input,
                     "There is no command \"" + *word + "\". There are: init, " + command_names() + ".",
                     {}},
                    json, call.output);
    try {
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::CallForHelp&) {
        call.output.out(app.help());
        return 0;
    } catch (const CLI::ParseError& problem) {
        return tell(wrong_use(app, problem), json, call.output);
    }
    return std::nullopt;
}

}  // namespace

bool needs_articles(const std::vector<std::string>& arguments) {
    const auto* word = first_word(arguments);
    const auto* command = word == nullptr ? nullptr : command_named(*word);
    const bool runs_again = std::find(arguments.begin(), arguments.end(), "what-if") != arguments.end();
    return command != nullptr && (command->looks_at_articles || runs_again);
}

std::string command_names() {
    std::string names;
    for (const auto& command : commands) names += (names.empty() ? "" : ", ") + std::string(command.name);
    return names;
}

std::string command_overview() {
    const Output silent{[](std::string_view) {}, [](std::string_view) {}};
    Call call{nullptr, silent, {}, false, {}, {}, {}};
    CLI::App app;
    std::string overview;
    for (const auto& command : commands) {
        command.add(app, call);
        overview +=
            fmt::format("  {:<10}{}\n", command.name, app.get_subcommand(command.name)->get_description());
    }
    return overview;
}

std::string Call::path(const std::string& given) const {
    return (std::filesystem::path(cwd) / given).lexically_normal().string();
}

std::optional<int> answer_without_shop(const std::vector<std::string>& arguments, const std::string& shipped,
                                       const Output& output) {
    Call call{nullptr, output, {}, false, {}, {}, shipped};
    return read(arguments, call);
}

bool reads_input(const std::vector<std::string>& arguments) {
    const auto begins = [&](std::string_view option) {
        return std::any_of(arguments.begin(), arguments.end(),
                           [&](const std::string& each) { return each.starts_with(option); });
    };
    const auto file = std::find(arguments.begin(), arguments.end(), "--pin-file");
    const bool dash =
        file != arguments.end() && std::next(file) != arguments.end() && *std::next(file) == "-";
    const bool from_file = begins("--pin-file") && !dash && !begins("--pin-file=-");
    return begins("--own") || (!from_file && (begins("--approved-by") || begins("--choose") || dash));
}

int run(const std::vector<std::string>& arguments, const std::string& cwd, RegisterAccess& machine,
        const Output& output, const std::string& input) {
    Call call{&machine, output, cwd, false, service::console(), {}, {}, input};
    if (const auto answered = read(arguments, call)) return *answered;
    if (const auto ready = take_time_into_account(call, arguments); !ready)
        return tell(ready.error(), call.json, output);
    if (const auto known = find_who_acts(call); !known) return tell(known.error(), call.json, output);
    const auto done = call.chosen();
    return done ? 0 : tell(done.error(), call.json, output);
}

}  // namespace makegood::cli
