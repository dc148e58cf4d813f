// A whole register in a temporary folder: the real store, people and key files, with a clock and chance
// that the test sets. Money is US dollars, one budget of 50.00 a day.
#pragma once
#include <filesystem>
#include <memory>
#include <random>

#include "app/ports/past_events.hpp"
#include "app/ports/policy_shelf.hpp"
#include "app/service/desk.hpp"
#include "tests/support/register_files.hpp"

namespace makegood::tests {

class FakeClock final : public ports::Clock {
  public:
    Instant now() const override { return now_; }
    Duration steady() const override { return steady_; }
    std::string boot() const override { return "boot " + std::to_string(boots_); }
    CivilDate local_date(Instant instant) const override {
        return CivilDate{std::chrono::floor<std::chrono::days>(instant)};
    }
    std::string local_time(Instant instant) const override {
        return base::format_instant(instant).substr(11, 5);
    }

    void advance(Duration time) {
        now_ += time;
        steady_ += time;
    }
    void set(Instant now) { now_ = now; }  // as a person or a dead battery would
    void start_anew() {                    // as the machine does
        steady_ = std::chrono::seconds(20);
        ++boots_;
    }

  private:
    Instant now_ = *base::parse_instant("2026-11-22T14:07:00.000000Z");
    Duration steady_{};
    int boots_ = 1;
};

class SeededRandom final : public ports::Random {
  public:
    explicit SeededRandom(std::uint64_t seed) : engine_(seed) {}
    std::uint64_t below(std::uint64_t bound) override {
        return std::uniform_int_distribution<std::uint64_t>(0, bound - 1)(engine_);
    }

  private:
    std::mt19937_64 engine_;
};

// The numbers of the shelf that every World has.
inline constexpr const char* coconut_oil = "9520000000011";          // 400 ml, $5.99, none left
inline constexpr const char* large_coconut_oil = "9520000000028";    // 800 ml, $9.49, 14 there
inline constexpr const char* organic_coconut_oil = "9520000000035";  // 400 ml, $6.84, 6 there

class World {
  public:
    World();
    ~World();
    service::Desk& desk() { return *desk_; }
    ports::PolicyShelf& policies();
    ports::PastEvents& past();
    // Closes and opens everything again, as after a restart or a crash.
    void reopen();
    // What is wrong with the journal, or differs between it and the state tables; empty when all is well.
    std::string trouble_in_the_books();
    // As somebody does who has the database file and a tool for it.
    void edit(const std::string& sql);

    FakeClock clock;
    SeededRandom random{20261122};
    PersonId clerk{"p-clerk"}, manager{"p-manager"};  // who work here, and have no PIN

  private:
    struct Parts;
    ScratchFolder folder_;
    std::unique_ptr<Parts> parts_;
    std::unique_ptr<service::Desk> desk_;
    void open();
};

}  // namespace makegood::tests
