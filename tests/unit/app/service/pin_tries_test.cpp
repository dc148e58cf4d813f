// Somebody tries PINs with all that a thief of an evening may do: kill the program at any step, start the
// machine anew, set its clock, wait. An auditor counts beside, on the true time, how often a PIN was looked
// at.
#include <catch2/catch.hpp>

#include "app/service/sign_in.hpp"
#include "tests/support/one_person.hpp"
#include "tests/support/seed.hpp"
#include "tests/support/world.hpp"
#include "tests/support/wrapped_people.hpp"

namespace makegood::service {
namespace {

using namespace std::chrono_literals;
using tests::OnePerson;

const ports::Person maya{PersonId("p-maya"), "Maya Adler", "MA", ports::Role::owner};
constexpr const char* her_pin = "083417";  // one of the first 100,000

// Allows what the rule says and nothing else: five looks, then each after twice the wait, ten in all.
class Auditor {
  public:
    // A PIN was looked at; why that was too early, else empty.
    std::string looked(Duration true_time) {
        ++looks_;
        const auto passed = true_time - std::exchange(last_, true_time);
        if (looks_ > 10) return "look number " + std::to_string(looks_);
        if (looks_ <= 5) return {};
        const auto wait = 30s * (1 << (looks_ - 6));
        return passed >= wait ? "" : "look number " + std::to_string(looks_) + " came too early";
    }
    int looks() const { return looks_; }

  private:
    int looks_ = 0;
    Duration last_{};
};

// A clock whose steady time is that of the wall: a wait could be ended by setting the date.
class WallClock final : public ports::Clock {
  public:
    explicit WallClock(const tests::FakeClock& wall) : wall_(wall) {}
    Instant now() const override { return wall_.now(); }
    Duration steady() const override { return wall_.now().time_since_epoch(); }
    std::string boot() const override { return "always"; }
    CivilDate local_date(Instant instant) const override { return wall_.local_date(instant); }
    std::string local_time(Instant instant) const override { return wall_.local_time(instant); }

  private:
    const tests::FakeClock& wall_;
};

// The mistake that this test must find: the count becomes durable after the PIN was looked at.
class CountsAfterTheCheck final : public tests::WrappedPeople {
  public:
    using WrappedPeople::WrappedPeople;
    Result<> count_wrong(const PersonId& id, const ports::Moment& now) override {
        later_ = {id, now};
        return {};
    }
    Result<bool> pin_is(const PersonId& id, const std::string& pin) override {
        const auto right = inner_.pin_is(id, pin);
        if (right && !*right) MAKEGOOD_TRY(inner_.count_wrong(later_.first, later_.second));
        return right;
    }

  private:
    std::pair<PersonId, ports::Moment> later_;
};

struct Thief {
    explicit Thief(std::uint64_t seed) : chance(seed) {}

    // Tries so many PINs in order; what went wrong, empty when nobody got in and no look was too early.
    std::string try_pins(int tries, OnePerson& person, ports::People& people, const ports::Clock& clock) {
        auto& desk = world.desk();
        Desk register_desk{desk.store, people, desk.catalogues, clock, random, desk.signer};
        for (int i = 0; i < tries; ++i) {
            do_something_else();
            person.kill_at(static_cast<int>(chance.below(4)));
            if (chance.below(4) == 0) person.kill_no_more();
            const int before = person.looks;
            try {
                char pin[16];
                std::snprintf(pin, sizeof pin, "%06d", i % 1'000'000);
                if (sign_in(register_desk, maya.id, pin)) return "got in at try " + std::to_string(i);
            } catch (const tests::Killed&) {
            }
            if (person.looks == before) continue;
            if (auto wrong = auditor.looked(true_time); !wrong.empty()) return wrong;
        }
        return {};
    }

    void do_something_else() {
        switch (chance.below(8)) {
            case 0:
                return pass(std::chrono::seconds(chance.below(600)));
            case 1:
                return pass(std::chrono::milliseconds(chance.below(30'000)));
            case 2:
                wall.start_anew();
                return pass(20s);
            case 3:
                return wall.set(wall.now() + std::chrono::hours(chance.below(24 * 3650)));
            case 4:
                return wall.set(wall.now() - std::chrono::hours(chance.below(24 * 3650)));
            default:
                return;
        }
    }
    void pass(Duration time) {
        true_time += time;
        wall.advance(time);
    }

    tests::World world;
    tests::FakeClock wall;
    tests::SeededRandom random{1}, chance;
    Auditor auditor;
    Duration true_time{};
};

TEST_CASE("100,000 scripted tries with kills, starts and changed clocks: none gets in") {
    const auto seed = tests::any_seed("tries at a PIN");
    Thief thief(seed);
    OnePerson person(maya, her_pin);
    INFO("seed " << seed);
    CHECK(thief.try_pins(100'000, person, person, thief.wall) == "");
    // Some were counted and then killed before the look: locked all the same.
    CHECK(thief.auditor.looks() > 0);
    CHECK(person.attempts(maya.id)->wrong == 10);
}

TEST_CASE("no look is too early in many short lives") {
    const auto seed = tests::any_seed("lives of a thief");
    for (std::uint32_t life = 0; life < 50; ++life) {
        INFO("seed " << seed << ", life " << life);
        Thief thief(seed + life);
        OnePerson person(maya, "999999");
        CHECK(thief.try_pins(500, person, person, thief.wall) == "");
    }
}

// What went wrong in the first of some lives in which something did.
template <class Live>
std::string first_wrong(const char* what, Live live) {
    const auto seed = tests::any_seed(what);
    for (std::uint32_t each = 0; each < 40; ++each) {
        Thief thief(seed + each);
        OnePerson person(maya, her_pin);
        if (auto wrong = live(thief, person); !wrong.empty()) return wrong;
    }
    return {};
}

TEST_CASE("the audit finds a count that becomes durable after the check") {
    const auto wrong = first_wrong("counted after the check", [](Thief& thief, OnePerson& person) {
        CountsAfterTheCheck planted(person);
        return thief.try_pins(2000, person, planted, thief.wall);
    });
    CHECK_THAT(wrong, Catch::Contains("look number"));
}

TEST_CASE("the audit finds a wait that the wall clock can end") {
    const auto wrong = first_wrong("waits by the wall clock", [](Thief& thief, OnePerson& person) {
        return thief.try_pins(2000, person, person, WallClock(thief.wall));
    });
    CHECK_THAT(wrong, Catch::Contains("too early"));
}

TEST_CASE("killed at every step of every try, with the clock set back each time, nothing is forgotten") {
    constexpr int steps = 6;  // of one try, and one more that is never reached
    for (int wrong = 0; wrong <= 10; ++wrong)
        for (int step = 0; step < steps; ++step) {
            INFO(wrong << " wrong ones before, killed at step " << step);
            Thief thief(1);
            OnePerson person(maya, her_pin);
            auto& desk = thief.world.desk();
            Desk register_desk{desk.store, person, desk.catalogues, thief.wall, thief.random, desk.signer};
            for (int i = 0; i < wrong; ++i) {
                thief.pass(20min);
                REQUIRE_FALSE(sign_in(register_desk, maya.id, "000000"));
            }
            thief.pass(20min);
            const int before = person.looks;
            person.kill_at(step);
            bool in = false;
            try {
                in = sign_in(register_desk, maya.id, "000000").has_value();
            } catch (const tests::Killed&) {
            }
            REQUIRE_FALSE(in);
            person.kill_no_more();
            const int looked = person.looks - before, counted = person.attempts(maya.id)->wrong;
            CHECK(counted >= std::min(wrong + looked, 10));
            CHECK(looked <= (wrong < 10 ? 1 : 0));
            thief.wall.set(thief.wall.now() - 24h * 3650);
            const bool has_to_wait = counted >= 5 && (counted > wrong || counted == 10);
            if (!has_to_wait) continue;
            const int looks_now = person.looks;
            CHECK_FALSE(sign_in(register_desk, maya.id, her_pin));
            CHECK(person.looks == looks_now);
        }
}

TEST_CASE("a right PIN starts the count anew, also after the longest wait") {
    Thief thief(7);
    OnePerson person(maya, her_pin);
    auto& desk = thief.world.desk();
    Desk counter{desk.store, person, desk.catalogues, thief.wall, thief.random, desk.signer};
    for (int i = 0; i < 9; ++i) {
        thief.wall.advance(10min);
        REQUIRE_FALSE(sign_in(counter, maya.id, "000000"));
    }
    thief.wall.advance(10min);
    REQUIRE(sign_in(counter, maya.id, her_pin));
    for (int i = 0; i < 4; ++i) REQUIRE_FALSE(sign_in(counter, maya.id, "000000"));
    CHECK(sign_in(counter, maya.id, her_pin));
}

}  // namespace
}  // namespace makegood::service
