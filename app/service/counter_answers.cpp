#include "app/service/counter_answers.hpp"

#include <algorithm>

#include "app/service/suggestions.hpp"

namespace makegood::service {
namespace {

// Ten half-lives: what is older weighs less than a thousandth.
constexpr auto a_day = std::chrono::hours(24);
constexpr auto still_counts = a_day * 900;

bool stands(const ports::StockOutRow& row) {
    return row.closed || row.recovery == ports::RecoveryState::settled;
}

void add(Desk& desk, core::catalogue::Row missing, const ArticleNumber& shown, bool taken, Instant at) {
    if (const auto substitute = desk.articles->find(shown.text()))
        desk.engine->add_outcome(missing, *substitute, taken, day_of(at));
}

bool said_no(const ports::StockOutRow& row, const ArticleNumber& shown) {
    return std::find(row.declined.begin(), row.declined.end(), shown) != row.declined.end();
}

// What was shown and neither taken nor said no to.
void teach_ending(Desk& desk, const ports::StockOutRow& row) {
    const auto missing = desk.articles->find(row.article.text());
    if (!missing || !stands(row)) return;
    for (const auto& shown : row.shown)
        if (!said_no(row, shown)) add(desk, *missing, shown, shown == row.taken, row.at);
}

}  // namespace

void learn_no(Desk& desk, core::catalogue::Row missing, const ArticleNumber& declined, Instant at) {
    add(desk, missing, declined, false, at);
}

Result<> learn_answer(Desk& desk, const IncidentId& incident) {
    const auto row = desk.store.stock_out(incident);
    if (!row) return fail(row.error());
    if (*row) teach_ending(desk, **row);
    return {};
}

Result<> learn_answers(Desk& desk) {
    if (desk.articles->size() == 0) return {};
    const auto now = desk.clock.now();
    const auto rows = desk.store.stock_outs(now - still_counts);
    if (!rows) return fail(rows.error());
    for (const auto& row : *rows) {
        if (row.at > now + a_day) continue;  // an answer of years ahead would outweigh all that follow
        teach_ending(desk, row);
        if (const auto missing = desk.articles->find(row.article.text()))
            for (const auto& no : row.declined) add(desk, *missing, no, false, row.at);
    }
    return {};
}

}  // namespace makegood::service
