// A policy document with changes that nobody published yet: what it would say, and what is wrong with it
// where.
#pragma once
#include <span>

#include "app/config/policy_document.hpp"

namespace makegood::config {

// `value` as TOML writes it; nullopt: the setting is taken out, and is as shipped.
using Changes = std::map<std::string, std::optional<std::string>>;

// As set_value and take_out; what is taken out may be gone already.
Result<std::string> with_changes(std::string text, const Changes& changes);

// Texts without their quotes.
struct DraftValue {
    std::string value;    // as it would be in force: "24.00", "50 %"; empty: it would not be set
    std::string written;  // by whoever sets it: "8 gifts"
    std::string shipped;  // as it is written there; empty: nowhere
    bool own = false;     // the document sets it
    std::string problem;  // what is wrong on its line, and the way out
};

// A [[limit]] as it stands there.
struct DraftLimit {
    std::map<std::string, std::string> settings;  // "id", "per", "cost"; texts without their quotes
    std::vector<std::string> each;                // "clerk", "kind"
    std::string problem;                          // as DraftValue::problem
};

struct ReadDraft {
    std::map<std::string, DraftValue> values;  // of all keys that were asked for
    std::vector<std::string> problems;         // on other lines
    std::vector<DraftLimit> limits;            // of the document, one after the other
    std::optional<PolicySettings> settings;    // empty: something is wrong
};

// Looks at the document as check_document does, but for what it says of itself. Error: the shipped policy
// can't be read.
Result<ReadDraft> read_draft(const Document& document, const std::filesystem::path& shipped,
                             const Currency& currency, std::span<const std::string_view> keys);

}  // namespace makegood::config
