#include "app/service/policy_in_force.hpp"

#include <catch2/catch.hpp>

#include "app/service/add_person.hpp"
#include "app/service/give.hpp"
#include "app/service/report.hpp"
#include "app/service/who_may.hpp"
#include "app/wire/digest.hpp"
#include "tests/support/world.hpp"

using namespace makegood;
using ports::PolicyOrigin;
using tests::World;

namespace {

ports::PolicyPublished published(std::uint64_t version, PolicyOrigin origin = PolicyOrigin::store,
                                 const std::string& digest = "") {
    return {version, digest.empty() ? "d" + std::to_string(version) : digest, origin, std::string(64, 'a')};
}

service::PolicyPaper paper(std::uint64_t version, PolicyOrigin origin = PolicyOrigin::store,
                           const std::string& store = "Corner Market") {
    const std::string text = "version = " + std::to_string(version) + "\n";
    return {published(version, origin, wire::blake2b_hex(text)), store, {text, "signature"}};
}

std::string put(World& world, const service::PolicyPaper& paper, const PersonId& by = service::console()) {
    const auto done = service::put_into_force(world.desk(), world.policies(), paper, by);
    return done ? "" : done.error().sentence;
}

std::uint64_t version_in_force(World& world) {
    const auto row = tests::must(world.policies().in_force());
    return row ? row->published.version : 0;
}

}  // namespace

TEST_CASE("Versions rise, and head office's rules go before the store's own") {
    const auto store = PolicyOrigin::store, office = PolicyOrigin::head_office;
    struct Case {
        std::optional<ports::PolicyPublished> now;
        ports::PolicyPublished next;
        std::string sentence;  // a part; empty: it may follow
    };
    const Case cases[] = {
        {{}, published(1), ""},
        {{}, published(40), ""},
        {published(1), published(2), ""},
        {published(1), published(9), ""},
        {published(2), published(2, store, "other"), "Version 2 can't follow version 2"},
        {published(2), published(2), "version 2, which is in force already"},
        {published(2), published(1), "Write version = 3 under [policy]"},
        {published(9), published(1, office), ""},
        {published(9, office), published(9, office, "other"), "Version 9 can't follow version 9"},
        {published(9, office), published(8, office), "Version 8 can't follow version 9"},
        {published(9, office), published(10, office), ""},
        {published(9, office), published(10, store), "come from head office (version 9)"},
    };
    for (const auto& each : cases) {
        std::optional<ports::PolicyRow> now;
        if (each.now) now = ports::PolicyRow{*each.now, {}};
        const auto outcome = service::may_follow(now, each.next);
        CAPTURE(each.next.version, each.sentence);
        CHECK(outcome.has_value() == each.sentence.empty());
        if (!outcome) CHECK(outcome.error().kind == ErrorKind::refused);
        if (!outcome) CHECK(outcome.error().sentence.find(each.sentence) != std::string::npos);
    }
}

TEST_CASE("What was put into force stays so after a restart, and older ones stay refused") {
    World world;
    CHECK(version_in_force(world) == 0);
    CHECK(put(world, paper(2)) == "");
    CHECK(put(world, paper(3)) == "");
    world.reopen();
    CHECK(version_in_force(world) == 3);
    const auto row = tests::must(world.policies().in_force());
    CHECK(tests::must(world.policies().text(row->published.digest))->text == "version = 3\n");
    CHECK(put(world, paper(2)).find("can't follow") != std::string::npos);
    CHECK(tests::must(world.policies().history(9)).size() == 2);
    CHECK(tests::must(world.policies().history(1)).front().published.version == 3);
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("Foreign rules and rules of a clerk are refused, and nothing is recorded") {
    World world;
    const auto before = tests::must(world.desk().store.head()).sequence;
    CHECK(put(world, paper(1, PolicyOrigin::store, "Elsewhere")).find("for the store \"Elsewhere\"") !=
          std::string::npos);
    for (const auto& by : {world.clerk, world.manager}) {
        CHECK(put(world, paper(1), by).find("owner") != std::string::npos);
        CHECK(put(world, paper(1, PolicyOrigin::store), PersonId{}) != "");
    }
    CHECK(tests::must(world.desk().store.head()).sequence == before);
    const auto owner = tests::must(
        service::add_person(world.desk(), {"Mo", "", "", ports::Role::owner}, service::console()));
    CHECK(put(world, paper(1), owner.person.id) == "");
    CHECK(tests::must(world.policies().in_force())->stamp.by == owner.person.id);
    CHECK(put(world, paper(1, PolicyOrigin::head_office), PersonId{}) == "");
}

TEST_CASE("An edited table does not say what is in force") {
    World world;
    CHECK(put(world, paper(1)) == "");
    CHECK(put(world, paper(2)) == "");
    for (const char* sql : {"UPDATE policies SET version = 9",
                            "UPDATE policies SET digest = 'x' WHERE version = 2", "DELETE FROM policies"}) {
        world.edit(sql);
        CAPTURE(sql);
        CHECK(version_in_force(world) == 2);
        CHECK(world.trouble_in_the_books() != "");
        tests::must(world.desk().store.make_tables_anew());
        CHECK(world.trouble_in_the_books() == "");
    }
    world.edit("UPDATE policy_texts SET text = x'41'");
    const auto row = tests::must(world.policies().in_force());
    CHECK_FALSE(tests::must(world.policies().text(row->published.digest)));
}

TEST_CASE("Somebody is served from the report until it is made good, closed or left alone") {
    World world;
    const auto in_the_middle = [&] {
        return tests::must(service::in_the_middle(world.desk(), world.policies()));
    };
    CHECK_FALSE(in_the_middle());
    const auto report = [&] {
        return tests::must(service::report_stock_out(world.desk(), tests::coconut_oil, 1, world.clerk));
    };
    auto reported = report();
    CHECK(in_the_middle());
    tests::must(service::give(world.desk(), reported.cards.front().id, world.clerk));
    CHECK_FALSE(in_the_middle());
    report();
    CHECK(in_the_middle());
    world.clock.advance(std::chrono::minutes(16));
    CHECK_FALSE(in_the_middle());
}
