#include "app/main/office/enrolment_commands.hpp"

#include "app/main/office/qr_in_blocks.hpp"
#include "app/server/receiver/enrolment_section.hpp"
#include "app/server/receiver/view.hpp"
#include "app/wire/enrolment_ticket.hpp"
#include "app/wire/match_number.hpp"

namespace makegood::main {
namespace {

using server::receiver::Waiting;

std::string for_a_person(const std::string& code, const std::string& ticket, const CodeCommand& command,
                         const std::string& url) {
    const auto& wanted = command.wanted;
    std::string text = code + "\n\nIt lets \"" + wanted.register_name + "\" of \"" + wanted.store +
                       "\" in, once, for " + std::to_string(wanted.valid.count()) + " minutes. ";
    if (ticket.empty())
        return text +
               "For a QR code say under which address registers reach this server: --url "
               "https://HOST:PORT.\n";
    text += "Type at that register:\n\n    makegood --data SHOP sync --enrol " + url + " --code " + code +
            "\n\nor scan this in place of the address and the code:\n\n";
    const auto picture = qr_in_blocks(ticket);
    text += picture ? *picture : ticket + "\n";
    return text +
           "\nThen both sides show six digits. If they are the same: makegood-server --data DIR confirm "
           "DIGITS\n";
}

std::string name_of(const Waiting& waiting) {
    return "\"" + waiting.device.register_name + "\" of \"" + waiting.device.store + "\"";
}

std::string list(const std::vector<Waiting>& all, bool json) {
    if (json) return server::receiver::waiting_json(all).text() + "\n";
    if (all.empty()) return "No register waits to be let in.\n";
    std::string text;
    for (const auto& each : all)
        text += wire::spaced(each.match_number) + "  " + name_of(each) + ", since " +
                base::format_instant(each.device.enrolled_at) + "\n";
    return text;
}

}  // namespace

Result<std::string> carry_out_code(const CodeCommand& command, const Door& door, ports::ReceiverStore& store,
                                   const ports::Clock& clock, ports::Random& random,
                                   const ports::Signer& signer, server::receiver::OpenCodes& open) {
    const auto& wanted = command.wanted;
    const auto code = server::receiver::make_code(store, clock, random, wanted);
    if (!code) return fail(code.error());
    const bool is_tls = door.url.starts_with("https:");
    const auto ticket = door.url.empty()
                            ? std::string()
                            : wire::encode(wire::EnrolmentTicket{door.url, *code, signer.public_key_hex(),
                                                                 is_tls ? door.authority : std::string()});
    open.add({*code, wanted.store, wanted.register_name, clock.now() + wanted.valid, ticket});
    return command.shown ? for_a_person(*code, ticket, command, door.url) : *code + "\n";
}

Result<std::string> carry_out_waiting(const WaitingCommand& command, ports::ReceiverStore& store,
                                      const ports::Clock& clock, const ports::Signer& signer) {
    const auto waiting = store.waiting(clock.now());
    if (!waiting) return fail(waiting.error());
    auto all = server::receiver::with_digits(*waiting, signer);
    if (command.what == WaitingCommand::What::list) return list(all, command.json);
    const auto digits = wire::typed_match_number(command.digits);
    std::erase_if(all, [&](const Waiting& each) { return each.match_number != digits; });
    if (all.empty())
        return fail(
            ErrorKind::refused,
            "No register waits with the digits " + command.digits.substr(0, 20) +
                ". If the register shows them, somebody is between: turn it away. makegood-server waiting "
                "lists those that wait.");
    if (command.what == WaitingCommand::What::refuse) {
        for (const auto& each : all) MAKEGOOD_TRY(store.turn_away(each.device.device));
        return name_of(all.front()) + " is turned away. It needs a new code to ask again.\n";
    }
    if (all.size() > 1)
        return fail(
            ErrorKind::refused,
            "More than one register waits with these digits. Turn them away with makegood-server refuse, "
            "and let each enrol with a new code.");
    MAKEGOOD_TRY(store.confirm(all.front().device.device, clock.now()));
    return name_of(all.front()) + " is let in.\n";
}

std::string reachable_url(const std::string& said, const std::string& listening) {
    if (!said.empty()) return said;
    const bool any_address =
        listening.find("://0.0.0.0:") != std::string::npos || listening.find("://[::]:") != std::string::npos;
    return any_address ? std::string() : listening;
}

}  // namespace makegood::main
