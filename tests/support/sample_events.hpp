// One of each event, with every optional part there and text that has to be escaped.
#pragma once
#include <vector>

#include "app/ports/event_codec.hpp"

namespace makegood::tests {

inline ports::EventHead sample_head() {
    return {DeviceId("0123456789abcdef0123456789abcdef"), 1, 17, std::string(64, 'a')};
}

inline ports::Stamp sample_stamp() {
    return {*base::parse_instant("2026-11-22T14:07:00.000001Z"), PersonId("p-7f3a")};
}

inline core::recovery::Offer sample_offer() {
    core::recovery::Offer offer;
    offer.id = OfferId("o1-16.1");
    offer.kind = core::recovery::OfferKind::free_substitute;
    offer.article = ArticleNumber("9520000000028");
    offer.gesture = GestureId("free-upgrade");
    offer.quantity = 2;
    offer.title = "Virgin coconut oil 800 ml";
    offer.label = "Twice as large, free";
    offer.detail = "Kokora · 800 ml instead of 400 ml";
    offer.reason = "same kind, \"cold pressed\"";
    offer.sentence = "Please take this one.\nIt is on us.";
    offer.place = "Aisle 4\\2";
    offer.pays = Money::minor(0);
    offer.cost = Money::minor(412);
    offer.worth = Money::minor(949);
    offer.paper = core::gesture::Paper::sticker;
    offer.voucher_value = Money::minor(350);
    offer.valid_days = 90;
    offer.due_hours = 24;
    offer.score = 0.73125;
    offer.probability = Percent::basis_points(3333);
    return offer;
}

inline core::voucher::Voucher sample_voucher() {
    return {VoucherSerial("MG-29-0000000017"),
            "2900000000179",
            Money::minor(350),
            CivilDate{std::chrono::year{2027} / 2 / 20},
            "MG1.MG-29-0000000017.350.USD.20270220.0123.c2ln",
            core::voucher::State::drafted};
}

inline core::incident::Incident sample_incident() {
    core::incident::Incident incident;
    incident.kind = core::incident::Kind::service_failure;
    incident.failure = core::incident::Failure::waited_too_long;
    incident.severity = core::incident::Severity::spoiled_visit;
    incident.context.in_a_hurry = true;
    incident.context.not_our_fault = true;
    incident.article = ArticleNumber("9520000000011");
    incident.quantity = 3;
    incident.loss = Money::minor(1797);
    return incident;
}

// All of it, of a register that goes on in a second epoch.
inline ports::RightsChanged sample_rights() {
    const auto amount = [](std::int64_t cost, std::int64_t worth) {
        return core::budget::Amount{Money::minor(cost), Money::minor(worth)};
    };
    ports::RightsRow row;
    row.pot.id = {"store", "2026-11-22"};
    row.pot.figures = {amount(500, 900), amount(100, 0), amount(200, 300), amount(10, 20)};
    row.pot.promised = amount(600, 900);
    row.pot.released = amount(30, 40);
    row.pot.limit = {Money::minor(5000), Money::minor(9000)};
    row.presumed = amount(70, 80);
    return {"hub", 2, 1, true, 17, std::string(64, 'e'), {"2026-11-20"}, {row}};
}

inline ports::RecoveryGiven sample_spending() {
    ports::RecoveryGiven event;
    event.id = RecoveryId("r1-18");
    event.incident = IncidentId("i1-16");
    event.offer = sample_offer();
    event.period = "2026-11-22";
    event.taken = {1, 1, {{{"store", "2026-11-22"}, {Money::minor(161), Money::minor(350)}}}};
    return event;
}

inline std::vector<ports::Event> sample_events() {
    const auto instant = *base::parse_instant("2026-11-23T14:07:00.000000Z");
    const core::budget::Limit limit{core::budget::PeriodKind::week, Money::minor(5000), Money::minor(9000)};
    const auto voucher = sample_voucher();
    auto bare = sample_offer();
    bare.pays.reset();
    return {
        ports::ShopOpened{"Corner Shop", "Till 1", "USD", "Europe/Zurich", std::string(64, 'b')},
        ports::BudgetSet{limit, "2026-W47"},
        ports::IncidentReported{
            IncidentId("i1-16"), sample_incident(), "Coconut oil", {sample_offer(), bare}, "\x01\t"},
        ports::IncidentClosed{IncidentId("i1-16"), "left"},
        ports::RecoveryGiven{
            RecoveryId("r1-17"), IncidentId("i1-16"), sample_offer(), "2026-W47", limit, voucher,
            core::followup::Promise{PromiseId("m1-17"), "Call back", instant, instant}, PrintJobId("p1-17")},
        ports::RecoveryUndone{RecoveryId("r1-17"), "undone by the clerk"},
        ports::RecoverySettled{RecoveryId("r1-17")},
        ports::VoucherReplaced{VoucherSerial("MG-29-0000000016"), voucher, PrintJobId("p1-18")},
        ports::VoucherVoided{voucher.serial, "lost"},
        ports::VoucherRedeemed{voucher.serial, Money::minor(350)},
        ports::VoucherExpired{voucher.serial},
        ports::PrintStarted{PrintJobId("p1-17"), 2},
        ports::PrintFinished{PrintJobId("p1-17"), ports::PrintOutcome::not_printed, "no answer"},
        ports::CatalogueImported{"catalogue-3.db", std::string(64, 'c'), 92331, 5, 6, 7, 8, true},
        ports::PromiseKept{PromiseId("m1-17")},
        ports::ClockSetBack{instant},
        ports::ClockJumped{instant},
        ports::ClockConfirmed{"head-office"},
        ports::SalesImported{"learnt-3.db", std::string(64, 'd'), 49918, 1025, 17003},
        ports::OffersRenewed{
            IncidentId("i1-17"),
            OfferId("o1-17.1"),
            "other-brand",
            {{ArticleNumber("4012345678901")}, {GestureId("coffee")}, {"Kokora"}, {"nuts"}, true},
            {sample_offer()},
            "Nothing else fits."},
        ports::WordsAskedFor{"oat milk, unsweetened"},
        ports::StockCounted{ArticleNumber("9520000000011"), 24},
        ports::PersonChanged{PersonId("p-9c1d"), ports::PersonChange::role_changed,
                             core::budget::Role::supervisor},
        sample_rights(),
        ports::PolicyPublished{7, std::string(64, 'f'), ports::PolicyOrigin::head_office,
                               std::string(64, 'a')},
    };
}

// Those that somebody else signed for.
inline std::vector<ports::Event> approved_events() {
    auto given = std::get<ports::RecoveryGiven>(sample_events()[4]);
    given.approved_by = PersonId("p-9c1d");
    given.approved_why = "The whole order was wrong, \"twice\".";
    auto budget = std::get<ports::BudgetSet>(sample_events()[1]);
    budget.approved_by = PersonId("p-9c1d");
    budget.approved_why = "Christmas";
    auto no_reason = budget;
    no_reason.approved_why.clear();
    return {given, budget, no_reason};
}

// Of a period of the owner's own, 14 days from a Monday.
inline core::budget::Limit sample_own_limit() {
    core::budget::Limit limit{core::budget::PeriodKind::own, Money::minor(70000), Money::minor(99000)};
    limit.own = {14, CivilDate{std::chrono::year{2026} / 1 / 5}};
    return limit;
}

// Of a customer who is known, under limits for the store, each clerk, each customer and one kind of gesture.
inline ports::RecoveryGiven sample_spending_of_a_customer() {
    auto event = sample_spending();
    event.period = "2026-11-09+14";
    event.limit = sample_own_limit();
    const core::budget::Amount amount{Money::minor(161), Money::minor(350)};
    event.taken.charges = {{{"store", "2026-11-09+14"}, amount},
                           {{"clerk=p-7f3a/day", "2026-11-22"}, amount},
                           {{"customer=91c0/own", "2026-11-09+14"}, amount},
                           {{"kind:voucher/week", "2026-W47"}, amount}};
    return event;
}

// With what stands in an event only where it is not empty.
inline std::vector<ports::Event> sample_events_with_rights() {
    auto known = std::get<ports::IncidentReported>(sample_events()[2]);
    known.customer = "91c0";
    return {sample_spending(), ports::RecoveryUndone{RecoveryId("r1-17"), "undone by the clerk", true},
            ports::BudgetSet{sample_own_limit(), "2026-11-09+14", {}, {}}, known,
            sample_spending_of_a_customer()};
}

}  // namespace makegood::tests
