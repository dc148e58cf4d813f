#include "app/service/customer_reference.hpp"

#include <algorithm>

namespace makegood::service {
namespace {

constexpr std::size_t longest_code = 64;

std::string plain(const std::string& code) {
    const auto first = code.find_first_not_of(' '), last = code.find_last_not_of(' ');
    auto text = first == code.npos ? std::string() : code.substr(first, last - first + 1);
    for (auto& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

}  // namespace

Result<std::string> customer_reference(Desk& desk, const std::string& code) {
    const auto text = plain(code);
    if (text.empty()) return std::string();
    const bool printable = std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
    if (text.size() > longest_code || !printable)
        return fail(
            ErrorKind::bad_input,
            "A customer's code is at most 64 letters and digits, as their card bears it. Scan the card, "
            "or leave the code out.");
    if (!desk.customers)
        return fail(ErrorKind::refused, "This register keeps no customers' codes. Leave the code out.");
    return desk.customers->reference_of(text);
}

}  // namespace makegood::service
