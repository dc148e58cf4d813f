#include "app/core/recovery/compose.hpp"

#include <catch2/catch.hpp>
#include <map>

#include "tests/unit/app/core/decisions/shop.hpp"

using namespace makegood;
using namespace makegood::core;
using recovery::Offer;
using recovery::OfferKind;
using recovery::Offers;
using tests::Shop;

namespace {

Money cents(std::int64_t count) {
    return Money::minor(count);
}
const Currency dollars = *Currency::from_code("USD");

gesture::Gesture gesture_of(const char* id, gesture::Nature nature, std::optional<std::int64_t> worth = {}) {
    gesture::Gesture made;
    made.id = GestureId(id);
    made.title = std::string("Title of ") + id;
    made.sentence = "Please.";
    made.nature = nature;
    made.kinds = {incident::Kind::stock_out, incident::Kind::service_failure, incident::Kind::delight};
    if (worth) made.fixed_worth = cents(*worth);
    if (nature == gesture::Nature::promise) made.due_hours = 48;
    return made;
}

recovery::Policy generous() {
    recovery::Policy policy;
    policy.most_free_goods_cost = policy.guards.most_cost_each = policy.guards.most_worth_money_each =
        cents(5000);
    auto voucher = gesture_of("voucher", gesture::Nature::money, 300);
    voucher.paper = gesture::Paper::voucher;
    voucher.title = "{worth} for next time";
    voucher.sentence = "For {article}, good for {days} days.";
    auto keep = gesture_of("keep", gesture::Nature::promise);
    keep.detail = "{article}, for {due}";
    policy.gestures = {voucher, keep, gesture_of("listen-well", gesture::Nature::attention)};
    return policy;
}

const Shop& shop() {
    static const Shop made({
        {"1", "Coconut oil", "Sun", "400 ml", 599, 400, 0},
        {"2", "Virgin coconut oil", "Kokora", "800 ml", 1199, 410, 14},
        {"3", "Organic coconut oil", "Sun", "400 ml", 799, 500, 6, {"Food", "Oils"}, {"organic"}},
        {"4", "Coconut oil", "Cheap", "400 ml", 399, 300, 2},
    });
    return made;
}

budget::Period money(std::int64_t left) {
    budget::Period period;
    period.limit.cost = cents(left);
    return period;
}

const recovery::Draw first = [](std::uint64_t) { return std::uint64_t{0}; };

incident::Incident stock_out(std::int64_t quantity = 1) {
    incident::Incident incident;
    incident.article = ArticleNumber("1");
    incident.quantity = quantity;
    return incident;
}

Offers offers(const recovery::Policy& policy, std::int64_t left,
              const incident::Incident& incident = stock_out(), const Shop& where = shop()) {
    const auto substitutes = where.suggest("1", incident.quantity, policy.substitutes);
    return recovery::compose(policy, incident, *where.articles, where.row("1"), substitutes, money(left),
                             dollars, first);
}

}  // namespace

TEST_CASE("A stock-out is answered with a larger one free, another for the same price, and a gesture") {
    const auto answer = offers(generous(), 10'000);
    REQUIRE(answer.cards.size() == 3);

    const Offer& free = answer.cards[0];
    CHECK(free.kind == OfferKind::free_substitute);
    CHECK(free.article.text() == "2");
    CHECK(free.title == "Virgin coconut oil 800 ml");
    CHECK(free.label == "Twice as large, free");
    CHECK(free.detail == "Kokora · 800 ml instead of 400 ml");
    CHECK(free.sentence == "I am sorry it is gone. Please take the large one, it is on us.");
    CHECK(free.place == "Aisle 7, second shelf · 14 there");
    CHECK(free.pays == Money{});
    CHECK(free.cost == cents(410));
    CHECK(free.worth == cents(1199));
    CHECK(free.paper == gesture::Paper::sticker);

    const Offer& same = answer.cards[1];
    CHECK(same.kind == OfferKind::same_price_substitute);
    CHECK(same.article.text() == "3");
    CHECK(same.label == "Organic, same price");
    CHECK(same.pays == cents(599));
    CHECK(same.paper == gesture::Paper::voucher);
    CHECK(same.voucher_value == cents(200));
    CHECK(same.cost == cents(200));
    CHECK(same.valid_days == 7);

    const Offer& voucher = answer.cards[2];
    CHECK(voucher.kind == OfferKind::amount_off);
    CHECK(voucher.title == "$3.00 for next time");
    CHECK(voucher.sentence == "For Coconut oil 400 ml, good for 90 days.");
    CHECK(voucher.voucher_value == cents(300));
    CHECK(answer.note.empty());

    REQUIRE(answer.free.size() == 2);
    CHECK(answer.free[0].kind == OfferKind::promise);
    CHECK(answer.free[0].detail == "Coconut oil 400 ml, for 2 days");
    CHECK(answer.free[0].due_hours == 48);
    CHECK(answer.cards[0].score > answer.cards[1].score);
    CHECK(answer.cards[1].score > answer.cards[2].score);
}

TEST_CASE("Only what fits the money is offered, and the note says what is left") {
    const auto poor = offers(generous(), 250);
    for (const auto& card : poor.cards) CHECK(card.cost <= cents(250));
    CHECK(poor.note == "Only $2.50 is left of today's money; what costs more is left out.");

    const auto broke = offers(generous(), 0);
    for (const auto& card : broke.cards) CHECK(card.costs_nothing());
    CHECK(broke.note == "No money is set aside for this period; these cost nothing.");
    CHECK(broke.free.size() == 2);

    auto used_up = money(1000);
    used_up.spent_cost = cents(1000);
    const auto substitutes = shop().suggest("1");
    const auto answer = recovery::compose(generous(), stock_out(), *shop().articles, shop().row("1"),
                                          substitutes, used_up, dollars, first);
    CHECK(answer.note == "Today's money is used up; these cost nothing.");
}

TEST_CASE("With no money a cheaper one at its own price is still a card") {
    const auto broke = offers(generous(), 0);
    REQUIRE(broke.cards.size() == 1);
    CHECK(broke.cards[0].article.text() == "4");
    CHECK(broke.cards[0].label == "Same size, for less");
    CHECK(broke.cards[0].pays == cents(399));
    CHECK(broke.cards[0].paper == gesture::Paper::none);
}

TEST_CASE("Goods are given free only up to the owner's cap on their cost") {
    auto careful = generous();
    careful.most_free_goods_cost = cents(350);
    const auto answer = offers(careful, 10'000);
    REQUIRE_FALSE(answer.cards.empty());
    CHECK(answer.cards[0].kind == OfferKind::free_substitute);
    CHECK(answer.cards[0].article.text() == "4");
    CHECK(answer.cards[0].label == "Same size, on us");
    careful.most_free_goods_cost = Money{};
    for (const auto& card : offers(careful, 10'000).cards) CHECK(card.kind != OfferKind::free_substitute);
}

TEST_CASE("The owner's cap on one recovery holds for goods, vouchers and gestures") {
    auto careful = generous();
    careful.guards.most_cost_each = cents(199);
    for (const auto& card : offers(careful, 10'000).cards) CHECK(card.cost <= cents(199));
    careful = generous();
    careful.guards.most_worth_money_each = cents(199);
    for (const auto& card : offers(careful, 10'000).cards) CHECK(card.voucher_value <= cents(199));
}

TEST_CASE("Several pieces are offered together") {
    const auto answer = offers(generous(), 10'000, stock_out(2));
    REQUIRE_FALSE(answer.cards.empty());
    CHECK(answer.cards[0].title == "2 × Virgin coconut oil 800 ml");
    CHECK(answer.cards[0].quantity == 2);
    CHECK(answer.cards[0].cost == cents(820));
}

TEST_CASE("Two smaller ones are offered instead of a large one") {
    const Shop shop({{"1", "Sunflower oil", "Goldfield", "2 l", 579, 411, 0},
                     {"2", "Sunflower oil", "Lane", "1 l", 349, 233, 9}});
    const auto answer = offers(generous(), 10'000, stock_out(), shop);
    REQUIRE_FALSE(answer.cards.empty());
    const Offer& free = answer.cards[0];
    CHECK(free.title == "2 × Sunflower oil 1 l");
    CHECK(free.label == "Just as much, on us");
    CHECK(free.detail == "Lane · 2 × 1 l instead of 2 l");
    CHECK(free.reason == "same kind, 2 × 1 l instead of 2 l, 9 there");
    CHECK(free.cost == cents(466));
    auto careful = generous();
    careful.most_free_goods_cost = Money{};
    const auto dearer = offers(careful, 10'000, stock_out(), shop);
    REQUIRE_FALSE(dearer.cards.empty());
    CHECK(dearer.cards[0].label == "Just as much, same price");
    CHECK(dearer.cards[0].pays == cents(579));
    CHECK(dearer.cards[0].voucher_value == cents(119));
}

TEST_CASE("What is only like the kind is not the first card, however large") {
    const Shop shop(
        {{"1", "Instant coffee", "Morning", "200 g", 849, 509, 0, {"Drinks", "Coffee", "Instant"}},
         {"2", "Instant coffee", "Lane", "100 g", 349, 198, 9, {"Drinks", "Coffee", "Instant"}},
         {"3", "Instant coffee pods", "Torre", "800 g", 949, 540, 9, {"Drinks", "Coffee", "Pods"}}});
    const auto answer = offers(generous(), 10'000, stock_out(), shop);
    REQUIRE(answer.cards.size() > 1);
    CHECK(answer.cards[0].title == "2 × Instant coffee 100 g");
    CHECK(answer.cards[1].title == "Instant coffee pods 800 g");
}

TEST_CASE("What was missing before is said so") {
    auto again = stock_out();
    again.context.happened_before = true;
    CHECK(offers(generous(), 10'000, again).cards.at(0).sentence ==
          "I am sorry it is gone again. Please take the large one, it is on us.");
}

TEST_CASE("An empty shelf leaves gestures and the reason why there is no more") {
    const Shop empty({{"1", "Coconut oil", "Sun", "400 ml", 599, 400, 0}});
    const auto answer = offers(generous(), 10'000, stock_out(), empty);
    CHECK(answer.cards.size() == 1);
    CHECK(answer.note == "Nothing like it is on the shelf now.");
}

TEST_CASE("Where goods are there of which it is not known that they fit, the note does not deny them") {
    const Shop empty({{"1", "Coconut oil", "Sun", "400 ml", 599, 400, 0}});
    const auto note = [&](const recovery::Wishes& wishes) {
        return recovery::compose(generous(), stock_out(), *empty.articles, empty.row("1"), {}, money(10'000),
                                 dollars, first, wishes)
            .note;
    };
    recovery::Wishes needs, no_voucher;
    needs.needs = {"nuts"};
    no_voucher.not_gestures = {GestureId("voucher")};
    CHECK(note(needs) == "Nothing else on the shelf is known to fit what was said.");
    CHECK(note(no_voucher) == "Nothing like it is on the shelf now.");
    CHECK(note({}) == "Nothing like it is on the shelf now.");
}

TEST_CASE("What the owner put first is the first card, if only for the same price") {
    auto policy = generous();
    policy.most_free_goods_cost = cents(350);
    const auto cards = [&](std::initializer_list<const char*> by_hand) {
        auto substitutes = shop().suggest("1", 1, policy.substitutes);
        for (const auto* number : by_hand) {
            const auto at = std::find_if(substitutes.begin(), substitutes.end(), [&](const auto& each) {
                return shop().articles->view(each.row).number == number;
            });
            at->by_hand = true;
            std::rotate(substitutes.begin(), at, at + 1);
        }
        return recovery::compose(policy, stock_out(), *shop().articles, shop().row("1"), substitutes,
                                 money(10'000), dollars, first)
            .cards;
    };
    CHECK(cards({}).at(0).article.text() == "4");
    const auto pinned = cards({"2"});
    CHECK(pinned.at(0).article.text() == "2");
    CHECK(pinned.at(0).kind == OfferKind::same_price_substitute);
    CHECK(cards({"4", "2"}).at(0).article.text() == "2");
    policy.guards.most_worth_money_each = cents(300);  // what is pinned can't be given at all
    CHECK(cards({"2"}).at(0).article.text() == "4");
}

TEST_CASE("A label in other words makes an organic card too") {
    const Shop labelled(
        {{"1", "Coconut oil", "Sun", "400 ml", 599, 400, 0},
         {"2", "Coconut oil", "Sun", "400 ml", 799, 500, 6, {"Food", "Oils"}, {"EU organic"}}});
    auto policy = generous();
    policy.most_free_goods_cost = Money{};
    CHECK(offers(policy, 10'000, stock_out(), labelled).cards.at(0).label == "Organic, same price");
}

TEST_CASE("A library without free gestures still leaves two options that cost nothing") {
    auto bare = generous();
    bare.gestures.clear();
    const auto answer = offers(bare, 0);
    REQUIRE(answer.free.size() == 2);
    for (const auto& option : answer.free) CHECK(option.costs_nothing());
    CHECK(answer.free[0].gesture != answer.free[1].gesture);
}

TEST_CASE("A failure is answered with gestures, those for the situation first, those in kind next") {
    auto policy = generous();
    auto children = gesture_of("children", gesture::Nature::product, 100);
    children.only_when.with_children = true;
    policy.gestures.push_back(gesture_of("goods", gesture::Nature::product, 200));
    policy.gestures.push_back(children);
    auto damaged = incident::Incident{.kind = incident::Kind::service_failure,
                                      .failure = incident::Failure::wrong_or_damaged};
    damaged.context.with_children = true;
    const auto answer =
        recovery::compose(policy, damaged, *shop().articles, {}, {}, money(10'000), dollars, first);
    REQUIRE(answer.cards.size() == 3);
    CHECK(answer.cards[0].gesture.text() == "children");
    CHECK(answer.cards[1].gesture.text() == "goods");
    CHECK(answer.cards[2].gesture.text() == "voucher");
    CHECK(answer.cards[2].sentence == "For what you came for, good for 90 days.");
    CHECK(answer.cards[1].pays == Money{});
    CHECK_FALSE(answer.cards[2].pays);
}

TEST_CASE("Where more fit than there are places chance decides and its probability is kept") {
    auto policy = generous();
    policy.gestures = {gesture_of("rare", gesture::Nature::product, 100),
                       gesture_of("often", gesture::Nature::product, 100)};
    policy.gestures[1].chance_weight = 3;
    const incident::Incident delight{.kind = incident::Kind::delight};
    std::map<std::string, int> drawn;
    for (std::uint64_t chance = 0; chance < 4; ++chance) {
        const auto answer = recovery::compose(policy, delight, *shop().articles, {}, {}, money(10'000),
                                              dollars, [&](std::uint64_t bound) {
                                                  CHECK(bound == 4);
                                                  return chance;
                                              });
        REQUIRE(answer.cards.size() == 1);
        const auto& card = answer.cards[0];
        ++drawn[card.gesture.text()];
        CHECK(card.probability == Percent::whole(card.gesture.text() == "rare" ? 25 : 75));
    }
    CHECK(drawn == std::map<std::string, int>{{"rare", 1}, {"often", 3}});
}

TEST_CASE("Words of offers are read back") {
    for (const auto kind : {OfferKind::free_substitute, OfferKind::same_price_substitute, OfferKind::gift,
                            OfferKind::amount_off, OfferKind::attention, OfferKind::promise})
        CHECK(recovery::offer_kind_from_word(recovery::word(kind)) == kind);
    CHECK_FALSE(recovery::offer_kind_from_word("free"));
}
