#include <CLI/CLI.hpp>
#include <fstream>

#include "app/cli/call.hpp"
#include "app/cli/tell.hpp"
#include "app/wire/enrolment_ticket.hpp"
#include "app/wire/match_number.hpp"

namespace makegood::cli {
namespace {

struct Options {
    std::string enrol_url, code, authority;
    bool once = false;
};

// The text of a PEM file with at least one certificate; empty when none is named.
Result<std::string> read_authority(const std::string& path) {
    constexpr std::streamsize at_most = 64 * 1024;
    if (path.empty()) return std::string();
    std::ifstream in(path, std::ios::binary);
    std::string pem(at_most + 1, '\0');
    in.read(pem.data(), at_most + 1);
    pem.resize(static_cast<std::size_t>(in.gcount()));
    const bool certificate = pem.find("-----BEGIN CERTIFICATE-----") != std::string::npos;
    if (in.bad() || !certificate || pem.size() > at_most)
        return fail(ErrorKind::bad_input,
                    path +
                        " is not a PEM file with the certificate of an authority. It begins with "
                        "-----BEGIN CERTIFICATE-----; whoever runs head office has it.");
    return pem;
}

Result<> enrol(const Options& options, const Call& call) {
    if (options.code.empty() && !wire::is_ticket(options.enrol_url))
        return fail(ErrorKind::bad_input, "Give the one-time code too: --code CODE (head office makes it).");
    const auto authority = read_authority(options.authority.empty() ? "" : call.path(options.authority));
    if (!authority) return fail(authority.error());
    const auto made = call.machine().enrol(options.enrol_url, options.code, *authority);
    if (!made) return fail(made.error());
    if (call.json)
        call.answer(wire::Json::object(
            {{"head_office", made->head_office}, {"match", made->match_number}, {"waits", made->waits}}));
    else if (made->waits)
        call.say("Enrolled at {}, and waits there to be confirmed. Both sides show the same digits: {}.",
                 made->head_office, wire::spaced(made->match_number));
    else
        call.say("Enrolled at {}.", made->head_office);
    return {};
}

Result<> send(const Call& call) {
    const auto report = call.machine().sync();
    if (!report) return fail(report.error());
    if (!report->rules_refused.empty()) tell_warning(report->rules_refused, call.json, call.output);
    if (call.json)
        call.answer(wire::Json::object(
            {{"sent", report->sent}, {"waiting", report->waiting}, {"head_office", report->head_office}}));
    else
        call.say("Sent {} events to {}; {} wait.", report->sent, report->head_office, report->waiting);
    return {};
}

}  // namespace

void add_sync(CLI::App& app, Call& call) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("sync", "Sends what head office has not got yet");
    command->add_flag("--once", options->once, "Send what there is and end (it always does)");
    command->add_option(
        "--enrol", options->enrol_url,
        "Enrol this register at the head office or store's hub with this address; or the text of "
        "its QR code, which needs no --code");
    command->add_option("--code", options->code, "The one-time code for enrolling");
    command->add_option("--authority", options->authority,
                        "PEM file of the chain's own authority: from now on only its certificates count");
    command->callback([options, &call] {
        call.chosen = [options, &call] {
            return options->enrol_url.empty() ? send(call) : enrol(*options, call);
        };
    });
}

}  // namespace makegood::cli
