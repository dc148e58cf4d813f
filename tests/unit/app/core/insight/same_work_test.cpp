// People beside those who did the same work.
#include <catch2/catch.hpp>

#include "app/core/insight/gesture_sums.hpp"
#include "app/core/insight/same_work.hpp"

using namespace makegood;
using namespace makegood::core::insight;
using core::incident::Kind;
using core::recovery::OfferKind;

namespace {

// `count` cases around `cost`, one dearer and one cheaper in turn.
void add(std::vector<WorkCase>& all, const char* who, int count, int hour, std::int64_t cost,
         Kind kind = Kind::stock_out) {
    for (int i = 0; i < count; ++i) {
        const std::int64_t here = cost == 0 ? 0 : cost + (i % 2 == 0 ? 50 : -50);
        all.push_back({PersonId(who), kind, hour, here > 0, Money::minor(here)});
    }
}

const Work& of(const std::vector<Work>& rows, const char* who) {
    for (const auto& row : rows)
        if (row.by == PersonId(who)) return row;
    FAIL("nobody of this name");
    return rows.front();
}

}  // namespace

TEST_CASE("the same work: nothing to compare") {
    CHECK(same_work({}).empty());
    std::vector<WorkCase> all;
    add(all, "ann", 100, 10, 300);
    add(all, "ben", 100, 10, 900);
    for (const auto& row : same_work(all)) {  // two people: each would see the other's number
        CHECK(row.beside == Beside::too_few);
        CHECK(row.compared == 0);
    }
}

TEST_CASE("the same work: who is like the others, and who is not") {
    std::vector<WorkCase> all;
    add(all, "ann", 40, 10, 300);
    add(all, "ben", 40, 10, 305);
    add(all, "eve", 40, 10, 295);
    add(all, "zoe", 40, 10, 600);
    add(all, "kim", 40, 10, 100);
    const auto rows = same_work(all);
    REQUIRE(rows.size() == 5);
    CHECK(of(rows, "zoe").beside == Beside::more);
    CHECK(of(rows, "kim").beside == Beside::less);
    CHECK(of(rows, "ann").beside == Beside::as_others);
    CHECK(of(rows, "ben").beside == Beside::as_others);
    CHECK(of(rows, "zoe").each == Money::minor(600));
    CHECK(of(rows, "zoe").others == Money::minor(250));
    CHECK(of(rows, "zoe").compared == 40);
    CHECK(of(rows, "zoe").given == 40);
    CHECK(std::is_sorted(rows.begin(), rows.end(),
                         [](const Work& one, const Work& other) { return one.by < other.by; }));
}

TEST_CASE("the same work: dear hours and kinds of case say nothing of people") {
    std::vector<WorkCase> all;
    for (const char* who : {"ann", "ben", "eve"}) add(all, who, 40, 10, 100);
    for (const char* who : {"kim", "lea", "zoe"}) add(all, who, 40, 18, 900);
    for (const char* who : {"ada", "bob", "cid"}) add(all, who, 40, 10, 2000, Kind::service_failure);
    for (const auto& row : same_work(all)) {
        INFO(row.by.text());
        CHECK(row.beside == Beside::as_others);
        CHECK(row.compared == 40);
    }
}

TEST_CASE("the same work: few cases, and work that nobody else does, are not judged") {
    std::vector<WorkCase> all;
    for (const char* who : {"ann", "ben", "eve"}) add(all, who, 40, 10, 100);
    add(all, "new", 19, 10, 900);
    add(all, "night", 60, 2, 900);
    const auto rows = same_work(all);
    CHECK(of(rows, "new").beside == Beside::too_few);
    CHECK(of(rows, "new").compared == 19);
    CHECK(of(rows, "night").beside == Beside::too_few);
    CHECK(of(rows, "night").cases == 60);
}

TEST_CASE("the same work: a spread as wide as the difference is chance") {
    std::vector<WorkCase> all;
    for (const char* who : {"ann", "ben", "eve"})
        for (int i = 0; i < 30; ++i)
            all.push_back(
                {PersonId(who), Kind::delight, 12, i % 10 == 0, Money::minor(i % 10 == 0 ? 2000 : 0)});
    for (int i = 0; i < 20; ++i)
        all.push_back({PersonId("zoe"), Kind::delight, 12, i < 3, Money::minor(i < 3 ? 2000 : 0)});
    CHECK(of(same_work(all), "zoe").beside == Beside::as_others);
}

TEST_CASE("the same work: the greatest amounts do not overflow") {
    std::vector<WorkCase> all;
    for (const char* who : {"ann", "ben", "eve", "zoe"})
        for (int i = 0; i < 400; ++i)
            all.push_back({PersonId(who), Kind::stock_out, 9, true, Money::minor(base::money_limit - i)});
    for (const auto& row : same_work(all)) CHECK(row.beside == Beside::as_others);
}

TEST_CASE("what was given by kind: the dearest first, nothing twice") {
    CHECK(gesture_sums({}).empty());
    const Gift gifts[] = {{OfferKind::gift, Money::minor(100), Money::minor(300)},
                          {OfferKind::promise, {}, {}},
                          {OfferKind::free_substitute, Money::minor(410), Money::minor(949)},
                          {OfferKind::gift, Money::minor(80), Money::minor(200)}};
    const auto sums = gesture_sums(gifts);
    REQUIRE(sums.size() == 3);
    CHECK(sums[0] == GestureSum{OfferKind::free_substitute, 1, Money::minor(410), Money::minor(949)});
    CHECK(sums[1] == GestureSum{OfferKind::gift, 2, Money::minor(180), Money::minor(500)});
    CHECK(sums[2].kind == OfferKind::promise);
}
