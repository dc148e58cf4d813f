#include "db/terminal/self_check.hpp"

#include <limits>

#include "db/terminal/rebuild.hpp"
#include "db/terminal/rows.hpp"

namespace makegood::db::terminal {
namespace {

constexpr std::int64_t before_all = std::numeric_limits<std::int64_t>::min();

tl::unexpected<Error> journal_changed(const engine::Connection& connection, const std::string& problem) {
    return fail(
        ErrorKind::failed,
        "The journal in " + connection.path() + " was changed or damaged. " + problem +
            " Nothing more is recorded. Keep a copy of its folder, look with `makegood journal verify`, "
            "and restore the last backup.");
}

tl::unexpected<Error> tables_changed(const std::string& difference) {
    return fail(ErrorKind::failed,
                "Somebody changed the tables of this register: they are not what the journal says (" +
                    difference +
                    "). Nothing more is recorded. Keep a copy of the folder, then make them anew with "
                    "`makegood journal rebuild`.");
}

}  // namespace

SelfCheck::SelfCheck(engine::Connection& connection, const ports::EventCodec& codec,
                     const DeviceSigner& device)
    : connection_(connection), codec_(codec), device_(device.device()), head_key_(device.head_key()) {}

void SelfCheck::begin_again() {
    walk_.reset();
    projector_.reset();
    tables_.reset();
    found_.reset();
    done_ = false;
}

Result<> SelfCheck::found() const {
    if (found_) return fail(*found_);
    return {};
}

Result<> SelfCheck::step(std::size_t events) {
    MAKEGOOD_TRY(found());
    if (done_) return {};
    const auto looked = connection_.guarded([&] { return look(events); });
    if (!looked) found_ = looked.error();
    return looked;
}

Result<> SelfCheck::look(std::size_t events) {
    if (!tables_) {
        auto fresh = empty_tables();
        if (!fresh) return fail(fresh.error());
        tables_ = std::move(*fresh);
        projector_.emplace(*tables_);
        walk_.emplace(codec_, device_);
    }
    std::vector<JournalRow> rows;
    {
        auto query = connection_.query(
            "SELECT place, bytes, hash FROM journal WHERE place > ? ORDER BY place LIMIT ?");
        const auto& last = walk_->mark();
        query.bind(last.sequence == 0 ? before_all : journal_place(last.epoch, last.sequence));
        query.bind(static_cast<std::int64_t>(events));
        rows = all_rows(query, journal_row);
    }
    const auto taken = tables_->transaction([&]() -> Result<> {
        for (const auto& row : rows) MAKEGOOD_TRY(take(row));
        return {};
    });
    return taken && rows.size() < events ? at_the_end() : taken;
}

Result<> SelfCheck::take(const JournalRow& row) {
    auto problem = walk_->take(row);
    if (!problem.empty()) return journal_changed(connection_, problem);
    problem = applied(*projector_, row.place, walk_->event());
    if (!problem.empty())
        return journal_changed(connection_,
                               "Event " + std::to_string(sequence_at(row.place)) + ' ' + problem + '.');
    return {};
}

Result<> SelfCheck::at_the_end() {
    const auto problem = problem_with_end(connection_, walk_->mark(), head_key_);
    if (!problem.empty()) return journal_changed(connection_, problem);
    const auto found = differences(connection_, *tables_);
    if (!found.empty()) return tables_changed(found.front());
    projector_.reset();
    tables_.reset();
    done_ = true;
    return {};
}

}  // namespace makegood::db::terminal
