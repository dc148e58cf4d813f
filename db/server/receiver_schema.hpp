// The tables of head office, as numbered migrations.
#pragma once
#include <span>

#include "db/engine/migrations.hpp"

namespace makegood::db::server {

std::span<const engine::Migration> receiver_migrations();

}  // namespace makegood::db::server
