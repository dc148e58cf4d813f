#include "app/server/receiver/enrolment_code.hpp"

#include "app/wire/digest.hpp"
#include "app/wire/messages.hpp"

namespace makegood::server::receiver {
namespace {

constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t code_length = 10;
constexpr std::chrono::minutes longest = std::chrono::hours(24);

char plain_letter(char typed) {
    const char upper = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 'a' + 'A') : typed;
    if (upper == 'O') return '0';
    if (upper == 'I' || upper == 'L') return '1';
    return upper;
}

Result<> check_name(std::string_view what, const std::string& name) {
    if (!name.empty() && name.size() <= wire::name_limit) return {};
    return fail(ErrorKind::bad_input, "The name of the " + std::string(what) + " must have 1 to " +
                                          std::to_string(wire::name_limit) +
                                          " bytes. Give the name that the register has.");
}

}  // namespace

Result<std::string> make_code(ports::ReceiverStore& store, const ports::Clock& clock, ports::Random& random,
                              const CodeRequest& request) {
    MAKEGOOD_TRY(check_name("store", request.store));
    MAKEGOOD_TRY(check_name("register", request.register_name));
    if (request.valid < std::chrono::minutes(1) || request.valid > longest)
        return fail(ErrorKind::bad_input,
                    "A code is good for 1 to 1440 minutes. Give --minutes within that.");
    std::string code;
    for (std::size_t i = 0; i < code_length; ++i) {
        if (i == code_length / 2) code += '-';
        code += letters[random.below(letters.size())];
    }
    MAKEGOOD_TRY(store.add_code(
        {hash_of_code(code), request.store, request.register_name, clock.now() + request.valid, {}}));
    return code;
}

std::string hash_of_code(std::string_view typed) {
    std::string plain;
    for (const char letter : typed)
        if (letter != '-' && letter != ' ') plain += plain_letter(letter);
    return wire::blake2b_hex("makegood-code:" + plain);
}

}  // namespace makegood::server::receiver
