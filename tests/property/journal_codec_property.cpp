// Any event that can be written reads back as itself; any other bytes are refused, never half read.
#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "app/wire/json_event_codec.hpp"
#include "tests/support/sample_events.hpp"

namespace makegood {
namespace {

template <class Enum>
Enum any_of(int count) {
    return static_cast<Enum>(*rc::gen::inRange(0, count));
}
std::string any_text() {
    return *rc::gen::arbitrary<std::string>();
}
Money any_money() {
    return Money::minor(*rc::gen::inRange<std::int64_t>(-base::money_limit, base::money_limit + 1));
}
template <class T>
std::optional<T> maybe(T value) {
    return *rc::gen::arbitrary<bool>() ? std::optional<T>(value) : std::nullopt;
}

core::recovery::Offer any_offer() {
    auto offer = tests::sample_offer();
    offer.kind = any_of<core::recovery::OfferKind>(6);
    offer.paper = any_of<core::gesture::Paper>(3);
    offer.title = any_text();
    offer.sentence = any_text();
    offer.pays = maybe(any_money());
    offer.cost = any_money();
    offer.worth = any_money();
    offer.quantity = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000);
    offer.valid_days = *rc::gen::arbitrary<int>();
    offer.score = static_cast<double>(*rc::gen::inRange(-1'000'000'000, 1'000'000'000)) / 1'000'000;
    offer.probability = Percent::basis_points(*rc::gen::inRange(0, 10'001));
    return offer;
}

ports::RecoveryGiven any_recovery() {
    ports::RecoveryGiven event;
    event.id = RecoveryId(any_text());
    event.offer = any_offer();
    event.limit = {any_of<core::budget::PeriodKind>(3), any_money(), maybe(any_money())};
    event.voucher = maybe(tests::sample_voucher());
    event.job = maybe(PrintJobId("p1-1"));
    event.approved_by = PersonId(any_text());
    event.approved_why = any_text();
    return event;
}

}  // namespace

TEST_CASE("any recovery that can be written reads back as itself") {
    const auto codec = wire::event_codec();
    CHECK(rc::check([&] {
        const auto event = any_recovery();
        const auto bytes = codec.encode(tests::sample_head(), tests::sample_stamp(), event);
        if (bytes.empty()) return;  // its text was not UTF-8
        const auto decoded = codec.decode(bytes);
        RC_ASSERT(decoded.has_value());
        const auto& read = std::get<ports::RecoveryGiven>(decoded->second.event);
        RC_ASSERT(read.id == event.id);
        RC_ASSERT(read.offer == event.offer);
        RC_ASSERT(read.limit == event.limit);
        RC_ASSERT(read.voucher == event.voucher);
        RC_ASSERT(read.job == event.job);
        RC_ASSERT(read.approved_by == event.approved_by);
        RC_ASSERT(read.approved_why == event.approved_why);
    }));
}

TEST_CASE("changed bytes are refused, or are the one form of what they say") {
    const auto codec = wire::event_codec();
    const auto events = tests::sample_events();
    CHECK(rc::check([&] {
        const auto& event = events[*rc::gen::inRange<std::size_t>(0, events.size())];
        auto bytes = codec.encode(tests::sample_head(), tests::sample_stamp(), event);
        const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
        bytes[at] = *rc::gen::arbitrary<char>();
        const auto decoded = codec.decode(bytes);
        if (!decoded) return;
        const auto& [head, recorded] = *decoded;
        RC_ASSERT(codec.encode(head, recorded.stamp, recorded.event) == bytes);
    }));
}

}  // namespace makegood
