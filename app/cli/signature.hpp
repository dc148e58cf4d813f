// The options with which somebody signs on a command line.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "app/cli/call.hpp"
#include "app/service/approval.hpp"

namespace makegood::cli {

// A secret that a command reads from standard input or a file; never an argument, which all the machine's
// programs could see.
struct Secret {
    std::string file;  // "" and "-": the first line of standard input
};
void add_secret(CLI::App& command, Secret& secret);
// bad_input: there is none.
Result<std::string> read_secret(const Secret& secret, const Call& call);

struct Signature {
    std::string by, why;  // a name; empty: nobody signs
    Secret pin;
};
std::shared_ptr<Signature> add_signature(CLI::App& command);
// nullopt: nobody signs. bad_input: no PIN. A name that nobody bears is as good as another: the signature
// does not hold, and is answered like a wrong PIN.
Result<std::optional<service::Approval>> approval_of(const Signature& signature, const Call& call,
                                                     service::Desk& desk);

}  // namespace makegood::cli
