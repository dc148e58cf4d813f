// Numbered steps from an empty file to the present tables. Never edited once they are out: a file
// remembers the checksum of every step that made it.
#pragma once
#include <span>
#include <string_view>

#include "app/base/result.hpp"
#include "db/engine/connection.hpp"

namespace makegood::db::engine {

struct Migration {
    int number;             // from 1, gapless
    std::string_view name;  // "journal"
    std::string_view sql;
};

// Applies the steps that the file does not have yet, each in one transaction. failed: the file was made by
// a newer version, or a step in it is not the one known here.
Result<> migrate(Connection& connection, std::span<const Migration> migrations);

}  // namespace makegood::db::engine
