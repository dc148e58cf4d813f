// A thousand requests of those who are not let in, against a store's hub: none is accepted, and nothing of
// its books changes.
#include <catch2/catch.hpp>

#include "app/wire/hub_messages.hpp"
#include "app/wire/policy_messages.hpp"
#include "tests/support/head_office_world.hpp"
#include "tests/support/seed.hpp"

namespace makegood {
namespace {

using tests::Journal;
using tests::SeedSigner;
using wire::RefusalCode;

CivilDate utc_day(const std::string&, Instant instant) {
    return CivilDate{std::chrono::floor<std::chrono::days>(instant)};
}

// One register is let in, and there is a budget.
struct Hub : tests::HeadOfficeWorld {
    server::receiver::RightsCounter rights{*store, clock, random, utc_day};
    Journal till{'d'};
    tests::EngineRandom chance;

    explicit Hub(std::uint64_t seed) : chance(seed) {
        receiver->share_budget(rights);
        REQUIRE(rights.set_rule({"store", {core::budget::PeriodKind::day, Money::minor(5000), {}}}, "UTC"));
        const auto enrolled = enrol(code(), till, device);
        REQUIRE(enrolled.status == 200);
        CHECK(wire::decode_enrol_answer(enrolled.body)->shares_budget);
        REQUIRE(receiver->handle(knock(device, till.device)).status == 200);
    }
    wire::HttpRequest knock(const ports::Signer& signer, const DeviceId& name) {
        return request(wire::knock_path, wire::encode(core::budget::Knock{name, 1 + chance.below(1'000'000)}),
                       signer);
    }
    // What must stay as it is: who is known here and to the budget. Nobody has been granted anything.
    std::pair<std::size_t, std::vector<core::budget::HubDevice>> books() {
        const auto state = store->hub();
        REQUIRE(state);
        for (const auto& pot : state->book.pots) CHECK(pot.accounts.empty());
        return {overview().registers.size(), state->book.devices};
    }
    RefusalCode refused(const wire::HttpRequest& request) {
        const auto response = receiver->handle(request);
        CHECK(response.status != 200);
        return tests::refusal_of(response);
    }
    // One letter of the part that `where` names is another.
    void alter(wire::HttpRequest& request) {
        const auto change = [&](std::string& text) {
            auto& letter = text[chance.below(text.size())];
            letter = letter == '1' ? '2' : '1';
        };
        switch (chance.below(4)) {
            case 0:
                return change(request.body);
            case 1:
                return change(request.headers["signature"]);
            case 2:
                request.target =
                    std::string(request.target == wire::knock_path ? wire::rights_path : wire::knock_path);
                return;
            default:
                return change(request.headers["content-digest"]);
        }
    }
};

constexpr int tries = 200;

}  // namespace

TEST_CASE("a thousand reused, expired, foreign, altered and replayed requests: none is accepted") {
    const auto seed = tests::any_seed("bad requests");
    Hub hub(seed);
    const auto before = hub.books();
    const SeedSigner stranger{'X'};
    const auto used_code = hub.code("Mitte", "2");
    const Journal second{'e'};
    REQUIRE(hub.enrol(used_code, second, SeedSigner{'E'}, "Mitte", "2").status == 200);
    const auto with_second = hub.books();
    // Shows a good code, and nobody says that it may come in.
    const Journal third{'f'};
    const SeedSigner unseen{'F'};
    CHECK(with_second.first == before.first + 1);
    for (int i = 0; i < tries; ++i) {
        INFO("MAKEGOOD_SEED=" << seed << " try " << i);
        const Journal other{static_cast<char>('0' + i % 10)};
        // A code that was used, by another key.
        CHECK(tests::refusal_of(hub.enrol(used_code, other, stranger, "Mitte", "2")) ==
              RefusalCode::wrong_code);
        hub.clock.time += std::chrono::seconds(61);  // wrong codes are counted by the minute
        // A code that is too old.
        const auto late = hub.code("Mitte", "3");
        hub.clock.time += std::chrono::minutes(11);
        CHECK(tests::refusal_of(hub.enrol(late, other, stranger, "Mitte", "3")) == RefusalCode::wrong_code);
        hub.clock.time += std::chrono::seconds(61);
        // A key that nobody let in, under the name of one that was.
        CHECK(hub.refused(hub.knock(stranger, hub.till.device)) == RefusalCode::not_enrolled);
        // A good request, altered on its way.
        auto altered = hub.knock(hub.device, hub.till.device);
        hub.alter(altered);
        CHECK(hub.refused(altered) == RefusalCode::not_signed);
        // A good request, heard and sent once more; and a good one of long ago.
        const auto good = hub.knock(hub.device, hub.till.device);
        REQUIRE(hub.receiver->handle(good).status == 200);
        CHECK(hub.refused(good) == RefusalCode::replayed);
        // A key that waits to be confirmed, at every door; and another one under its name.
        REQUIRE(hub.ask_to_enrol(hub.code("Mitte", "9"), third, unseen, "Mitte", "9").status == 200);
        CHECK(hub.refused(hub.knock(unseen, third.device)) == RefusalCode::waiting);
        const auto door =
            std::array{wire::hello_path, wire::events_path, wire::rights_path, wire::policy_path}[i % 4];
        CHECK(hub.refused(hub.request(door, "{}", unseen)) == RefusalCode::waiting);
        CHECK(hub.refused(hub.knock(stranger, third.device)) == RefusalCode::not_enrolled);
        hub.clock.time += std::chrono::minutes(6);
        CHECK(hub.refused(good) == RefusalCode::wrong_clock);
        // One that waited for too long.
        hub.clock.time += std::chrono::minutes(5);
        CHECK(hub.refused(hub.knock(unseen, third.device)) == RefusalCode::not_enrolled);
    }
    CHECK(hub.books() == with_second);
}

TEST_CASE("a register that was turned away needs a new code") {
    Hub hub(3);
    const Journal second{'e'};
    const SeedSigner its_key{'E'};
    const auto code = hub.code("Mitte", "2");
    REQUIRE(hub.ask_to_enrol(code, second, its_key, "Mitte", "2").status == 200);
    REQUIRE(hub.store->turn_away(second.device));
    CHECK_FALSE(hub.store->confirm(second.device, hub.clock.now()));
    CHECK(hub.refused(hub.knock(its_key, second.device)) == RefusalCode::not_enrolled);
    CHECK(tests::refusal_of(hub.enrol(code, second, its_key, "Mitte", "2")) == RefusalCode::wrong_code);
    CHECK(hub.enrol(hub.code("Mitte", "2"), second, its_key, "Mitte", "2").status == 200);
    CHECK(hub.receiver->handle(hub.knock(its_key, second.device)).status == 200);
    // Who was let in is not turned away, but revoked.
    CHECK_FALSE(hub.store->turn_away(second.device));
}

TEST_CASE("a register can't speak for another, nor with a challenge of before") {
    Hub hub(1);
    const Journal second{'e'};
    const SeedSigner its_key{'E'};
    REQUIRE(hub.enrol(hub.code("Mitte", "2"), second, its_key, "Mitte", "2").status == 200);
    CHECK(hub.refused(hub.knock(its_key, hub.till.device)) == RefusalCode::not_enrolled);
    core::budget::Hello hello{hub.till.device, 1, 1, {0, ""}, "", true, 12345, 1, {}};
    CHECK(hub.refused(hub.request(wire::rights_path, wire::encode(hello), hub.device)) ==
          RefusalCode::contradicts);
}

TEST_CASE("a revoked register is refused at its next request, and holds what it held") {
    Hub hub(2);
    REQUIRE(hub.store->revoke(hub.till.device, hub.clock.now()));
    REQUIRE(hub.rights.revoke(hub.till.device));
    CHECK(hub.refused(hub.knock(hub.device, hub.till.device)) == RefusalCode::revoked);
}

TEST_CASE("head office shares out no budget") {
    tests::HeadOfficeWorld office;
    const Journal till{'d'};
    const auto enrolled = office.enrol(office.code(), till, office.device);
    REQUIRE(enrolled.status == 200);
    CHECK_FALSE(wire::decode_enrol_answer(enrolled.body)->shares_budget);
    const auto knock =
        office.request(wire::knock_path, wire::encode(core::budget::Knock{till.device, 1}), office.device);
    CHECK(tests::refusal_of(office.receiver->handle(knock)) == RefusalCode::not_here);
}

}  // namespace makegood
