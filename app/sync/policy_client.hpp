// Asks the one above for newer rules. Used by one thread; may block as a SyncClient does.
#pragma once
#include <optional>

#include "app/ports/policy_shelf.hpp"
#include "app/sync/enrolment.hpp"
#include "app/sync/signed_exchange.hpp"

namespace makegood::sync {

class PolicyClient {
  public:
    // All outlive it.
    PolicyClient(const ports::Signer& signer, const ports::Clock& clock, ports::Random& random,
                 CallOptions options)
        : exchange_(signer, clock, random, std::move(options)) {}

    // nullopt: there are none above this version. What came is as it was sent: whose signature it bears and
    // what it says is the caller's to look at.
    Result<std::optional<ports::SignedText>> newer_than(std::uint64_t version, const DeviceId& device,
                                                        const Enrolment& enrolment);

  private:
    SignedExchange exchange_;
};

}  // namespace makegood::sync
