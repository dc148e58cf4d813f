#include "app/cli/wrong_use.hpp"

#include <CLI/CLI.hpp>
#include <regex>

namespace makegood::cli {
namespace {

// The command that was meant, as far as it was named: "makegood voucher show".
struct Meant {
    const CLI::App* command;
    std::string words;
};

Meant meant_by(const CLI::App& app) {
    Meant meant{&app, app.get_name()};
    while (!meant.command->get_subcommands().empty()) {
        meant.command = meant.command->get_subcommands().back();
        meant.words += ' ' + meant.command->get_name();
    }
    return meant;
}

std::string names_below(const CLI::App& command) {
    std::string names;
    for (const auto* each : command.get_subcommands([](const CLI::App*) { return true; }))
        names += (names.empty() ? "" : ", ") + each->get_name();
    return names;
}

// "OFFER is required" -> "OFFER".
std::string before(const std::string& words, const std::string& end) {
    return words.substr(0, words.find(end));
}

// What the parser says of a value that an option does not take, said for people.
std::string wrong_value(const std::string& words) {
    static const std::regex range(R"((\S+): Value (.*) not in range (\S+) to (\S+))"),
        member(R"((\S+): (.*) not in \{(.*)\})"), conversion(R"(Could not convert: (\S+) = (.*))");
    std::smatch part;
    if (std::regex_match(words, part, range))
        return part.str(1) + " can't be " + part.str(2) + "; it goes from " + part.str(3) + " to " +
               part.str(4) + ".";
    if (std::regex_match(words, part, member))
        return part.str(1) + " can't be \"" + part.str(2) +
               "\"; it is one of: " + std::regex_replace(part.str(3), std::regex(","), ", ") + ".";
    if (std::regex_match(words, part, conversion))
        return part.str(1) + " needs a number; \"" + part.str(2) + "\" is none.";
    return words + '.';
}

std::string sentence_of(const CLI::ParseError& problem, const Meant& meant) {
    const std::string words = problem.what();
    if (dynamic_cast<const CLI::RequiredError*>(&problem) != nullptr) {
        const auto below = names_below(*meant.command);
        if (words.find("subcommand") != words.npos)
            return "Which one? After \"" + meant.words + "\" comes one of: " + below + ".";
        return before(words, " is required") + " is missing.";
    }
    if (dynamic_cast<const CLI::ExtrasError*>(&problem) != nullptr) {
        const auto extra = words.substr(words.rfind(": ") + 2);
        return "\"" + extra + "\" is not understood here.";
    }
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&problem) != nullptr)
        return before(before(words, ":"), " requires") + " needs a value after it.";
    return wrong_value(words);
}

}  // namespace

Error wrong_use(const CLI::App& app, const CLI::ParseError& problem) {
    const auto meant = meant_by(app);
    return {ErrorKind::bad_input, sentence_of(problem, meant) + " See: " + meant.words + " --help.", {}};
}

}  // namespace makegood::cli
