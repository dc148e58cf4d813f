#include "db/terminal/people_store.hpp"

#include <sodium.h>

#include <catch2/catch.hpp>
#include <map>

#include "db/engine/migrations.hpp"
#include "db/terminal/schema.hpp"
#include "tests/support/register_files.hpp"

namespace makegood {
namespace {

using tests::must;

const ports::Person ada{PersonId("p-1"), "Ada", "A", ports::Role::manager};
const ports::Person bea{PersonId("p-2"), "Bea", "B", ports::Role::clerk};

}  // namespace

TEST_CASE("people are kept by name, and a name is there once") {
    const tests::ScratchFolder folder;
    const auto files = must(tests::RegisterFiles::open(folder.path()));
    auto& people = files->people();
    CHECK(must(people.all()).empty());
    must(people.add(bea, "4711"));
    must(people.add(ada, "123456"));
    const auto all = must(people.all());
    REQUIRE(all.size() == 2);
    CHECK(all[0].name == "Ada");
    CHECK(all[0].role == ports::Role::manager);
    CHECK(all[1].initials == "B");
    CHECK(people.add({PersonId("p-3"), "Ada", "A", ports::Role::clerk}, "1111").error().kind ==
          ErrorKind::refused);
    CHECK(people.add({PersonId("p-3"), "", "A", ports::Role::clerk}, "1111").error().kind ==
          ErrorKind::bad_input);
    for (const char* pin : {"", "123", "12a4", "1234567890123", " 1234"})
        CHECK(people.add({PersonId("p-3"), "Cyd", "C", ports::Role::clerk}, pin).error().kind ==
              ErrorKind::bad_input);
}

TEST_CASE("only the right PIN is the right one") {
    const tests::ScratchFolder folder;
    const auto files = must(tests::RegisterFiles::open(folder.path()));
    auto& people = files->people();
    must(people.add(ada, "123456"));
    must(people.add(bea, "123456"));
    CHECK(must(people.pin_is(ada.id, "123456")));
    CHECK_FALSE(must(people.pin_is(ada.id, "123457")));
    CHECK_FALSE(must(people.pin_is(ada.id, "")));
    CHECK_FALSE(must(people.pin_is(PersonId("p-9"), "123456")));
}

TEST_CASE("wrong tries are counted over a restart, and cleared") {
    const tests::ScratchFolder folder;
    auto files = must(tests::RegisterFiles::open(folder.path()));
    must(files->people().add(ada, "123456"));
    const ports::Moment noon{"a boot", std::chrono::hours(12)}, later{"another", std::chrono::hours(1)};
    must(files->people().count_wrong(ada.id, noon));
    must(files->people().count_wrong(ada.id, later));
    files.reset();
    files = must(tests::RegisterFiles::open(folder.path()));
    CHECK(must(files->people().attempts(ada.id)).wrong == 2);
    CHECK(must(files->people().attempts(ada.id)).since.boot == "another");
    CHECK(must(files->people().attempts(ada.id)).since.steady == later.steady);
    must(files->people().restart_wait(ada.id, noon));
    CHECK(must(files->people().attempts(ada.id)).wrong == 2);
    CHECK(must(files->people().attempts(ada.id)).since.boot == "a boot");
    must(files->people().clear_wrong(ada.id));
    CHECK(must(files->people().attempts(ada.id)).wrong == 0);
}

TEST_CASE("strangers share one count that is nobody's") {
    const tests::ScratchFolder folder;
    auto files = must(tests::RegisterFiles::open(folder.path()));
    must(files->people().add(ada, "123456"));
    must(files->people().count_wrong(PersonId("p-8"), {"a boot", {}}));
    must(files->people().count_wrong(PersonId("p-9"), {"a boot", {}}));
    must(files->people().count_wrong(PersonId(""), {"a boot", {}}));
    CHECK(must(files->people().attempts(PersonId("p-7"))).wrong == 3);
    CHECK(must(files->people().attempts(ada.id)).wrong == 0);
}

TEST_CASE("who is taken out keeps a name and nothing else") {
    const tests::ScratchFolder folder;
    auto files = must(tests::RegisterFiles::open(folder.path()));
    auto& people = files->people();
    must(people.add(ada, "123456"));
    must(people.set_badge(ada.id, "a badge"));
    CHECK(must(people.with_badge("a badge")) == ada.id);
    CHECK_FALSE(must(people.with_badge("another")));
    must(people.remove(ada.id));
    CHECK(must(people.all()).empty());
    CHECK_FALSE(must(people.pin_is(ada.id, "123456")));
    CHECK_FALSE(must(people.with_badge("a badge")));
    REQUIRE(must(people.find(ada.id)));
    CHECK(must(people.find(ada.id))->left);
    CHECK(must(people.find(ada.id))->person.name == "Ada");
    CHECK_FALSE(must(people.find(PersonId("p-9"))));
    for (const auto& refused : {people.remove(ada.id), people.change_role(ada.id, ports::Role::clerk),
                                people.set_badge(ada.id, "b"), people.change_pin(ada.id, "123456")})
        CHECK(refused.error().kind == ErrorKind::not_found);
    must(people.add({PersonId("p-3"), "Ada", "A", ports::Role::clerk}, "4711"));
}

TEST_CASE("a badge is kept as a hash under a key that is not in the database") {
    const tests::ScratchFolder folder;
    auto files = must(tests::RegisterFiles::open(folder.path()));
    must(files->people().add(ada, "123456"));
    must(files->people().set_badge(ada.id, "MGB-secret-badge"));
    const auto hash = files->connection().database().execAndGet("SELECT badge_hash FROM people").getString();
    CHECK(hash.size() == 64);
    CHECK(hash.find("secret") == std::string::npos);
    unsigned char plain[32];
    const std::string code = "MGB-secret-badge";
    crypto_generichash(plain, sizeof plain, reinterpret_cast<const unsigned char*>(code.data()), code.size(),
                       nullptr, 0);
    char hex[65];
    CHECK(hash != sodium_bin2hex(hex, sizeof hex, plain, sizeof plain));
}

// The tables of people as they were before there were four roles.
TEST_CASE("roles of before are taken over: the first manager becomes the owner") {
    struct Case {
        std::vector<std::pair<const char*, int>> before;  // name, role
        std::map<std::string, ports::Role> after;
    };
    using enum ports::Role;
    const Case cases[] = {
        {{{"Ann", 0}, {"Bo", 1}}, {{"Ann", clerk}, {"Bo", owner}}},
        {{{"Manager", 1}, {"Ann", 0}, {"Bo", 1}}, {{"Manager", owner}, {"Ann", clerk}, {"Bo", manager}}},
        {{{"Ann", 1}, {"Bo", 1}}, {{"Ann", owner}, {"Bo", owner}}},
        {{}, {}},
    };
    for (const auto& each : cases) {
        const tests::ScratchFolder folder;
        const auto path = (folder.path() / "old.db").string();
        const auto connection = must(db::engine::Connection::open(path));
        const auto all = db::terminal::register_migrations();
        must(db::engine::migrate(*connection, all.first(8)));
        must(db::terminal::PeopleStore::open(*connection, folder.path()));  // makes the pepper
        int number = 0;
        for (const auto& [name, role] : each.before) {
            ++number;
            connection->execute("INSERT INTO people (id, name, initials, role, pin_hash, wrong) VALUES ('p" +
                                std::to_string(number) + "', '" + name + "', 'X', " + std::to_string(role) +
                                ", 'hash', " + std::to_string(number * 7) + ")");
        }
        must(db::engine::migrate(*connection, all));
        const auto people = must(db::terminal::PeopleStore::open(*connection, folder.path()));
        std::map<std::string, ports::Role> after;
        for (const auto& person : must(people->all())) after[person.name] = person.role;
        CHECK(after == each.after);
        if (each.before.empty()) continue;
        CHECK(must(people->attempts(PersonId("p1"))).wrong == 7);
        CHECK(must(people->attempts(PersonId("p2"))).wrong == 9);
    }
}

TEST_CASE("PINs are sealed with Argon2id and a pepper that is not in the database") {
    const tests::ScratchFolder folder;
    auto files = must(tests::RegisterFiles::open(folder.path()));
    must(files->people().add(ada, "123456"));
    const auto hash = files->connection().database().execAndGet("SELECT pin_hash FROM people").getString();
    CHECK_THAT(hash, Catch::StartsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    CHECK(crypto_pwhash_str_verify(hash.c_str(), "123456", 6) != 0);
    files.reset();
    std::filesystem::remove(folder.path() / "keys/pepper");
    const auto reopened = tests::RegisterFiles::open(folder.path());
    REQUIRE_FALSE(reopened);
    CHECK_THAT(reopened.error().sentence, Catch::Contains("no PIN can be checked"));
}

TEST_CASE("the device signs with one key for ever") {
    const tests::ScratchFolder folder;
    const auto signer = must(db::terminal::DeviceSigner::open(folder.path()));
    const auto again = must(db::terminal::DeviceSigner::open(folder.path()));
    CHECK(signer.public_key_hex() == again.public_key_hex());
    CHECK(signer.device() == again.device());
    const auto signature = signer.sign("bytes");
    CHECK(signature == again.sign("bytes"));
    REQUIRE(signature.size() == 64);
    unsigned char key[32];
    sodium_hex2bin(key, sizeof key, signer.public_key_hex().c_str(), 64, nullptr, nullptr, nullptr);
    const auto verifies = [&](const std::string& text) {
        return crypto_sign_verify_detached(reinterpret_cast<const unsigned char*>(signature.data()),
                                           reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                                           key) == 0;
    };
    CHECK(verifies("bytes"));
    CHECK_FALSE(verifies("byteS"));
    const tests::ScratchFolder other;
    CHECK(must(db::terminal::DeviceSigner::open(other.path())).public_key_hex() != signer.public_key_hex());
}

}  // namespace makegood
