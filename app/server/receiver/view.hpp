// All that the page and the summary show.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/ports/receiver_store.hpp"
#include "app/server/receiver/open_codes.hpp"
#include "app/server/receiver/rights_counter.hpp"

namespace makegood::server::receiver {

// A register that waits to be confirmed, with the digits that it shows too.
struct Waiting {
    ports::EnrolledDevice device;
    std::string match_number;
};

struct View {
    ports::Overview overview;
    std::vector<Waiting> waiting;
    std::vector<OpenCode> codes;            // that nobody has used yet
    std::optional<RightsCounter::Now> hub;  // of a store's hub
};

// With the server's own key. Digits are those that the registers were told.
std::vector<Waiting> with_digits(const std::vector<ports::EnrolledDevice>& waiting,
                                 const ports::Signer& server);

}  // namespace makegood::server::receiver
