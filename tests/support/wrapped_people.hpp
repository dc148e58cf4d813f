// People behind which a test stands: passes everything on, and is changed where the test wants to look or to
// plant a mistake.
#pragma once
#include "app/ports/people.hpp"

namespace makegood::tests {

class WrappedPeople : public ports::People {
  public:
    explicit WrappedPeople(ports::People& inner) : inner_(inner) {}

    Result<std::vector<ports::Person>> all() override { return inner_.all(); }
    Result<std::optional<Known>> find(const PersonId& id) override { return inner_.find(id); }
    Result<> add(const ports::Person& person, const std::string& pin) override {
        return inner_.add(person, pin);
    }
    Result<> change_pin(const PersonId& id, const std::string& pin) override {
        return inner_.change_pin(id, pin);
    }
    Result<> change_role(const PersonId& id, ports::Role role) override {
        return inner_.change_role(id, role);
    }
    Result<> remove(const PersonId& id) override { return inner_.remove(id); }
    Result<> set_badge(const PersonId& id, const std::string& code) override {
        return inner_.set_badge(id, code);
    }
    Result<std::optional<PersonId>> with_badge(const std::string& code) override {
        return inner_.with_badge(code);
    }
    Result<ports::Attempts> attempts(const PersonId& id) override { return inner_.attempts(id); }
    Result<> count_wrong(const PersonId& id, const ports::Moment& now) override {
        return inner_.count_wrong(id, now);
    }
    Result<> restart_wait(const PersonId& id, const ports::Moment& now) override {
        return inner_.restart_wait(id, now);
    }
    Result<> clear_wrong(const PersonId& id) override { return inner_.clear_wrong(id); }
    Result<bool> pin_is(const PersonId& id, const std::string& pin) override {
        return inner_.pin_is(id, pin);
    }

  protected:
    ports::People& inner_;
};

}  // namespace makegood::tests
