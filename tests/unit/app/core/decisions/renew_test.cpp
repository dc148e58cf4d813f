#include "app/core/recovery/renew.hpp"

#include <catch2/catch.hpp>

#include "app/core/recovery/wishes.hpp"
#include "tests/unit/app/core/decisions/shop.hpp"

namespace makegood::core::recovery {
namespace {

Offer goods(const char* id, const char* article) {
    Offer offer;
    offer.id = OfferId(id);
    offer.kind = OfferKind::same_price_substitute;
    offer.article = ArticleNumber(article);
    return offer;
}

Offer gift(const char* id, const char* gesture) {
    Offer offer;
    offer.id = OfferId(id);
    offer.kind = OfferKind::gift;
    offer.gesture = GestureId(gesture);
    return offer;
}

std::string names(const std::vector<Offer>& offers) {
    std::string text;
    for (const auto& offer : offers)
        text += offer.article.text() + offer.gesture.text() +
                (offer.id.empty() ? "" : "=" + offer.id.text()) + " ";
    return text;
}

TEST_CASE("what stays keeps its place and id; what is new takes the places that came free") {
    const std::vector<Offer> standing{goods("1", "a"), goods("2", "b"), gift("3", "coffee")};
    const std::vector<Offer> fresh{goods("", "b"), goods("", "c"), goods("", "d"), gift("", "tea")};
    const auto without = [](const std::string& what) {
        return [what](const Offer& card) { return card.article.text() + card.gesture.text() != what; };
    };
    CHECK(names(renewed(standing, fresh, 3, without("a"))) == "c b=2 coffee=3 ");
    CHECK(names(renewed(standing, fresh, 3, without("b"))) ==
          "a=1 b coffee=3 ");  // the caller has left it out
    CHECK(names(renewed(standing, fresh, 3, without("coffee"))) == "a=1 b=2 c ");
    CHECK(names(renewed(standing, {}, 3, without("a"))) == "b=2 coffee=3 ");
    CHECK(names(renewed(standing, fresh, 3, [](const Offer&) { return false; })) == "b c d ");
    CHECK(names(renewed({}, fresh, 2, without(""))) == "b c ");
    CHECK(names(renewed(standing, fresh, 0, without("a"))) == "c b=2 coffee=3 ");
}

TEST_CASE("the best of what is new may make a card free that stands there for the same price") {
    auto free = [](const char* id, const char* article) {
        auto offer = goods(id, article);
        offer.kind = OfferKind::free_substitute;
        return offer;
    };
    const std::vector<Offer> standing{free("1", "a"), goods("2", "b"), gift("3", "coffee")};
    const auto without = [](const std::string& what) {
        return [what](const Offer& card) { return card.article.text() + card.gesture.text() != what; };
    };
    const std::vector<Offer> fresh{free("", "b"), goods("", "c"), gift("", "tea")};
    const auto cards = renewed(standing, fresh, 3, without("a"));
    CHECK(names(cards) == "b c coffee=3 ");
    CHECK(cards[0].kind == OfferKind::free_substitute);
    CHECK(names(renewed(standing, fresh, 3, without("coffee"))) == "a=1 b c ");
    // It never comes on worse terms, nor twice.
    const std::vector<Offer> worse{goods("", "a"), free("", "b")};
    CHECK(names(renewed(standing, worse, 3, without("coffee"))) == "a=1 b=2 ");
    CHECK(names(renewed(standing, {}, 3, without("a"))) == "b=2 coffee=3 ");
}

TEST_CASE("what the customer said no to, its brand and other sizes are not wanted any more") {
    const tests::Shop shop({{"1", "Oil", "Kokora", "400 ml", 599, 300, 0},
                            {"2", "Oil", "Kokora", "800 ml", 599, 300, 9},
                            {"3", "Oil", "Palma", "400 ml", 599, 300, 9},
                            {"4", "Oil", "Palma", "", 599, 300, 9}});
    const auto all = shop.suggest("1");
    REQUIRE(all.size() == 3);
    const auto left = [&](const Wishes& wishes) {
        std::string text;
        for (const auto& each : all)
            if (wanted(wishes, each, shop.articles->view(each.row)))
                text += std::string(shop.articles->view(each.row).number);
        std::sort(text.begin(), text.end());
        return text;
    };
    CHECK(left({}) == "234");
    Wishes not_this;
    not_this.not_articles = {ArticleNumber("3")};
    CHECK(left(not_this) == "24");
    Wishes not_the_brand;
    not_the_brand.not_brands = {"Palma"};
    CHECK(left(not_the_brand) == "2");
    Wishes same_size;
    same_size.same_size = true;
    CHECK(left(same_size) == "34");  // of one no size is known
}

}  // namespace
}  // namespace makegood::core::recovery
