// Whoever hands rules down remembers the newest document of every store.
#pragma once
#include <optional>
#include <string>

#include "app/ports/policy_shelf.hpp"

namespace makegood::ports {

struct StorePolicy {
    std::string store;  // by name
    std::uint64_t version = 0;
    SignedText document;
};

// One thread at a time, that of the receiver's store.
class PolicyOffice {
  public:
    virtual ~PolicyOffice() = default;
    // nullopt: it has none.
    virtual Result<std::optional<StorePolicy>> newest_policy(const std::string& store) = 0;
    // Durable when it answers. refused: the version is not above that of the newest one.
    virtual Result<> publish_policy(const StorePolicy& policy, Instant now) = 0;
    // ISO 4217, as its registers told it; empty: none did yet. not_found: no register of that store is
    // enrolled.
    virtual Result<std::string> currency_of(const std::string& store) = 0;
};

}  // namespace makegood::ports
