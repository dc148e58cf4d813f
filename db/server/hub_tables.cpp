#include "db/server/hub_tables.hpp"

#include <algorithm>

namespace makegood::db::server {
namespace {

using core::budget::Account;
using core::budget::Amount;
using core::budget::HubBook;
using core::budget::HubDevice;
using core::budget::HubPot;
using core::budget::PotId;
using engine::Connection;
using engine::Query;

// A mark of 64 bits in a column that is signed.
std::int64_t stored(std::uint64_t mark) {
    return static_cast<std::int64_t>(mark);
}

std::int64_t days_since_1970(CivilDate day) {
    return std::chrono::sys_days{day}.time_since_epoch().count();
}

CivilDate day_from(std::int64_t since_1970) {
    return CivilDate{std::chrono::sys_days{std::chrono::days(since_1970)}};
}

Query& put(Query& query, Money money) {
    return query.bind(money.minor());
}

void put(Query& query, const std::optional<Money>& money) {
    money ? put(query, *money) : query.bind(nullptr);
}

void put(Query& query, const Amount& amount) {
    put(put(query, amount.cost), amount.worth);
}

Money take_money(Query& row) {
    return Money::minor(row.take_integer());
}

std::optional<Money> take_money_if_any(Query& row) {
    if (!row.is_null()) return take_money(row);
    row.skip();
    return std::nullopt;
}

Amount take_amount(Query& row) {
    const auto cost = take_money(row);
    return {cost, take_money(row)};
}

PotId take_pot_id(Query& row) {
    auto key = row.take_text();
    return {std::move(key), row.take_text()};
}

void read_devices(Connection& connection, HubBook& book) {
    auto rows = connection.query(
        "SELECT device, epoch, seen_sequence, seen_head, adopt, revoked, renewals FROM hub_device ORDER BY "
        "id");
    while (rows.step()) {
        HubDevice device{.device = DeviceId(rows.take_text())};
        device.epoch = static_cast<std::uint32_t>(rows.take_integer());
        const bool seen = !rows.is_null();
        const auto sequence = static_cast<std::uint64_t>(rows.take_integer());
        auto head = rows.take_text();
        if (seen) device.seen = {sequence, std::move(head)};
        device.adopt = rows.take_integer() != 0;
        device.revoked = rows.take_integer() != 0;
        device.renewals = static_cast<int>(rows.take_integer());
        book.devices.push_back(std::move(device));
    }
}

void read_pots(Connection& connection, HubBook& book) {
    auto rows = connection.query(
        "SELECT key, period, limit_cost, limit_worth, lost_cost, lost_worth, over FROM hub_pot ORDER BY key, "
        "period");
    while (rows.step()) {
        HubPot pot{.id = take_pot_id(rows)};
        pot.limit.cost = take_money(rows);
        pot.limit.worth = take_money_if_any(rows);
        pot.lost = take_amount(rows);
        pot.over = rows.take_integer() != 0;
        book.pots.push_back(std::move(pot));
    }
}

void read_accounts(Connection& connection, HubBook& book) {
    auto rows = connection.query(
        "SELECT key, period, device, epoch, granted_cost, granted_worth, returned_cost, returned_worth, "
        "used_cost, used_worth, freed_cost, freed_worth, written_off FROM hub_account ORDER BY id");
    while (rows.step()) {
        const auto id = take_pot_id(rows);
        Account account{DeviceId(rows.take_text())};
        account.epoch = static_cast<std::uint32_t>(rows.take_integer());
        auto& figures = account.figures;
        for (auto* amount : {&figures.granted, &figures.returned, &figures.used, &figures.freed})
            *amount = take_amount(rows);
        account.written_off = rows.take_integer() != 0;
        const auto pot = std::lower_bound(book.pots.begin(), book.pots.end(), id,
                                          [](const HubPot& each, const PotId& its) { return each.id < its; });
        if (pot != book.pots.end() && pot->id == id) pot->accounts.push_back(std::move(account));
    }
}

void write(Connection& connection, const HubDevice& device) {
    auto query = connection.query(
        "INSERT INTO hub_device (device, epoch, seen_sequence, seen_head, adopt, revoked, renewals) VALUES "
        "(?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (device) DO UPDATE SET epoch = ?2, seen_sequence = ?3, "
        "seen_head = ?4, adopt = ?5, revoked = ?6, renewals = ?7");
    query.bind(device.device.text()).bind(static_cast<std::int64_t>(device.epoch));
    device.seen ? query.bind(static_cast<std::int64_t>(device.seen->sequence)) : query.bind(nullptr);
    query.bind(device.seen ? device.seen->head : std::string())
        .bind(static_cast<std::int64_t>(device.adopt))
        .bind(static_cast<std::int64_t>(device.revoked))
        .bind(static_cast<std::int64_t>(device.renewals))
        .run();
}

void write(Connection& connection, const HubPot& pot) {
    auto query = connection.query(
        "INSERT OR REPLACE INTO hub_pot (key, period, limit_cost, limit_worth, lost_cost, lost_worth, over) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)");
    query.bind(pot.id.key).bind(pot.id.period);
    put(query, pot.limit.cost);
    put(query, pot.limit.worth);
    put(query, pot.lost);
    query.bind(static_cast<std::int64_t>(pot.over)).run();
}

void write(Connection& connection, const PotId& id, const Account& account) {
    auto query = connection.query(
        "INSERT INTO hub_account (key, period, device, epoch, granted_cost, granted_worth, returned_cost, "
        "returned_worth, used_cost, used_worth, freed_cost, freed_worth, written_off) VALUES (?1, ?2, ?3, "
        "?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) ON CONFLICT (key, period, device, epoch) DO UPDATE SET "
        "granted_cost = ?5, granted_worth = ?6, returned_cost = ?7, returned_worth = ?8, used_cost = ?9, "
        "used_worth = ?10, freed_cost = ?11, freed_worth = ?12, written_off = ?13");
    query.bind(id.key)
        .bind(id.period)
        .bind(account.device.text())
        .bind(static_cast<std::int64_t>(account.epoch));
    const auto& figures = account.figures;
    for (const auto* amount : {&figures.granted, &figures.returned, &figures.used, &figures.freed})
        put(query, *amount);
    query.bind(static_cast<std::int64_t>(account.written_off)).run();
}

void remove(Connection& connection, const PotId& id) {
    connection.query("DELETE FROM hub_pot WHERE key = ? AND period = ?").bind(id.key).bind(id.period).run();
    connection.query("DELETE FROM hub_account WHERE key = ? AND period = ?")
        .bind(id.key)
        .bind(id.period)
        .run();
}

// Accounts are only ever added, except where another book takes the place of a lost hub's.
void write_pot(Connection& connection, const HubPot* before, const HubPot& after) {
    if (!before || before->limit != after.limit || before->lost != after.lost || before->over != after.over)
        write(connection, after);
    for (std::size_t at = 0; at < after.accounts.size(); ++at)
        if (!before || at >= before->accounts.size() || before->accounts[at] != after.accounts[at])
            write(connection, after.id, after.accounts[at]);
}

bool is_newer_hub(const HubBook& before, const HubBook& after) {
    return before.hub_epoch != after.hub_epoch;
}

void write_pots(Connection& connection, const HubBook& before, const HubBook& after) {
    const bool anew = is_newer_hub(before, after);
    for (const auto& pot : before.pots)
        if (anew || !find(after, pot.id)) remove(connection, pot.id);
    for (const auto& pot : after.pots) write_pot(connection, anew ? nullptr : find(before, pot.id), pot);
}

void write_devices(Connection& connection, const HubBook& before, const HubBook& after) {
    for (const auto& device : after.devices) {
        const auto* old = find(before, device.device);
        if (!old || *old != device) write(connection, device);
    }
}

void write_head(Connection& connection, const ports::HubState& state) {
    auto query = connection.query(
        "INSERT OR REPLACE INTO hub (only, hub_epoch, marker_now, marker_before, halted, time_zone, "
        "marker_file, replaced_on) VALUES (1, ?, ?, ?, ?, ?, ?, ?)");
    query.bind(static_cast<std::int64_t>(state.book.hub_epoch))
        .bind(stored(state.book.marker.now))
        .bind(stored(state.book.marker.before))
        .bind(static_cast<std::int64_t>(state.book.halted))
        .bind(state.time_zone)
        .bind(state.marker_file);
    state.replaced_on ? query.bind(days_since_1970(*state.replaced_on)) : query.bind(nullptr);
    query.run();
}

bool same_head(const ports::HubState& one, const ports::HubState& other) {
    return one.book.hub_epoch == other.book.hub_epoch && one.book.marker == other.book.marker &&
           one.book.halted == other.book.halted && one.time_zone == other.time_zone &&
           one.marker_file == other.marker_file && one.replaced_on == other.replaced_on;
}

void write_rules(Connection& connection, const std::vector<ports::HubRule>& rules) {
    connection.query("DELETE FROM hub_rule").run();
    for (const auto& rule : rules) {
        auto query = connection.query(
            "INSERT INTO hub_rule (key, kind, cost, worth, own_days, own_from) VALUES (?, ?, ?, ?, ?, ?)");
        query.bind(rule.key).bind(static_cast<std::int64_t>(rule.limit.kind));
        put(query, rule.limit.cost);
        put(query, rule.limit.worth);
        const auto& own = rule.limit.own;
        query.bind(std::int64_t{own.days}).bind(own.days == 0 ? 0 : days_since_1970(own.from)).run();
    }
}

}  // namespace

ports::HubState read_hub(Connection& connection) {
    ports::HubState state;
    {
        auto row = connection.query(
            "SELECT hub_epoch, marker_now, marker_before, halted, time_zone, marker_file, replaced_on FROM "
            "hub");
        if (row.step()) {
            state.book.hub_epoch = static_cast<std::uint32_t>(row.take_integer());
            state.book.marker.now = static_cast<std::uint64_t>(row.take_integer());
            state.book.marker.before = static_cast<std::uint64_t>(row.take_integer());
            state.book.halted = row.take_integer() != 0;
            state.time_zone = row.take_text();
            state.marker_file = row.take_text();
            if (!row.is_null()) state.replaced_on = day_from(row.take_integer());
        }
    }
    read_devices(connection, state.book);
    read_pots(connection, state.book);
    read_accounts(connection, state.book);
    auto periods = connection.query("SELECT period FROM hub_forgotten");
    while (periods.step()) state.book.forgotten.add(periods.take_text());
    auto rules =
        connection.query("SELECT key, kind, cost, worth, own_days, own_from FROM hub_rule ORDER BY key");
    while (rules.step()) {
        ports::HubRule rule{rules.take_text(), {}};
        rule.limit.kind = static_cast<core::budget::PeriodKind>(rules.take_integer());
        rule.limit.cost = take_money(rules);
        rule.limit.worth = take_money_if_any(rules);
        rule.limit.own.days = static_cast<std::int32_t>(rules.take_integer());
        const auto from = rules.take_integer();
        if (rule.limit.own.days > 0) rule.limit.own.from = day_from(from);
        state.rules.push_back(std::move(rule));
    }
    return state;
}

void write_hub(Connection& connection, const ports::HubState& before, const ports::HubState& after) {
    if (!same_head(before, after)) write_head(connection, after);
    write_devices(connection, before.book, after.book);
    write_pots(connection, before.book, after.book);
    for (const auto& period : after.book.forgotten.names())
        if (!before.book.forgotten.has(period))
            connection.query("INSERT INTO hub_forgotten (period) VALUES (?)").bind(period).run();
    if (before.rules != after.rules) write_rules(connection, after.rules);
}

}  // namespace makegood::db::server
