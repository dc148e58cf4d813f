#include "app/core/gesture/gesture.hpp"

#include <catch2/catch.hpp>

using namespace makegood;
using namespace makegood::core::gesture;
using namespace makegood::core::incident;

namespace {

Money cents(std::int64_t count) {
    return Money::minor(count);
}

Gesture gesture(Nature nature) {
    Gesture made;
    made.id = GestureId("g");
    made.title = "A gesture";
    made.nature = nature;
    made.kinds = {Kind::stock_out, Kind::service_failure, Kind::delight};
    return made;
}
Gesture money_worth(std::int64_t worth) {
    auto made = gesture(Nature::money);
    made.fixed_worth = cents(worth);
    return made;
}
Gesture money_share(int percent) {
    auto made = gesture(Nature::money);
    made.share_of_loss = Percent::whole(percent);
    return made;
}

Guards wide_guards() {
    Guards guards;
    guards.most_cost_each = guards.most_worth_money_each = cents(100'000);
    return guards;
}

Incident failure(Failure what, Severity severity, std::optional<std::int64_t> loss = {}) {
    Incident incident;
    incident.kind = Kind::service_failure;
    incident.failure = what;
    incident.severity = severity;
    if (loss) incident.loss = cents(*loss);
    return incident;
}

// The worth in cents of the one gesture under these guards; -1 when it is left out.
std::int64_t worth_of(const Gesture& only, const Incident& incident, const Guards& guards = wide_guards()) {
    const std::vector<Gesture> library{only};
    const auto fits = fitting(library, guards, incident);
    return fits.empty() ? -1 : fits.front().worth.minor();
}

}  // namespace

TEST_CASE("Money after a spoiled visit is 60 to 120 % of the loss, after a nuisance at most 150 %") {
    const auto spoiled = failure(Failure::wrong_price, Severity::spoiled_visit, 1000);
    const auto nuisance = failure(Failure::wrong_price, Severity::nuisance, 1000);
    CHECK(worth_of(money_share(100), spoiled) == 1000);
    CHECK(worth_of(money_share(150), spoiled) == 1200);
    CHECK(worth_of(money_share(59), spoiled) == -1);
    CHECK(worth_of(money_share(60), spoiled) == 600);
    CHECK(worth_of(money_worth(5000), spoiled) == 1200);
    CHECK(worth_of(money_worth(5000), nuisance) == 1500);
    CHECK(worth_of(money_worth(100), nuisance) == 100);
    CHECK(worth_of(money_worth(100), spoiled) == -1);
}

TEST_CASE("Guards never round in favour of too much") {
    CHECK(worth_of(money_worth(900), failure(Failure::wrong_price, Severity::nuisance, 1)) == 1);
    CHECK(worth_of(money_worth(900), failure(Failure::wrong_price, Severity::spoiled_day, 3)) == 3);
    CHECK(worth_of(money_share(60), failure(Failure::wrong_price, Severity::spoiled_visit, 599)) == 360);
}

TEST_CASE("The owner's caps hold, and leave out what they make too small") {
    auto guards = wide_guards();
    guards.most_worth_money_each = cents(700);
    CHECK(worth_of(money_share(100), failure(Failure::wrong_price, Severity::spoiled_visit, 1000), guards) ==
          700);
    CHECK(worth_of(money_share(100), failure(Failure::wrong_price, Severity::spoiled_visit, 2000), guards) ==
          -1);
    guards.most_cost_each = cents(10);
    CHECK(worth_of(money_share(100), failure(Failure::wrong_price, Severity::spoiled_visit, 500), guards) ==
          -1);
    CHECK(worth_of(money_worth(300), failure(Failure::wrong_price, Severity::nuisance), Guards{}) == -1);
}

TEST_CASE("A share needs a known loss; a fixed worth does not") {
    CHECK(worth_of(money_share(100), failure(Failure::wrong_price, Severity::spoiled_day)) == -1);
    CHECK(worth_of(money_worth(300), failure(Failure::wrong_price, Severity::spoiled_day)) == 300);
    CHECK(worth_of(money_share(100), failure(Failure::wrong_price, Severity::spoiled_day, 0)) == -1);
    CHECK(worth_of(gesture(Nature::money), failure(Failure::wrong_price, Severity::nuisance)) == -1);
}

TEST_CASE("A recovery matches in kind") {
    const auto paid = [](Nature nature) {
        auto made = gesture(nature);
        made.fixed_worth = cents(300);
        return made;
    };
    struct Case {
        Nature nature;
        Incident incident;
        int expected;  // 2 in kind, 1 acceptable, 0 left out
    };
    const Case cases[] = {
        {Nature::money, failure(Failure::wrong_price, Severity::nuisance), 2},
        {Nature::product, failure(Failure::wrong_price, Severity::nuisance), 0},
        {Nature::product, failure(Failure::wrong_or_damaged, Severity::nuisance), 2},
        {Nature::money, failure(Failure::wrong_or_damaged, Severity::nuisance), 1},
        {Nature::product, failure(Failure::not_treated_well, Severity::nuisance), 2},
        {Nature::money, failure(Failure::not_treated_well, Severity::spoiled_visit), 0},
        {Nature::money, failure(Failure::not_treated_well, Severity::spoiled_day), 1},
        {Nature::money, failure(Failure::something_else, Severity::nuisance), 2},
        {Nature::money, Incident{.kind = Kind::delight}, 0},
        {Nature::product, Incident{.kind = Kind::delight}, 2},
        {Nature::money, Incident{.kind = Kind::stock_out}, 1},
        {Nature::attention, failure(Failure::wrong_price, Severity::nuisance), 2},
    };
    for (const auto& each : cases) {
        const std::vector<Gesture> library{paid(each.nature)};
        const auto fits = fitting(library, wide_guards(), each.incident);
        CAPTURE(word(each.nature), word(each.incident.kind), word(each.incident.failure));
        CHECK((fits.empty() ? 0 : fits.front().in_kind ? 2 : 1) == each.expected);
    }
}

TEST_CASE("A gesture is offered only for its kinds, failures, severities and situations") {
    auto picky = gesture(Nature::attention);
    picky.kinds = {Kind::service_failure};
    picky.failures = {Failure::waited_too_long};
    picky.from = picky.to = Severity::spoiled_visit;
    picky.only_when.with_children = true;
    picky.not_when.in_a_hurry = true;
    auto right = failure(Failure::waited_too_long, Severity::spoiled_visit);
    right.context.with_children = true;
    CHECK(worth_of(picky, right) == 0);

    auto wrong = right;
    wrong.kind = Kind::stock_out;
    CHECK(worth_of(picky, wrong) == -1);
    wrong = right;
    wrong.failure = Failure::wrong_price;
    CHECK(worth_of(picky, wrong) == -1);
    wrong = right;
    wrong.severity = Severity::nuisance;
    CHECK(worth_of(picky, wrong) == -1);
    wrong.severity = Severity::spoiled_day;
    CHECK(worth_of(picky, wrong) == -1);
    wrong = right;
    wrong.context.with_children = false;
    CHECK(worth_of(picky, wrong) == -1);
    wrong = right;
    wrong.context.in_a_hurry = true;
    CHECK(worth_of(picky, wrong) == -1);
}

TEST_CASE("A repeated case and a stranger's fault change no amount; a special day may raise a share") {
    auto incident = failure(Failure::order_or_delivery, Severity::spoiled_visit, 1000);
    const auto plain = worth_of(money_share(80), incident);
    incident.context.happened_before = incident.context.not_our_fault = true;
    CHECK(worth_of(money_share(80), incident) == plain);
    incident.context.special_day = true;
    CHECK(worth_of(money_share(80), incident) == 1000);
    CHECK(worth_of(money_share(120), incident) == 1200);
    auto fresh_one = money_share(100);
    fresh_one.nature = Nature::product;
    CHECK(worth_of(fresh_one, incident) == 1000);
}

TEST_CASE("Goods cost their share, vouchers all of their worth") {
    auto coffee = gesture(Nature::product);
    coffee.fixed_worth = cents(300);
    coffee.cost_share = Percent::whole(20);
    std::vector<Gesture> library{coffee};
    const auto waited = failure(Failure::waited_too_long, Severity::nuisance);
    CHECK(fitting(library, wide_guards(), waited).at(0).cost == cents(60));
    library[0].paper = Paper::voucher;
    CHECK(fitting(library, wide_guards(), waited).at(0).cost == cents(300));
}

TEST_CASE("The reason is made of the facts") {
    const std::vector<Gesture> library{money_share(100)};
    auto incident = failure(Failure::order_or_delivery, Severity::spoiled_visit, 1000);
    CHECK(fitting(library, wide_guards(), incident).at(0).reason ==
          "for an order gone wrong that spoiled the visit, 100 % of what was lost");
    incident.context.not_our_fault = incident.context.happened_before = true;
    CHECK(fitting(library, wide_guards(), incident).at(0).reason ==
          "for an order gone wrong that spoiled the visit, 100 % of what was lost, and not for the first "
          "time; made good here, charged back to who caused it");
}

TEST_CASE("Of a missing article the price is the measure, and the reason says so") {
    const std::vector<Gesture> library{money_share(60)};
    CHECK(
        fitting(library, wide_guards(), Incident{.kind = Kind::stock_out, .loss = cents(599)}).at(0).reason ==
        "for an article that was not there, 60 % of its price");
}

TEST_CASE("A share of less than one in a hundred is no reason") {
    auto small = money_share(1);
    small.share_of_loss = Percent::basis_points(50);
    const std::vector<Gesture> library{small};
    const Incident dear{.kind = Kind::stock_out, .loss = cents(10'000)};
    CHECK(fitting(library, wide_guards(), dear).at(0).reason == "for an article that was not there");
}

TEST_CASE("Two gestures that cost nothing are always there") {
    REQUIRE(always_possible().size() == 2);
    for (const auto kind : {Kind::stock_out, Kind::service_failure, Kind::delight})
        CHECK(fitting(always_possible(), Guards{}, Incident{.kind = kind}).size() == 2);
}

TEST_CASE("Words of natures and papers are read back") {
    for (const auto nature : {Nature::product, Nature::money, Nature::attention, Nature::promise})
        CHECK(nature_from_word(word(nature)) == nature);
    for (const auto paper : {Paper::none, Paper::sticker, Paper::voucher})
        CHECK(paper_from_word(word(paper)) == paper);
    CHECK_FALSE(nature_from_word("gift"));
    CHECK_FALSE(paper_from_word("ticket"));
}
