// Where a database may live.
#pragma once
#include <string>

#include "app/base/result.hpp"

namespace makegood::db::engine {

// failed when the folder of `path` is missing, not a folder, or on a network disk (whose locks and syncs
// can't be trusted), or when the file has a second name (two names, two logs, one damaged file).
Result<> check_database_place(const std::string& path);

}  // namespace makegood::db::engine
