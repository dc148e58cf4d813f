// Reads rows: `row_of` makes a value of the row that the query stands on.
#pragma once
#include <optional>
#include <type_traits>
#include <vector>

#include "db/engine/query.hpp"

namespace makegood::db::terminal {

template <class RowOf>
auto all_rows(engine::Query& query, RowOf row_of) {
    std::vector<std::invoke_result_t<RowOf, engine::Query&>> rows;
    while (query.step()) rows.push_back(row_of(query));
    return rows;
}

// nullopt when the query has no row.
template <class RowOf>
auto one_row(engine::Query& query, RowOf row_of) {
    std::optional<std::invoke_result_t<RowOf, engine::Query&>> row;
    if (query.step()) row = row_of(query);
    return row;
}

}  // namespace makegood::db::terminal
