#include "db/server/receiver_overview.hpp"

#include <map>

namespace makegood::db::server {
namespace {

using engine::Connection;
using engine::Query;
using ports::RegisterOverview;
using Registers = std::map<std::int64_t, RegisterOverview>;  // by row of the table device

constexpr std::int64_t missing_shown = 10;

Instant take_instant(Query& row) {
    return Instant(Duration(row.take_integer()));
}

Registers read_registers(Connection& connection, std::vector<std::int64_t>& order) {
    Registers registers;
    auto rows = connection.query(
        "SELECT device.id, shop.id, shop.name, register_name, device.device, currency, public_key, "
        "revoked_at, heard_at, events FROM device JOIN shop ON shop.id = device.shop WHERE confirmed_at <> 0 "
        "ORDER BY shop.name, register_name, "
        "device.id");
    while (rows.step()) {
        order.push_back(rows.take_integer());
        auto& entry = registers[order.back()];
        entry.store_id = "s" + rows.take_text();
        entry.store = rows.take_text();
        entry.register_name = rows.take_text();
        entry.device = rows.take_text();
        entry.currency = rows.take_text();
        entry.public_key = rows.take_text();
        entry.revoked = rows.take_integer() != 0;
        const Instant heard = take_instant(rows);
        if (heard != Instant{}) entry.last_heard = heard;
        entry.events = rows.take_integer();
    }
    return registers;
}

void read_incidents(Connection& connection, Registers& registers) {
    auto rows = connection.query(
        "SELECT device, sum(kind = 'stock-out'), sum(kind = 'service-failure'), sum(kind = 'delight'), "
        "sum(closed_without) FROM incident GROUP BY device");
    while (rows.step()) {
        auto& incidents = registers[rows.take_integer()].incidents;
        incidents.stock_out = rows.take_integer();
        incidents.failure = rows.take_integer();
        incidents.delight = rows.take_integer();
        incidents.closed_without = rows.take_integer();
    }
}

void read_recoveries(Connection& connection, Registers& registers) {
    auto rows = connection.query(
        "SELECT device, sum(1 - undone), sum(undone), sum(cost * (1 - undone)), sum(worth * (1 - undone)), "
        "sum(reserved), sum(spent) FROM recovery GROUP BY device");
    while (rows.step()) {
        auto& entry = registers[rows.take_integer()];
        entry.recoveries.given = rows.take_integer();
        entry.recoveries.undone = rows.take_integer();
        entry.money.cost = Money::minor(rows.take_integer());
        entry.money.worth = Money::minor(rows.take_integer());
        entry.money.reserved = Money::minor(rows.take_integer());
        entry.money.spent = Money::minor(rows.take_integer());
    }
}

void read_vouchers(Connection& connection, Registers& registers) {
    auto rows = connection.query(
        "SELECT device, sum(state = 'drafted'), sum(state = 'issued'), sum(state = 'redeemed'), "
        "sum(state = 'voided'), sum(state = 'expired') FROM voucher GROUP BY device");
    while (rows.step()) {
        auto& vouchers = registers[rows.take_integer()].vouchers;
        vouchers.drafted = rows.take_integer();
        vouchers.issued = rows.take_integer();
        vouchers.redeemed = rows.take_integer();
        vouchers.voided = rows.take_integer();
        vouchers.expired = rows.take_integer();
    }
}

void read_missing(Connection& connection, std::int64_t device, RegisterOverview& entry) {
    auto rows = connection.query(
        "SELECT missing.article, called.name, times FROM missing JOIN device ON device.id = missing.device "
        "LEFT JOIN called ON called.shop = device.shop AND called.article = missing.article WHERE "
        "missing.device = ? AND times > 0 ORDER BY times DESC, missing.article LIMIT ?");
    rows.bind(device).bind(missing_shown);
    while (rows.step()) {
        ports::MissingArticle article;
        article.article = rows.take_text();
        article.name = rows.take_text();
        article.times = rows.take_integer();
        entry.missing.push_back(std::move(article));
    }
}

void read_exceptions(Connection& connection, ports::Overview& overview) {
    auto count = connection.query("SELECT count(*) FROM exception");
    count.step();
    overview.exception_count = count.take_integer();
    auto rows = connection.query(
        "SELECT kind, device.device, epoch, sequence, sentence, first_seen, times FROM exception JOIN device "
        "ON "
        "device.id = exception.device ORDER BY exception.id DESC LIMIT 50");
    while (rows.step()) {
        ports::Exception exception;
        exception.kind = static_cast<ports::ExceptionKind>(rows.take_integer());
        exception.device = DeviceId(rows.take_text());
        exception.epoch = static_cast<std::uint32_t>(rows.take_integer());
        exception.sequence = static_cast<std::uint64_t>(rows.take_integer());
        exception.sentence = rows.take_text();
        exception.first_seen = take_instant(rows);
        exception.times = rows.take_integer();
        overview.exceptions.push_back(std::move(exception));
    }
}

}  // namespace

ports::Overview read_overview(Connection& connection) {
    ports::Overview overview;
    std::vector<std::int64_t> order;
    Registers registers = read_registers(connection, order);
    read_incidents(connection, registers);
    read_recoveries(connection, registers);
    read_vouchers(connection, registers);
    for (auto& [row, entry] : registers) read_missing(connection, row, entry);
    for (const std::int64_t row : order) overview.registers.push_back(std::move(registers[row]));
    read_exceptions(connection, overview);
    return overview;
}

}  // namespace makegood::db::server
