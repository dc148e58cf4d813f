// What head office knows of what was asked for and not there.
#include "app/server/receiver/unmet_section.hpp"
#include "db/server/kept_overview.hpp"
#include "tests/support/register_at_head_office.hpp"

using namespace makegood;
using namespace makegood::tests;
using core::recovery::Offer;
using core::recovery::OfferKind;

namespace {

// A register's journal in short words.
struct Store : RegisterAtHeadOffice {
    using RegisterAtHeadOffice::RegisterAtHeadOffice;

    std::string next(char letter) const {
        return letter + std::string("1-") + std::to_string(journal.events.size() + 1);
    }
    Offer substitute(const char* article, std::int64_t cost) const {
        Offer offer;
        offer.id = OfferId(next('o') + "." + article);
        offer.kind = OfferKind::free_substitute;
        offer.article = ArticleNumber(article);
        offer.title = std::string("Oil ") + article;
        offer.cost = Money::minor(cost);
        offer.worth = Money::minor(cost * 2);
        return offer;
    }
    Offer gift() const {
        Offer offer;
        offer.id = OfferId(next('o') + ".gift");
        offer.kind = OfferKind::gift;
        offer.cost = offer.worth = Money::minor(40);
        return offer;
    }
    IncidentId missing(const char* article, std::int64_t pieces = 1) {
        ports::IncidentReported reported;
        reported.id = IncidentId(next('i'));
        reported.incident.article = ArticleNumber(article);
        reported.incident.quantity = pieces;
        reported.article_name = std::string("Article ") + article;
        reported.offers = {substitute("b", 150), substitute("c", 250), gift()};
        reported.offers[0].quantity = 3;
        reported.offers[0].title = "3 × Oil b";
        journal.add(reported);
        return reported.id;
    }
    RecoveryId give(const IncidentId& incident, const Offer& offer) {
        ports::RecoveryGiven given;
        given.id = RecoveryId(next('r'));
        given.incident = incident;
        given.offer = offer;
        given.period = "2026-11-22";
        journal.add(given);
        return given.id;
    }
    void wait(std::chrono::hours time) {
        journal.made_at += time;
        clock.time += time;
    }
    core::incident::UnmetDemand demand() {
        const auto all = sent();
        REQUIRE(all.unmet.size() == 1);
        return all.unmet[0].demand;
    }
    core::incident::UnmetArticle only_article() {
        const auto list = demand();
        REQUIRE(list.articles.size() == 1);
        return list.articles[0];
    }
};

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("where nothing was asked for in vain there is no list") {
    Store world;
    CHECK(world.sent().unmet.empty());
}

TEST_CASE("what was missing is counted with what came of it") {
    Store world;
    world.give(world.missing("a", 2), world.substitute("c", 250));
    world.give(world.missing("a"), world.gift());
    world.journal.add(ports::IncidentClosed{world.missing("a"), "left"});
    world.missing("a");
    world.missing("z");
    const auto store = world.sent().unmet.at(0);
    CHECK(store.store == "Mitte");
    CHECK(store.store_id == "s1");
    CHECK(store.currency == "EUR");
    REQUIRE(store.demand.articles.size() == 2);
    const auto& article = store.demand.articles[0];
    CHECK(article.article.text() == "a");
    CHECK(article.name == "Article a");
    CHECK(article.times == 4);
    CHECK(article.pieces == 5);
    CHECK(article.taken() == 1);
    CHECK(article.otherwise == 1);
    CHECK(article.without == 2);
    CHECK(article.cost == Money::minor(290));
    REQUIRE(article.instead.size() == 2);
    CHECK(article.instead[0].name == "Oil c");
    CHECK(article.instead[0].taken == 1);
    CHECK(article.instead[0].offered == 4);
    CHECK(article.instead[1].article.text() == "b");
    CHECK(article.instead[1].taken == 0);
    CHECK(article.instead[1].name == "Oil b");  // "3 × Oil b" was offered
    CHECK(store.demand.articles[1].times == 1);
}

TEST_CASE("an undone recovery takes its count back, and another one can be given") {
    Store world;
    const auto incident = world.missing("a");
    const auto given = world.give(incident, world.substitute("c", 250));
    world.journal.add(ports::RecoveryUndone{given, "undone by the clerk"});
    SECTION("undone") {
        const auto article = world.only_article();
        CHECK(article.without == 1);
        CHECK(article.cost == Money());
        CHECK(article.instead[0].taken == 0);
    }
    SECTION("given again, and settled") {
        world.journal.add(ports::RecoverySettled{world.give(incident, world.substitute("b", 150))});
        const auto article = world.only_article();
        CHECK(article.without == 0);
        CHECK(article.times == 1);
        CHECK(article.cost == Money::minor(150));
        CHECK(article.instead[0].article.text() == "b");
    }
}

TEST_CASE("what was offered after a no was offered too") {
    Store world;
    const auto incident = world.missing("a");
    ports::OffersRenewed renewed;
    renewed.incident = incident;
    renewed.declined = OfferId("o1-2.b");
    renewed.why = "not-wanted";
    renewed.offers = {world.substitute("c", 250), world.substitute("d", 90)};
    world.journal.add(renewed);
    world.give(incident, renewed.offers[1]);
    const auto article = world.only_article();
    REQUIRE(article.instead.size() == 3);
    CHECK(article.instead[0].name == "Oil d");
    CHECK(article.instead[0].taken == 1);
}

TEST_CASE("what was recorded in error was not missing") {
    Store world;
    const auto kept = world.missing("a");
    SECTION("at once") {
        world.journal.add(ports::IncidentClosed{world.missing("a"), "in-error"});
    }
    SECTION("after what was given was undone") {
        const auto incident = world.missing("a");
        const auto given = world.give(incident, world.substitute("c", 250));
        world.journal.add(ports::RecoveryUndone{given, "undone by the clerk"});
        world.journal.add(ports::IncidentClosed{incident, "in-error"});
    }
    world.journal.add(ports::IncidentClosed{kept, "none-of-these"});
    const auto article = world.only_article();
    CHECK(article.times == 1);
    CHECK(article.without == 1);
    CHECK(article.instead.at(0).offered == 1);
    const auto entry = world.overview().registers.at(0);
    CHECK(entry.incidents.stock_out == 1);
    CHECK(entry.incidents.closed_without == 1);
    REQUIRE(entry.missing.size() == 1);
    CHECK(entry.missing[0].times == 1);
}

TEST_CASE("only what is about a missing article counts") {
    Store world;
    ports::IncidentReported failure;
    failure.id = IncidentId(world.next('i'));
    failure.incident.kind = core::incident::Kind::service_failure;
    failure.incident.article = ArticleNumber("a");
    world.journal.add(failure);
    world.give(failure.id, world.gift());
    world.give(IncidentId("i1-99"), world.substitute("c", 250));
    world.journal.add(ports::RecoveryUndone{RecoveryId("r1-99"), "undone by the clerk"});
    CHECK(world.sent().unmet.empty());
}

TEST_CASE("what comes twice, and after a restart, counts once") {
    Store world;
    world.give(world.missing("a"), world.substitute("c", 250));
    world.journal.add(ports::WordsAskedFor{"oat milk"});
    world.demand();
    world.open();
    const auto demand = world.demand();
    REQUIRE(demand.articles.size() == 1);
    CHECK(demand.articles[0].times == 1);
    CHECK(demand.articles[0].cost == Money::minor(250));
    REQUIRE(demand.words.size() == 1);
    CHECK(demand.words[0].times == 1);
}

TEST_CASE("days are the store's own, and thirty of them count") {
    Store world("Pacific/Auckland");  // there it is the day after already
    world.give(world.missing("a"), world.substitute("c", 250));
    world.journal.add(ports::WordsAskedFor{"oat milk"});
    auto days = world.only_article().days;
    REQUIRE(days.size() == 1);
    CHECK(base::format_date(days[0].day) == "2026-11-23");
    CHECK(days[0].taken == 1);
    CHECK(days[0].cost == Money::minor(250));

    world.wait(std::chrono::hours(24 * 29));
    world.missing("a", 4);
    days = world.only_article().days;
    REQUIRE(days.size() == 2);
    CHECK(base::format_date(days[1].day) == "2026-12-22");
    CHECK(days[1].pieces == 4);

    world.wait(std::chrono::hours(24));
    const auto demand = world.demand();
    CHECK(demand.articles.at(0).days.size() == 1);
    CHECK(demand.articles.at(0).times == 1);
    CHECK(demand.words.empty());
    world.clock.time += std::chrono::hours(24 * 30);
    CHECK(world.overview().unmet.empty());
}

TEST_CASE("what a clock ahead of its time has stamped waits for its day") {
    Store world;
    world.wait(std::chrono::hours(24));
    world.missing("a");
    world.journal.add(ports::WordsAskedFor{"oat milk"});
    world.clock.time -= std::chrono::hours(24);
    CHECK(world.sent().unmet.empty());
    world.clock.time += std::chrono::hours(10);
    CHECK(world.overview().unmet.size() == 1);
    world.clock.time += std::chrono::hours(24 * 365 * 9);
    world.journal.made_at = world.clock.time;
    world.missing("b");
    world.clock.time -= std::chrono::hours(24 * 365 * 9);
    CHECK(world.only_article().article.text() == "a");
}

TEST_CASE("an article is called as it was called last") {
    Store world;
    for (const char* name : {"Zest", "Best"}) {
        ports::IncidentReported reported;
        reported.id = IncidentId(world.next('i'));
        reported.incident.article = ArticleNumber("a");
        reported.article_name = std::string("Oil ") + name;
        reported.offers = {world.substitute("c", 250)};
        reported.offers[0].title = name;
        world.journal.add(reported);
    }
    const auto article = world.only_article();
    CHECK(article.name == "Oil Best");
    REQUIRE(article.instead.size() == 1);
    CHECK(article.instead[0].name == "Best");
    CHECK(world.overview().registers.at(0).missing.at(0).name == "Oil Best");
}

TEST_CASE("words that were asked for are counted as one, however they were written") {
    Store world;
    for (const char* words : {"Oat milk", "tofu", "OAT MILK"}) world.journal.add(ports::WordsAskedFor{words});
    const auto words = world.demand().words;
    REQUIRE(words.size() == 2);
    CHECK(words[0].words == "OAT MILK");
    CHECK(words[0].times == 2);
}

TEST_CASE("page and summary have the list") {
    Store world;
    world.give(world.missing("a<b>", 2), world.substitute("c", 250));
    world.journal.add(ports::WordsAskedFor{"oat & milk"});
    world.sent();
    const auto get = [&](const std::string& target) {
        const auto answer = world.receiver->handle({"GET", target, {{"host", "localhost"}}, {}, true});
        CHECK(answer.status == 200);
        return answer.body;
    };
    const auto page = get("/");
    for (const char* part : {"Asked for and not there: Mitte", "Article a&lt;b&gt;", "1 time", "2 pieces",
                             "1 × Oil c", "€2.50", "2026-11-22: 1", "oat &amp; milk"}) {
        INFO(part);
        CHECK(holds(page, part));
    }
    CHECK_FALSE(holds(page, "a<b>"));
    const auto summary = get("/v1/summary");
    for (const char* part :
         {"\"unmet\"", "\"taken\": 1", "\"day\": \"2026-11-22\"", "\"words\": \"oat & milk\"",
          "\"pieces\": 2", "\"without\": 0", "\"otherwise\": 0", "\"name\": \"Oil c\""}) {
        INFO(part);
        CHECK(holds(summary, part));
    }
}

TEST_CASE("a list that is too long is cut, and says so") {
    Store world;
    for (int i = 0; i < 205; ++i) {
        ports::IncidentReported reported;
        reported.id = IncidentId(world.next('i'));
        reported.incident.article = ArticleNumber("n" + std::to_string(1000 + i));
        world.journal.add(reported);
        world.journal.add(ports::WordsAskedFor{"w" + std::to_string(1000 + i)});
    }
    ports::OffersRenewed renewed;
    renewed.incident = IncidentId("i1-2");
    renewed.declined = OfferId("o1-2.1");
    renewed.why = "not-wanted";
    for (int i = 10; i < 22; ++i)
        renewed.offers.push_back(world.substitute(("s" + std::to_string(i)).c_str(), 90));
    world.journal.add(renewed);
    const auto list = world.sent().unmet;
    REQUIRE(list.size() == 1);
    CHECK(list[0].articles == 205);
    CHECK(list[0].words == 205);
    const auto json = server::receiver::unmet_json(list).text();
    for (const char* part :
         {"\"article_count\":205", "\"words_count\":205", "\"instead_count\":12", "n1199", "w1199", "s19"}) {
        INFO(part);
        CHECK(holds(json, part));
    }
    for (const char* part : {"n1200", "w1200", "s20"}) CHECK_FALSE(holds(json, part));
    const auto page = server::receiver::unmet_section(list);
    CHECK(holds(page, "n1000"));
    CHECK_FALSE(holds(page, "n1100"));
    CHECK(holds(page, "and 195 more"));
    CHECK(holds(page, "and 193 more"));
}

TEST_CASE("an overview that is dear to make is kept for a minute") {
    db::server::KeptOverview kept;
    const Instant now = *base::parse_instant("2026-11-22T14:07:00.000000Z");
    ports::Overview overview;
    overview.registers.resize(2);
    overview.registers[0].events = 60'000;
    CHECK(kept.at(now) == nullptr);
    kept.keep(overview, now);
    CHECK(kept.at(now) == nullptr);  // of few events
    overview.registers[1].events = 60'000;
    kept.keep(overview, now);
    REQUIRE(kept.at(now) != nullptr);
    CHECK(kept.at(now)->registers.size() == 2);
    CHECK(kept.at(now + std::chrono::seconds(59)) != nullptr);
    CHECK(kept.at(now + std::chrono::seconds(60)) == nullptr);
    CHECK(kept.at(now - std::chrono::seconds(1)) == nullptr);  // the clock was set back
    kept.forget();
    CHECK(kept.at(now) == nullptr);
}
