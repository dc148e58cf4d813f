// The owner's rules as one document: a TOML text of the form of policy/own.toml that says of itself
//
//   [policy]
//   version = 7                # greater than that of every document before it
//   store = "Corner Market"    # the store it is for
//
// It is laid on the shipped policy, and with it is all that counts. Signature and history are others' matter.
#pragma once
#include "app/config/settings.hpp"

namespace makegood::config {

inline constexpr std::size_t longest_document = 128 * 1024;  // bytes

struct CheckedDocument {
    DocumentHead head;
    std::vector<Problem> problems;  // all of them, in the order of the lines; empty: it can be used
};

// Looks at the whole document, in the money of that currency. Error: the shipped policy itself can't be read.
Result<CheckedDocument> check_document(const Document& document, const std::filesystem::path& shipped,
                                       const Currency& currency);

// All problems, a line each; bad_input.
Error all_of(const std::vector<Problem>& problems);

}  // namespace makegood::config
