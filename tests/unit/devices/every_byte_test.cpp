// One piece, one fault, at every byte: what is said about the piece must be true.
#include <catch2/catch.hpp>

#include <array>
#include <random>
#include <set>

#include "app/printing/draw.hpp"
#include "app/printing/pieces.hpp"
#include "devices/escpos/escpos_printer.hpp"
#include "tests/support/seed.hpp"
#include "tests/unit/devices/fake_link.hpp"

using namespace makegood;
using namespace makegood::tests;
using devices::escpos::Bytes;
using devices::escpos::EscPosPrinter;
using devices::escpos::Profile;
using devices::simulated::Mechanism;
using devices::simulated::PaperPiece;
using ports::PrintOutcome;

namespace {

constexpr std::uint32_t mark = 4711;

struct Job {
    Bitmap picture;
    Profile profile;
    double bytes_a_second = 11'520;
    std::size_t buffer_bytes = 4096;
};

// Small, so that every single byte can be tried: black at both ends, so that nothing is trimmed.
Job small_job() {
    Job job;
    job.picture = {64, 90, std::vector<std::uint8_t>(8 * 90)};
    std::mt19937 random(1);
    for (auto& dots : job.picture.bits) dots = static_cast<std::uint8_t>(random());
    job.profile.width_dots = 64;
    job.profile.slice_rows = 16;
    job.bytes_a_second = 100;  // a slice takes a second and a half
    job.buffer_bytes = 300;
    return job;
}

Job voucher_job() {
    const auto document = printing::voucher(
        {"Corner Market", "$5.00", "For the oil that was missing", "31 Dec 2026", "Show it at the till.",
         "MG-29-0000000017", "2900000000179", "MG1.MG-29-0000000017.500.USD.20261231", "", "", ""});
    Job job;
    job.picture = printing::draw(document, {384, 8}).value();
    job.profile.width_dots = 384;
    job.profile.slice_rows = 24;
    job.bytes_a_second = 960;
    return job;
}

// Whether the piece came out with its last row, and clean.
bool is_whole(const PaperPiece& piece, const Bytes& expected) {
    const auto& bits = piece.picture.bits;
    return piece.stray_letters == 0 && bits.size() >= expected.size() &&
           std::equal(expected.begin(), expected.end(), bits.begin());
}

Bytes expected_rows(const Job& job) {
    const auto first =
        std::find_if(job.picture.bits.begin(), job.picture.bits.end(), [](auto b) { return b != 0; });
    const auto row_bytes = job.picture.row_bytes();
    const std::ptrdiff_t head_room = 16;
    const auto top = std::max<std::ptrdiff_t>(0, (first - job.picture.bits.begin()) / row_bytes - head_room);
    Bytes rows(job.picture.bits.begin() + top * row_bytes, job.picture.bits.end());
    while (!rows.empty() && rows.back() == 0) rows.pop_back();
    return rows;
}

struct Seen {
    ports::PrintResult result;
    std::size_t taken = 0;
    std::size_t whole_pieces = 0;
    bool piece_was_begun = false;
    std::set<ports::PrinterState> states;
};

Seen print_with(const Job& job, Wire wire, Duration patience = std::chrono::minutes(10)) {
    FakeClock clock;
    Mechanism mechanism({job.profile.width_dots, true, job.buffer_bytes});
    wire.bytes_a_second = job.bytes_a_second;
    auto link = std::make_unique<FakeLink>(clock, mechanism, wire);
    const auto& wiring = *link;
    EscPosPrinter printer(std::move(link), job.profile, clock);
    Seen seen;
    const auto until = clock.steady() + patience;
    seen.result = printer.print(
        job.picture, mark, [&](const ports::PrinterStatus& status) { seen.states.insert(status.state); },
        [&] { return clock.steady() < until; });
    seen.taken = wiring.taken().size();
    mechanism.set_paper(true);
    mechanism.set_cover(false);
    mechanism.work();
    const auto expected = expected_rows(job);
    auto pieces = mechanism.take_pieces();
    pieces.push_back(mechanism.on_paper());
    for (const auto& piece : pieces) seen.whole_pieces += is_whole(piece, expected) ? 1 : 0;
    const Bytes raster{0x1D, 'v', '0'};
    seen.piece_was_begun = std::search(wiring.taken().begin(), wiring.taken().end(), raster.begin(),
                                       raster.end()) != wiring.taken().end();
    return seen;
}

void check_truth(const Job& job, Wire wire) {
    const auto seen = print_with(job, wire);
    INFO("fault " << static_cast<int>(wire.fault) << " at byte " << wire.at_byte << " of " << seen.taken
                  << ": " << seen.result.proof);
    const auto outcome = seen.result.outcome;
    if (outcome == PrintOutcome::printed) REQUIRE(seen.whole_pieces == 1);
    if (outcome == PrintOutcome::not_printed) REQUIRE_FALSE(seen.piece_was_begun);
    REQUIRE(seen.whole_pieces <= 1);
    // Helped while the link is up: nobody has to be asked.
    const bool only_needs_help = wire.fault == Fault::paper_out || wire.fault == Fault::cover_open;
    if (only_needs_help) REQUIRE(outcome == PrintOutcome::printed);
}

constexpr std::array all_faults{Fault::paper_out,  Fault::cover_open, Fault::link_cut,
                                Fault::reset_deaf, Fault::reset_held, Fault::paper_out_reset};

}  // namespace

TEST_CASE("a piece without trouble is printed once and proved") {
    for (const auto& job : {small_job(), voucher_job()}) {
        const auto seen = print_with(job, {});
        CHECK(seen.result.outcome == PrintOutcome::printed);
        CHECK(seen.result.proof == "process-id");
        CHECK(seen.whole_pieces == 1);
    }
}

TEST_CASE("whatever happens at whatever byte, the answer about the piece is true") {
    const auto job = small_job();
    const auto length = print_with(job, {}).taken;
    const auto piece_from =
        length - encode(job.picture, mark, job.profile, devices::escpos::Company::talked).bytes.size();
    for (const auto fault : all_faults) {
        check_truth(job, {fault, 0});
        check_truth(job, {fault, 5});
        check_truth(job, {fault, piece_from / 2});
        for (auto at = piece_from - 60; at <= length; ++at) check_truth(job, {fault, at});
    }
}

TEST_CASE("the same for a real voucher, around its start and at bytes drawn by chance") {
    const auto job = voucher_job();
    const auto length = print_with(job, {}).taken;
    const auto seed = makegood::tests::any_seed("every byte");
    std::mt19937 random(seed);
    std::uniform_int_distribution<std::size_t> offsets(0, length);
    const auto piece_from =
        length - encode(job.picture, mark, job.profile, devices::escpos::Company::talked).bytes.size();
    for (const auto fault : all_faults) {
        for (auto at = piece_from - 40; at < piece_from + 40; ++at) check_truth(job, {fault, at});
        for (int round = 0; round < 25; ++round) check_truth(job, {fault, offsets(random)});
    }
}

TEST_CASE("the same for a real voucher, at every byte", "[long]") {
    const auto job = voucher_job();
    const auto length = print_with(job, {}).taken;
    for (const auto fault : all_faults) {
        for (std::size_t at = 0; at <= length; ++at) check_truth(job, {fault, at});
    }
}

TEST_CASE("nobody waits: what was begun is in doubt, what was not is not printed") {
    const auto job = small_job();
    const auto length = print_with(job, {}).taken;
    const Duration never = std::chrono::hours(24), a_minute = std::chrono::minutes(2);
    for (const auto fault : {Fault::paper_out, Fault::cover_open}) {
        const auto middle = print_with(job, {fault, length - 400, never}, a_minute);
        CHECK(middle.result.outcome == PrintOutcome::unsure);
        const auto expected =
            fault == Fault::paper_out ? ports::PrinterState::paper_out : ports::PrinterState::cover_open;
        CHECK(middle.states.count(expected) == 1);
        const auto before = print_with(job, {fault, 0, never}, a_minute);
        CHECK(before.result.outcome == PrintOutcome::not_printed);
        CHECK_FALSE(before.piece_was_begun);
        CHECK(before.states.count(expected) == 1);
    }
}
