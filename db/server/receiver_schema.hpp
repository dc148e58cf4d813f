// The tables of head office, as numbered migrations.
#pragma once
#include <span>
#include <string_view>

#include "db/engine/migrations.hpp"

namespace makegood::db::server {

std::span<const engine::Migration> receiver_migrations();

// The tables that are a function of the events that were received and understood.
std::span<const std::string_view> projected_tables();

}  // namespace makegood::db::server
