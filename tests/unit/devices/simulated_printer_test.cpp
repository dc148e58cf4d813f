// The driver and the simulated printer over a real connection on this machine.
#include "devices/simulated/simulated_printer.hpp"

#include <catch2/catch.hpp>

#include <condition_variable>
#include <fstream>
#include <set>

#include "app/printing/draw.hpp"
#include "app/printing/pieces.hpp"
#include "devices/escpos/make_printer.hpp"
#include "tests/unit/devices/temporary_folder.hpp"

using namespace makegood;
using devices::escpos::Proof;
using devices::simulated::SimulatedPrinter;
using devices::simulated::State;
using ports::PrinterState;
using ports::PrintOutcome;

namespace {

class RealClock final : public ports::Clock {
  public:
    Instant now() const override { return {}; }
    std::string boot() const override { return "one"; }
    Duration steady() const override {
        return std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now().time_since_epoch());
    }
    CivilDate local_date(Instant) const override { return {}; }
    std::string local_time(Instant) const override { return {}; }
};

Bitmap sticker_picture() {
    return printing::draw(printing::sticker({"Corner Market", "Oil", "today", "Register 1", "MA", ""}),
                          {384, 8})
        .value();
}

struct Bench {
    explicit Bench(devices::escpos::Proof proof = Proof::process_id, std::filesystem::path folder = {}) {
        simulated =
            SimulatedPrinter::start({0, std::move(folder), {384, proof == Proof::process_id, 8192}}).value();
        auto link = devices::transport::make_transport("tcp://127.0.0.1:" + std::to_string(simulated->port()))
                        .value();
        devices::escpos::Patience patience;
        patience.answer = std::chrono::seconds(20);  // a busy machine is not a dead printer
        patience.stall = std::chrono::seconds(60);
        printer = std::make_unique<devices::escpos::EscPosPrinter>(
            std::move(link), devices::escpos::Profile{384, proof, 96}, clock, patience);
    }

    ports::PrintResult print(
        std::function<void(PrinterState)> seen = {}, std::function<bool()> keep = [] { return true; }) {
        return printer->print(
            sticker_picture(), ++mark,
            [&](const ports::PrinterStatus& status) {
                states.insert(status.state);
                if (seen) seen(status.state);
            },
            keep);
    }

    RealClock clock;
    std::unique_ptr<SimulatedPrinter> simulated;
    std::unique_ptr<ports::Printer> printer;
    std::set<PrinterState> states;
    std::uint32_t mark = 0;
};

std::size_t whole_pieces(const Bench& bench) {
    const auto picture = sticker_picture();
    auto first = std::find_if(picture.bits.begin(), picture.bits.end(), [](auto dots) { return dots != 0; });
    first -= (first - picture.bits.begin()) % picture.row_bytes();
    first -= std::min<std::ptrdiff_t>(first - picture.bits.begin(), 16 * picture.row_bytes());
    auto last = picture.bits.end();
    while (*(last - 1) == 0) --last;
    std::size_t count = 0;
    for (const auto& piece : bench.simulated->pieces()) {
        const bool long_enough = piece.picture.bits.size() >= static_cast<std::size_t>(last - first);
        count += piece.is_cut && long_enough && std::equal(first, last, piece.picture.bits.begin()) ? 1 : 0;
    }
    return count;
}

}  // namespace

TEST_CASE("pieces come out over TCP as they were drawn") {
    Bench bench;
    CHECK(bench.printer->status().state == PrinterState::ready);
    for (std::size_t count = 1; count <= 3; ++count) {
        const auto result = bench.print();
        CHECK(result.outcome == PrintOutcome::printed);
        CHECK(result.proof == "process-id");
        CHECK(whole_pieces(bench) == count);
    }
}

TEST_CASE("a printer that knows no process ids proves by its status") {
    Bench bench(Proof::status);
    const auto result = bench.print();
    CHECK(result.outcome == PrintOutcome::printed);
    CHECK(result.proof == "status");
    CHECK(whole_pieces(bench) == 1);
}

TEST_CASE("a printer that proves nothing leaves the clerk to look") {
    for (const auto proof : {Proof::asked, Proof::none}) {
        Bench bench(proof);
        const auto result = bench.print();
        CHECK(result.outcome == PrintOutcome::unsure);
        CHECK(result.proof.find("Look at") != std::string::npos);
    }
}

TEST_CASE("a piece waits for a roll and goes on by itself") {
    for (const std::size_t at : {0U, 5000U, 14'000U}) {
        Bench bench;
        at == 0 ? bench.simulated->set_state(State::paper_out)
                : bench.simulated->set_state_after(at, State::paper_out);
        if (at == 0) {
            while (bench.printer->status().state != PrinterState::paper_out) {
            }
        }
        const auto result = bench.print([&](PrinterState state) {
            if (state == PrinterState::paper_out) bench.simulated->set_state(State::ready);
        });
        INFO("at byte " << at << ": " << result.proof);
        CHECK(bench.states.count(PrinterState::paper_out) == 1);
        CHECK(result.outcome == PrintOutcome::printed);
        CHECK(whole_pieces(bench) == 1);
    }
}

TEST_CASE("a slow printer is waited for") {
    Bench bench;
    bench.simulated->set_state(State::slow);
    CHECK(bench.print().outcome == PrintOutcome::printed);
    CHECK(whole_pieces(bench) == 1);
}

TEST_CASE("a printer that goes away in the middle leaves doubt, and the next piece comes out clean") {
    for (const auto state : {State::gone, State::reset}) {
        Bench bench;
        bench.simulated->set_state_after(15'000, state);
        const auto broken = bench.print();
        CHECK(broken.outcome == PrintOutcome::unsure);
        CHECK(whole_pieces(bench) == 0);
        if (state == State::gone) {
            CHECK(bench.print().outcome == PrintOutcome::not_printed);
            bench.simulated->set_state(State::ready);
        }
        while (bench.print().outcome == PrintOutcome::not_printed) {
        }
        CHECK(whole_pieces(bench) == 1);
    }
}

TEST_CASE("nobody there: nothing was sent and the sentence says where to look") {
    Bench bench;
    bench.simulated.reset();
    const auto result = bench.print();
    CHECK(result.outcome == PrintOutcome::not_printed);
    CHECK(result.proof.find("Check its cable") != std::string::npos);
    CHECK(bench.printer->status().state == PrinterState::no_answer);
}

TEST_CASE("a silent printer gets nothing") {
    RealClock clock;
    const auto simulated = SimulatedPrinter::start({}).value();
    simulated->set_state(State::silent);
    auto made =
        devices::escpos::make_printer("tcp://127.0.0.1:" + std::to_string(simulated->port()), {}, clock)
            .value();
    PrinterState state = PrinterState::ready;
    while (state == PrinterState::ready) state = made->status().state;  // until the word has arrived
    CHECK(state == PrinterState::no_answer);
    const auto result = made->print(
        Bitmap{8, 1, {0xFF}}, 1, [](const auto&) {}, [] { return true; });
    CHECK(result.outcome == PrintOutcome::not_printed);
}

TEST_CASE("the clerk does not wait for a roll") {
    Bench bench;
    bench.simulated->set_state_after(15'000, State::paper_out);
    bool is_out = false;
    const auto result =
        bench.print([&](PrinterState state) { is_out = is_out || state == PrinterState::paper_out; },
                    [&] { return !is_out; });
    CHECK(result.outcome == PrintOutcome::unsure);
    bench.simulated->set_state(State::ready);
    while (bench.printer->status().state != PrinterState::ready) {
    }
    CHECK(bench.print().outcome == PrintOutcome::printed);
}

TEST_CASE("pieces are kept as bytes and pictures, numbered on") {
    const tests::TemporaryFolder folder;
    for (const int number : {1, 2}) {
        Bench bench(Proof::process_id, folder.path());
        CHECK(bench.print().outcome == PrintOutcome::printed);
        const auto name = folder.path() / ("piece-000" + std::to_string(number));
        std::ifstream bytes(name.string() + ".bin", std::ios::binary),
            picture(name.string() + ".png", std::ios::binary);
        std::string first_bytes(2, ' '), first_of_picture(4, ' ');
        bytes.read(first_bytes.data(), 2);
        picture.read(first_of_picture.data(), 4);
        CHECK(first_bytes == "\x1B@");
        CHECK(first_of_picture == "\x89PNG");
    }
}

TEST_CASE("a piece kept as a file is proved by the file") {
    const tests::TemporaryFolder folder;
    RealClock clock;
    const auto printer =
        devices::escpos::make_printer("file:" + folder.path().string() + "/", {384}, clock).value();
    CHECK(printer->status().state == PrinterState::ready);
    const auto result = printer->print(
        sticker_picture(), 1, [](const auto&) {}, [] { return true; });
    CHECK(result.outcome == PrintOutcome::printed);
    CHECK(result.proof == "file");
    CHECK(std::filesystem::file_size(folder.path() / "piece-0001.bin") > 1000);
}

TEST_CASE("states have words") {
    for (const auto state :
         {State::ready, State::paper_out, State::cover_open, State::slow, State::silent, State::gone}) {
        CHECK(devices::simulated::state_from_word(word(state)) == state);
    }
    CHECK_FALSE(devices::simulated::state_from_word("happy"));
}

TEST_CASE("a port that is taken is said") {
    const auto first = SimulatedPrinter::start({}).value();
    const auto second = SimulatedPrinter::start({first->port(), {}, {}});
    REQUIRE_FALSE(second);
    CHECK(second.error().sentence.find("is taken") != std::string::npos);
}
