// Talks with the store's hub about this register's rights. Used by one thread; may block for as long as its
// times allow.
#pragma once
#include "app/ports/rights_link.hpp"
#include "app/sync/enrolment.hpp"
#include "app/sync/signed_exchange.hpp"

namespace makegood::sync {

class RightsClient {
  public:
    // All outlive it.
    RightsClient(const ports::Signer& signer, const ports::Clock& clock, ports::Random& random,
                 CallOptions options)
        : exchange_(signer, clock, random, std::move(options)) {}

    // One whole exchange: knocks, and says hello until nothing waits any more. An error leaves all rights as
    // they are; the next run begins anew.
    Result<> run_once(const Enrolment& enrolment, ports::RightsLink& link);

  private:
    Result<bool> say_hello(const SignedExchange::Place& place, ports::RightsLink& link);
    SignedExchange exchange_;
};

}  // namespace makegood::sync
