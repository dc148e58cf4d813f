#include "app/wire/json_event_codec.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

#include "tests/support/sample_events.hpp"

namespace makegood {
namespace {

std::string bytes_of(const ports::Event& event) {
    return wire::event_codec().encode(tests::sample_head(), tests::sample_stamp(), event);
}

std::string budget_bytes() {
    return bytes_of(tests::sample_events()[1]);
}

// The text with its first `from` replaced.
std::string changed(std::string text, const std::string& from, const std::string& to) {
    const auto position = text.find(from);
    REQUIRE(position != std::string::npos);
    return text.replace(position, from.size(), to);
}

}  // namespace

// Set MAKEGOOD_APPROVE to write the golden files anew, then look at what changed: stored journals have the
// old form for ever.
static void compare_with_golden(const char* file, const std::vector<ports::Event>& events) {
    if (std::getenv("MAKEGOOD_APPROVE") != nullptr) {
        std::ofstream out(file);
        for (const auto& event : events) out << bytes_of(event) << '\n';
    }
    std::ifstream golden(file);
    std::string line;
    for (const auto& event : events) {
        REQUIRE(std::getline(golden, line));
        CHECK(bytes_of(event) == line);
        CHECK(wire::event_codec().decode(line));
    }
    CHECK_FALSE(std::getline(golden, line));
}

TEST_CASE("the bytes of each event are the golden ones") {
    const auto events = tests::sample_events();
    REQUIRE(events.size() == std::variant_size_v<ports::Event>);
    for (std::size_t i = 0; i < events.size(); ++i) REQUIRE(events[i].index() == i);
    compare_with_golden("tests/golden/events/v1.jsonl", events);
}

TEST_CASE("the bytes of what somebody signed for are the golden ones, and read back") {
    compare_with_golden("tests/golden/events/approved.jsonl", tests::approved_events());
    const auto given = wire::event_codec().decode(bytes_of(tests::approved_events()[0]));
    REQUIRE(given);
    const auto& event = std::get<ports::RecoveryGiven>(given->second.event);
    CHECK(event.approved_by == PersonId("p-9c1d"));
    CHECK(event.approved_why == "The whole order was wrong, \"twice\".");
    const auto plain = wire::event_codec().decode(bytes_of(tests::sample_events()[4]));
    REQUIRE(plain);
    CHECK(std::get<ports::RecoveryGiven>(plain->second.event).approved_by.empty());
}

TEST_CASE("a signature that is empty or in another place is not in the one form") {
    const auto good = bytes_of(tests::approved_events()[1]);
    for (const auto& [from, to] : {std::pair<std::string, std::string>{"\"p-9c1d\"", "\"\""},
                                   {"\"Christmas\"", "\"\""},
                                   {"\"approved_by\":\"p-9c1d\",\"approved_why\":\"Christmas\"",
                                    "\"approved_why\":\"Christmas\",\"approved_by\":\"p-9c1d\""},
                                   {"\"Christmas\"", "null"}}) {
        CAPTURE(to);
        CHECK_FALSE(wire::event_codec().decode(changed(good, from, to)));
    }
}

TEST_CASE("what stands in an event only where it is not empty has its golden bytes") {
    constexpr const char* file = "tests/golden/events/rights.jsonl";
    auto stamp = tests::sample_stamp();
    stamp.drawn = "7K3QM0ZT4W";
    const auto codec = wire::event_codec();
    std::string all;
    for (const auto& event : tests::sample_events_with_rights()) {
        const auto bytes = codec.encode(tests::sample_head(), stamp, event);
        const auto decoded = codec.decode(bytes);
        REQUIRE(decoded);
        CHECK(decoded->second.stamp.drawn == stamp.drawn);
        CHECK(codec.encode(decoded->first, decoded->second.stamp, decoded->second.event) == bytes);
        all += bytes + '\n';
    }
    if (std::getenv("MAKEGOOD_APPROVE") != nullptr) std::ofstream(file) << all;
    std::ifstream golden(file);
    CHECK(all == std::string(std::istreambuf_iterator<char>(golden), {}));
}

TEST_CASE("what was encoded decodes to the same event and the same bytes") {
    const auto codec = wire::event_codec();
    for (const auto& event : tests::sample_events()) {
        const auto bytes = bytes_of(event);
        const auto decoded = codec.decode(bytes);
        REQUIRE(decoded);
        const auto& [head, recorded] = *decoded;
        CHECK(head.device == tests::sample_head().device);
        CHECK(head.sequence == 17);
        CHECK(recorded.sequence == 17);
        CHECK(recorded.stamp.at == tests::sample_stamp().at);
        CHECK(recorded.stamp.by == tests::sample_stamp().by);
        CHECK(recorded.event.index() == event.index());
        CHECK(codec.encode(head, recorded.stamp, recorded.event) == bytes);
    }
}

TEST_CASE("each value comes back as it was") {
    const auto decoded = wire::event_codec().decode(bytes_of(tests::sample_events()[4]));
    REQUIRE(decoded);
    const auto& given = std::get<ports::RecoveryGiven>(decoded->second.event);
    CHECK(given.offer == tests::sample_offer());
    CHECK(given.voucher == tests::sample_voucher());
    CHECK(given.promise == std::get<ports::RecoveryGiven>(tests::sample_events()[4]).promise);
    const auto reported = wire::event_codec().decode(bytes_of(tests::sample_events()[2]));
    REQUIRE(reported);
    const auto& incident = std::get<ports::IncidentReported>(reported->second.event);
    CHECK(incident.incident == tests::sample_incident());
    CHECK(incident.offers.size() == 2);
    CHECK_FALSE(incident.offers[1].pays);
    CHECK(incident.note == "\x01\t");
}

TEST_CASE("any letter at any place of a text comes back as it was") {
    for (std::size_t at = 0; at < 18; ++at)
        for (int letter = 0; letter < 256; ++letter) {
            std::string why(18, 'x');
            why[at] = static_cast<char>(letter);
            INFO(at << ' ' << letter);
            const auto bytes = bytes_of(ports::IncidentClosed{IncidentId("i1-1"), why});
            REQUIRE(bytes.empty() == (letter >= 0x80));  // alone it is not UTF-8
            if (bytes.empty()) continue;
            const auto decoded = wire::event_codec().decode(bytes);
            REQUIRE(decoded);
            REQUIRE(std::get<ports::IncidentClosed>(decoded->second.event).why == why);
        }
}

TEST_CASE("what can't be written is not written") {
    using ports::IncidentClosed;
    const auto closed = [](std::string why) {
        return bytes_of(IncidentClosed{IncidentId("i1-1"), std::move(why)});
    };
    CHECK_FALSE(closed("").empty());
    CHECK_FALSE(closed("Zürich 🥥").empty());
    CHECK_FALSE(closed(std::string(4096, 'x')).empty());
    CHECK(closed(std::string(4097, 'x')).empty());
    for (const char* text : {"\x80", "\xC3", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "ok\xFF"}) {
        INFO(text);
        CHECK(closed(text).empty());
    }
    CHECK(bytes_of(ports::VoucherRedeemed{VoucherSerial("x"), Money::minor(base::money_limit + 1)}).empty());
    CHECK(bytes_of(ports::ClockSetBack{Instant::max()}).empty());
    auto head = tests::sample_head();
    head.device = DeviceId("short");
    CHECK(wire::event_codec().encode(head, tests::sample_stamp(), ports::PromiseKept{}).empty());
}

TEST_CASE("an event is never longer than 256 KiB") {
    ports::IncidentReported event;
    event.offers.resize(64, tests::sample_offer());
    CHECK_FALSE(bytes_of(event).empty());
    for (auto& offer : event.offers) offer.sentence = std::string(4000, 'x');
    CHECK(bytes_of(event).empty());
    event.offers.resize(65);
    for (auto& offer : event.offers) offer.sentence.clear();
    CHECK(bytes_of(event).empty());
}

TEST_CASE("text that is not an event is refused with a reason") {
    const auto good = budget_bytes();
    REQUIRE(wire::event_codec().decode(good));
    const std::vector<std::string> bad = {
        "",
        "{}",
        "[]",
        "null",
        good + "\n",
        " " + good,
        good.substr(0, good.size() - 1),
        good + good,
        changed(good, "\"v\":1", "\"v\":2"),
        changed(good, "\"v\":1", "\"v\":1.0"),
        changed(good, "\"v\":1", "\"v\":true"),
        changed(good, "\"v\":1", "\"v\":1,\"v\":1"),
        changed(good, "\"seq\":17", "\"seq\":-17"),
        changed(good, "\"seq\":17", "\"seq\":0"),
        changed(good, "\"seq\":17", "\"seq\":1e1"),
        changed(good, "\"seq\":17", "\"seq\":99999999999999999999"),
        changed(good, "\"epoch\":1", "\"epoch\":4294967296"),
        changed(good, "\"epoch\":1,\"seq\":17", "\"seq\":17,\"epoch\":1"),
        changed(good, "\"by\":", "\"bye\":"),
        changed(good, "p-7f3a", "\\u0070-7f3a"),
        changed(good, "p-7f3a", "p-\xFF"),
        changed(good, "0123456789abcdef", "0123456789ABCDEF"),
        changed(good, "\"week\"", "\"fortnight\""),
        changed(good, "budget-set", "budget-shredded"),
        changed(good, "\"cost\":5000", "\"cost\":\"5000\""),
        changed(good, "\"cost\":5000", "\"cost\":1000000000001"),
        changed(good, "\"period\":", "\"more\":1,\"period\":"),
        changed(good, "\"2026-W47\"", "\"" + std::string(4097, 'x') + "\""),
        changed(good, "{\"kind\"",
                "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}},\"kind\""),
        std::string(300'000, '['),
    };
    for (const auto& text : bad) {
        const auto decoded = wire::event_codec().decode(text);
        INFO(text.substr(0, 300));
        REQUIRE_FALSE(decoded);
        CHECK(decoded.error().kind == ErrorKind::bad_input);
        CHECK(decoded.error().sentence.ends_with('.'));
    }
}

}  // namespace makegood
