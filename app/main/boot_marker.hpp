// The file outside of a data folder that shows a copy of the folder for what it is: at each start a fresh
// number goes into the folder's database and then into this file (core::budget::BootMarker). A folder that
// was put back from yesterday has yesterday's number.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "app/base/result.hpp"
#include "app/service/desk.hpp"

namespace makegood::main {

// Where such files lie: the environment's MAKEGOOD_STATE, else makegood in the state folder of the user who
// runs this (XDG_STATE_HOME, else ~/.local/state). Empty: there is no such place.
std::filesystem::path state_folder();

// nullopt: there is none. What is no number counts as 0, which no file holds. failed: it is there and can't
// be read, as by another user.
Result<std::optional<std::uint64_t>> read_marker(const std::filesystem::path& file);
// Whole or not at all, durable, and only its owner can read it. Run by root it belongs to whom `like`
// belongs.
Result<> write_marker(const std::filesystem::path& file, std::uint64_t number,
                      const std::filesystem::path& like);

// Who renews a marker. The book remembers where its file lies, so that every user who runs the folder looks
// at the same one.
struct MarkerOwner {
    std::string name;  // of the file, before ".marker"
    std::function<Result<std::string>()> place;
    std::function<Result<>(const std::string&)> remember_place;
    // The book's part: what the file says, to what it is to say from now on; nullopt: as before.
    std::function<Result<std::optional<std::uint64_t>>(std::optional<std::uint64_t> outside)> renew;
};

// Reads the file, lets the book be renewed, and only then writes the file. A place that can't be written
// keeps nobody from work: copies are then found by the hub alone.
Result<> renew_boot_marker(const MarkerOwner& owner, const std::filesystem::path& data_folder);
// At every start of a register, before it spends anything.
Result<> renew_boot_marker(service::Desk& desk, const std::filesystem::path& data_folder);

}  // namespace makegood::main
