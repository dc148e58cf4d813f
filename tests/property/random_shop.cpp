#include "tests/property/random_shop.hpp"

namespace makegood::tests {
namespace {

using core::catalogue::Article;
using core::gesture::Gesture;
using core::gesture::Nature;
namespace incident = core::incident;

template <class Value>
Value one_of(std::initializer_list<Value> values) {
    return *rc::gen::elementOf(std::vector<Value>(values));
}

// RapidCheck's own range grows with the size of the case; here every case is drawn from all of it.
std::int64_t uniform(std::int64_t least, std::int64_t most) {
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::int64_t>(least, most + 1));
}
int number(int least, int most) {
    return static_cast<int>(uniform(least, most));
}

std::string name() {
    static const std::vector<std::string> words{"Coconut", "Oil",    "Olive",  "Crème",
                                                "BRÛLÉE",  "butter", "Virgin", "2"};
    std::string text = *rc::gen::elementOf(words);
    for (int more = number(0, 2); more > 0; --more) text += ' ' + *rc::gen::elementOf(words);
    return text;
}

Article article(int index) {
    Article made;
    made.number = ArticleNumber(std::to_string(100 + index));
    made.name = name();
    made.brand = one_of<std::string>({"", "Sun", "Kokora", "Fine"});
    if (!sometimes(8)) made.category = {"Food", one_of<std::string>({"Oils", "Spreads", "Sweets"})};
    made.size_words = one_of<std::string>(
        {"", "100 ml", "200 ml", "250 ml", "300 ml", "400 ml", "1 l", "500 g", "6 pieces"});
    if (const auto size = core::catalogue::parse_size(made.size_words)) made.size = *size;
    if (!sometimes(8)) made.price = cents(0, 3000);
    if (!sometimes(4)) made.cost = cents(0, 2500);
    if (!sometimes(6)) made.stock = number(0, 8);
    if (sometimes(4)) made.labels = {one_of<std::string>({"organic", "vegan", "gluten-free"})};
    if (sometimes(4)) made.allergens = {one_of<std::string>({"milk", "nuts"})};
    if (!sometimes(3)) made.place = "Aisle " + std::to_string(number(1, 9));
    return made;
}

Gesture gesture(int index) {
    Gesture made;
    made.id = GestureId("g" + std::to_string(index));
    made.title = "{worth} for {article}";
    made.sentence = "Please.";
    made.nature = one_of({Nature::product, Nature::money, Nature::attention, Nature::promise});
    made.paper =
        one_of({core::gesture::Paper::none, core::gesture::Paper::sticker, core::gesture::Paper::voucher});
    for (const auto kind :
         {incident::Kind::stock_out, incident::Kind::service_failure, incident::Kind::delight})
        if (!sometimes(3)) made.kinds.push_back(kind);
    made.from = one_of({incident::Severity::nuisance, incident::Severity::spoiled_visit});
    made.to = one_of({incident::Severity::spoiled_visit, incident::Severity::spoiled_day});
    made.only_when.with_children = sometimes(5);
    made.not_when.in_a_hurry = sometimes(5);
    if (sometimes(3)) made.fixed_worth = cents(1, 3000);
    if (!made.fixed_worth && sometimes(2)) made.share_of_loss = Percent::whole(number(1, 150));
    if (made.free()) made.paper = core::gesture::Paper::none;
    made.cost_share = Percent::whole(number(0, 100));
    made.most_worth = cents(0, 500);
    made.chance_weight = number(1, 5);
    return made;
}

}  // namespace

bool sometimes(int out_of) {
    return number(1, out_of) == 1;
}
Money cents(std::int64_t least, std::int64_t most) {
    return Money::minor(uniform(least, most));
}

RandomShop random_shop() {
    core::catalogue::Catalogue::Builder builder;
    const int count = number(1, 25);
    for (int i = 0; i < count; ++i) builder.add(article(i));
    RandomShop shop;
    shop.articles = builder.build();
    shop.missing = *shop.articles->find(std::to_string(100 + number(0, count - 1)));
    return shop;
}

core::substitute::Rules random_rules() {
    core::substitute::Rules rules;
    rules.keep_on_shelf = number(0, 3);
    rules.smallest_size = Percent::whole(number(25, 100));
    rules.largest_size = Percent::whole(number(100, 1000));
    rules.most_for_one = number(1, 4);
    rules.dearest_shelf_price = Percent::whole(number(100, 500));
    rules.assumed_cost = Percent::whole(number(0, 100));
    return rules;
}

core::recovery::Policy random_policy() {
    core::recovery::Policy policy;
    policy.substitutes = random_rules();
    policy.guards.most_cost_each = cents(0, 3000);
    policy.guards.most_worth_money_each = cents(0, 3000);
    policy.most_free_goods_cost = cents(0, 3000);
    policy.cards = number(1, 4);
    policy.free_options = number(0, 5);
    for (int i = number(0, 12); i > 0; --i) policy.gestures.push_back(gesture(i));
    return policy;
}

core::incident::Incident random_incident(const RandomShop& shop) {
    incident::Incident made;
    made.kind = one_of({incident::Kind::stock_out, incident::Kind::stock_out, incident::Kind::service_failure,
                        incident::Kind::delight});
    made.failure = *rc::gen::elementOf(
        std::vector<incident::Failure>(incident::all_failures().begin(), incident::all_failures().end()));
    made.severity = one_of(
        {incident::Severity::nuisance, incident::Severity::spoiled_visit, incident::Severity::spoiled_day});
    for (const auto& chip : incident::context_words()) made.context.*chip.flag = sometimes(3);
    made.article = ArticleNumber(std::string(shop.articles->view(shop.missing).number));
    made.quantity = number(1, 3);
    if (sometimes(2)) made.loss = cents(0, 2000);
    return made;
}

core::budget::Period random_period() {
    core::budget::Period period;
    period.name = "2026-11-22";
    period.limit.cost = cents(0, 12'000);
    if (sometimes(3)) period.limit.worth = cents(0, 12'000);
    period.reserved_cost = cents(0, 2000);
    period.spent_cost = cents(0, 2000);
    period.reserved_worth = cents(0, 2000);
    period.spent_worth = cents(0, 2000);
    return period;
}

core::recovery::Draw chance_from(std::uint64_t seed) {
    return [state = seed](std::uint64_t bound) mutable {
        std::uint64_t mixed = state += 0x9E3779B97F4A7C15ull;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ull;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBull;
        return (mixed ^ (mixed >> 31)) % bound;
    };
}

}  // namespace makegood::tests
