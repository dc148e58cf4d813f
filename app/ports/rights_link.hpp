// What talking to a store's hub about rights asks of the register. Called from the thread that talks, between
// its requests; an implementation goes over to the thread that owns the store and waits for it. All that is
// answered is durable.
#pragma once
#include <optional>
#include <vector>

#include "app/base/result.hpp"
#include "app/core/budget/rights_register.hpp"
#include "app/ports/hub_store.hpp"

namespace makegood::ports {

class RightsLink {
  public:
    virtual ~RightsLink() = default;
    virtual Result<core::budget::Knock> knock() = 0;
    virtual Result<> welcomed(const HubWelcome& welcome) = 0;
    // nullopt: there is nothing more to say.
    virtual Result<std::optional<core::budget::Hello>> hello() = 0;
    virtual Result<> answered(const core::budget::Answer& answer) = 0;
};

}  // namespace makegood::ports
