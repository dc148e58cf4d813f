// The world of a trial (trial.hpp): time and chance as they were, people as they are, and a signer whose
// vouchers nobody holds in hand.
#pragma once
#include "app/ports/clock.hpp"
#include "app/ports/customer_codes.hpp"
#include "app/ports/people.hpp"
#include "app/ports/random.hpp"
#include "app/ports/signer.hpp"
#include "app/service/past.hpp"

namespace makegood::service {

class TrialClock final : public ports::Clock {
  public:
    explicit TrialClock(const ports::Clock& shop) : shop_(shop) {}
    void set(Instant now) { now_ = now; }
    Instant now() const override { return now_; }
    Duration steady() const override { return now_.time_since_epoch(); }
    std::string boot() const override { return "trial"; }
    CivilDate local_date(Instant instant) const override { return shop_.local_date(instant); }
    std::string local_time(Instant instant) const override { return shop_.local_time(instant); }

  private:
    const ports::Clock& shop_;
    Instant now_;
};

// Answers the recorded draw to the next who draws a number for an event (spend_rights.hpp: draw).
class TrialRandom final : public ports::Random {
  public:
    void drawn_then(std::uint64_t number) { next_ = number; }
    std::uint64_t below(std::uint64_t bound) override {
        const auto number = next_ - 1;
        next_ = next_ * 6364136223846793005 + 1442695040888963407;
        return number % bound;
    }

  private:
    std::uint64_t next_ = 1;
};

class TrialSigner final : public ports::Signer {
  public:
    std::string public_key_hex() const override { return std::string(64, '0'); }
    std::string sign(std::string_view) const override { return std::string(64, '\0'); }
};

// What was recorded of a customer is their reference already.
class TrialCustomers final : public ports::CustomerCodes {
  public:
    Result<std::string> reference_of(std::string_view code) override { return std::string(code); }
    Result<std::string> reference_of_person(std::string_view name) override;
    Result<> take_over(const std::string&) override { return {}; }
};

// Who did something then was allowed to be there; every signature that was recorded was one.
class TrialPeople final : public ports::People {
  public:
    explicit TrialPeople(const std::map<PersonId, ports::Person>& people) : people_(people) {}
    Result<std::vector<ports::Person>> all() override;
    Result<std::optional<Known>> find(const PersonId&) override;
    Result<> add(const ports::Person&, const std::string&) override { return {}; }
    Result<> change_pin(const PersonId&, const std::string&) override { return {}; }
    Result<> change_role(const PersonId&, ports::Role) override { return {}; }
    Result<> remove(const PersonId&) override { return {}; }
    Result<> set_badge(const PersonId&, const std::string&) override { return {}; }
    Result<std::optional<PersonId>> with_badge(const std::string&) override {
        return std::optional<PersonId>();
    }
    Result<ports::Attempts> attempts(const PersonId&) override { return ports::Attempts(); }
    Result<> count_wrong(const PersonId&, const ports::Moment&) override { return {}; }
    Result<> restart_wait(const PersonId&, const ports::Moment&) override { return {}; }
    Result<> clear_wrong(const PersonId&) override { return {}; }
    Result<bool> pin_is(const PersonId&, const std::string&) override { return true; }

  private:
    const std::map<PersonId, ports::Person>& people_;
};

}  // namespace makegood::service
