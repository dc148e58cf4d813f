#include "app/sync/backoff.hpp"

#include <catch2/catch.hpp>

#include "app/sync/http_caller.hpp"
#include "tests/support/head_office_world.hpp"
#include "tests/support/seed.hpp"

using namespace makegood;
using namespace makegood::sync;

namespace {

class Extreme final : public ports::Random {
  public:
    explicit Extreme(bool high) : high_(high) {}
    std::uint64_t below(std::uint64_t bound) override { return high_ ? bound - 1 : 0; }

  private:
    bool high_;
};

}  // namespace

TEST_CASE("waits grow with failures and stay within a second and a quarter of an hour") {
    Extreme low(false), high(true);
    using namespace std::chrono_literals;
    for (const int failures : {-1, 0, 1, 5, 10, 100, 2'000'000'000}) CHECK(wait_after(failures, low) == 1s);
    CHECK(wait_after(0, high) == 1s);
    CHECK(wait_after(1, high) == 2s);
    CHECK(wait_after(5, high) == 32s);
    CHECK(wait_after(10, high) == 15min);
    CHECK(wait_after(2'000'000'000, high) == 15min);
}

TEST_CASE("waits spread over the whole span") {
    const auto seed = tests::any_seed("waits");
    tests::EngineRandom random(seed);
    int early = 0;
    for (int i = 0; i < 1000; ++i) early += wait_after(10, random) < longest_wait / 2 ? 1 : 0;
    CHECK(early > 350);
    CHECK(early < 650);
}

TEST_CASE("addresses of a head office") {
    const std::vector<std::pair<std::string, std::string>> taken = {
        {"https://office.example", "https://office.example"},
        {"https://office.example:8443/", "https://office.example:8443"},
        {"HTTPS://office.example", "https://office.example"},
        {"http://127.0.0.1:8080", "http://127.0.0.1:8080"},
        {"http://localhost:8080/", "http://localhost:8080"},
        {"http://[::1]:8080", "http://[::1]:8080"},
    };
    for (const auto& [given, expected] : taken) {
        INFO(given);
        CHECK(checked_url(given) == expected);
    }
    for (const char* refused :
         {"", "office.example", "ftp://office.example", "file:///etc/passwd", "http://office.example",
          "https://", "https://a:b@office.example", "https://office.example/path",
          "https://office.example?x=1", "https://office.example#x", "http://127.evil.example",
          "http://localhost.example", "https://office.example:99999"}) {
        INFO(refused);
        const auto url = checked_url(refused);
        REQUIRE_FALSE(url);
        CHECK(url.error().kind == ErrorKind::bad_input);
    }
}
