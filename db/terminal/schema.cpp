#include "db/terminal/schema.hpp"

#include <array>

namespace makegood::db::terminal {
namespace {

// `place` is epoch * 2^40 + sequence: unique, in order, and one small tree.
constexpr std::string_view journal_sql = R"sql(
CREATE TABLE journal (
    place    INTEGER PRIMARY KEY,
    bytes    BLOB NOT NULL,
    hash     BLOB NOT NULL,
    epoch    INTEGER AS (place >> 40) VIRTUAL,
    sequence INTEGER AS (place & 1099511627775) VIRTUAL
) STRICT;
CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_is_never_cut BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TABLE journal_head (
    only     INTEGER PRIMARY KEY CHECK (only = 1),
    epoch    INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    hash     BLOB NOT NULL,
    mac      BLOB NOT NULL
) STRICT;
)sql";

// Enumerations are stored by their position, money in minor units, instants in microseconds since 1970,
// days as "2026-11-22". The partial indexes hold open things only and so stay small.
constexpr std::string_view incidents_sql = R"sql(
CREATE TABLE shop (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    store TEXT NOT NULL, register_name TEXT NOT NULL, currency TEXT NOT NULL, time_zone TEXT NOT NULL,
    public_key TEXT NOT NULL
) STRICT;

CREATE TABLE incidents (
    id TEXT PRIMARY KEY,
    kind INTEGER NOT NULL, failure INTEGER NOT NULL, severity INTEGER NOT NULL,
    in_a_hurry INTEGER NOT NULL, special_day INTEGER NOT NULL, happened_before INTEGER NOT NULL,
    with_children INTEGER NOT NULL, not_our_fault INTEGER NOT NULL,
    article TEXT NOT NULL, quantity INTEGER NOT NULL, loss INTEGER, article_name TEXT NOT NULL,
    note TEXT NOT NULL, at INTEGER NOT NULL,
    closed TEXT,    -- why, when nothing was given
    recovery TEXT   -- the one that is not undone
) STRICT, WITHOUT ROWID;
CREATE INDEX incidents_missing ON incidents (article, at) WHERE kind = 0;

CREATE TABLE offers (
    incident TEXT NOT NULL, position INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE, kind INTEGER NOT NULL, article TEXT NOT NULL, gesture TEXT NOT NULL,
    quantity INTEGER NOT NULL, title TEXT NOT NULL, label TEXT NOT NULL, detail TEXT NOT NULL,
    reason TEXT NOT NULL, sentence TEXT NOT NULL, place TEXT NOT NULL, pays INTEGER,
    cost INTEGER NOT NULL, worth INTEGER NOT NULL, paper INTEGER NOT NULL, voucher_value INTEGER NOT NULL,
    valid_days INTEGER NOT NULL, due_hours INTEGER NOT NULL, score_millionths INTEGER NOT NULL,
    probability_basis_points INTEGER NOT NULL,
    PRIMARY KEY (incident, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE catalogue (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    file TEXT NOT NULL, digest TEXT NOT NULL, articles INTEGER NOT NULL, added INTEGER NOT NULL,
    changed INTEGER NOT NULL, unchanged INTEGER NOT NULL, rejected INTEGER NOT NULL, with_stock INTEGER NOT NULL
) STRICT;
)sql";

// A lowered limit may stand below what is out, so "within the limit" is a condition of each reservation
// (see money_state.cpp) and not a CHECK of the row.
constexpr std::string_view recoveries_sql = R"sql(
CREATE TABLE budget_limit (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    kind INTEGER NOT NULL, cost INTEGER NOT NULL, worth INTEGER
) STRICT;

CREATE TABLE periods (
    name TEXT PRIMARY KEY,
    kind INTEGER NOT NULL, limit_cost INTEGER NOT NULL, limit_worth INTEGER,
    reserved_cost INTEGER NOT NULL CHECK (reserved_cost >= 0),
    spent_cost INTEGER NOT NULL CHECK (spent_cost >= 0),
    reserved_worth INTEGER NOT NULL CHECK (reserved_worth >= 0),
    spent_worth INTEGER NOT NULL CHECK (spent_worth >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE recoveries (
    id TEXT PRIMARY KEY,
    incident TEXT NOT NULL, period TEXT NOT NULL, state INTEGER NOT NULL,
    voucher TEXT, promise TEXT, job TEXT,
    at INTEGER NOT NULL, by TEXT NOT NULL,
    offer_id TEXT NOT NULL, kind INTEGER NOT NULL, article TEXT NOT NULL, gesture TEXT NOT NULL,
    quantity INTEGER NOT NULL, title TEXT NOT NULL, label TEXT NOT NULL, detail TEXT NOT NULL,
    reason TEXT NOT NULL, sentence TEXT NOT NULL, place TEXT NOT NULL, pays INTEGER,
    cost INTEGER NOT NULL, worth INTEGER NOT NULL, paper INTEGER NOT NULL, voucher_value INTEGER NOT NULL,
    valid_days INTEGER NOT NULL, due_hours INTEGER NOT NULL, score_millionths INTEGER NOT NULL,
    probability_basis_points INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX recoveries_unsettled ON recoveries (at) WHERE state = 0;

CREATE TABLE stock_given (
    article TEXT PRIMARY KEY, pieces INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE promises (
    id TEXT PRIMARY KEY,
    what TEXT NOT NULL, due INTEGER NOT NULL, kept INTEGER, cancelled INTEGER NOT NULL, recovery TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX promises_open ON promises (due) WHERE kept IS NULL AND cancelled = 0;
)sql";

constexpr std::string_view papers_sql = R"sql(
CREATE TABLE vouchers (
    serial TEXT PRIMARY KEY,
    ean13 TEXT NOT NULL UNIQUE,
    number INTEGER NOT NULL,  -- the running number inside the serial
    value INTEGER NOT NULL, expires TEXT NOT NULL, qr TEXT NOT NULL, state INTEGER NOT NULL,
    recovery TEXT NOT NULL, replaced_by TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX vouchers_running ON vouchers (expires) WHERE state IN (0, 1, 2);

CREATE TABLE print_jobs (
    id TEXT PRIMARY KEY,
    sequence INTEGER NOT NULL,  -- of the event that queued it
    recovery TEXT NOT NULL, voucher TEXT, state INTEGER NOT NULL, attempts INTEGER NOT NULL, proof TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX print_jobs_open ON print_jobs (sequence) WHERE state IN (0, 1, 3);
)sql";

// Not facts of the journal: people with their PINs, what head office confirmed, hints.
constexpr std::string_view beside_sql = R"sql(
CREATE TABLE people (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE, initials TEXT NOT NULL, role INTEGER NOT NULL, pin_hash TEXT NOT NULL,
    wrong INTEGER NOT NULL DEFAULT 0, last_wrong INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
    key TEXT PRIMARY KEY, value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

// State tables hold what changes and what is searched for; all else is read where it was written, in the
// journal. One giving then dirties few pages, and an edited row can't say more than the journal does. Things
// are named by the place of the event that made them (places.hpp), vouchers by the 12 digits of their bars.
// What is open stands near the end of its table, so it needs no index (open_things.hpp).
constexpr std::string_view lean_sql = R"sql(
DROP TABLE catalogue;
DROP TABLE incidents;
DROP TABLE offers;
DROP TABLE recoveries;
DROP TABLE periods;
DROP TABLE stock_given;
DROP TABLE vouchers;
DROP TABLE print_jobs;

CREATE TABLE catalogue (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    file TEXT NOT NULL, digest TEXT NOT NULL, articles INTEGER NOT NULL, added INTEGER NOT NULL,
    changed INTEGER NOT NULL, unchanged INTEGER NOT NULL, rejected INTEGER NOT NULL, with_stock INTEGER NOT NULL,
    counted INTEGER NOT NULL -- the place of the last one with stock: what was given before is in its numbers
) STRICT;

CREATE TABLE incidents (
    place INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL, article TEXT NOT NULL, at INTEGER NOT NULL,
    closed INTEGER NOT NULL -- nothing was given
) STRICT;
CREATE INDEX incidents_missing ON incidents (article, at) WHERE kind = 0;

CREATE TABLE recoveries (
    place INTEGER PRIMARY KEY,
    state INTEGER NOT NULL, at INTEGER NOT NULL, incident INTEGER NOT NULL, period TEXT NOT NULL,
    cost INTEGER NOT NULL, worth INTEGER NOT NULL, article TEXT NOT NULL, quantity INTEGER NOT NULL,
    voucher TEXT, promise TEXT, job INTEGER -- voucher and job: those that count
) STRICT;

-- By the day on which it was given; journals of before name weeks and months too.
CREATE TABLE spending (
    last_day INTEGER NOT NULL, first_day INTEGER NOT NULL, -- since 1970
    name TEXT NOT NULL,
    reserved_cost INTEGER NOT NULL CHECK (reserved_cost >= 0),
    spent_cost INTEGER NOT NULL CHECK (spent_cost >= 0),
    reserved_worth INTEGER NOT NULL CHECK (reserved_worth >= 0),
    spent_worth INTEGER NOT NULL CHECK (spent_worth >= 0),
    PRIMARY KEY (last_day, first_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE vouchers (
    number INTEGER PRIMARY KEY,
    serial TEXT NOT NULL, drafted INTEGER NOT NULL, -- the place of the event that made it
    state INTEGER NOT NULL, value INTEGER NOT NULL, expires TEXT NOT NULL, recovery INTEGER NOT NULL,
    replaced_by TEXT
) STRICT;

CREATE TABLE print_jobs (
    place INTEGER PRIMARY KEY,
    state INTEGER NOT NULL, recovery INTEGER NOT NULL, voucher TEXT, attempts INTEGER NOT NULL,
    proof TEXT NOT NULL
) STRICT;

-- What was said last of a clock that jumped.
CREATE TABLE clock (
    only INTEGER PRIMARY KEY CHECK (only = 1), believed INTEGER NOT NULL, doubted INTEGER NOT NULL
) STRICT;
)sql";

// What receipts taught: which file is current.
constexpr std::string_view learnt_sql = R"sql(
CREATE TABLE learnt (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    file TEXT NOT NULL, digest TEXT NOT NULL, lines INTEGER NOT NULL, households INTEGER NOT NULL,
    articles INTEGER NOT NULL
) STRICT;
)sql";

// What was shown for a missing article: what of it was taken, and what not, teaches. The tables are made anew
// from the journal after this.
constexpr std::string_view answers_sql = R"sql(
DROP TABLE incidents;
CREATE TABLE incidents (
    place INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL, article TEXT NOT NULL, at INTEGER NOT NULL, pieces INTEGER NOT NULL,
    shown TEXT NOT NULL,       -- list of substitutes' numbers
    declined TEXT NOT NULL,    -- those of them to which the customer said no
    renewed INTEGER NOT NULL,  -- the place of the event that has its offers as they stand now
    closed INTEGER NOT NULL    -- 1: nothing was given, 2: recorded in error
) STRICT;
CREATE INDEX incidents_missing ON incidents (article, at) WHERE kind = 0;

CREATE TABLE asked_in_words (
    place INTEGER PRIMARY KEY,
    words TEXT NOT NULL, at INTEGER NOT NULL
) STRICT;

-- Since the last catalogue with stock.
CREATE TABLE counted (
    article TEXT PRIMARY KEY, pieces INTEGER NOT NULL, place INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

// Roles have four steps (core::budget::Role) and people may leave. Who was the first manager is not written
// anywhere: it is the only one, or the one that bears the name that `init` gives; where there is neither, all
// of them stay able to do everything. Wrong PINs are counted beside, also those for nobody (who = '').
constexpr std::string_view authority_sql = R"sql(
CREATE TABLE staff (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL, initials TEXT NOT NULL, role INTEGER NOT NULL CHECK (role BETWEEN 0 AND 3),
    pin_hash TEXT NOT NULL, badge_hash TEXT UNIQUE, gone INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO staff
SELECT id, name, initials,
    CASE WHEN role = 0 THEN 0
         WHEN name = 'Manager' OR NOT EXISTS (SELECT 1 FROM people WHERE role = 1 AND name = 'Manager') THEN 3
         ELSE 2 END,
    pin_hash, NULL, 0
FROM people;

-- The moment is one of the steady clock: which start of the machine, and microseconds since.
CREATE TABLE wrong_pins (
    who TEXT PRIMARY KEY,
    wrong INTEGER NOT NULL, boot TEXT NOT NULL, steady INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO wrong_pins SELECT id, min(wrong, 9), '', 0 FROM people;
INSERT INTO wrong_pins VALUES ('', 0, '', 0);

DROP TABLE people;
ALTER TABLE staff RENAME TO people;
CREATE UNIQUE INDEX people_names ON people (name) WHERE gone = 0;
)sql";

// Who works here and in which role, whose sign-in is locked, and who set which budget: as the journal has
// them. Names, PINs and badges stay beside, in `people`. The tables are made anew from the journal after
// this.
constexpr std::string_view staff_sql = R"sql(
CREATE TABLE staff (
    id TEXT PRIMARY KEY, role INTEGER NOT NULL CHECK (role BETWEEN 0 AND 3), gone INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE locked (
    who TEXT PRIMARY KEY, place INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE limits_set (
    place INTEGER PRIMARY KEY,
    at INTEGER NOT NULL, by TEXT NOT NULL, approved_by TEXT NOT NULL,
    kind INTEGER NOT NULL, cost INTEGER NOT NULL, worth INTEGER
) STRICT;
)sql";

// The rights of this register: what it may spend of budgets that it shares. Amounts are cost and worth.
constexpr std::string_view rights_sql = R"sql(
CREATE TABLE rights_book (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    epoch INTEGER NOT NULL, hub_epoch INTEGER NOT NULL, frozen INTEGER NOT NULL
) STRICT;

CREATE TABLE rights (
    key TEXT NOT NULL, period TEXT NOT NULL,
    limit_cost INTEGER NOT NULL, limit_worth INTEGER,
    granted_cost INTEGER NOT NULL, granted_worth INTEGER NOT NULL,
    returned_cost INTEGER NOT NULL, returned_worth INTEGER NOT NULL,
    used_cost INTEGER NOT NULL, used_worth INTEGER NOT NULL,
    freed_cost INTEGER NOT NULL, freed_worth INTEGER NOT NULL,
    promised_cost INTEGER NOT NULL, promised_worth INTEGER NOT NULL,
    released_cost INTEGER NOT NULL, released_worth INTEGER NOT NULL,
    presumed_cost INTEGER NOT NULL, presumed_worth INTEGER NOT NULL, -- of a lone register's epochs that are over
    CHECK (used_cost - freed_cost <= granted_cost - returned_cost),
    CHECK (used_worth - freed_worth <= granted_worth - returned_worth),
    CHECK (freed_cost <= released_cost AND released_cost <= used_cost),
    CHECK (freed_worth <= released_worth AND released_worth <= used_worth),
    PRIMARY KEY (key, period)
) STRICT, WITHOUT ROWID;

CREATE TABLE rights_forgotten (
    period TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

ALTER TABLE recoveries ADD COLUMN taken TEXT; -- of which rights (taken_text.hpp)
)sql";

// What customers' cases asked for, hour by hour in the store's own time, and what money weighed at the last
// of them. The tables are made anew from the journal after this.
constexpr std::string_view pacing_sql = R"sql(
CREATE TABLE wished (
    day INTEGER NOT NULL, hour INTEGER NOT NULL, -- days since 1970
    cases INTEGER NOT NULL, meant INTEGER NOT NULL,
    -- with money in plenty, and at the other prices of the ladder
    asked INTEGER NOT NULL, asked_1 INTEGER NOT NULL, asked_2 INTEGER NOT NULL, asked_3 INTEGER NOT NULL,
    asked_4 INTEGER NOT NULL, asked_5 INTEGER NOT NULL,
    price_basis_points INTEGER NOT NULL,
    PRIMARY KEY (day, hour)
) STRICT, WITHOUT ROWID;
)sql";

// Which documents became the owner's rules, the last one being in force; and, beside what follows from the
// journal, their bytes.
constexpr std::string_view policy_sql = R"sql(
CREATE TABLE policies (
    place INTEGER PRIMARY KEY,
    version INTEGER NOT NULL, digest TEXT NOT NULL, origin INTEGER NOT NULL, signed_by TEXT NOT NULL
) STRICT;

CREATE TABLE policy_texts (
    digest TEXT PRIMARY KEY, text BLOB NOT NULL, signature TEXT NOT NULL
) STRICT;
)sql";

// Limits of clerks, kinds of gestures and customers: by whom what was given, and how much of it does not
// count any more; and periods of the owner's own. The tables are made anew from the journal after this.
constexpr std::string_view limits_sql = R"sql(
ALTER TABLE budget_limit ADD COLUMN own_days INTEGER NOT NULL DEFAULT 0;
ALTER TABLE budget_limit ADD COLUMN own_from INTEGER NOT NULL DEFAULT 0; -- days since 1970
ALTER TABLE limits_set ADD COLUMN own_days INTEGER NOT NULL DEFAULT 0;
ALTER TABLE limits_set ADD COLUMN own_from INTEGER NOT NULL DEFAULT 0;
ALTER TABLE incidents ADD COLUMN customer TEXT NOT NULL DEFAULT ''; -- a keyed hash
ALTER TABLE recoveries ADD COLUMN by TEXT NOT NULL DEFAULT '';
ALTER TABLE recoveries ADD COLUMN kind INTEGER NOT NULL DEFAULT 0; -- of the offer
ALTER TABLE recoveries ADD COLUMN spent INTEGER NOT NULL DEFAULT 0;      -- its money is, not only reserved
ALTER TABLE recoveries ADD COLUMN freed_cost INTEGER NOT NULL DEFAULT 0; -- of what was given
ALTER TABLE recoveries ADD COLUMN freed_worth INTEGER NOT NULL DEFAULT 0;
)sql";

// The tables are made anew from the journal after this.
constexpr std::string_view counted_sql = R"sql(
ALTER TABLE rights_book ADD COLUMN counted INTEGER NOT NULL DEFAULT 0; -- recoveries up to this place
)sql";

constexpr std::array<engine::Migration, 15> migrations{{
    {1, "journal", journal_sql},
    {2, "incidents", incidents_sql},
    {3, "recoveries", recoveries_sql},
    {4, "papers", papers_sql},
    {5, "beside", beside_sql},
    {6, "lean", lean_sql},
    {7, "learnt", learnt_sql},
    {8, "answers", answers_sql},
    {9, "authority", authority_sql},
    {10, "staff", staff_sql},
    {11, "rights", rights_sql},
    {12, "pacing", pacing_sql},
    {13, "policy", policy_sql},
    {14, "limits", limits_sql},
    {15, "counted", counted_sql},
}};

constexpr auto states = std::to_array<std::string_view>(
    {"shop",     "incidents",  "catalogue",   "budget_limit", "spending",         "recoveries", "promises",
     "vouchers", "print_jobs", "clock",       "learnt",       "asked_in_words",   "counted",    "staff",
     "locked",   "limits_set", "rights_book", "rights",       "rights_forgotten", "wished",     "policies"});

}  // namespace

std::span<const engine::Migration> register_migrations() {
    return migrations;
}

std::span<const std::string_view> state_tables() {
    return states;
}

}  // namespace makegood::db::terminal
