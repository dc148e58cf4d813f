#include "app/wire/hub_messages.hpp"

#include <catch2/catch.hpp>

namespace makegood::wire {
namespace {

using namespace core::budget;

Amount amount(std::int64_t cost, std::int64_t worth = 0) {
    return {Money::minor(cost), Money::minor(worth)};
}

const DeviceId device(std::string(32, 'd'));

Hello sample_hello() {
    Hello hello{device, 3, 2, {17, std::string(64, 'a')}, std::string(64, 'b'), false, 0xfedcba9876543210,
                1,      {}};
    hello.pots.push_back({{"store", "2026-11-22"},
                          {amount(1, 2), amount(3, 4), amount(5, 6), amount(7, 8)},
                          amount(9, 10),
                          amount(11, 12),
                          as_much_as_is_fair,
                          amount(13, 14)});
    return hello;
}

std::string changed(std::string text, const std::string& from, const std::string& to) {
    const auto place = text.find(from);
    REQUIRE(place != std::string::npos);
    return text.replace(place, from.size(), to);
}

}  // namespace

TEST_CASE("each message about rights comes back as it was") {
    const auto knock = decode_knock(encode(Knock{device, 0x8000000000000001}));
    REQUIRE(knock);
    CHECK(knock->device == device);
    CHECK(knock->nonce == 0x8000000000000001);

    const auto hello = decode_rights_hello(encode(sample_hello()));
    REQUIRE(hello);
    CHECK(encode(*hello) == encode(sample_hello()));
    CHECK(hello->challenge == 0xfedcba9876543210);
    CHECK_FALSE(hello->marker_fits);
    CHECK(hello->pots.front().figures == sample_hello().pots.front().figures);

    Answer sent{5, 6, 7, 8, 9, true, {}};
    sent.pots.push_back({{"store", "2026-11-22"},
                         amount(1),
                         amount(2),
                         amount(3),
                         {Money::minor(4), Money::minor(5)},
                         {amount(6), RecallFor::owner}});
    sent.pots.push_back({{"store", "2026-W47"}, {}, {}, {}, {Money::minor(4), {}}, {}});
    const auto answer = decode_rights_answer(encode(sent));
    REQUIRE(answer);
    CHECK(encode(*answer) == encode(sent));
    CHECK(answer->renewed);
    CHECK(answer->pots[0].recall == sent.pots[0].recall);
    CHECK_FALSE(answer->pots[1].limit.worth);

    const ports::HubWelcome welcome{{1, 2, 3, 4},
                                    {{"store", {PeriodKind::week, Money::minor(5), Money::minor(6)}}},
                                    {{{"store", "2026-W47"}, amount(7), amount(8)}}};
    const auto heard = decode_rights_welcome(encode(welcome));
    REQUIRE(heard);
    CHECK(encode(*heard) == encode(welcome));
    CHECK(heard->rules == welcome.rules);
}

TEST_CASE("a message about rights that is out of bounds is refused with its field") {
    const auto good = encode(sample_hello());
    const std::vector<std::pair<std::string, std::string>> bad = {
        {changed(good, "\"used\":[5,6]", "\"used\":[5]"), "used"},
        {changed(good, "\"used\":[5,6]", "\"used\":[5,-6]"), "used"},
        {changed(good, "\"used\":[5,6]", "\"used\":[5,6.5]"), "used"},
        {changed(good, "\"used\":[5,6]", "\"used\":[5,1000000000001]"), "used"},
        {changed(good, "\"epoch\":3", "\"epoch\":0"), "epoch"},
        {changed(good, "\"marker_fits\":false", "\"marker_fits\":0"), "marker_fits"},
        {changed(good, "\"nonce\":\"0000000000000001\"", "\"nonce\":\"1\""), "nonce"},
        {changed(good, "\"pots\":[{", "\"pots\":[7,{"), "pots"},
        {changed(good, "\"key\":\"store\",", ""), "key"},
        {"[]", "object"},
        {std::string(rights_limit + 1, ' '), "longer"},
    };
    for (const auto& [text, word] : bad) {
        INFO(text.substr(0, 200));
        const auto read = decode_rights_hello(text);
        REQUIRE_FALSE(read);
        CHECK(read.error().kind == ErrorKind::bad_input);
        CHECK(read.error().sentence.find(word) != std::string::npos);
    }
    auto crowd = sample_hello();
    crowd.pots.resize(most_pots + 1, crowd.pots.front());
    CHECK_FALSE(decode_rights_hello(encode(crowd)));
}

}  // namespace makegood::wire
