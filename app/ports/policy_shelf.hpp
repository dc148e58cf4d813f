// The register's memory of policy documents: which is in force (a function of the journal), and their bytes.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/base/result.hpp"
#include "app/ports/event.hpp"

namespace makegood::ports {

struct PolicyRow {
    PolicyPublished published;
    Stamp stamp;
};

// As it was signed.
struct SignedText {
    std::string text, signature;  // signature: app/wire/document_signature.hpp
};

// The thread of the store.
class PolicyShelf {
  public:
    virtual ~PolicyShelf() = default;
    // nullopt: none was published yet. Where the table says other than the journal, the journal decides.
    virtual Result<std::optional<PolicyRow>> in_force() = 0;
    virtual Result<std::vector<PolicyRow>> history(std::size_t most) = 0;  // newest first
    // Whose bytes have this digest; nullopt: they are gone, or were changed.
    virtual Result<std::optional<SignedText>> text(const std::string& digest) = 0;
    // Before the event that puts it into force.
    virtual Result<> keep(const SignedText& document) = 0;
    // An incident that was reported since then is neither made good nor closed.
    virtual Result<bool> somebody_is_served(Instant since) = 0;
};

}  // namespace makegood::ports
