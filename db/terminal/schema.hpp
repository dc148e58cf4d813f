// The tables of a register, as numbered migrations.
#pragma once
#include <span>
#include <string_view>

#include "db/engine/migrations.hpp"

namespace makegood::db::terminal {

std::span<const engine::Migration> register_migrations();

// The tables that are a function of the journal: what a rebuild makes and compares.
std::span<const std::string_view> state_tables();

}  // namespace makegood::db::terminal
