#include "db/server/receiver_schema.hpp"

namespace makegood::db::server {
namespace {

// Times are microseconds since 1970 in UTC, 0 is never; money is in minor units of the register's currency.
constexpr std::string_view enrolment_sql = R"sql(
CREATE TABLE shop (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE device (
    id INTEGER PRIMARY KEY,
    device TEXT NOT NULL UNIQUE,
    public_key TEXT NOT NULL UNIQUE,
    shop INTEGER NOT NULL REFERENCES shop (id),
    register_name TEXT NOT NULL,
    enrolled_at INTEGER NOT NULL,
    revoked_at INTEGER NOT NULL DEFAULT 0,
    heard_at INTEGER NOT NULL DEFAULT 0,
    currency TEXT NOT NULL DEFAULT '',
    events INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE code (
    code_hash TEXT PRIMARY KEY,
    store TEXT NOT NULL,
    register_name TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    used_by TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE TABLE nonce (
    key TEXT NOT NULL,
    nonce TEXT NOT NULL,
    forget_after INTEGER NOT NULL,
    PRIMARY KEY (key, nonce)
) STRICT, WITHOUT ROWID;
CREATE INDEX nonce_by_age ON nonce (forget_after);
)sql";

constexpr std::string_view received_sql = R"sql(
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    device INTEGER NOT NULL REFERENCES device (id),
    epoch INTEGER NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    hash TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (device, epoch, sequence)
) STRICT;
CREATE TABLE exception (
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    device INTEGER NOT NULL REFERENCES device (id),
    epoch INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    hash TEXT NOT NULL,
    bytes BLOB NOT NULL,
    sentence TEXT NOT NULL,
    first_seen INTEGER NOT NULL,
    times INTEGER NOT NULL DEFAULT 1,
    UNIQUE (device, kind, epoch, sequence, hash)
) STRICT;
)sql";

// Made from understood events; a later version may drop these and make them again.
constexpr std::string_view projection_sql = R"sql(
CREATE TABLE incident (
    device INTEGER NOT NULL REFERENCES device (id),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    article TEXT NOT NULL,
    article_name TEXT NOT NULL,
    closed_without INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (device, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE recovery (
    device INTEGER NOT NULL REFERENCES device (id),
    id TEXT NOT NULL,
    cost INTEGER NOT NULL,
    worth INTEGER NOT NULL,
    reserved INTEGER NOT NULL,
    spent INTEGER NOT NULL DEFAULT 0,
    undone INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (device, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE voucher (
    device INTEGER NOT NULL REFERENCES device (id),
    serial TEXT NOT NULL,
    recovery TEXT NOT NULL,
    job TEXT NOT NULL,
    value INTEGER NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (device, serial)
) STRICT, WITHOUT ROWID;
CREATE INDEX voucher_by_recovery ON voucher (device, recovery);
CREATE INDEX voucher_by_job ON voucher (device, job);
)sql";

// What was asked for and not there. The tables are made anew from the events after this.
constexpr std::string_view unmet_sql = R"sql(
ALTER TABLE device ADD COLUMN time_zone TEXT NOT NULL DEFAULT '';
CREATE TABLE missed (
    device INTEGER NOT NULL REFERENCES device (id),
    incident TEXT NOT NULL,
    article TEXT NOT NULL,
    name TEXT NOT NULL,
    at INTEGER NOT NULL,
    pieces INTEGER NOT NULL,
    recovery TEXT NOT NULL DEFAULT '',  -- that was given and not undone
    taken TEXT NOT NULL DEFAULT '',     -- the substitute, where it was one
    cost INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (device, incident)
) STRICT, WITHOUT ROWID;
CREATE INDEX missed_by_time ON missed (at);
CREATE INDEX missed_by_recovery ON missed (device, recovery);
CREATE TABLE shown_instead (
    device INTEGER NOT NULL REFERENCES device (id),
    incident TEXT NOT NULL,
    article TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (device, incident, article)
) STRICT, WITHOUT ROWID;
CREATE TABLE asked_in_words (
    device INTEGER NOT NULL REFERENCES device (id),
    epoch INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    words TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (device, epoch, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX asked_in_words_by_time ON asked_in_words (at);
CREATE TABLE tables_made (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    step INTEGER NOT NULL  -- the last migration that was known when they were made
) STRICT;
)sql";

// What a list of the last days is made of stands by register and time, so that it is read from one end to the
// other. Names are kept once, and what was missing most is counted as it comes.
constexpr std::string_view unmet_by_time_sql = R"sql(
DROP TABLE shown_instead;
DROP TABLE missed;
DROP TABLE incident;
CREATE TABLE incident (
    device INTEGER NOT NULL REFERENCES device (id),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    closed_without INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (device, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE missing (
    device INTEGER NOT NULL REFERENCES device (id),
    article TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (device, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX missing_by_times ON missing (device, times DESC, article);
CREATE TABLE missed (
    device INTEGER NOT NULL REFERENCES device (id),
    at INTEGER NOT NULL,
    incident TEXT NOT NULL,
    article TEXT NOT NULL,
    pieces INTEGER NOT NULL,
    shown TEXT NOT NULL DEFAULT '',     -- list of substitutes' numbers, each once
    recovery TEXT NOT NULL DEFAULT '',  -- that was given and not undone
    taken TEXT NOT NULL DEFAULT '',     -- the substitute, where it was one
    cost INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (device, at, incident),
    UNIQUE (device, incident)
) STRICT, WITHOUT ROWID;
CREATE INDEX missed_by_recovery ON missed (device, recovery) WHERE recovery <> '';
DROP INDEX asked_in_words_by_time;
CREATE INDEX asked_in_words_by_time ON asked_in_words (device, at);
CREATE TABLE called (
    shop INTEGER NOT NULL REFERENCES shop (id),
    article TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (shop, article)
) STRICT, WITHOUT ROWID;
)sql";

// What the hub of a store knows of the rights that it shares out (core/budget/rights_hub.hpp). Not made from
// events: it is the other side of what registers write in theirs.
constexpr std::string_view rights_sql = R"sql(
CREATE TABLE hub (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    hub_epoch INTEGER NOT NULL, marker_now INTEGER NOT NULL, marker_before INTEGER NOT NULL,
    halted INTEGER NOT NULL, time_zone TEXT NOT NULL
) STRICT;
CREATE TABLE hub_device (
    id INTEGER PRIMARY KEY,
    device TEXT NOT NULL UNIQUE,
    epoch INTEGER NOT NULL, seen_sequence INTEGER, seen_head TEXT NOT NULL,
    adopt INTEGER NOT NULL, revoked INTEGER NOT NULL, renewals INTEGER NOT NULL
) STRICT;
CREATE TABLE hub_pot (
    key TEXT NOT NULL, period TEXT NOT NULL,
    limit_cost INTEGER NOT NULL, limit_worth INTEGER,
    lost_cost INTEGER NOT NULL, lost_worth INTEGER NOT NULL,
    over INTEGER NOT NULL,
    PRIMARY KEY (key, period)
) STRICT, WITHOUT ROWID;
CREATE TABLE hub_account (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL, period TEXT NOT NULL, device TEXT NOT NULL, epoch INTEGER NOT NULL,
    granted_cost INTEGER NOT NULL, granted_worth INTEGER NOT NULL,
    returned_cost INTEGER NOT NULL, returned_worth INTEGER NOT NULL,
    used_cost INTEGER NOT NULL, used_worth INTEGER NOT NULL,
    freed_cost INTEGER NOT NULL, freed_worth INTEGER NOT NULL,
    written_off INTEGER NOT NULL,
    CHECK (returned_cost <= granted_cost AND returned_worth <= granted_worth),
    UNIQUE (key, period, device, epoch)
) STRICT;
CREATE TABLE hub_forgotten (
    period TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
CREATE TABLE hub_rule (
    key TEXT PRIMARY KEY, kind INTEGER NOT NULL, cost INTEGER NOT NULL, worth INTEGER
) STRICT, WITHOUT ROWID;
)sql";

// The rules that are handed down, by the store they are for.
constexpr std::string_view policy_sql = R"sql(
CREATE TABLE policy (
    store TEXT NOT NULL, version INTEGER NOT NULL,
    text BLOB NOT NULL, signature TEXT NOT NULL, published_at INTEGER NOT NULL,
    PRIMARY KEY (store, version)
) STRICT, WITHOUT ROWID;
)sql";

// Periods of the owner's own, and when this hub took the place of another. Days are counted from 1970.
constexpr std::string_view limits_sql = R"sql(
ALTER TABLE hub_rule ADD COLUMN own_days INTEGER NOT NULL DEFAULT 0;
ALTER TABLE hub_rule ADD COLUMN own_from INTEGER NOT NULL DEFAULT 0;
ALTER TABLE hub ADD COLUMN replaced_on INTEGER;
)sql";

// A register that showed a code waits until a person has compared the six digits. Those of before count.
constexpr std::string_view confirmation_sql = R"sql(
ALTER TABLE device ADD COLUMN confirmed_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE device ADD COLUMN salt TEXT NOT NULL DEFAULT '';  -- of its six digits
UPDATE device SET confirmed_at = enrolled_at;
ALTER TABLE hub ADD COLUMN marker_file TEXT NOT NULL DEFAULT '';
)sql";

// Texts by name, such as where this server is itself enrolled.
constexpr std::string_view setting_sql = R"sql(
CREATE TABLE setting (
    key TEXT PRIMARY KEY, value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

constexpr engine::Migration migrations[] = {
    {1, "enrolment", enrolment_sql},
    {2, "received", received_sql},
    {3, "projection", projection_sql},
    {4, "unmet", unmet_sql},
    {5, "unmet by time", unmet_by_time_sql},
    {6, "rights", rights_sql},
    {7, "policy", policy_sql},
    {8, "limits", limits_sql},
    {9, "confirmation", confirmation_sql},
    {10, "setting", setting_sql},
};

constexpr std::string_view projected[] = {"incident", "recovery", "voucher",       "missed",
                                          "missing",  "called",   "asked_in_words"};

}  // namespace

std::span<const engine::Migration> receiver_migrations() {
    return migrations;
}

std::span<const std::string_view> projected_tables() {
    return projected;
}

}  // namespace makegood::db::server
