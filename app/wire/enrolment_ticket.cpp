#include "app/wire/enrolment_ticket.hpp"

#include <algorithm>

#include "app/wire/digest.hpp"

namespace makegood::wire {
namespace {

constexpr std::string_view prefix = "MAKEGOOD:", plain = "1", with_authority = "2";
constexpr std::size_t key_size = 32;

// ASCII only; the address of a server has nothing else.
std::string in_capitals(std::string_view text) {
    std::string capitals(text);
    for (char& letter : capitals)
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    return capitals;
}

std::string in_small_letters(std::string_view text) {
    std::string small(text);
    for (char& letter : small)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return small;
}

}  // namespace

std::string encode(const EnrolmentTicket& ticket) {
    std::string code = ticket.code;
    std::erase(code, '-');
    const auto version = std::string(ticket.authority.empty() ? plain : with_authority);
    const auto authority = ticket.authority.empty() ? std::string() : ticket.authority + ":";
    return in_capitals(std::string(prefix) + version + ":" + code + ":" + ticket.key + ":" + authority +
                       ticket.url);
}

bool is_ticket(std::string_view text) {
    return in_capitals(text.substr(0, prefix.size())) == prefix;
}

Result<EnrolmentTicket> decode_ticket(std::string_view text) {
    auto rest = text.substr(std::min(prefix.size(), text.size()));
    const auto next = [&] {
        const auto end = rest.find(':');
        if (end == std::string_view::npos) return std::string();
        const auto part = rest.substr(0, end);
        rest.remove_prefix(end + 1);
        return std::string(part);
    };
    const auto version = next();
    EnrolmentTicket ticket;
    ticket.code = next();
    ticket.key = in_small_letters(next());
    if (version == with_authority) ticket.authority = in_small_letters(next());
    ticket.url = in_small_letters(rest);
    const bool known =
        version == plain || (version == with_authority && from_hex(ticket.authority, key_size));
    if (known && !ticket.code.empty() && !ticket.url.empty() && from_hex(ticket.key, key_size)) return ticket;
    return fail(
        ErrorKind::bad_input,
        "The text of the QR code is cut off or from another version of Makegood. Scan it again, or type "
        "address and code: makegood sync --enrol URL --code CODE.");
}

Result<EnrolmentTicket> ticket_of(std::string_view where, std::string_view code) {
    if (is_ticket(where)) return decode_ticket(where);
    return EnrolmentTicket{std::string(where), std::string(code), {}};
}

}  // namespace makegood::wire
