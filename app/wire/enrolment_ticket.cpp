#include "app/wire/enrolment_ticket.hpp"

#include <algorithm>
#include <array>

#include "app/wire/digest.hpp"

namespace makegood::wire {
namespace {

constexpr std::string_view prefix = "MAKEGOOD:", version = "1";
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
    return in_capitals(std::string(prefix) + std::string(version) + ":" + code + ":" + ticket.key + ":" +
                       ticket.url);
}

bool is_ticket(std::string_view text) {
    return in_capitals(text.substr(0, prefix.size())) == prefix;
}

Result<EnrolmentTicket> decode_ticket(std::string_view text) {
    std::array<std::string_view, 3> parts;  // version, code, key
    auto rest = text.substr(std::min(prefix.size(), text.size()));
    for (auto& part : parts) {
        const auto end = rest.find(':');
        if (end == std::string_view::npos) break;
        part = rest.substr(0, end);
        rest.remove_prefix(end + 1);
    }
    EnrolmentTicket ticket{in_small_letters(rest), std::string(parts[1]), in_small_letters(parts[2])};
    if (parts[0] == version && !ticket.code.empty() && !ticket.url.empty() && from_hex(ticket.key, key_size))
        return ticket;
    return fail(
        ErrorKind::bad_input,
        "The text of the QR code is cut off or from another version of Makegood. Scan it again, or type "
        "address and code: makegood sync --enrol URL --code CODE.");
}

}  // namespace makegood::wire
