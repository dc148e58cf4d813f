// Whoever acts has to work here, whatever the act and whatever became of them since they signed in.
#include "app/service/who_may.hpp"

#include <catch2/catch.hpp>

#include "app/service/add_person.hpp"
#include "app/service/count_stock.hpp"
#include "app/service/decline.hpp"
#include "app/service/give.hpp"
#include "app/service/look_after_people.hpp"
#include "app/service/print_queue.hpp"
#include "app/service/promises.hpp"
#include "app/service/report.hpp"
#include "app/service/sign_in.hpp"
#include "app/service/unmet.hpp"
#include "app/service/voucher_use.hpp"
#include "tests/support/world.hpp"

namespace makegood::service {
namespace {

using namespace std::chrono_literals;
using ports::Role;
using tests::World;

struct Act {
    const char* name;
    std::function<Result<>(Desk&, const PersonId&)> done;
};

template <class T>
Result<> only_whether(const Result<T>& result) {
    if (!result) return fail(result.error());
    return {};
}

// Everything that a clerk may do, on one open case.
std::vector<Act> acts_on(const Reported& open) {
    const auto card = open.cards.front().id;
    return {
        {"report a stock-out",
         [](Desk& desk, const PersonId& by) {
             return only_whether(report_stock_out(desk, tests::coconut_oil, 1, by));
         }},
        {"report a failure",
         [](Desk& desk, const PersonId& by) { return only_whether(report_failure(desk, {}, by)); }},
        {"say no to a card",
         [card](Desk& desk, const PersonId& by) {
             return only_whether(decline(desk, {card, WhyNot::not_wanted, {}, {}}, by));
         }},
        {"close a case",
         [id = open.incident](Desk& desk, const PersonId& by) {
             return close_incident(desk, id, "left", by);
         }},
        {"keep a promise",
         [](Desk& desk, const PersonId& by) { return keep_promise(desk, PromiseId("m1-1"), by); }},
        {"count a shelf",
         [](Desk& desk, const PersonId& by) {
             return only_whether(count_stock(desk, tests::coconut_oil, 3, by));
         }},
        {"write down what was asked for",
         [](Desk& desk, const PersonId& by) { return only_whether(record_words(desk, "oat milk", by)); }},
        {"say that a paper is whole",
         [](Desk& desk, const PersonId& by) { return answer_print(desk, PrintJobId("p1-1"), true, by); }},
        {"redeem a voucher",
         [](Desk& desk, const PersonId& by) {
             return only_whether(redeem_voucher(desk, "MG-29-0000000001", by));
         }},
        {"give", [card](Desk& desk, const PersonId& by) { return only_whether(give(desk, card, by)); }},
    };
}

struct Shop {
    Shop() {
        const auto added = add_person(world.desk(), {"Maya Adler", "", "274193", Role::clerk}, console());
        REQUIRE(added);
        maya = added->person.id;
        auto reported = report_stock_out(world.desk(), tests::coconut_oil, 1, maya);
        REQUIRE(reported);
        open = std::move(*reported);
    }
    void lock() {
        for (int i = 0; i < 10; ++i) {
            world.clock.advance(20min);
            REQUIRE_FALSE(sign_in(world.desk(), maya, "000000"));
        }
    }
    // That none of it happens, and nothing is written.
    void refuses_everything(const PersonId& by, const char* because) {
        for (const auto& act : acts_on(open)) {
            INFO(act.name);
            const auto before = world.desk().store.head()->sequence;
            const auto done = act.done(world.desk(), by);
            REQUIRE_FALSE(done);
            CHECK(done.error().kind == ErrorKind::refused);
            CHECK_THAT(done.error().sentence, Catch::Contains(because));
            CHECK(world.desk().store.head()->sequence == before);
        }
    }

    World world;
    PersonId maya;
    Reported open;
};

TEST_CASE("who was taken out does nothing more, also where they are signed in") {
    Shop shop;
    REQUIRE(remove_person(shop.world.desk(), shop.maya, console()));
    shop.refuses_everything(shop.maya, "Nobody who works at this register");
    shop.refuses_everything(PersonId("p-nobody"), "Nobody who works at this register");
    shop.refuses_everything(PersonId(), "Nobody who works at this register");
}

TEST_CASE("who was locked does nothing until somebody opens it, but for what their badge lets them") {
    Shop shop;
    auto& desk = shop.world.desk();
    shop.lock();
    shop.refuses_everything(shop.maya, "locked");
    const auto badge = give_badge(desk, shop.maya, {}, console());
    REQUIRE(badge);
    REQUIRE(sign_in_with_badge(desk, *badge));
    CHECK(record_words(desk, "oat milk", shop.maya));
    REQUIRE(unlock(desk, shop.maya, console()));
    CHECK(give(desk, shop.open.cards.front().id, shop.maya));
    CHECK(shop.world.trouble_in_the_books() == "");
}

TEST_CASE("a colleague goes on with the case of who was locked") {
    Shop shop;
    shop.lock();
    CHECK(give(shop.world.desk(), shop.open.cards.front().id, shop.world.clerk));
}

TEST_CASE("a role, a person or an opened lock that the journal does not know is worth nothing") {
    Shop shop;
    auto& desk = shop.world.desk();
    SECTION("a role") {
        shop.world.edit("UPDATE people SET role = 2 WHERE name = 'Maya Adler'");
        const auto role = role_of(desk, shop.maya);
        REQUIRE_FALSE(role);
        CHECK(role.error().kind == ErrorKind::failed);
        CHECK_THAT(role.error().sentence, Catch::Contains("makegood people role"));
        REQUIRE(change_role(desk, shop.maya, Role::clerk, console()));
        CHECK(role_of(desk, shop.maya));
    }
    SECTION("a person") {
        shop.world.edit(
            "INSERT INTO people (id, name, initials, role, pin_hash, gone) VALUES ('p-x', 'X', 'X', 3, '', "
            "0)");
        CHECK_FALSE(role_of(desk, PersonId("p-x")));
    }
    SECTION("somebody who came back") {
        REQUIRE(remove_person(desk, shop.maya, console()));
        shop.world.edit("UPDATE people SET gone = 0 WHERE name = 'Maya Adler'");
        CHECK_FALSE(role_of(desk, shop.maya));
    }
    SECTION("an opened lock") {
        shop.lock();
        shop.world.edit("UPDATE wrong_pins SET wrong = 0");
        CHECK_FALSE(role_of(desk, shop.maya));
        CHECK_FALSE(sign_in(desk, shop.maya, "274193"));
    }
}

}  // namespace
}  // namespace makegood::service
