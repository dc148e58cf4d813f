// A working shop in a new folder: settings, keys, journal, a budget and a manager.
#pragma once
#include <filesystem>
#include <string>

#include "app/base/result.hpp"

namespace makegood::main {

struct NewShop {
    std::string store, currency;
    std::string register_name = "Register 1";
    std::string time_zone = "UTC";
    std::string printer = "none";
    std::string budget;  // per day, in the shop's currency; empty: ten usual gifts
    std::string manager = "Manager";
};
struct MadeShop {
    std::string manager, pin;  // the PIN is told once
    std::string budget;        // "$50.00"
};

// Whole or not at all: it is made beside the folder and then moved there. refused when the folder exists
// and is not empty. bad_input: currency, time zone, printer or amount.
Result<MadeShop> make_shop(const std::filesystem::path& folder, const NewShop& wanted);

}  // namespace makegood::main
