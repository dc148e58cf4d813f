// Hands a command to the process that owns a data folder.
#pragma once
#include <filesystem>
#include <optional>

#include "app/handover/owner_socket.hpp"

namespace makegood::handover {

// The owner's exit code once it has answered; its text went to `sink` as it came. nullopt: nobody owns the
// folder, nothing was done. An owner that can't be asked, or that stops before it has answered, is told to
// sink.err in a sentence and answers 3.
std::optional<int> hand_over(const std::filesystem::path& folder, const Request& request, const Sink& sink);

}  // namespace makegood::handover
