#include "app/service/unmet.hpp"

#include <sstream>

#include "app/base/letters.hpp"

namespace makegood::service {
namespace {

constexpr std::size_t longest_words = 200;

std::string name_of(const Desk& desk, const ArticleNumber& number) {
    const auto row = desk.articles->find(number.text());
    return row ? core::catalogue::display_name(desk.articles->article(*row)) : std::string();
}

// By days of the shop.
struct Span {
    const ports::Clock& clock;
    CivilDate first, last;

    Span(const Desk& desk, int days)
        : clock(desk.clock), first(base::add_days(money_day(desk), 1 - days)), last(money_day(desk)) {}
    // Surely before its first moment, where a day may be an hour longer.
    Instant since() const { return std::chrono::sys_days(first) - std::chrono::hours(48); }
    // What was recorded while the clock stood years ahead is of no day that was.
    bool has(Instant instant) const {
        const auto day = clock.local_date(instant);
        return first <= day && day <= last;
    }
};

core::incident::Missed missed(const ports::StockOutRow& row, CivilDate day) {
    return {row.article, row.at, day, row.pieces, row.shown, row.recovery.has_value(), row.taken, row.cost};
}

}  // namespace

Result<std::string> record_words(Desk& desk, const std::string& words, const PersonId& by) {
    std::istringstream in(words);
    std::string kept, word;
    while (in >> word) kept += (kept.empty() ? "" : " ") + word;
    if (kept.empty()) return fail(ErrorKind::bad_input, "What was asked for? Write it in words.");
    if (base::letters_in(kept) > longest_words)
        return fail(ErrorKind::bad_input,
                    "That is too long to order by. Write it in at most 200 characters.");
    MAKEGOOD_TRY(desk.store.commit({desk.clock.now(), by}, ports::WordsAskedFor{kept}));
    return kept;
}

Result<core::incident::UnmetDemand> unmet(Desk& desk, int days) {
    const Span span(desk, days);
    const auto rows = desk.store.stock_outs(span.since());
    if (!rows) return fail(rows.error());
    const auto asked = desk.store.asked_in_words(span.since());
    if (!asked) return fail(asked.error());
    core::incident::UnmetLedger ledger;
    for (const auto& row : *rows)
        if (span.has(row.at)) ledger.add(missed(row, desk.clock.local_date(row.at)));
    for (const auto& each : *asked)
        if (span.has(each.at)) ledger.add(each.words, each.at);
    return ledger.list([&](const ArticleNumber& number) { return name_of(desk, number); });
}

}  // namespace makegood::service
