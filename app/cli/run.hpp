// Carries out one command line of `makegood`, the sub-command first.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/cli/call.hpp"

namespace makegood::cli {

// Help and wrong use, which need no shop: told, with the exit code. nullopt: there is a command to carry out.
// `shipped` is the folder of the shipped settings.
std::optional<int> answer_without_shop(const std::vector<std::string>& arguments, const std::string& shipped,
                                       const Output& output);

// Answers the exit code: 0 done, 1 refused by a rule, 2 wrong use, 3 the machine failed. Errors go to
// output.err as tell.hpp says. Whoever runs a command is the console (service/who_may.hpp); with --as NAME
// it is done, and recorded, as by that person and with no more than their role. `input` is what the command
// may read from standard input.
int run(const std::vector<std::string>& arguments, const std::string& cwd, RegisterAccess& machine,
        const Output& output, const std::string& input = {});

// Whether the command reads a secret from standard input.
bool reads_input(const std::vector<std::string>& arguments);

// Tells what became of `journal verify`, in words or as JSON; answers the exit code.
int tell_verification(const Result<JournalReport>& report, bool json, const Output& output);

// Whether the command looks at the articles of the shop.
bool needs_articles(const std::vector<std::string>& arguments);

// "import, search, suggest, ..."
std::string command_names();
// The same as lines, each with what it is for.
std::string command_overview();

}  // namespace makegood::cli
