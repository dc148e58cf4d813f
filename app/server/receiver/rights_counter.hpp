// Where registers ask a store's hub for rights: loads the hub's book, lets the protocol answer
// (core/budget/rights_hub.hpp), commits, and only then says it.
#pragma once
#include <functional>
#include <tl/expected.hpp>

#include "app/core/budget/limits.hpp"
#include "app/ports/clock.hpp"
#include "app/ports/hub_store.hpp"
#include "app/ports/random.hpp"
#include "app/server/receiver/gate.hpp"

namespace makegood::server::receiver {

// Used by one thread at a time.
class RightsCounter {
  public:
    // All outlive it.
    RightsCounter(ports::HubStore& store, const ports::Clock& clock, ports::Random& random,
                  ports::DayInZone day_in_zone);

    // At every start, before anybody is answered. `outside`: what the file outside the folder says; nullopt:
    // there is none. Answers what it is to say from now on. Where they do not fit, the folder is a copy that
    // was put back, and nothing is granted until take_over.
    Result<std::uint64_t> start(std::optional<std::uint64_t> outside);
    // The limits of the policy document that is handed down to a store of this name; asked at each message.
    using LimitsOf = std::function<std::vector<core::budget::LimitRule>(const std::string& store)>;
    void follow(LimitsOf limits) { limits_of_ = std::move(limits); }
    // By which all registers know a customer (ports/customer_codes.hpp).
    void tell(std::string customer_secret) { customer_secret_ = std::move(customer_secret); }

    // Bodies of wire/hub_messages.hpp in and out. `device` was recognised by its signature.
    tl::expected<std::string, Refused> knock(const ports::EnrolledDevice& device, std::string_view body);
    tl::expected<std::string, Refused> hello(const ports::EnrolledDevice& device, std::string_view body);

    // The owner's acts. A limit is in force at once; answers how its pot stands then.
    // One register's part of a pot, over all its epochs; `held`: what it may still spend, as far as it told.
    struct Holder {
        DeviceId device;
        core::budget::Amount granted, returned, used, held, presumed;
        // copied: a copy of it was found, and it goes on; doubtful: so often that it is granted nothing more.
        enum class State : std::uint8_t { granted, copied, doubtful, revoked } state = State::granted;
    };
    struct PotNow {
        ports::HubRule rule;
        core::budget::HubPot pot;
        core::budget::Amount out, used, free, still_out, presumed;
        std::int64_t registers = 0;
        std::vector<Holder> holders;  // in the order in which they were let in
    };
    struct Now {
        bool halted = false;  // the folder is a copy: see start
        std::uint32_t hub_epoch = 1;
        // Of each rule, for its running period; then of the limits of clerks, kinds and customers, as they are
        // called among themselves.
        std::vector<PotNow> pots;
    };
    Result<Now> now();
    Result<PotNow> set_rule(const ports::HubRule& rule, const std::string& time_zone);
    // Grants nothing more to it.
    Result<> revoke(const DeviceId& device);
    // This hub takes the place of a lost one, or of its own newer self when it was put back from a copy.
    // `lost_epoch`: the greatest that a register knows. Answers the epoch that begins.
    Result<std::uint32_t> take_over(std::uint32_t lost_epoch);

  private:
    tl::expected<ports::HubState, Refused> brought_up(const ports::EnrolledDevice& device);
    // To today. Saved with the next change.
    void keep_up(ports::HubState& state) const;
    CivilDate today(const ports::HubState& state) const;
    Result<ports::HubState> load();

    ports::HubStore& store_;
    const ports::Clock& clock_;
    ports::Random& random_;
    ports::DayInZone day_in_zone_;
    LimitsOf limits_of_;
    std::vector<core::budget::LimitRule> limits_;  // of the last that was asked
    std::string customer_secret_;
    core::budget::HubDesk desk_;
};

}  // namespace makegood::server::receiver
