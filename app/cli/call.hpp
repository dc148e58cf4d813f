// One command line being carried out: where it came from, what it runs on, how it answers.
#pragma once
#include <fmt/format.h>

#include <functional>
#include <string>
#include <string_view>

#include "app/base/check.hpp"
#include "app/cli/register_access.hpp"
#include "app/wire/json_writer.hpp"

namespace CLI {
class App;
}

namespace makegood::cli {

// Where the answer goes: text for standard output and standard error.
struct Output {
    std::function<void(std::string_view)> out, err;
};

struct Call {
    RegisterAccess* on;  // null while a command line is only looked through
    const Output& output;
    std::string cwd;                   // against which relative paths are meant
    bool json = false;                 // one JSON document instead of words
    PersonId by;                       // who is recorded for what is done from a command line
    std::function<Result<>()> chosen;  // set by the sub-command that was named
    std::string shipped;               // the folder of the shipped settings, for help
    std::string input{};               // standard input, of commands that read a secret
    std::string as{};                  // the name of who acts; empty: whoever rules this machine

    RegisterAccess& machine() const {
        MAKEGOOD_CHECK(on != nullptr);
        return *on;
    }

    template <class... Arguments>
    void say(fmt::format_string<Arguments...> text, Arguments&&... arguments) const {
        output.out(fmt::format(text, std::forward<Arguments>(arguments)...) + "\n");
    }
    void answer(const wire::Json& document) const { output.out(document.pretty() + "\n"); }
    std::string path(const std::string& given) const;  // absolute
};

// Each adds its sub-command; one file each.
void add_import(CLI::App& app, Call& call);
void add_search(CLI::App& app, Call& call);
void add_suggest(CLI::App& app, Call& call);
void add_unmet(CLI::App& app, Call& call);
void add_report(CLI::App& app, Call& call);
void add_give(CLI::App& app, Call& call);
void add_decline(CLI::App& app, Call& call);
void add_undo(CLI::App& app, Call& call);
void add_voucher(CLI::App& app, Call& call);
void add_budget(CLI::App& app, Call& call);
void add_journal(CLI::App& app, Call& call);
void add_stock(CLI::App& app, Call& call);
void add_sync(CLI::App& app, Call& call);
void add_people(CLI::App& app, Call& call);
void add_paper(CLI::App& app, Call& call);
void add_promise(CLI::App& app, Call& call);
void add_config(CLI::App& app, Call& call);
void add_clock(CLI::App& app, Call& call);
void add_policy(CLI::App& app, Call& call);
void add_approvals(CLI::App& app, Call& call);
void add_what_if(CLI::App& policy, Call& call);
// What a piece in doubt asks for: "Look at the paper, then say "paper answer p1-2 whole", or "torn"."
std::string how_to_answer(const PrintJobId& job);
// `config check FILE` too.
Result<> check_policy_file(const Call& call, const std::string& file);

}  // namespace makegood::cli
