// makegood-server: head office, which receives the journals of all registers, or the hub of one store, which
// shares out its budget as well.
#include <signal.h>
#include <sodium.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdio>

#include "app/config/toml_value.hpp"
#include "app/main/office/head_office.hpp"

namespace makegood::main {
namespace {

constexpr int wrong_use = 2;

void write(std::FILE* stream, std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stream);
    std::fflush(stream);
}

const handover::Sink standard_output{[](std::string_view text) { write(stdout, text); },
                                     [](std::string_view text) { write(stderr, text); }};

int told(const Error& error) {
    if (!error.detail.empty()) spdlog::error("{}", error.detail);
    standard_output.err(error.sentence + "\n");
    return base::exit_code(error.kind);
}

// The signals that end the program; blocked in every thread and waited for in one.
sigset_t ending_signals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    return set;
}

int serve(HeadOfficeOptions options) {
    const sigset_t ending = ending_signals();
    pthread_sigmask(SIG_BLOCK, &ending, nullptr);
    signal(SIGPIPE, SIG_IGN);
    const auto office = HeadOffice::open(std::move(options));
    if (!office) return told(office.error());
    const auto url = (*office)->start();
    if (!url) return told(url.error());
    standard_output.out("listening on " + *url + "\n");
    int caught = 0;
    sigwait(&ending, &caught);
    (*office)->stop();
    standard_output.out("stopped\n");
    return 0;
}

struct Wish {
    std::string role = "head-office";
    HeadOfficeOptions options;
    CodeCommand code;
    WaitingCommand waiting;
    RevokeCommand revoke;
    BudgetCommand budget;
    ReplaceHubCommand replace;
    std::string policy_file, policy_currency, authority_file;
    JoinCommand join{{}, {}, {}, {}, "Hub"};
    int minutes = 10;
};

void add_options(CLI::App& app, Wish& wish) {
    app.add_option("--data", wish.options.data, "The folder of this head office")->required();
    app.add_option("--role", wish.role, "head-office, or store: the hub that shares out a store's budget")
        ->check(CLI::IsMember({"head-office", "store"}))
        ->capture_default_str();
    app.add_option("--listen", wish.options.http.listen, "ADDRESS:PORT; port 0 takes any free one")
        ->capture_default_str();
    app.add_option("--tls-cert", wish.options.http.tls_certificate,
                   "PEM file of the certificate and its chain");
    app.add_option("--tls-key", wish.options.http.tls_key, "PEM file of the certificate's key");
    app.add_option("--tls-authority", wish.options.http.tls_authority,
                   "PEM file of the authority that signed it, where machines do not know that by themselves: "
                   "QR codes name it, and registers that scan them trust no other");
    app.add_option("--url", wish.options.url,
                   "Under which address registers reach this, for the QR code of a one-time code: "
                   "https://hub.example:8443");
    app.add_flag("--behind-proxy", wish.options.http.behind_proxy,
                 "Another program speaks TLS in front of this one");
    app.add_option("--view-token-file", wish.options.view_token_file,
                   "Whoever knows the token in it may read / and /v1/summary from anywhere; without it only "
                   "this machine may");
}

CLI::App* add_code(CLI::App& app, Wish& wish) {
    auto* code = app.add_subcommand("code", "Prints a one-time code that lets one register in");
    code->add_option("--store", wish.code.wanted.store, "Name of the store, as the register has it")
        ->required();
    code->add_option("--register", wish.code.wanted.register_name, "Name of the register, as it has it")
        ->required();
    code->add_option("--minutes", wish.minutes, "How long it is good, 1 to 1440")->capture_default_str();
    code->add_option("--url", wish.code.url,
                     "Under which address registers reach this server, for the QR code");
    code->add_flag("--qr", wish.code.shown, "Shows it as a QR code too; always done on a terminal");
    return code;
}

CLI::App* add_revoke(CLI::App& app, Wish& wish) {
    auto* revoke = app.add_subcommand("revoke", "Refuses a register from now on");
    revoke->add_option("--device", wish.revoke.device, "Its number, from /v1/summary")->required();
    return revoke;
}

// Who waits, and the owner's word on it.
struct WaitingCommands {
    CLI::App *list, *confirm, *refuse;
};
WaitingCommands add_waiting(CLI::App& app, Wish& wish) {
    auto* list = app.add_subcommand("waiting", "Registers that wait to be let in, with their six digits");
    list->add_flag("--json", wish.waiting.json, "One JSON document");
    auto* confirm = app.add_subcommand("confirm", "Lets the register in that shows these six digits");
    auto* refuse = app.add_subcommand("refuse", "Turns the register away that waits with these six digits");
    for (auto* command : {confirm, refuse})
        command->add_option("DIGITS", wish.waiting.digits, "As both sides show them")
            ->required()
            ->expected(1, 2)
            ->join();
    return {list, confirm, refuse};
}

struct BudgetCommands {
    CLI::App *all, *set, *show;
};
BudgetCommands add_budget(CLI::App& app, Wish& wish) {
    auto* budget = app.add_subcommand("budget", "The budget that a store's hub shares out to its registers");
    budget->require_subcommand(1);
    auto* set = budget->add_subcommand("set", "Sets the limit; in force at once");
    set->add_option("--limit", wish.budget.limit, "What recoveries may cost per period")->required();
    set->add_option("--worth", wish.budget.worth, "What they may be worth to customers");
    set->add_option("--per", wish.budget.per, "The period: day, week, month, or as many days as \"14 days\"");
    set->add_option("--from", wish.budget.from, "The day on which such a period begins, like 2026-01-05");
    set->add_option("--time-zone", wish.budget.time_zone, "When a day of the store begins: Europe/Vienna");
    auto* show = budget->add_subcommand("show", "In force, with the registers, free, and still out");
    for (auto* command : {set, show}) {
        command->add_option("--currency", wish.budget.currency, "As the registers have it: EUR");
        command->add_flag("--json", wish.budget.json, "One JSON document");
    }
    return {budget, set, show};
}

CLI::App* add_replace(CLI::App& app, Wish& wish) {
    auto* replace = app.add_subcommand(
        "replace-hub", "The owner's act: this hub takes the place of a lost one, or of its own newer self");
    replace->add_option("--lost-epoch", wish.replace.lost_epoch,
                        "The number of the lost hub, where this folder is not a copy of its own");
    return replace;
}

struct PolicyCommands {
    CLI::App *all, *publish, *fetch;
};
PolicyCommands add_policy(CLI::App& app, Wish& wish) {
    auto* policy = app.add_subcommand("policy", "The owner's rules of a store");
    policy->require_subcommand(1);
    auto* publish = policy->add_subcommand("publish", "Checks and signs a document, and hands it down");
    publish->add_option("FILE", wish.policy_file, "It says under [policy] for which store it is")->required();
    publish->add_option("--currency", wish.policy_currency,
                        "Of that store, where none of its registers has told yet: EUR");
    auto* fetch = policy->add_subcommand("fetch", "Of a store's hub: asks head office now for newer rules");
    return {policy, publish, fetch};
}

CLI::App* add_join(CLI::App& app, Wish& wish) {
    auto* join = app.add_subcommand(
        "join", "Enrols this store's hub at head office, whose rules it hands down from then on");
    join->add_option("WHERE", wish.join.where,
                     "Its address; or the text of the QR code, which needs no --code")
        ->required();
    join->add_option("--code", wish.join.code, "The one-time code from there");
    join->add_option("--store", wish.join.store, "Name of the store, as the code was made for")->required();
    join->add_option("--name", wish.join.name, "Name of this hub, as the code was made for")
        ->capture_default_str();
    join->add_option("--authority", wish.authority_file,
                     "PEM file of the chain's own authority: only its certificates count");
    return join;
}

int publish(const Wish& wish) {
    auto text = config::read_settings_file(wish.policy_file);
    if (!text) return told(text.error());
    return command_office(wish.options.data,
                          PublishCommand{wish.policy_file, std::move(*text), wish.policy_currency},
                          standard_output);
}

int join(Wish& wish) {
    if (!wish.authority_file.empty()) {
        auto pem = config::read_settings_file(wish.authority_file);
        if (!pem) return told(pem.error());
        wish.join.authority = std::move(*pem);
    }
    return command_office(wish.options.data, wish.join, standard_output);
}

int run(int argc, char** argv) {
    CLI::App app("Makegood head office. See also: makegood-server code --help", "makegood-server");
    Wish wish;
    add_options(app, wish);
    const auto* code = add_code(app, wish);
    const auto waiting = add_waiting(app, wish);
    const auto* revoke = add_revoke(app, wish);
    const auto budget = add_budget(app, wish);
    const auto* replace = add_replace(app, wish);
    const auto policy = add_policy(app, wish);
    const auto* joining = add_join(app, wish);
    app.require_subcommand(0, 1);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& asked) {
        return app.exit(asked);
    } catch (const CLI::ParseError& problem) {
        standard_output.err(std::string(problem.what()) + ". See makegood-server --help.\n");
        return wrong_use;
    }
    wish.options.is_hub = wish.role == "store";
    wish.code.wanted.valid = std::chrono::minutes(wish.minutes);
    wish.code.shown |= ::isatty(STDOUT_FILENO) == 1;
    if (waiting.confirm->parsed()) wish.waiting.what = WaitingCommand::What::confirm;
    if (waiting.refuse->parsed()) wish.waiting.what = WaitingCommand::What::refuse;
    wish.options.notice = [](const std::string& text) { spdlog::error("{}", text); };
    if (code->parsed()) return command_office(wish.options.data, wish.code, standard_output);
    if (waiting.list->parsed() || waiting.confirm->parsed() || waiting.refuse->parsed())
        return command_office(wish.options.data, wish.waiting, standard_output);
    if (revoke->parsed()) return command_office(wish.options.data, wish.revoke, standard_output);
    if (budget.all->parsed()) return command_office(wish.options.data, wish.budget, standard_output);
    if (replace->parsed()) return command_office(wish.options.data, wish.replace, standard_output);
    if (policy.publish->parsed()) return publish(wish);
    if (policy.fetch->parsed()) return command_office(wish.options.data, FetchCommand{}, standard_output);
    if (joining->parsed()) return join(wish);
    return serve(std::move(wish.options));
}

}  // namespace
}  // namespace makegood::main

int main(int argc, char** argv) {
    if (sodium_init() < 0) return 3;
    spdlog::set_default_logger(spdlog::stderr_logger_mt("makegood-server"));
    return makegood::main::run(argc, argv);
}
