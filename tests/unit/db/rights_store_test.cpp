// Rights in a register's journal and tables.
#include <array>
#include <catch2/catch.hpp>

#include "app/ports/rights_change.hpp"
#include "db/terminal/contradiction.hpp"
#include "db/terminal/taken_text.hpp"
#include "tests/support/register_files.hpp"
#include "tests/support/sample_events.hpp"

namespace makegood {
namespace {

using namespace core::budget;

const PotId store_today{"store", "2026-11-22"}, clerk_today{"clerk:p 1", "2026-11-22"};

Amount amount(std::int64_t cost, std::int64_t worth = 0) {
    return {Money::minor(cost), Money::minor(worth)};
}

class Till {
  public:
    Till() {
        open();
        commit(ports::ShopOpened{"Shop", "Till", "EUR", "UTC", files_->signer().public_key_hex()});
        commit(ports::BudgetSet{{PeriodKind::day, Money::minor(5000), {}}, "2026-11-22"});
    }
    void open() {
        files_.reset();
        files_ = tests::must(tests::RegisterFiles::open(folder_.path()));
    }
    db::terminal::TerminalStore& store() { return files_->store(); }
    tests::RegisterFiles& files() { return *files_; }
    void commit(const ports::Event& event) { tests::must(store().commit(tests::sample_stamp(), event)); }

    void change(const char* why, const std::function<void(ports::Rights&)>& change) {
        const auto before = tests::must(store().rights());
        auto after = before;
        change(after);
        commit(ports::rights_changes(before, after, why, tests::must(store().head())).front());
        CHECK(tests::must(store().rights()).book == after.book);
        CHECK(tests::must(store().rights()).presumed == after.presumed);
    }
    void grant(const PotId& id, const Amount& granted, std::optional<Money> worth = {}) {
        change("hub", [&](ports::Rights& rights) {
            open_pot(rights.book, id);
            for (auto& pot : rights.book.pots)
                if (pot.id == id) {
                    pot.figures.granted = pot.promised = granted;
                    pot.limit = {granted.cost, worth};
                }
        });
    }
    RecoveryId give(std::int64_t cost, std::vector<Charge> charges,
                    std::optional<core::voucher::Voucher> voucher = {}) {
        const auto place = tests::must(store().head()).sequence + 1;
        ports::IncidentReported report;
        report.id = IncidentId("i1-" + std::to_string(place));
        commit(report);
        ports::RecoveryGiven event;
        event.id = RecoveryId("r1-" + std::to_string(place + 1));
        event.incident = report.id;
        event.offer.cost = Money::minor(cost);
        event.period = "2026-11-22";
        event.limit = {PeriodKind::day, Money::minor(5000), {}};
        event.taken = {1, 0, std::move(charges)};
        event.voucher = std::move(voucher);
        commit(event);
        return event.id;
    }
    Figures figures(const PotId& id) {
        const auto rights = tests::must(store().rights());
        const auto* pot = find(rights.book, id);
        return pot ? pot->figures : Figures{};
    }

  private:
    tests::ScratchFolder folder_;
    std::unique_ptr<tests::RegisterFiles> files_;
};

}  // namespace

TEST_CASE("a give is charged to every pot it names, in its own transaction") {
    Till till;
    till.grant(store_today, amount(1000, 2000), Money::minor(2000));
    till.grant(clerk_today, amount(300));
    till.give(120, {{store_today, amount(120, 250)}, {clerk_today, amount(120)}});
    till.open();
    CHECK(till.figures(store_today).used == amount(120, 250));
    CHECK(till.figures(clerk_today).used == amount(120));
    CHECK(till.files().trouble().empty());
}

TEST_CASE("what many gives took is the same at any moment, after a start and by the journal") {
    Till till;
    till.grant(store_today, amount(1'000'000, 2000), Money::minor(2000));
    till.grant(clerk_today, amount(300));
    for (int n = 1; n <= 70; ++n) {
        const bool by_clerk = n % 2 == 0;
        std::vector<Charge> charges{{store_today, amount(n, 1)}};
        if (by_clerk) charges.push_back({clerk_today, amount(1)});
        till.give(10, charges);
        if (n % 23 == 0) till.open();
        INFO(n);
        REQUIRE(till.figures(store_today).used == amount(n * (n + 1) / 2, n));
        REQUIRE(till.figures(clerk_today).used == amount(n / 2));
        const std::array pots{clerk_today};
        const auto one = tests::must(till.store().rights_of(pots));
        REQUIRE(find(one.book, clerk_today)->figures.used == amount(n / 2));
        if (n % 10 == 0) REQUIRE(till.files().trouble().empty());
    }
}

TEST_CASE("a folder whose rights were counted with each give is opened, and counts them as now") {
    Till till;
    till.grant(store_today, amount(1000));
    for (int n = 0; n < 40; ++n) till.give(10, {{store_today, amount(10)}});
    till.files().connection().execute(
        "UPDATE rights SET used_cost = 400; ALTER TABLE rights_book DROP COLUMN counted; DELETE FROM "
        "migrations WHERE number = 15; UPDATE settings SET value = '14' WHERE key = 'tables.made_by_step'");
    till.open();
    CHECK(till.figures(store_today).used == amount(400));
    till.give(10, {{store_today, amount(10)}});
    CHECK(till.figures(store_today).used == amount(410));
    CHECK(till.files().trouble().empty());
}

TEST_CASE("what was taken is undone wherever it is counted") {
    Till till;
    till.grant(store_today, amount(1000));
    std::vector<RecoveryId> given;
    for (int n = 0; n < 40; ++n) given.push_back(till.give(10, {{store_today, amount(10)}}));
    till.commit(ports::RecoveryUndone{given.front(), "", true});
    till.commit(ports::RecoveryUndone{given.back(), "", true});
    CHECK(held(till.figures(store_today)) == amount(1000 - 38 * 10));
    given.push_back(till.give(620, {{store_today, amount(620)}}));
    CHECK(held(till.figures(store_today)) == Amount{});
    till.commit(ports::RecoveryUndone{given.back(), "", true});
    till.open();
    CHECK(held(till.figures(store_today)) == amount(620));
    CHECK(till.files().trouble().empty());
}

TEST_CASE("what was rolled back takes nothing") {
    Till till;
    till.grant(store_today, amount(100));
    const core::voucher::Voucher voucher{VoucherSerial("MG-29-1000000001"),
                                         "2910000000017",
                                         Money::minor(10),
                                         CivilDate{std::chrono::year{2027} / 2 / 20},
                                         "",
                                         core::voucher::State::drafted};
    till.give(10, {{store_today, amount(10)}}, voucher);
    CHECK_THROWS_WITH(till.give(60, {{store_today, amount(60)}}, voucher),
                      Catch::Contains("was used before"));
    CHECK(held(till.figures(store_today)) == amount(90));
    till.give(60, {{store_today, amount(60)}});
    till.give(30, {{store_today, amount(30)}});
    CHECK(held(till.figures(store_today)) == Amount{});
    CHECK(till.files().trouble().empty());
}

TEST_CASE("an edited column of what was taken is told, and takes nothing from another") {
    for (const char* edit :
         {"UPDATE recoveries SET taken = 'x'",
          "UPDATE recoveries SET taken = '1 0' || char(10) || '5000 0 2026-11-22 store'"}) {
        INFO(edit);
        Till till;
        till.grant(store_today, amount(1000));
        till.give(100, {{store_today, amount(100)}});
        till.files().connection().execute(edit);
        const auto rights = till.store().rights();
        REQUIRE_FALSE(rights);
        CHECK_THAT(rights.error().sentence, Catch::Contains("makegood journal rebuild"));
    }
}

TEST_CASE("what was taken comes back to where it was taken") {
    Till till;
    till.grant(store_today, amount(1000));
    const auto undone = till.give(100, {{store_today, amount(100)}});
    const auto late = till.give(200, {{store_today, amount(200)}});
    till.commit(ports::RecoveryUndone{undone, "", true});
    CHECK(held(till.figures(store_today)) == amount(800));
    // Another process than the giver's: only once the hub has seen it.
    till.commit(ports::RecoveryUndone{late, "", false});
    CHECK(held(till.figures(store_today)) == amount(800));
    CHECK(tests::must(till.store().rights()).book.pots.front().released == amount(300));
    CHECK(till.files().trouble().empty());
}

TEST_CASE("what was taken in an epoch that is over does not come back") {
    Till till;
    till.grant(store_today, amount(1000));
    const auto given = till.give(100, {{store_today, amount(100)}});
    till.change("copy", [](ports::Rights& rights) {
        rights.book.epoch = 2;
        rights.presumed[store_today] = amount(1000);
        for (auto& pot : rights.book.pots) {
            pot.figures = {};
            pot.promised = {};
        }
    });
    till.commit(ports::RecoveryUndone{given, "", true});
    CHECK(till.figures(store_today) == Figures{});
    CHECK(till.files().trouble().empty());
}

TEST_CASE("a new epoch is counted from one, and names the end of the one before") {
    Till till;
    const auto ended = tests::must(till.store().head());
    tests::must(till.store().set_acknowledged(ended.sequence));
    till.change("copy", [](ports::Rights& rights) { rights.book.epoch = 2; });
    till.open();
    const auto head = tests::must(till.store().head());
    CHECK(head.epoch == 2);
    CHECK(head.sequence == 1);
    CHECK(tests::must(till.store().acknowledged()) == 0);
    CHECK(tests::must(till.store().segment(1, 10)).size() == 1);
    CHECK(till.files().trouble().empty());

    SECTION("which can't be left out") {
        auto& connection = till.files().connection();
        connection.execute("DROP TRIGGER journal_is_never_cut");
        connection.execute("DELETE FROM journal WHERE place = " +
                           std::to_string(db::terminal::journal_place(1, ended.sequence)));
        CHECK(till.files().trouble() == "Event 2 begins an epoch that does not follow the one before it.");
    }
}

TEST_CASE("a forgotten period goes, and does not come again") {
    Till till;
    till.grant(store_today, amount(1000));
    till.change("pots", [](ports::Rights& rights) { forget_period(rights.book, "2026-11-22"); });
    till.open();
    auto rights = tests::must(till.store().rights());
    CHECK(rights.book.pots.empty());
    CHECK_FALSE(open_pot(rights.book, store_today));
    CHECK(till.files().trouble().empty());
}

TEST_CASE("each commit bears what was drawn for it") {
    Till till;
    int count = 0;
    till.store().draw_with([&] { return "draw" + std::to_string(++count); });
    till.commit(ports::WordsAskedFor{"oat milk"});
    const auto head = tests::must(till.store().head());
    CHECK(tests::must(till.store().segment(head.sequence, 1)).front().bytes.find("\"drawn\":\"draw1\"") !=
          std::string::npos);
    CHECK(till.files().trouble().empty());
}

TEST_CASE("what was taken is written in a form that reads back") {
    const Taken taken{3, 2, {{{"clerk:p 1", "2026-W47"}, amount(1, 2)}, {{"store", "2026-11"}, amount(3)}}};
    CHECK(db::terminal::taken_of(db::terminal::text_of(taken)) == taken);
    for (const char* text : {"", "1", "x 1", "1 1\n5", "1 1\n-5 0 2026-11-22 store"}) {
        INFO(text);
        CHECK_THROWS_AS(db::terminal::taken_of(text), db::terminal::Contradiction);
    }
}

}  // namespace makegood
