#include "app/service/counter_answers.hpp"

#include "app/service/suggestions.hpp"

namespace makegood::service {
namespace {

// Ten half-lives: what is older weighs less than a thousandth.
constexpr auto still_counts = std::chrono::hours(24) * 900;

bool stands(const ports::StockOutRow& row) {
    return row.closed || row.recovery == ports::RecoveryState::settled;
}

void teach(Desk& desk, const ports::StockOutRow& row) {
    if (!stands(row)) return;
    const auto missing = desk.articles->find(row.article.text());
    if (!missing) return;
    for (const auto& shown : row.shown)
        if (const auto substitute = desk.articles->find(shown.text()))
            desk.engine->add_outcome(*missing, *substitute, shown == row.taken, day_of(row.at));
}

}  // namespace

Result<> learn_answer(Desk& desk, const IncidentId& incident) {
    const auto row = desk.store.stock_out(incident);
    if (!row) return fail(row.error());
    if (*row) teach(desk, **row);
    return {};
}

Result<> learn_answers(Desk& desk) {
    const auto rows = desk.store.stock_outs(desk.clock.now() - still_counts);
    if (!rows) return fail(rows.error());
    for (const auto& row : *rows) teach(desk, row);
    return {};
}

}  // namespace makegood::service
