#include "db/terminal/people_store.hpp"

#include <sodium.h>

#include "app/base/check.hpp"
#include "db/terminal/columns.hpp"
#include "db/terminal/folder_names.hpp"
#include "db/terminal/hash.hpp"
#include "db/terminal/rows.hpp"

namespace makegood::db::terminal {
namespace {

// OWASP's least for Argon2id: 19 MiB, two passes.
constexpr unsigned long long argon_passes = 2;
constexpr std::size_t argon_memory = 19 * 1024 * 1024;
constexpr std::size_t shortest_pin = 4, longest_pin = 12;

// As costly to verify as a real one, and of no PIN: what stands for the hash is a sentence.
constexpr const char* stranger_hash =
    "$argon2id$v=19$m=19456,t=2,p=1$c2FsdCBvZiBzdHJhbmdlcg$bm8gUElOIGlzIHRoZWlycywgYW5kIG5vbmUgZml0cy4";

// Whose count it is: people who left keep theirs, all strangers share one.
#define MAKEGOOD_WHOSE_COUNT "who = (SELECT coalesce((SELECT id FROM people WHERE id = ?1), ''))"

bool is_pin(const std::string& text) {
    return text.size() >= shortest_pin && text.size() <= longest_pin &&
           text.find_first_not_of("0123456789") == std::string::npos;
}

Result<bool> somebody_works_here(engine::Connection& connection) {
    return connection.guarded(
        [&]() -> Result<bool> { return connection.query("SELECT 1 FROM people LIMIT 1").step(); });
}

tl::unexpected<Error> nobody(const PersonId& id) {
    return fail(ErrorKind::not_found,
                "Nobody here has the id " + id.text() + ". See who works here with: makegood people list");
}

tl::unexpected<Error> name_taken(const std::string& name) {
    return fail(ErrorKind::refused, "\"" + name + "\" works here already. Give the new one another name.");
}

}  // namespace

Result<std::unique_ptr<PeopleStore>> PeopleStore::open(engine::Connection& connection,
                                                       const std::filesystem::path& folder) {
    MAKEGOOD_CHECK(sodium_init() >= 0);
    const auto file = folder / pepper_name;
    auto pepper = read_key(file);
    if (!pepper && pepper.error().kind != ErrorKind::not_found) return fail(pepper.error());
    if (!pepper) {
        const auto in_use = somebody_works_here(connection);
        if (!in_use) return fail(in_use.error());
        if (*in_use)
            return fail(ErrorKind::failed,
                        "The file " + file.string() +
                            " is gone, and without it no PIN can be checked. Restore it from a "
                            "backup, or begin with a new folder.");
        pepper = Key::random();
        MAKEGOOD_TRY(write_key(file, *pepper));
    }
    return std::unique_ptr<PeopleStore>(new PeopleStore(connection, *pepper));
}

Result<std::vector<ports::Person>> PeopleStore::all() {
    return connection_.guarded([&]() -> Result<std::vector<ports::Person>> {
        auto query =
            connection_.query("SELECT id, name, initials, role FROM people WHERE gone = 0 ORDER BY name");
        return all_rows(query, [](engine::Query& row) {
            ports::Person person;
            take_all(row, person.id, person.name, person.initials, person.role);
            return person;
        });
    });
}

Result<std::optional<ports::People::Known>> PeopleStore::find(const PersonId& id) {
    return connection_.guarded([&]() -> Result<std::optional<Known>> {
        auto query = connection_.query("SELECT id, name, initials, role, gone FROM people WHERE id = ?");
        put_all(query, id);
        return one_row(query, [](engine::Query& row) {
            Known known;
            take_all(row, known.person.id, known.person.name, known.person.initials, known.person.role);
            known.left = row.take_integer() != 0;
            return known;
        });
    });
}

Result<> PeopleStore::add(const ports::Person& person, const std::string& pin) {
    if (person.name.empty()) return fail(ErrorKind::bad_input, "A person needs a name. Give one.");
    const auto hash = sealed(person.id, pin);
    if (!hash) return fail(hash.error());
    return connection_.transaction([&]() -> Result<> {
        auto insert = connection_.query(
            "INSERT INTO people (id, name, initials, role, pin_hash, gone) VALUES (?, ?, ?, ?, ?, 0) ON "
            "CONFLICT DO NOTHING");
        put_all(insert, person.id, person.name, person.initials, person.role, *hash);
        if (insert.run() != 1) return name_taken(person.name);
        auto count =
            connection_.query("INSERT INTO wrong_pins (who, wrong, boot, steady) VALUES (?, 0, '', 0)");
        put_all(count, person.id).run();
        return {};
    });
}

Result<> PeopleStore::change_pin(const PersonId& id, const std::string& pin) {
    const auto hash = sealed(id, pin);
    if (!hash) return fail(hash.error());
    return change("UPDATE people SET pin_hash = ?2 WHERE id = ?1 AND gone = 0", id, *hash);
}

Result<> PeopleStore::change_role(const PersonId& id, ports::Role role) {
    return change("UPDATE people SET role = ?2 WHERE id = ?1 AND gone = 0", id, role);
}

Result<> PeopleStore::remove(const PersonId& id) {
    return change("UPDATE people SET gone = 1, pin_hash = '', badge_hash = NULL WHERE id = ?1 AND gone = 0",
                  id);
}

Result<> PeopleStore::set_badge(const PersonId& id, const std::string& code) {
    const auto owner = with_badge(code);
    if (!owner) return fail(owner.error());
    if (*owner && **owner != id)
        return fail(ErrorKind::refused, "This badge is somebody else's already. Use another one.");
    const auto hash = code.empty() ? std::nullopt : std::optional(badge_hash(code));
    return change("UPDATE people SET badge_hash = ?2 WHERE id = ?1 AND gone = 0", id, hash);
}

Result<std::optional<PersonId>> PeopleStore::with_badge(const std::string& code) {
    return connection_.guarded([&]() -> Result<std::optional<PersonId>> {
        auto query = connection_.query("SELECT id FROM people WHERE badge_hash = ? AND gone = 0");
        put_all(query, badge_hash(code));
        return one_row(query, [](engine::Query& row) { return PersonId(row.take_text()); });
    });
}

Result<ports::Attempts> PeopleStore::attempts(const PersonId& id) {
    return connection_.guarded([&]() -> Result<ports::Attempts> {
        auto row =
            connection_.query("SELECT wrong, boot, steady FROM wrong_pins WHERE " MAKEGOOD_WHOSE_COUNT);
        put_all(row, id);
        ports::Attempts attempts;
        if (!row.step())
            return fail(ErrorKind::failed,
                        "The count of wrong PINs is gone. Restore register.db from a backup.");
        take_all(row, attempts.wrong, attempts.since.boot);
        attempts.since.steady = Duration{row.take_integer()};
        return attempts;
    });
}

Result<> PeopleStore::count_wrong(const PersonId& id, const ports::Moment& now) {
    return change(
        "UPDATE wrong_pins SET wrong = wrong + 1, boot = ?2, steady = ?3 WHERE " MAKEGOOD_WHOSE_COUNT, id,
        now.boot, now.steady.count());
}

Result<> PeopleStore::restart_wait(const PersonId& id, const ports::Moment& now) {
    return change("UPDATE wrong_pins SET boot = ?2, steady = ?3 WHERE " MAKEGOOD_WHOSE_COUNT, id, now.boot,
                  now.steady.count());
}

Result<> PeopleStore::clear_wrong(const PersonId& id) {
    return change("UPDATE wrong_pins SET wrong = 0 WHERE " MAKEGOOD_WHOSE_COUNT, id);
}

template <class... Values>
Result<> PeopleStore::change(engine::Literal sql, const PersonId& id, const Values&... values) {
    return connection_.transaction([&]() -> Result<> {
        auto update = connection_.query(sql);
        put_all(update, id, values...);
        if (update.run() == 1) return {};
        return nobody(id);
    });
}

Result<bool> PeopleStore::pin_is(const PersonId& id, const std::string& pin) {
    auto hash = connection_.guarded([&]() -> Result<std::string> {
        auto row = connection_.query("SELECT pin_hash FROM people WHERE id = ? AND gone = 0");
        put_all(row, id);
        return row.step() ? row.take_text() : std::string(stranger_hash);
    });
    if (!hash) return fail(hash.error());
    const std::string secret = peppered(id, pin);
    return crypto_pwhash_str_verify(hash->c_str(), secret.data(), secret.size()) == 0;
}

Result<std::string> PeopleStore::sealed(const PersonId& id, const std::string& pin) const {
    if (!is_pin(pin)) return fail(ErrorKind::bad_input, "A PIN has 4 to 12 digits. Choose another one.");
    char hash[crypto_pwhash_STRBYTES];
    const std::string secret = peppered(id, pin);
    if (crypto_pwhash_str_alg(hash, secret.data(), secret.size(), argon_passes, argon_memory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(ErrorKind::failed,
                    "The machine has no memory left to seal a PIN. Close other programs, then do it again.");
    return std::string(hash);
}

std::string PeopleStore::peppered(const PersonId& id, const std::string& pin) const {
    return to_hex(keyed_hash_of(id.text() + '\n' + pin, pepper_));
}

// A badge has entropy of its own: a keyed hash that can be looked up is enough.
std::string PeopleStore::badge_hash(const std::string& code) const {
    return to_hex(keyed_hash_of(code, pepper_.derived("badge")));
}

}  // namespace makegood::db::terminal
