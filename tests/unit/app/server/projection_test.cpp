// What head office counts of a register's events.
#include "tests/support/register_at_head_office.hpp"

using namespace makegood;
using namespace makegood::tests;

namespace {

struct Counted : RegisterAtHeadOffice {
    core::voucher::Voucher voucher(int number) const {
        core::voucher::Voucher made;
        const std::string digits = std::to_string(number);
        made.serial = VoucherSerial("MG-29-" + std::string(10 - digits.size(), '0') + digits);
        made.ean13 = "2900000000000";
        made.value = Money::minor(500);
        made.expires = CivilDate{std::chrono::year(2026) / 12 / 22};
        made.qr = "MG1.x";
        return made;
    }
    // A voucher of 5.00 that is held at a cost of 4.01.
    void give_voucher() {
        ports::RecoveryGiven given;
        given.id = RecoveryId("r1-3");
        given.incident = IncidentId("i1-2");
        given.offer.id = OfferId("o1-2.1");
        given.offer.kind = core::recovery::OfferKind::amount_off;
        given.offer.cost = Money::minor(401);
        given.offer.worth = given.offer.voucher_value = Money::minor(500);
        given.offer.paper = core::gesture::Paper::voucher;
        given.period = "2026-11-22";
        given.voucher = voucher(17);
        given.job = PrintJobId("p1-3");
        journal.add(given);
    }
    void printed(const std::string& job) {
        journal.add(ports::PrintFinished{PrintJobId(job), ports::PrintOutcome::printed, "status"});
    }
    ports::RegisterOverview counted() { return sent().registers.at(0); }
};

void check_money(const ports::RegisterOverview& entry, std::int64_t reserved, std::int64_t spent) {
    CHECK(entry.money.reserved == Money::minor(reserved));
    CHECK(entry.money.spent == Money::minor(spent));
}

}  // namespace

TEST_CASE("a voucher's money is held until its own end") {
    Counted world;
    world.give_voucher();
    SECTION("drafted") {
        const auto entry = world.counted();
        check_money(entry, 401, 0);
        CHECK(entry.vouchers.drafted == 1);
    }
    SECTION("printed and settled") {
        world.printed("p1-3");
        world.journal.add(ports::RecoverySettled{RecoveryId("r1-3")});
        const auto entry = world.counted();
        check_money(entry, 401, 0);
        CHECK(entry.vouchers.issued == 1);
        CHECK(entry.vouchers.drafted == 0);
    }
    SECTION("redeemed") {
        world.printed("p1-3");
        world.journal.add(ports::VoucherRedeemed{world.voucher(17).serial, Money::minor(500)});
        const auto entry = world.counted();
        check_money(entry, 0, 401);
        CHECK(entry.vouchers.redeemed == 1);
    }
    SECTION("redeemed in part, rounded up") {
        world.printed("p1-3");
        world.journal.add(ports::VoucherRedeemed{world.voucher(17).serial, Money::minor(250)});
        check_money(world.counted(), 0, 201);
    }
    SECTION("expired") {
        world.printed("p1-3");
        world.journal.add(ports::VoucherExpired{world.voucher(17).serial});
        const auto entry = world.counted();
        check_money(entry, 0, 0);
        CHECK(entry.vouchers.expired == 1);
    }
    SECTION("voided") {
        world.journal.add(ports::VoucherVoided{world.voucher(17).serial, "mistake"});
        const auto entry = world.counted();
        check_money(entry, 0, 0);
        CHECK(entry.vouchers.voided == 1);
        CHECK(entry.recoveries.given == 1);
    }
    SECTION("undone") {
        world.printed("p1-3");
        world.journal.add(ports::RecoveryUndone{RecoveryId("r1-3"), "undone by the clerk"});
        const auto entry = world.counted();
        check_money(entry, 0, 0);
        CHECK(entry.money.cost == Money{});
        CHECK(entry.vouchers.voided == 1);
        CHECK(entry.recoveries.given == 0);
        CHECK(entry.recoveries.undone == 1);
    }
}

TEST_CASE("a replaced voucher's money goes with the new piece") {
    Counted world;
    world.give_voucher();
    world.journal.add(
        ports::VoucherReplaced{world.voucher(17).serial, world.voucher(18), PrintJobId("p1-4")});
    world.printed("p1-4");
    SECTION("held") {
        const auto entry = world.counted();
        check_money(entry, 401, 0);
        CHECK(entry.vouchers.issued == 1);
        CHECK(entry.vouchers.voided == 1);
    }
    SECTION("redeemed") {
        world.journal.add(ports::VoucherRedeemed{world.voucher(18).serial, Money::minor(500)});
        check_money(world.counted(), 0, 401);
    }
}

TEST_CASE("incidents are counted by kind, and those that ended with nothing") {
    Counted world;
    const std::pair<core::incident::Kind, int> kinds[] = {{core::incident::Kind::stock_out, 3},
                                                          {core::incident::Kind::service_failure, 2},
                                                          {core::incident::Kind::delight, 1}};
    int number = 0;
    for (const auto& [kind, times] : kinds) {
        for (int i = 0; i < times; ++i) {
            ports::IncidentReported reported;
            reported.id = IncidentId("i1-" + std::to_string(++number + 1));
            reported.incident.kind = kind;
            if (kind == core::incident::Kind::stock_out) {
                reported.incident.article = ArticleNumber(i < 2 ? "9520000000011" : "9520000000028");
                reported.article_name = "Coconut oil";
            }
            world.journal.add(reported);
        }
    }
    world.journal.add(ports::IncidentClosed{IncidentId("i1-2"), "left"});
    world.journal.add(ports::IncidentClosed{IncidentId("i1-999"), "left"});
    const auto entry = world.counted();
    CHECK(entry.incidents.stock_out == 3);
    CHECK(entry.incidents.failure == 2);
    CHECK(entry.incidents.delight == 1);
    CHECK(entry.incidents.closed_without == 1);
    REQUIRE(entry.missing.size() == 2);
    CHECK(entry.missing[0].article == "9520000000011");
    CHECK(entry.missing[0].times == 2);
}

TEST_CASE("what refers to an event that was set aside changes nothing") {
    Counted world;
    world.journal.add(ports::RecoverySettled{RecoveryId("r1-99")});
    world.journal.add(ports::RecoveryUndone{RecoveryId("r1-99"), "undone by the clerk"});
    world.journal.add(ports::VoucherRedeemed{world.voucher(1).serial, Money::minor(500)});
    world.journal.add(ports::VoucherReplaced{world.voucher(1).serial, world.voucher(2), PrintJobId("p1-4")});
    const auto entry = world.counted();
    check_money(entry, 0, 0);
    CHECK(entry.vouchers.redeemed == 0);
    CHECK(entry.events == 5);
}
