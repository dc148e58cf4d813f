#include "app/core/incident/unmet_demand.hpp"

#include <catch2/catch.hpp>

namespace makegood::core::incident {
namespace {

const Instant noon = *base::parse_instant("2026-11-22T12:00:00.000000Z");

Missed missed(const char* article, int days_ago = 0) {
    Missed one;
    one.article = ArticleNumber(article);
    one.at = noon - std::chrono::hours(24) * days_ago;
    one.day = CivilDate{std::chrono::floor<std::chrono::days>(one.at)};
    one.shown = {ArticleNumber("b"), ArticleNumber("c")};
    return one;
}

Missed made_good(Missed one, const char* taken, std::int64_t cost) {
    one.made_good = true;
    one.taken = ArticleNumber(taken);
    one.cost = Money::minor(cost);
    return one;
}

std::string upper(const ArticleNumber& article) {
    return "Article " + article.text();
}

TEST_CASE("nothing asked for is an empty list") {
    const auto demand = UnmetLedger().list(upper);
    CHECK(demand.articles.empty());
    CHECK(demand.words.empty());
}

TEST_CASE("every time ends in one of three ways: taken, made good otherwise, without") {
    UnmetLedger ledger;
    ledger.add(made_good(missed("a", 1), "c", 250));
    ledger.add(made_good(missed("a"), "c", 150));
    ledger.add(made_good(missed("a"), "", 40));
    ledger.add(missed("a"));
    const auto demand = ledger.list(upper);
    REQUIRE(demand.articles.size() == 1);
    const auto& article = demand.articles[0];
    CHECK(article.name == "Article a");
    CHECK(article.times == 4);
    CHECK(article.taken() == 2);
    CHECK(article.otherwise == 1);
    CHECK(article.without == 1);
    CHECK(article.cost == Money::minor(440));
    CHECK(article.last == noon);
    REQUIRE(article.instead.size() == 2);
    CHECK(article.instead[0].article.text() == "c");
    CHECK(article.instead[0].name == "Article c");
    CHECK(article.instead[0].taken == 2);
    CHECK(article.instead[0].offered == 4);
    CHECK(article.instead[1].taken == 0);
    REQUIRE(article.days.size() == 2);
    CHECK(base::format_date(article.days[0].day) == "2026-11-21");
    CHECK(article.days[0].cost == Money::minor(250));
    CHECK(article.days[1].times == 3);
    CHECK(article.days[1].taken == 1);
    CHECK(article.days[1].without == 1);
    CHECK(article.days[1].cost == Money::minor(190));
}

TEST_CASE("most asked for comes first, then most pieces") {
    UnmetLedger ledger;
    ledger.add(missed("a"));
    auto many = missed("b");
    many.pieces = 6;
    ledger.add(many);
    for (int i = 0; i < 2; ++i) ledger.add(missed("c"));
    const auto demand = ledger.list(upper);
    REQUIRE(demand.articles.size() == 3);
    CHECK(demand.articles[0].article.text() == "c");
    CHECK(demand.articles[1].article.text() == "b");
    CHECK(demand.articles[1].pieces == 6);
    CHECK(demand.articles[2].article.text() == "a");
}

TEST_CASE("the same words are counted as one and stand as they were written last") {
    UnmetLedger ledger;
    ledger.add("Crème  Fraîche", noon);
    ledger.add("tofu", noon);
    ledger.add("creme fraiche", noon - std::chrono::hours(1));  // came later, was written earlier
    ledger.add("!", noon);
    ledger.add("?", noon);
    const auto words = ledger.list(upper).words;
    REQUIRE(words.size() == 4);
    CHECK(words[0].words == "Crème  Fraîche");
    CHECK(words[0].times == 2);
    CHECK(words[0].last == noon);
}

}  // namespace
}  // namespace makegood::core::incident
