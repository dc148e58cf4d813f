// The owner's rules from policy files: kiosk-config/policy/*.toml as shipped, then the shop's own on top.
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "app/base/time_values.hpp"
#include "app/config/limit_reader.hpp"
#include "app/config/section.hpp"
#include "app/core/budget/authority.hpp"
#include "app/core/recovery/compose.hpp"

namespace makegood::config {

inline constexpr std::int64_t greatest_version = 1'000'000'000;

// Everything that policy files say.
struct PolicySettings {
    core::recovery::Policy policy;
    Money usual_gift;  // in the shop's currency; nothing when the files name none for it
    Duration undo_time = std::chrono::minutes(1);
    std::string voucher_note;
    std::string sticker_note = "With our compliments.";
    core::budget::Authority authority;
    std::vector<NamedLimit> limits;
};

// The text of a file, and its name for people.
struct Document {
    std::string name, text;
};

// Reads the files in this order; a later one overrides single settings and whole gestures of an earlier one.
// Amounts are text in the shop's currency or "N gifts". bad_input with file, line and what to write instead.
// Fills `reading.effective`; all problems are in `reading.problems`.
Result<PolicySettings> load_policy(const std::vector<std::filesystem::path>& files, Reading& reading);
// The same from text already read: file names and their contents.
using PolicyFiles = std::vector<std::pair<std::string, std::string>>;
Result<PolicySettings> read_policy(const PolicyFiles& files, Reading& reading);
Result<PolicyFiles> policy_texts(const std::vector<std::filesystem::path>& paths);

// The *.toml files of a folder in the order of their names; none when it is not there.
std::vector<std::filesystem::path> policy_files(const std::filesystem::path& folder);

}  // namespace makegood::config
