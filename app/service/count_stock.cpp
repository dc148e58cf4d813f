#include "app/service/count_stock.hpp"

namespace makegood::service {
namespace {

constexpr std::int64_t most_pieces = 1'000'000;

}  // namespace

Result<Found> count_stock(Desk& desk, const std::string& code, std::int64_t pieces, const PersonId& by) {
    if (pieces < 0 || pieces > most_pieces)
        return fail(ErrorKind::bad_input, "Between 0 and 1,000,000 pieces can be on a shelf; this says " +
                                              std::to_string(pieces) + ".");
    const auto row = find_article(desk, code);
    if (!row) return fail(row.error());
    const ArticleNumber number{std::string(desk.articles->view(*row).number)};
    MAKEGOOD_TRY(desk.store.commit({desk.clock.now(), by}, ports::StockCounted{number, pieces}));
    note_counted(desk, number, pieces);
    return find_scanned(desk, number.text());
}

}  // namespace makegood::service
