// What becomes of people stands in the journal, and nothing else of them.
#include <catch2/catch.hpp>

#include "app/service/add_person.hpp"
#include "app/service/look_after_people.hpp"
#include "tests/support/world.hpp"

namespace makegood::service {
namespace {

using namespace std::chrono_literals;
using ports::Role;
using tests::must;
using tests::World;

std::string journal_of(World& world) {
    std::string all;
    for (const auto& event : must(world.desk().store.segment(1, 1000))) all += event.bytes + '\n';
    return all;
}

// The changes of one person, as the journal has them.
std::string changes_of(World& world, const PersonId& id) {
    std::string found;
    for (const auto& event : must(world.desk().store.segment(1, 1000))) {
        const auto at = event.bytes.find("\"person\":\"" + id.text() + "\",\"what\":\"");
        if (at == std::string::npos) continue;
        const auto word = event.bytes.find("\"what\":\"", at) + 8;
        found += event.bytes.substr(word, event.bytes.find('"', word) - word) + ' ';
        const auto role = event.bytes.find("\"role\":\"", at) + 8;
        found += event.bytes.substr(role, event.bytes.find('"', role) - role) + ", ";
    }
    return found;
}

void lock(World& world, const PersonId& id) {
    for (int i = 0; i < 10; ++i) {
        world.clock.advance(20min);
        REQUIRE_FALSE(sign_in(world.desk(), id, "000000"));
    }
}

TEST_CASE("each change of a person is an event, without name, PIN or badge") {
    World world;
    auto& desk = world.desk();
    const auto maya = must(add_person(desk, {"Maya Adler", "", "", Role::clerk}, world.manager));
    const auto& id = maya.person.id;
    const auto badge = must(give_badge(desk, id, {}, world.manager));
    must(take_badge(desk, id, world.manager));
    lock(world, id);
    REQUIRE_FALSE(sign_in(desk, id, maya.pin));
    must(unlock(desk, id, world.manager));
    const auto pin = must(change_pin(desk, id, {}, world.manager));
    must(change_role(desk, id, Role::supervisor, console()));
    must(remove_person(desk, id, console()));

    CHECK(changes_of(world, id) ==
          "added clerk, badge-given clerk, badge-taken clerk, locked clerk, unlocked clerk, pin-made clerk, "
          "role-changed supervisor, removed supervisor, ");
    const auto journal = journal_of(world);
    for (const auto& secret : {std::string("Maya"), maya.pin, pin, badge})
        CHECK(journal.find(secret) == std::string::npos);
    CHECK(journal.find("\"by\":\"p-manager\"") != std::string::npos);
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("tables made anew from the journal know the same people and locks") {
    World world;
    const auto maya = must(add_person(world.desk(), {"Maya Adler", "", "", Role::clerk}, console()));
    must(change_role(world.desk(), maya.person.id, Role::manager, console()));
    lock(world, maya.person.id);
    const auto staff = [&] {
        std::string all;
        for (const auto& row : must(world.desk().store.staff()))
            all += row.id.text() + std::string(ports::word(row.role)) + (row.left ? " left " : " ");
        return all;
    };
    const auto before = staff();
    world.edit("DELETE FROM staff");
    world.edit("DELETE FROM locked");
    CHECK(world.trouble_in_the_books() != "");
    must(world.desk().store.make_tables_anew());
    CHECK(staff() == before);
    CHECK(must(world.desk().store.sign_in_locked(maya.person.id)));
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("a change that is refused leaves no event, and no person without one") {
    World world;
    must(add_person(world.desk(), {"Maya Adler", "", "", Role::clerk}, console()));
    const auto before = world.desk().store.head()->sequence;
    CHECK_FALSE(add_person(world.desk(), {"Maya Adler", "", "", Role::clerk}, console()));
    CHECK_FALSE(add_person(world.desk(), {"Otto", "", "", Role::owner}, world.manager));
    CHECK_FALSE(change_role(world.desk(), world.clerk, Role::owner, world.manager));
    CHECK(world.desk().store.head()->sequence == before);
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("who worked here before people were recorded is taken up once") {
    World world;
    REQUIRE(must(world.desk().store.staff()).empty());
    CHECK(role_of(world.desk(), world.manager) == Role::manager);
    must(record_people_of_before(world.desk()));
    must(record_people_of_before(world.desk()));
    CHECK(must(world.desk().store.staff()).size() == 2);
    CHECK(changes_of(world, world.manager) == "added manager, ");
    CHECK(role_of(world.desk(), world.manager) == Role::manager);
    CHECK(world.trouble_in_the_books() == "");
}

TEST_CASE("strangers are locked once in the journal, as nobody") {
    World world;
    for (int i = 0; i < 12; ++i) {
        world.clock.advance(20min);
        REQUIRE_FALSE(sign_in(world.desk(), PersonId("p-stranger-" + std::to_string(i)), "000000"));
    }
    CHECK(changes_of(world, PersonId()) == "locked clerk, ");
    CHECK(journal_of(world).find("p-stranger") == std::string::npos);
    CHECK(world.trouble_in_the_books() == "");
}

}  // namespace
}  // namespace makegood::service
