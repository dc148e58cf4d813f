#include <catch2/catch.hpp>
#include <set>

#include "app/core/substitute/engine.hpp"
#include "tests/property/held.hpp"
#include "tests/property/random_shop.hpp"

using namespace makegood;
using namespace makegood::core;
using substitute::Substitute;
using tests::holds;

namespace {

struct World {
    tests::RandomShop shop = tests::random_shop();
    substitute::Rules rules = tests::random_rules();
    std::int64_t quantity = *rc::gen::inRange(1, 4);
    std::size_t limit = *rc::gen::inRange<std::size_t>(0, 30);

    std::optional<std::int64_t> left(catalogue::Row row) const { return shop.articles->view(row).stock; }
    std::vector<Substitute> suggest(std::size_t most) const {
        substitute::Question question;
        question.missing = shop.missing;
        question.pieces = quantity;
        return substitute::Engine(shop.articles).suggest(question, rules, most);
    }
};

// Said again in plain arithmetic, not by the functions under test.
void check_price(const World& world, const Substitute& pair) {
    const auto missing = world.shop.articles->view(world.shop.missing);
    const auto other = world.shop.articles->view(pair.row);
    RC_ASSERT(other.price.has_value());
    RC_ASSERT(pair.worth_free == *other.price * pair.pieces);
    RC_ASSERT(pair.pays + pair.worth == pair.worth_free);
    RC_ASSERT(pair.pays >= Money{} && pair.worth >= Money{} && pair.cost >= Money{});
    RC_ASSERT(pair.cost <= pair.cost_free);
    if (!missing.price) return RC_ASSERT(pair.pays == Money{});
    RC_ASSERT(pair.pays <= *missing.price * world.quantity);
    if (!missing.size.known() || other.size.unit != missing.size.unit || !other.size.known()) return;
    // pays / size <= price / size of the missing one
    const auto before = missing.size.total_milli * world.quantity, now = other.size.total_milli * pair.pieces;
    RC_ASSERT(pair.pays.minor() * before <= missing.price->minor() * world.quantity * std::max(now, before));
}

void check_pair(const World& world, const Substitute& pair) {
    RC_ASSERT(pair.row != world.shop.missing);
    const auto left = world.left(pair.row);
    RC_ASSERT(left.has_value() && *left >= pair.pieces + world.rules.keep_on_shelf);
    RC_ASSERT(pair.left == *left);
    check_price(world, pair);
    const auto missing = world.shop.articles->article(world.shop.missing);
    const auto other = world.shop.articles->article(pair.row);
    for (const auto& label : missing.labels)
        if (label != "organic")
            RC_ASSERT(std::find(other.labels.begin(), other.labels.end(), label) != other.labels.end());
    const auto sized = [&](const auto& article, std::int64_t pieces) {
        const bool counted = pieces > 1 && pair.pieces != world.quantity;
        return (counted ? std::to_string(pieces) + " × " : "") + article.size_words;
    };
    if (pair.reason.find(" instead of ") != std::string::npos)
        RC_ASSERT(pair.reason.find(", " + sized(other, pair.pieces) + " instead of " +
                                   sized(missing, world.quantity) + ",") != std::string::npos);
    RC_ASSERT((pair.reason.find("same brand") != std::string::npos) ==
              (!other.brand.empty() && other.brand == missing.brand));
}

}  // namespace

TEST_CASE("No substitute is dearer, out of stock or short of a promise, in any shop") {
    holds("substitutes", [] {
        const World world;
        const auto answer = world.suggest(world.limit);
        RC_ASSERT(answer.size() <= world.limit);
        std::set<catalogue::Row> rows;
        for (const auto& pair : answer) {
            check_pair(world, pair);
            rows.insert(pair.row);
        }
        RC_ASSERT(rows.size() == answer.size());
    });
}

TEST_CASE("The order follows the score, and a shorter answer is the beginning of a longer one") {
    holds("order of substitutes", [] {
        const World world;
        const auto answer = world.suggest(30);
        for (std::size_t i = 1; i < answer.size(); ++i) RC_ASSERT(answer[i - 1].score >= answer[i].score);
        const auto shorter = world.suggest(world.limit);
        for (std::size_t i = 0; i < std::min(shorter.size(), answer.size()); ++i)
            RC_ASSERT(shorter[i].row == answer[i].row);
    });
}
