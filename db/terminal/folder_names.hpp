// What stands where in a register's data folder.
#pragma once
#include <string_view>

namespace makegood::db::terminal {

inline constexpr std::string_view database_name = "register.db";
inline constexpr std::string_view device_key_name = "keys/device.key";
inline constexpr std::string_view pepper_name = "keys/pepper";
inline constexpr std::string_view customers_key_name = "keys/customers.key";
inline constexpr std::string_view head_mark_name = "keys/head-mark";

}  // namespace makegood::db::terminal
