#include "db/terminal/people_store.hpp"

#include <sodium.h>

#include <catch2/catch.hpp>

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
    CHECK(people.pin_is(PersonId("p-9"), "123456").error().kind == ErrorKind::not_found);
}

TEST_CASE("wrong tries are counted over a restart, and cleared") {
    const tests::ScratchFolder folder;
    auto files = must(tests::RegisterFiles::open(folder.path()));
    must(files->people().add(ada, "123456"));
    const Instant noon = *base::parse_instant("2026-11-22T12:00:00.000000Z");
    must(files->people().count_wrong(ada.id, noon));
    must(files->people().count_wrong(ada.id, noon + Duration(5)));
    files.reset();
    files = must(tests::RegisterFiles::open(folder.path()));
    CHECK(must(files->people().attempts(ada.id)).wrong == 2);
    CHECK(must(files->people().attempts(ada.id)).last == noon + Duration(5));
    must(files->people().restart_wait(ada.id, noon));
    CHECK(must(files->people().attempts(ada.id)).wrong == 2);
    CHECK(must(files->people().attempts(ada.id)).last == noon);
    must(files->people().clear_wrong(ada.id));
    CHECK(must(files->people().attempts(ada.id)).wrong == 0);
    CHECK(files->people().count_wrong(PersonId("p-9"), noon).error().kind == ErrorKind::not_found);
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
