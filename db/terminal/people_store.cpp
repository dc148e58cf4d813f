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
        auto query = connection_.query("SELECT id, name, initials, role FROM people ORDER BY name");
        return all_rows(query, [](engine::Query& row) {
            ports::Person person;
            take_all(row, person.id, person.name, person.initials, person.role);
            return person;
        });
    });
}

Result<> PeopleStore::add(const ports::Person& person, const std::string& pin) {
    if (person.name.empty()) return fail(ErrorKind::bad_input, "A person needs a name. Give one.");
    if (!is_pin(pin)) return fail(ErrorKind::bad_input, "A PIN has 4 to 12 digits. Choose another one.");
    char hash[crypto_pwhash_STRBYTES];
    const std::string secret = peppered(person.id, pin);
    if (crypto_pwhash_str_alg(hash, secret.data(), secret.size(), argon_passes, argon_memory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(ErrorKind::failed,
                    "The machine has no memory left to seal a PIN. Close other programs, then do it again.");
    return connection_.transaction([&]() -> Result<> {
        auto insert = connection_.query(
            "INSERT INTO people (id, name, initials, role, pin_hash) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO "
            "NOTHING");
        put_all(insert, person.id, person.name, person.initials, person.role, std::string(hash));
        if (insert.run() == 1) return {};
        return fail(ErrorKind::refused,
                    "\"" + person.name + "\" works here already. Give the new one another name.");
    });
}

Result<ports::Attempts> PeopleStore::attempts(const PersonId& id) {
    return connection_.guarded([&]() -> Result<ports::Attempts> {
        auto row = connection_.query("SELECT wrong, last_wrong FROM people WHERE id = ?");
        put_all(row, id);
        if (!row.step()) return nobody(id);
        ports::Attempts attempts;
        take_all(row, attempts.wrong, attempts.last);
        return attempts;
    });
}

Result<> PeopleStore::count_wrong(const PersonId& id, Instant now) {
    return change("UPDATE people SET wrong = wrong + 1, last_wrong = ?2 WHERE id = ?1", id, now);
}

Result<> PeopleStore::restart_wait(const PersonId& id, Instant now) {
    return change("UPDATE people SET last_wrong = ?2 WHERE id = ?1", id, now);
}

Result<> PeopleStore::clear_wrong(const PersonId& id) {
    return change("UPDATE people SET wrong = 0 WHERE id = ?1", id, std::nullopt);
}

Result<> PeopleStore::change(std::string_view sql, const PersonId& id, std::optional<Instant> now) {
    return connection_.transaction([&]() -> Result<> {
        auto update = connection_.query(sql);
        put(update, id);
        if (now) put(update, *now);
        if (update.run() == 1) return {};
        return nobody(id);
    });
}

Result<bool> PeopleStore::pin_is(const PersonId& id, const std::string& pin) {
    auto hash = connection_.guarded([&]() -> Result<std::string> {
        auto row = connection_.query("SELECT pin_hash FROM people WHERE id = ?");
        put_all(row, id);
        if (!row.step()) return nobody(id);
        return row.take_text();
    });
    if (!hash) return fail(hash.error());
    const std::string secret = peppered(id, pin);
    return crypto_pwhash_str_verify(hash->c_str(), secret.data(), secret.size()) == 0;
}

std::string PeopleStore::peppered(const PersonId& id, const std::string& pin) const {
    return to_hex(keyed_hash_of(id.text() + '\n' + pin, pepper_));
}

}  // namespace makegood::db::terminal
