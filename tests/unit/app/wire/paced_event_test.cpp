#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

#include "app/wire/json_event_codec.hpp"
#include "tests/support/sample_events.hpp"

namespace makegood {
namespace {

constexpr const char* golden_file = "tests/golden/events/paced.jsonl";

ports::IncidentReported paced() {
    auto event = std::get<ports::IncidentReported>(tests::sample_events()[2]);
    auto& pace = event.pace;
    pace.day = CivilDate{std::chrono::year{2026} / 11 / 22};
    pace.hour = 14;
    pace.price = Percent::basis_points(23'517);
    pace.lot = Percent::basis_points(4321);
    pace.wish = Money::minor(410);
    pace.share = Money::minor(174);
    for (const int cost : {410, 250, 164, 102, 51, 25}) pace.asked.push_back(Money::minor(cost));
    pace.meant = Money::minor(170);
    pace.why = "Money is scarce: $20.00 is left";
    return event;
}

std::string bytes_of(const ports::Event& event) {
    return wire::event_codec().encode(tests::sample_head(), tests::sample_stamp(), event);
}

}  // namespace

// Set MAKEGOOD_APPROVE to write the golden file anew: stored journals have the old form for ever.
TEST_CASE("the bytes of a paced incident are the golden ones, and read back") {
    const auto bytes = bytes_of(paced());
    if (std::getenv("MAKEGOOD_APPROVE") != nullptr) std::ofstream(golden_file) << bytes << '\n';
    std::ifstream golden(golden_file);
    std::string line;
    REQUIRE(std::getline(golden, line));
    CHECK(bytes == line);
    const auto decoded = wire::event_codec().decode(line);
    REQUIRE(decoded);
    CHECK(std::get<ports::IncidentReported>(decoded->second.event).pace == paced().pace);
}

TEST_CASE("an incident of before has no pace and keeps its bytes") {
    const auto bytes = bytes_of(tests::sample_events()[2]);
    CHECK(bytes.find("\"pace\"") == std::string::npos);
    const auto decoded = wire::event_codec().decode(bytes);
    REQUIRE(decoded);
    CHECK(std::get<ports::IncidentReported>(decoded->second.event).pace == core::budget::Paced{});
}

}  // namespace makegood
