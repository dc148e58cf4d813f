// makegood-terminal: the clerk's window.
#include <sodium.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>

#include "app/main/window/terminal.hpp"

namespace {

bool parse(int argc, char** argv, makegood::main::window::TerminalOptions& options, int& exit_code) {
    CLI::App app("The clerk's window of Makegood.", "makegood-terminal");
    std::string mode = "counter";
    app.add_option("--data", options.data, "The shop's folder")->required();
    app.add_option("--mode", mode, "Which screen a manager begins with")
        ->check(CLI::IsMember({"counter", "manager"}));
    app.add_option("--size", options.size, "Of the window, such as 1280x800");
    app.add_option("--theme", options.theme, "In place of the shop's own")
        ->check(CLI::IsMember({"light", "dark"}));
    app.add_flag("--full-screen", options.full_screen, "Without a frame, over the whole screen");
    app.add_option("--trace", options.trace, "Append to this file how fast each touch was answered");
    try {
        app.parse(argc, argv);
        options.manager_first = mode == "manager";
        return true;
    } catch (const CLI::ParseError& problem) {
        exit_code = app.exit(problem) == 0 ? 0 : 2;
        return false;
    }
}

}  // namespace

int main(int argc, char** argv) {
    spdlog::set_default_logger(spdlog::stderr_logger_mt("makegood-terminal"));
    if (sodium_init() < 0) return 3;
    makegood::main::window::TerminalOptions options;
    int exit_code = 0;
    if (!parse(argc, argv, options, exit_code)) return exit_code;
    makegood::main::window::Terminal terminal(std::move(options));
    return makegood::terminal::clerk::run_window([&](auto& program) { terminal.begin(program); },
                                                 [&] { terminal.end(); });
}
