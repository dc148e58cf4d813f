#include <catch2/catch.hpp>

#include <random>

#include "devices/escpos/answers.hpp"
#include "tests/support/seed.hpp"

using namespace makegood::devices::escpos;

namespace {

struct InWords {
    std::string operator()(const Realtime& answer) const { return "now " + std::to_string(answer.bits); }
    std::string operator()(const Automatic& answer) const {
        std::string text = "status";
        for (const auto bits : answer.bits) text += " " + std::to_string(bits);
        return text;
    }
    std::string operator()(const Mark& mark) const { return "mark " + mark.text; }
    std::string operator()(const Sensor& answer) const { return "sensor " + std::to_string(answer.bits); }
    std::string operator()(const Cleared&) const { return "cleared"; }
};

std::vector<std::string> words(const std::vector<Answer>& answers) {
    std::vector<std::string> all;
    for (const auto& answer : answers) all.push_back(std::visit(InWords{}, answer));
    return all;
}

struct Case {
    const char* what;
    std::vector<std::uint8_t> bytes;
    std::vector<std::string> expected;
};

const std::vector<Case>& cases() {
    static const std::vector<Case> table{
        {"nothing", {}, {}},
        {"DLE EOT, all well", {0x12}, {"now 18"}},
        {"DLE EOT, paper end", {0x7E}, {"now 126"}},
        {"four answers", {0x12, 0x16, 0x12, 0x1E}, {"now 18", "now 22", "now 18", "now 30"}},
        {"status", {0x10, 0, 0, 0}, {"status 16 0 0 0"}},
        {"status, paper end, off line", {0x18, 0, 0x0F, 0}, {"status 24 0 15 0"}},
        {"answer inside a status", {0x10, 0, 0x12, 0, 0}, {"now 18", "status 16 0 0 0"}},
        {"status that lost its end", {0x10, 0, 0x10, 0, 0, 0}, {"status 16 0 0 0"}},
        {"mark", {0x37, 0x22, 'A', 'B', 'C', 'A', 0}, {"mark ABCA"}},
        {"two marks",
         {0x37, 0x22, 'A', 'B', 'C', 'A', 0, 0x37, 0x22, 'A', 'B', 'C', 'C', 0},
         {"mark ABCA", "mark ABCC"}},
        {"answer inside a mark", {0x37, 0x22, 'A', 0x12, 'B', 'C', 'A', 0}, {"now 18", "mark ABCA"}},
        {"status inside a mark",
         {0x37, 0x22, 'A', 0x10, 0, 0, 0, 'B', 'C', 'A', 0},
         {"status 16 0 0 0", "mark ABCA"}},
        {"status inside a mark, answer inside the status",
         {0x37, 0x22, 'A', 0x10, 0, 0x12, 0, 0, 'B', 'C', 'A', 0},
         {"now 18", "status 16 0 0 0", "mark ABCA"}},
        {"mark after a broken status", {0x10, 0, 0x37, 0x22, 'A', 'B', 'C', 'A', 0}, {"mark ABCA"}},
        {"mark that lost a letter", {0x37, 0x22, 'A', 'B', 'C', 0, 0x12}, {"now 18"}},
        {"mark with a letter too many", {0x37, 0x22, 'A', 'B', 'C', 'A', 'A'}, {}},
        {"mark begun anew", {0x37, 0x22, 'A', 0x37, 0x22, 'A', 'B', 'C', 'A', 0}, {"mark ABCA"}},
        {"cleared", {0x37, 0x25, 0}, {"cleared"}},
        {"maker's name", {0x5F, 'E', 'P', 'S', 'O', 'N', 0, 0x12}, {"now 18"}},
        {"GS r, paper there", {0}, {"sensor 0"}},
        {"GS r, near end", {0x03}, {"sensor 3"}},
        {"flow control and line noise", {0x11, 0x13, 0xFF, 0x93, 0x12}, {"now 18"}},
    };
    return table;
}

}  // namespace

TEST_CASE("what a printer answers is told apart") {
    for (const auto& test : cases()) {
        INFO(test.what);
        CHECK(words(AnswerParser().feed(test.bytes)) == test.expected);
    }
}

TEST_CASE("answers may arrive in any portions") {
    for (const auto& test : cases()) {
        INFO(test.what);
        AnswerParser parser;
        std::vector<std::string> all;
        for (const auto byte : test.bytes) {
            for (auto& word : words(parser.feed(std::span(&byte, 1)))) all.push_back(std::move(word));
        }
        CHECK(all == test.expected);
    }
}

TEST_CASE("after any noise a quiet line is understood again") {
    const auto seed = makegood::tests::any_seed("noise");
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> byte(0, 255), length(0, 200);
    const std::vector<std::uint8_t> status{0x12, 0x10, 0, 0, 0}, mark{0x37, 0x22, 'a', 'B', 'o', 'C', 0};
    for (int round = 0; round < 2000; ++round) {
        AnswerParser parser;
        std::vector<std::uint8_t> noise(static_cast<std::size_t>(length(random)));
        for (auto& one : noise) one = static_cast<std::uint8_t>(byte(random));
        const auto before = words(parser.feed(noise));
        CHECK(std::find(before.begin(), before.end(), "mark aBoC") == before.end());
        // A block that noise has begun ends with its longest length at the latest.
        parser.feed(std::vector<std::uint8_t>(100, 0x93));
        parser.feed(status);
        CHECK(words(parser.feed(mark)) == std::vector<std::string>{"mark aBoC"});
    }
}
