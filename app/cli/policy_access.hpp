// What the commands may ask of the owner's rules. Implemented by app/main. Any thread but the desk's.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/base/result.hpp"
#include "app/base/text_id.hpp"
#include "app/base/time_values.hpp"
#include "app/service/what_if.hpp"

namespace makegood::cli {

struct PolicyVersion {
    std::uint64_t version = 0;
    std::string digest, origin, signed_by;  // origin: "store" or "head-office"
    Instant at;
    PersonId by;  // empty: the register itself, which got it from head office
};

struct PolicySeen {
    std::uint64_t version = 0;
    std::string store;
};

// Rules to be tried on the days until now; what is not named is as it is.
struct TriedRules {
    std::string file;                                      // a policy document; read first
    std::optional<std::string> text;                       // or the document itself
    std::vector<std::pair<std::string, std::string>> set;  // key and value
    std::optional<core::budget::Limit> budget;
    int days = 28;
};

class PolicyAccess {
  public:
    virtual ~PolicyAccess() = default;

    // Newest first: the first one is in force. Empty: none was published yet.
    virtual Result<std::vector<PolicyVersion>> history() = 0;
    virtual Result<std::string> text() = 0;  // in force; not_found: none
    // bad_input: all that is wrong with the file, a line each.
    virtual Result<PolicySeen> check(const std::string& file) = 0;
    // An empty name: policy/own.toml of the shop. Signed here, unless a signature FILE.sig of head office
    // stands beside it.
    virtual Result<PolicyVersion> publish(const std::string& file, const PersonId& by) = 0;
    // Changes one setting of what is in force and publishes that as the next version; no value: as shipped.
    virtual Result<PolicyVersion> set(const std::string& key, const std::optional<std::string>& value,
                                      const PersonId& by) = 0;
    // Publishes the version before the one in force anew, as the next version.
    virtual Result<PolicyVersion> undo(const PersonId& by) = 0;
    // Nothing is saved by it. bad_input: what is wrong with the rules; busy: `progress` said stop.
    virtual Result<service::WhatIf> what_if(const TriedRules& tried, const service::Progress& progress) = 0;
};

}  // namespace makegood::cli
