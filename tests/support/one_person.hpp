// One person with one PIN, and what a disk would keep of them: for tests with more tries than Argon2id
// allows.
#pragma once
#include <optional>

#include "app/ports/people.hpp"

namespace makegood::tests {

// Thrown where the process is killed; what was durable stays.
struct Killed {};

class OnePerson final : public ports::People {
  public:
    OnePerson(ports::Person person, std::string pin) : person_(std::move(person)), pin_(std::move(pin)) {}

    // The process is killed at this step from now: before or after something becomes durable, or as soon as
    // it is known whether a PIN is right.
    void kill_at(int step) { steps_left_ = step; }
    void kill_no_more() { steps_left_.reset(); }
    int looks = 0;  // how often a PIN was looked at

    Result<std::vector<ports::Person>> all() override { return std::vector{person_}; }
    Result<std::optional<Known>> find(const PersonId& id) override {
        return id == person_.id ? std::optional(Known{person_, false}) : std::nullopt;
    }
    Result<ports::Attempts> attempts(const PersonId& id) override { return count_of(id); }
    Result<> count_wrong(const PersonId& id, const ports::Moment& now) override {
        return durable([&] { count_of(id) = {count_of(id).wrong + 1, now}; });
    }
    Result<> restart_wait(const PersonId& id, const ports::Moment& now) override {
        return durable([&] { count_of(id).since = now; });
    }
    Result<> clear_wrong(const PersonId& id) override {
        return durable([&] { count_of(id).wrong = 0; });
    }
    Result<bool> pin_is(const PersonId& id, const std::string& pin) override {
        ++looks;
        step();
        return id == person_.id && pin == pin_;
    }

    Result<> add(const ports::Person&, const std::string&) override { return not_here(); }
    Result<> change_pin(const PersonId&, const std::string&) override { return not_here(); }
    Result<> change_role(const PersonId&, ports::Role) override { return not_here(); }
    Result<> remove(const PersonId&) override { return not_here(); }
    Result<> set_badge(const PersonId&, const std::string&) override { return not_here(); }
    Result<std::optional<PersonId>> with_badge(const std::string&) override {
        return std::optional<PersonId>();
    }

  private:
    static tl::unexpected<Error> not_here() {
        return fail(ErrorKind::failed, "This test has one person who stays as they are.");
    }
    ports::Attempts& count_of(const PersonId& id) { return id == person_.id ? count_ : strangers_; }
    void step() {
        if (steps_left_ && (*steps_left_)-- == 0) throw Killed();
    }
    template <class Change>
    Result<> durable(Change change) {
        step();
        change();
        step();
        return {};
    }

    ports::Person person_;
    std::string pin_;
    ports::Attempts count_, strangers_;
    std::optional<int> steps_left_;
};

}  // namespace makegood::tests
