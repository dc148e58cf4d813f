#include "devices/transport/transport.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>

#include "devices/simulated/simulated_printer.hpp"
#include "tests/unit/devices/temporary_folder.hpp"

using namespace makegood;
using namespace makegood::devices::transport;
using tests::TemporaryFolder;

namespace {

constexpr Duration soon = std::chrono::seconds(2);

std::vector<std::uint8_t> bytes_of(std::string_view text) {
    return {text.begin(), text.end()};
}

std::string text_in(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void send(Transport& link, std::string_view text) {
    const auto bytes = bytes_of(text);
    REQUIRE(link.open(soon));
    const auto written = link.write(bytes, soon);
    REQUIRE_FALSE(written.lost);
    REQUIRE(written.taken == bytes.size());
    REQUIRE(link.end_piece());
}

}  // namespace

TEST_CASE("connection texts that name a connection") {
    for (const auto* text :
         {"tcp://192.168.1.50:9100", "tcp://printer.shop:9100", "tcp://[::1]:9100", "tcp://localhost:1",
          "usb:/dev/usb/lp0", "usb:/dev/pos/receipt", "serial:/dev/ttyUSB0", "serial:/dev/ttyS0?baud=115200",
          "serial:/dev/ttyS0?flow=none", "serial:/dev/ttyUSB0?baud=9600&flow=rtscts", "file:/tmp/pieces/",
          "file:pieces.bin"}) {
        INFO(text);
        CHECK(make_transport(text).has_value());
    }
}

TEST_CASE("connection texts that do not, and the way out") {
    const std::vector<std::string_view> texts{"",
                                              "tcp",
                                              "tcp:",
                                              "tcp://",
                                              "tcp://host",
                                              "tcp://:9100",
                                              "tcp://host:",
                                              "tcp://host:0",
                                              "tcp://host:70000",
                                              "tcp://host:91a",
                                              "tcp://host:-1",
                                              "tcp://host/x:9100",
                                              "tcp://a:b:9100",
                                              "usb:",
                                              "usb:lp0",
                                              "serial:",
                                              "serial:ttyUSB0",
                                              "serial:/dev/ttyS0?baud=9601",
                                              "serial:/dev/ttyS0?baud=",
                                              "serial:/dev/ttyS0?flow=xonxoff",
                                              "serial:/dev/ttyS0?baud",
                                              "serial:/dev/ttyS0?parity=even",
                                              "file:",
                                              "http://host:9100",
                                              "192.168.1.50",
                                              std::string_view("file:/tmp/a\0b", 13)};
    for (const auto text : texts) {
        INFO(text);
        const auto made = make_transport(text);
        REQUIRE_FALSE(made);
        CHECK(made.error().kind == ErrorKind::bad_input);
        CHECK(made.error().sentence.find("Write it like") != std::string::npos);
    }
}

TEST_CASE("a device that is not there is named, with what to look at") {
    const TemporaryFolder folder;
    for (const auto& text :
         {"usb:" + (folder.path() / "lp0").string(), "serial:" + (folder.path() / "ttyUSB0").string()}) {
        const auto link = make_transport(text).value();
        const auto opened = link->open(soon);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().sentence.find("There is no printer at " + folder.path().string()) == 0);
        CHECK_FALSE(link->is_open());
        CHECK(link->write(bytes_of("x"), soon).lost);
        CHECK(link->read(soon).lost);
    }
}

TEST_CASE("a file that is not a serial line is refused") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "not-a-line";
    std::ofstream(file) << "x";
    const auto opened = make_transport("serial:" + file.string()).value()->open(soon);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().sentence.find("is not a serial line") != std::string::npos);
}

TEST_CASE("a port where nobody listens is no printer") {
    auto printer = devices::simulated::SimulatedPrinter::start({}).value();
    const auto text = "tcp://127.0.0.1:" + std::to_string(printer->port());
    printer.reset();
    const auto opened = make_transport(text).value()->open(soon);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().sentence.find("No answer from the printer at 127.0.0.1:") == 0);
}

TEST_CASE("bytes go both ways over TCP, and hanging up is noticed") {
    auto printer = devices::simulated::SimulatedPrinter::start({}).value();
    const auto link = make_transport("tcp://127.0.0.1:" + std::to_string(printer->port())).value();
    send(*link, "\x10\x04\x01");
    const auto answer = link->read(std::chrono::seconds(20));
    CHECK(answer.bytes == std::vector<std::uint8_t>{0x12});
    printer.reset();
    const auto ended = link->read(std::chrono::seconds(20));
    REQUIRE(ended.lost);
    CHECK(ended.lost->sentence.find("broke") != std::string::npos);
    CHECK_FALSE(link->is_open());
}

TEST_CASE("a serial line is set up raw and carries every byte") {
    const int master = ::posix_openpt(O_RDWR | O_NOCTTY);
    if (master < 0) {
        WARN("skipped: this machine has no pseudo terminals");
        return;
    }
    REQUIRE(::grantpt(master) == 0);
    REQUIRE(::unlockpt(master) == 0);
    const auto link =
        make_transport("serial:" + std::string(::ptsname(master)) + "?baud=115200&flow=none").value();
    std::string all;
    for (int byte = 0; byte < 256; ++byte) all.push_back(static_cast<char>(byte));
    send(*link, all);
    std::string arrived;
    while (arrived.size() < all.size()) {
        char buffer[512];
        const auto count = ::read(master, buffer, sizeof buffer);
        REQUIRE(count > 0);
        arrived.append(buffer, static_cast<std::size_t>(count));
    }
    CHECK(arrived == all);
    REQUIRE(::write(master, all.data(), all.size()) == 256);
    std::vector<std::uint8_t> back;
    while (back.size() < all.size()) {
        const auto received = link->read(std::chrono::seconds(20));
        REQUIRE_FALSE(received.lost);
        REQUIRE_FALSE(received.bytes.empty());
        back.insert(back.end(), received.bytes.begin(), received.bytes.end());
    }
    CHECK(back == bytes_of(all));
    ::close(master);
    CHECK(link->read(std::chrono::seconds(20)).lost);
}

TEST_CASE("pieces in a folder are numbered and appear whole") {
    const TemporaryFolder folder;
    const auto pieces = folder.path() / "pieces";
    const auto link = make_transport("file:" + pieces.string() + "/").value();
    CHECK_FALSE(link->answers());
    REQUIRE(link->open(soon));
    CHECK(link->write(bytes_of("half"), soon).taken == 4);
    link->close();  // broken off
    CHECK_FALSE(std::filesystem::exists(pieces / "piece-0001.bin"));
    send(*link, "one");
    send(*link, "two");
    CHECK(text_in(pieces / "piece-0001.bin") == "one");
    CHECK(text_in(pieces / "piece-0002.bin") == "two");
    send(*make_transport("file:" + pieces.string()).value(), "three");  // the folder exists now
    CHECK(text_in(pieces / "piece-0003.bin") == "three");
}

TEST_CASE("pieces in one file follow each other") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "all.bin";
    const auto link = make_transport("file:" + file.string()).value();
    send(*link, "one");
    send(*link, "two");
    CHECK(text_in(file) == "onetwo");
}

TEST_CASE("a place that can't be written says so") {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "taken") << "a file";
    const auto opened =
        make_transport("file:" + (folder.path() / "taken" / "pieces").string() + "/").value()->open(soon);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().sentence.find("could not be written") != std::string::npos);
    const auto full = make_transport("file:/dev/full").value();
    REQUIRE(full->open(soon));
    const auto written = full->write(bytes_of("x"), soon);
    CHECK(written.taken == 0);
    CHECK(written.lost);
}
