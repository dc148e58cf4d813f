// What the store remembers of each event.
#include "db/terminal/terminal_store.hpp"

#include <catch2/catch.hpp>

#include "tests/support/register_files.hpp"
#include "tests/support/sample_events.hpp"

namespace makegood {
namespace {

using core::voucher::State;
using ports::JobState;
using ports::PrintOutcome;
using ports::RecoveryState;
using tests::must;

const std::string period = "2026-11-22";

// A shop with a budget of 10.00 a day, and shorthand for what happens in it.
struct Shop {
    tests::ScratchFolder folder;
    std::unique_ptr<tests::RegisterFiles> files = must(tests::RegisterFiles::open(folder.path()));
    Instant now = *base::parse_instant("2026-11-22T14:07:00.000000Z");
    core::budget::Limit limit{core::budget::PeriodKind::day, Money::minor(1000), std::nullopt};

    Shop() {
        commit(ports::ShopOpened{"Corner Shop", "Till 1", "USD", "UTC", files->signer().public_key_hex()});
        commit(ports::BudgetSet{limit, period});
    }
    ~Shop() { CHECK(files->trouble() == ""); }

    ports::Store& store() { return files->store(); }
    Result<> try_commit(const ports::Event& event) { return store().commit({now, PersonId("p-1")}, event); }
    void commit(const ports::Event& event) { must(try_commit(event)); }
    // Things are called by a name here, and by the event that made them in the store.
    std::map<std::string, std::string> events;
    std::string next(const std::string& name) {
        return events[name] = "1-" + std::to_string(must(store().head()).sequence + 1);
    }
    IncidentId incident(const char* name) { return IncidentId("i" + events.at(name)); }
    RecoveryId recovery(const char* name) { return RecoveryId("r" + events.at(name)); }
    PrintJobId paper(const char* name) { return PrintJobId("p" + events.at(name)); }
    OfferId offer(const char* incident) { return OfferId("o" + events.at(incident) + ".1"); }

    void report(const char* name) {
        next(name);
        ports::IncidentReported event{
            incident(name), tests::sample_incident(), "Coconut oil", {tests::sample_offer()}, ""};
        event.incident.kind = core::incident::Kind::stock_out;
        event.offers[0].id = offer(name);
        commit(event);
    }
    ports::RecoveryGiven gift(const char* name, const char* made_good, std::int64_t cost) {
        next(name);
        ports::RecoveryGiven event{
            recovery(name), incident(made_good), tests::sample_offer(), period, limit, {}, {}, {}};
        event.offer.cost = Money::minor(cost);
        event.offer.worth = Money::minor(cost * 2);
        event.job = paper(name);
        return event;
    }
    ports::RecoveryGiven with_voucher(ports::RecoveryGiven event, int number) {
        const auto digits = std::to_string(1'000'000'000 + number);
        event.voucher = tests::sample_voucher();
        event.voucher->serial = VoucherSerial("MG-29-" + digits);
        event.voucher->ean13 = "29" + digits + "0";
        return event;
    }
    void print(const char* name, PrintOutcome outcome) {
        commit(ports::PrintStarted{paper(name), 1});
        commit(ports::PrintFinished{paper(name), outcome, "proof"});
    }
    core::budget::Period money() { return must(store().period(period)); }
    ports::VoucherRow voucher(int number) {
        return *must(store().voucher(VoucherSerial("MG-29-" + std::to_string(1'000'000'000 + number))));
    }
    JobState job(const char* name) { return must(store().job(paper(name)))->state; }
};

}  // namespace

TEST_CASE("before its first event a register has no shop") {
    const tests::ScratchFolder folder;
    const auto files = must(tests::RegisterFiles::open(folder.path()));
    CHECK(files->store().shop().error().kind == ErrorKind::not_found);
    CHECK(must(files->store().head()).sequence == 0);
    CHECK(must(files->store().head()).hash == std::string(64, '0'));
    CHECK_FALSE(must(files->store().last_event_at()));
    CHECK_FALSE(must(files->store().limit()));
    CHECK(must(files->store().next_voucher_number()) == 0);
    CHECK(must(files->store().segment(1, 10)).empty());
    CHECK(files->trouble() == "");
}

TEST_CASE("what was recorded is there after a restart") {
    Shop shop;
    shop.report("i1");
    const auto head = must(shop.store().head());
    shop.files.reset();
    shop.files = must(tests::RegisterFiles::open(shop.folder.path()));
    CHECK(must(shop.store().head()).hash == head.hash);
    CHECK(must(shop.store().head()).sequence == 3);
    CHECK(must(shop.store().last_event_at()) == shop.now);
    const auto opened = must(shop.store().shop());
    CHECK(opened.store == "Corner Shop");
    CHECK(opened.device == shop.files->signer().device());
    CHECK(opened.device.text().size() == 32);
}

TEST_CASE("an incident keeps its offers and is open until something is given or it is closed") {
    Shop shop;
    shop.report("i1");
    const auto row = *must(shop.store().incident(shop.incident("i1")));
    CHECK(row.open);
    CHECK(row.article_name == "Coconut oil");
    CHECK(row.incident.loss == Money::minor(1797));
    CHECK(row.at == shop.now);
    auto expected = tests::sample_offer();
    expected.id = shop.offer("i1");
    CHECK(must(shop.store().offers(shop.incident("i1"))) == std::vector{expected});
    CHECK(must(shop.store().offer(shop.offer("i1")))->first == shop.incident("i1"));
    CHECK(must(shop.store().offer(shop.offer("i1")))->second == expected);
    CHECK_FALSE(must(shop.store().offer(OfferId("o1-900.1"))));

    shop.commit(ports::IncidentClosed{shop.incident("i1"), "left"});
    CHECK_FALSE(must(shop.store().incident(shop.incident("i1")))->open);
    CHECK(must(shop.store().times_missing(ArticleNumber("9520000000011"), shop.now)) == 1);
    CHECK(must(shop.store().times_missing(ArticleNumber("9520000000011"), shop.now + Duration(1))) == 0);
    CHECK(must(shop.store().times_missing(ArticleNumber("952"), Instant{})) == 0);
}

TEST_CASE("giving goods reserves money and takes stock; settling spends it") {
    Shop shop;
    shop.report("i1");
    shop.commit(shop.gift("r1", "i1", 400));
    CHECK(shop.money().reserved_cost == Money::minor(400));
    CHECK(shop.money().reserved_worth == Money::minor(800));
    CHECK_FALSE(must(shop.store().incident(shop.incident("i1")))->open);
    CHECK(must(shop.store().recovery_of(shop.incident("i1")))->id == shop.recovery("r1"));
    CHECK(must(shop.store().all_given()) ==
          std::vector{std::pair(ArticleNumber("9520000000028"), std::int64_t{2})});
    CHECK(must(shop.store().unsettled(shop.now)).empty());
    CHECK(must(shop.store().unsettled(shop.now + Duration(1))).size() == 1);

    shop.commit(ports::RecoverySettled{shop.recovery("r1")});
    CHECK(shop.money().reserved_cost == Money{});
    CHECK(shop.money().spent_cost == Money::minor(400));
    CHECK(shop.money().spent_worth == Money::minor(800));
    CHECK(must(shop.store().recovery(shop.recovery("r1")))->state == RecoveryState::settled);
    CHECK(must(shop.store().unsettled(shop.now + Duration(1))).empty());
}

TEST_CASE("undoing brings back money, stock, promise and paper, and opens the incident again") {
    Shop shop;
    shop.report("i1");
    auto given = shop.with_voucher(shop.gift("r1", "i1", 400), 1);
    given.promise = core::followup::Promise{PromiseId("m1"), "Call back", shop.now, {}};
    shop.commit(given);
    CHECK(must(shop.store().promises_open()) == std::vector{*given.promise});
    shop.commit(ports::RecoveryUndone{shop.recovery("r1"), "undone"});
    CHECK(shop.money().reserved_cost == Money{});
    CHECK(must(shop.store().all_given()).empty());
    CHECK(must(shop.store().promises_open()).empty());
    CHECK(shop.voucher(1).voucher.state == State::voided);
    CHECK(shop.job("r1") == JobState::cancelled);
    CHECK(must(shop.store().incident(shop.incident("i1")))->open);
    CHECK_FALSE(must(shop.store().recovery_of(shop.incident("i1"))));
    shop.commit(shop.gift("r2", "i1", 1000));
    CHECK(must(shop.store().recovery_of(shop.incident("i1")))->id == shop.recovery("r2"));
}

TEST_CASE("a voucher's money stays reserved until it is redeemed, voided or expired") {
    Shop shop;
    for (const char* id : {"i1", "i2", "i3", "i4"}) shop.report(id);
    shop.commit(shop.with_voucher(shop.gift("r1", "i1", 100), 1));
    shop.commit(shop.with_voucher(shop.gift("r2", "i2", 200), 2));
    shop.commit(shop.with_voucher(shop.gift("r3", "i3", 300), 3));
    shop.commit(shop.with_voucher(shop.gift("r4", "i4", 101), 4));
    for (const char* id : {"r1", "r2", "r3", "r4"}) shop.commit(ports::RecoverySettled{shop.recovery(id)});
    CHECK(shop.money().reserved_cost == Money::minor(701));
    CHECK(shop.money().spent_cost == Money{});

    shop.print("r1", PrintOutcome::printed);
    shop.commit(ports::VoucherRedeemed{shop.voucher(1).voucher.serial, Money::minor(350)});
    CHECK(shop.money().spent_cost == Money::minor(100));
    shop.commit(ports::VoucherVoided{shop.voucher(2).voucher.serial, "lost"});
    shop.commit(ports::VoucherExpired{shop.voucher(3).voucher.serial});
    CHECK(shop.money().reserved_cost == Money::minor(101));
    shop.print("r4", PrintOutcome::unsure);
    shop.commit(
        ports::VoucherRedeemed{shop.voucher(4).voucher.serial, Money::minor(175)});  // half of its value
    CHECK(shop.money().reserved_cost == Money{});
    CHECK(shop.money().spent_cost == Money::minor(151));
    CHECK(shop.voucher(1).voucher.state == State::redeemed);
    CHECK(shop.voucher(2).voucher.state == State::voided);
    CHECK(shop.voucher(3).voucher.state == State::expired);
}

TEST_CASE("vouchers are found by serial and by bars, and when their last day is over") {
    Shop shop;
    shop.report("i1");
    CHECK(must(shop.store().next_voucher_number()) == 0);
    shop.commit(shop.with_voucher(shop.gift("r1", "i1", 100), 7));
    CHECK(must(shop.store().next_voucher_number()) == 1'000'000'008);
    const auto row = shop.voucher(7);
    CHECK(row.recovery == shop.recovery("r1"));
    CHECK(row.period == period);
    CHECK(must(shop.store().voucher_by_ean13(row.voucher.ean13))->voucher == row.voucher);
    CHECK_FALSE(must(shop.store().voucher_by_ean13("2900000000000")));
    CHECK(must(shop.store().vouchers_expired(row.voucher.expires)).empty());
    CHECK(must(shop.store().vouchers_expired(base::add_days(row.voucher.expires, 1))).size() == 1);
}

TEST_CASE("a voucher number that was used before is refused and nothing is recorded") {
    Shop shop;
    shop.report("i1");
    shop.report("i2");
    shop.commit(shop.with_voucher(shop.gift("r1", "i1", 100), 1));
    const auto head = must(shop.store().head()).sequence;
    auto again = shop.with_voucher(shop.gift("r2", "i2", 100), 1);
    CHECK(shop.try_commit(again).error().kind == ErrorKind::refused);
    again.voucher->serial = VoucherSerial("MG-291-000000001");  // other serial, same bars
    CHECK_THAT(shop.try_commit(again).error().sentence, Catch::Contains("was used before"));
    CHECK(must(shop.store().head()).sequence == head);
    CHECK(shop.money().reserved_cost == Money::minor(100));
    CHECK(must(shop.store().incident(shop.incident("i2")))->open);
}

TEST_CASE("a piece in doubt is printed, torn and replaced, or goes back in the queue") {
    Shop shop;
    shop.report("i1");
    shop.commit(shop.with_voucher(shop.gift("r1", "i1", 100), 1));
    CHECK(shop.job("r1") == JobState::queued);
    shop.commit(ports::PrintStarted{shop.paper("r1"), 1});
    CHECK(shop.job("r1") == JobState::sending);
    shop.commit(ports::PrintFinished{shop.paper("r1"), PrintOutcome::not_printed, "no answer"});
    CHECK(shop.job("r1") == JobState::queued);
    shop.print("r1", PrintOutcome::unsure);
    CHECK(shop.voucher(1).voucher.state == State::unsure);
    CHECK(must(shop.store().jobs_open()).size() == 1);
    const auto fresh = shop.with_voucher(shop.gift("r2", "i1", 100), 2);
    shop.commit(ports::PrintFinished{shop.paper("r1"), PrintOutcome::torn, "clerk"});
    shop.next("new");
    shop.commit(ports::VoucherReplaced{shop.voucher(1).voucher.serial, *fresh.voucher, shop.paper("new")});
    CHECK(shop.voucher(1).voucher.state == State::voided);
    CHECK(shop.voucher(1).replaced_by == fresh.voucher->serial);
    CHECK(must(shop.store().recovery(shop.recovery("r1")))->voucher == fresh.voucher->serial);
    CHECK(must(shop.store().recovery(shop.recovery("r1")))->job == shop.paper("new"));
    CHECK(shop.money().reserved_cost == Money::minor(100));
    shop.print("new", PrintOutcome::printed);
    CHECK(shop.voucher(2).voucher.state == State::issued);
    CHECK(must(shop.store().jobs_open()).empty());
}

TEST_CASE("paper under way when its recovery is undone is not asked about") {
    Shop shop;
    shop.report("i1");
    shop.commit(shop.with_voucher(shop.gift("r1", "i1", 100), 1));
    shop.commit(ports::PrintStarted{shop.paper("r1"), 1});
    shop.commit(ports::RecoveryUndone{shop.recovery("r1"), "undone"});
    CHECK(shop.job("r1") == JobState::sending);
    shop.commit(ports::PrintFinished{shop.paper("r1"), PrintOutcome::unsure, "no answer"});
    CHECK(shop.job("r1") == JobState::cancelled);
    CHECK(shop.voucher(1).voucher.state == State::voided);
}

TEST_CASE("a lowered budget is in force at once and what costs nothing can still be given") {
    Shop shop;
    shop.report("i1");
    shop.report("i2");
    shop.commit(shop.gift("r1", "i1", 900));
    shop.limit.cost = Money::minor(500);
    shop.commit(ports::BudgetSet{shop.limit, period});
    CHECK(shop.money().limit.cost == Money::minor(500));
    CHECK(shop.money().reserved_cost == Money::minor(900));
    shop.commit(shop.gift("r2", "i2", 0));
    CHECK(must(shop.store().limit())->cost == Money::minor(500));
    CHECK(must(shop.store().period("2026-11-23")).limit.cost == Money::minor(500));
}

TEST_CASE("a catalogue with counted stock forgets what was given before") {
    Shop shop;
    shop.report("i1");
    shop.commit(shop.gift("r1", "i1", 1));
    shop.commit(ports::CatalogueImported{"catalogue-1.db", "d", 5, 1, 2, 2, 0, false});
    CHECK(must(shop.store().all_given()).size() == 1);
    shop.commit(ports::CatalogueImported{"catalogue-2.db", "d", 5, 1, 2, 2, 0, true});
    CHECK(must(shop.store().all_given()).empty());
    CHECK(must(shop.store().catalogue())->file == "catalogue-2.db");
}

TEST_CASE("several events are one transaction and one chain") {
    Shop shop;
    const std::vector<ports::Event> events = {ports::ClockSetBack{shop.now}, ports::ClockSetBack{shop.now}};
    must(shop.store().commit({shop.now, {}}, events));
    const auto stored = must(shop.store().segment(1, 100));
    REQUIRE(stored.size() == 4);
    for (std::size_t i = 1; i < stored.size(); ++i)
        CHECK_THAT(stored[i].bytes, Catch::Contains(stored[i - 1].hash));
    CHECK(stored.back().hash == must(shop.store().head()).hash);
    CHECK(must(shop.store().segment(3, 1)).size() == 1);
    CHECK(must(shop.store().segment(5, 1)).empty());
}

TEST_CASE("a segment ends at 256 KiB, but holds one event at least") {
    Shop shop;
    ports::IncidentReported large{IncidentId(), {}, "", std::vector(60, tests::sample_offer()), ""};
    for (int i = 1; i <= 3; ++i) {
        shop.next("large");
        large.id = shop.incident("large");
        for (std::size_t k = 0; k < large.offers.size(); ++k) {
            large.offers[k].id = OfferId(large.id.text() + '.' + std::to_string(k));
            large.offers[k].sentence = std::string(2500, 'x');
        }
        shop.commit(large);
    }
    CHECK(must(shop.store().segment(3, 100)).size() == 1);
    CHECK(must(shop.store().segment(1, 100)).size() == 3);
}

TEST_CASE("text that can't be recorded is refused and nothing is recorded") {
    Shop shop;
    shop.report("i1");
    const auto outcome = shop.try_commit(ports::IncidentClosed{shop.incident("i1"), "bad \xFF"});
    CHECK(outcome.error().kind == ErrorKind::bad_input);
    CHECK(must(shop.store().incident(shop.incident("i1")))->open);
}

TEST_CASE("acknowledgement only grows, settings are kept") {
    Shop shop;
    CHECK(must(shop.store().acknowledged()) == 0);
    must(shop.store().set_acknowledged(2));
    must(shop.store().set_acknowledged(1));
    CHECK(must(shop.store().acknowledged()) == 2);
    CHECK(must(shop.store().setting("x")) == "");
    must(shop.store().set_setting("x", "1"));
    must(shop.store().set_setting("x", "2"));
    CHECK(must(shop.store().setting("x")) == "2");
}

TEST_CASE("the journal can't be changed through its own tables") {
    Shop shop;
    auto& database = shop.files->connection().database();
    CHECK_THROWS(database.exec("UPDATE journal SET hash = x''"));
    CHECK_THROWS(database.exec("DELETE FROM journal"));
    CHECK_THROWS(
        database.exec("REPLACE INTO journal (place, bytes, hash) SELECT place, x'', x'' FROM journal"));
}

}  // namespace makegood
