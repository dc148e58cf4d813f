#include "app/core/incident/incident.hpp"

#include <catch2/catch.hpp>

using namespace makegood::core::incident;

TEST_CASE("Every word of an incident is read back") {
    for (const auto kind : {Kind::stock_out, Kind::service_failure, Kind::delight})
        CHECK(kind_from_word(word(kind)) == kind);
    CHECK(all_failures().size() == 8);
    for (const auto failure : all_failures()) CHECK(failure_from_word(word(failure)) == failure);
    for (const auto severity : {Severity::nuisance, Severity::spoiled_visit, Severity::spoiled_day})
        CHECK(severity_from_word(word(severity)) == severity);
    CHECK_FALSE(kind_from_word("Stock-out"));
    CHECK_FALSE(failure_from_word(""));
    CHECK_FALSE(severity_from_word("spoiled"));
}

TEST_CASE("Each chip has its own flag") {
    REQUIRE(context_words().size() == 5);
    for (const auto& chip : context_words()) {
        Context context;
        context.*chip.flag = true;
        int set = 0;
        for (const auto& other : context_words()) set += context.*other.flag ? 1 : 0;
        CHECK(set == 1);
    }
}

TEST_CASE("Contexts are compared flag by flag") {
    const Context none, hurry{.in_a_hurry = true}, both{.in_a_hurry = true, .special_day = true};
    CHECK(holds_all(both, hurry));
    CHECK(holds_all(hurry, none));
    CHECK_FALSE(holds_all(hurry, both));
    CHECK(share_any(both, hurry));
    CHECK_FALSE(share_any(both, none));
    CHECK_FALSE(share_any(hurry, Context{.special_day = true}));
}

TEST_CASE("What the loss is made of follows from what happened") {
    const auto kind = [](Failure failure) {
        return loss_kind(Incident{.kind = Kind::service_failure, .failure = failure});
    };
    CHECK(loss_kind(Incident{.kind = Kind::stock_out}) == LossKind::goods);
    CHECK(loss_kind(Incident{.kind = Kind::delight}) == LossKind::none);
    CHECK(kind(Failure::wrong_price) == LossKind::money);
    CHECK(kind(Failure::wrong_or_damaged) == LossKind::goods);
    CHECK(kind(Failure::waited_too_long) == LossKind::regard);
    CHECK(kind(Failure::something_else) == LossKind::open);
}
