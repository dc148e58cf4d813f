// makegood: everything the screens can do that a person or a script may want.
#include <sodium.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <thread>

#include "app/cli/run.hpp"
#include "app/cli/tell.hpp"
#include "app/cli/wrong_use.hpp"
#include "app/handover/hand_over.hpp"
#include "app/main/make_shop.hpp"
#include "app/main/register.hpp"
#include "app/main/register_parts.hpp"
#include "app/main/secret_line.hpp"

namespace makegood::main {
namespace {

void write(std::FILE* stream, std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stream);
    std::fflush(stream);
}

const cli::Output standard_output{[](std::string_view text) { write(stdout, text); },
                                  [](std::string_view text) { write(stderr, text); }};

int init(const std::filesystem::path& folder, const NewShop& wanted, bool json) {
    const auto made = make_shop(folder, wanted);
    if (!made) return cli::tell(made.error(), json, standard_output);
    if (json) {
        standard_output.out(wire::Json::object({{"data", folder.string()},
                                                {"manager", made->manager},
                                                {"pin", made->pin},
                                                {"budget", made->budget}})
                                .pretty() +
                            "\n");
        return 0;
    }
    standard_output.out("The shop is in " + folder.string() + ".\nBudget: " + made->budget + " a day.\n" +
                        made->manager + " signs in with the PIN " + made->pin + ". It is shown only now.\n");
    return 0;
}

bool has(const std::vector<std::string>& arguments, std::string_view word) {
    return std::find(arguments.begin(), arguments.end(), word) != arguments.end();
}

// A damaged journal can still be looked at, though its register can't be opened.
bool asks_to_verify(const std::vector<std::string>& arguments) {
    return has(arguments, "journal") && has(arguments, "verify") && !has(arguments, "--file");
}

// What the handover itself has to say is no JSON yet; what comes from the owner of the folder is.
void relay_error(std::string_view text, bool json) {
    if (!json || text.starts_with('{')) return write(stderr, text);
    if (text.ends_with('\n')) text.remove_suffix(1);
    (void)cli::tell({ErrorKind::failed, std::string(text), {}}, json, standard_output);
}

bool asks_to_check_settings(const std::vector<std::string>& arguments) {
    return has(arguments, "config") && has(arguments, "check");
}

// Why the register can't be opened. `config check` tells all that is wrong with the settings, not only the
// first.
int tell_closed(const std::filesystem::path& folder, const std::vector<std::string>& arguments,
                const Error& problem) {
    const bool json = cli::asks_for_json(arguments);
    if (problem.kind == ErrorKind::failed && asks_to_verify(arguments))
        return cli::tell_verification(verify_closed(folder), json, standard_output);
    if (problem.kind != ErrorKind::bad_input || !asks_to_check_settings(arguments))
        return cli::tell(problem, json, standard_output);
    std::string sentences;
    for (const auto& sentence : problems_of_settings(folder))
        sentences += (sentences.empty() ? "" : "\n") + sentence;
    return cli::tell(sentences.empty() ? problem : Error{problem.kind, sentences, {}}, json, standard_output);
}

// Standard input, whole, in a nameless file: its path for as long as this process runs, also for the owner of
// the folder.
Result<std::string> standard_input_as_file() {
    std::FILE* file = std::tmpfile();  // closed with the process
    std::array<char, 64 * 1024> room;
    bool written = file != nullptr;
    for (std::size_t count; written && (count = std::fread(room.data(), 1, room.size(), stdin)) > 0;)
        written = std::fwrite(room.data(), 1, count, file) == count;
    if (!written || std::fflush(file) != 0 || std::ferror(stdin) != 0)
        return fail(ErrorKind::failed,
                    "Standard input could not be kept in a temporary file. Free some space, or name a file.");
    return "/proc/" + std::to_string(::getpid()) + "/fd/" + std::to_string(::fileno(file));
}

constexpr std::chrono::seconds patience{5};
constexpr std::chrono::milliseconds look_again{30};

// "--batch -" stands for standard input.
Result<> name_standard_input(std::vector<std::string>& arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const bool joined = arguments[i] == "--batch=-";
        if (!joined && !(arguments[i] == "-" && i > 0 && arguments[i - 1] == "--batch")) continue;
        const auto path = standard_input_as_file();
        if (!path) return fail(path.error());
        arguments[i] = (joined ? "--batch=" : "") + *path;
    }
    return {};
}

int carry_out(const std::filesystem::path& folder, std::vector<std::string> arguments) {
    const auto cwd = std::filesystem::current_path().string();
    const bool json = cli::asks_for_json(arguments);
    if (const auto named = name_standard_input(arguments); !named)
        return cli::tell(named.error(), json, standard_output);
    const auto input = cli::reads_input(arguments) ? read_secret_line() : std::string();
    const auto err = [json](std::string_view text) { relay_error(text, json); };
    // Another command is there for a moment; whoever stays takes this one over.
    for (const auto until = std::chrono::steady_clock::now() + patience;;) {
        const auto answered =
            handover::hand_over(folder, {arguments, cwd, input}, {standard_output.out, err});
        if (answered) return *answered;
        auto opened =
            Register::open(folder, {.stays_open = false, .with_catalogue = cli::needs_articles(arguments)});
        if (opened) return cli::run(arguments, cwd, **opened, standard_output, input);
        const bool waits = opened.error().kind == ErrorKind::busy && std::chrono::steady_clock::now() < until;
        if (!waits) return tell_closed(folder, arguments, opened.error());
        std::this_thread::sleep_for(look_again);
    }
}

void add_init(CLI::App& app, NewShop& wanted) {
    auto* init = app.add_subcommand("init", "Makes a working shop in a new folder");
    init->add_option("--store", wanted.store, "Its name")->required();
    init->add_option("--currency", wanted.currency, "ISO 4217, such as USD")->required();
    init->add_option("--register", wanted.register_name, "The name of this register");
    init->add_option("--time-zone", wanted.time_zone, "IANA, such as Europe/Vienna");
    init->add_option("--printer", wanted.printer,
                     "tcp://HOST:9100, usb:/dev/usb/lp0, serial:/dev/ttyUSB0, file:DIR, none");
    init->add_option("--budget", wanted.budget, "What recoveries may cost a day");
    init->add_option("--manager", wanted.manager, "The manager's name");
}

int run(int argc, char** argv) {
    CLI::App app("Makegood at the command line. See also: makegood --data DIR COMMAND --help", "makegood");
    std::string folder;
    bool json = cli::asks_for_json({argv + 1, argv + argc});
    NewShop wanted;
    app.add_option("--data", folder, "The shop's folder");
    app.add_flag("--json", json, "Answer with one JSON document");
    app.fallthrough();
    add_init(app, wanted);
    app.prefix_command();
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        const bool of_all = app.get_subcommands().empty();
        standard_output.out(app.help() + (of_all ? "\nCommands of a shop:\n" + cli::command_overview() : ""));
        return 0;
    } catch (const CLI::ParseError& problem) {
        return cli::tell(cli::wrong_use(app, problem), json, standard_output);
    }
    auto arguments = app.remaining();
    if (json && !cli::asks_for_json(arguments)) arguments.insert(arguments.begin(), "--json");
    const bool init_is_asked = app.got_subcommand("init");
    if (!init_is_asked)
        if (const auto answered =
                cli::answer_without_shop(arguments, shipped_config().string(), standard_output))
            return *answered;
    if (folder.empty())
        return cli::tell(
            {ErrorKind::bad_input, "Which shop? Name its folder: makegood --data DIR COMMAND.", {}}, json,
            standard_output);
    return init_is_asked ? init(folder, wanted, json) : carry_out(folder, arguments);
}

}  // namespace
}  // namespace makegood::main

int main(int argc, char** argv) {
    spdlog::set_default_logger(spdlog::stderr_logger_mt("makegood"));
    spdlog::set_level(spdlog::level::err);
    if (sodium_init() < 0) {
        std::fputs("The cryptography library does not start on this machine.\n", stderr);
        return 3;
    }
    try {
        return makegood::main::run(argc, argv);
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "Makegood stopped: %s. Nothing was half done; run the command again.\n",
                     problem.what());
        return 3;
    }
}
