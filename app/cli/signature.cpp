#include "app/cli/signature.hpp"

#include <CLI/CLI.hpp>
#include <fstream>

#include "app/service/look_after_people.hpp"

namespace makegood::cli {
namespace {

constexpr std::size_t longest_secret = 200;

std::string first_line(const std::string& text) {
    auto line = text.substr(0, text.find_first_of("\r\n"));
    return line.size() > longest_secret ? std::string() : line;
}

}  // namespace

void add_secret(CLI::App& command, Secret& secret) {
    command.add_option("--pin-file", secret.file,
                       "The file whose first line is the PIN; standard input when left out");
}

Result<std::string> read_secret(const Secret& secret, const Call& call) {
    std::string line;
    if (secret.file.empty() || secret.file == "-") {
        line = first_line(call.input);
    } else {
        std::ifstream file(call.path(secret.file));
        if (!file || !std::getline(file, line))
            return fail(ErrorKind::bad_input,
                        "\"" + secret.file + "\" can't be read. Name a file whose first line is the PIN.");
        line = first_line(line);
    }
    if (!line.empty()) return line;
    return fail(ErrorKind::bad_input,
                "The secret itself is missing. Write it to standard input; a PIN may also stand in a file: "
                "--pin-file FILE.");
}

std::shared_ptr<Signature> add_signature(CLI::App& command) {
    auto signature = std::make_shared<Signature>();
    auto* by = command.add_option("--approved-by", signature->by,
                                  "Who signs for it, by name; their PIN is read from standard input");
    command.add_option("--why", signature->why, "Why they sign, for the record")->needs(by);
    add_secret(command, signature->pin);
    return signature;
}

Result<std::optional<service::Approval>> approval_of(const Signature& signature, const Call& call,
                                                     service::Desk& desk) {
    if (signature.by.empty()) return std::nullopt;
    auto pin = read_secret(signature.pin, call);
    if (!pin) return fail(pin.error());
    const auto person = service::person_named(desk, signature.by);
    if (!person && person.error().kind != ErrorKind::not_found) return fail(person.error());
    return service::Approval{person ? person->id : PersonId("nobody"), std::move(*pin), signature.why};
}

}  // namespace makegood::cli
