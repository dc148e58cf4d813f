#include "app/server/receiver/view.hpp"

#include "app/wire/match_number.hpp"

namespace makegood::server::receiver {

std::vector<Waiting> with_digits(const std::vector<ports::EnrolledDevice>& waiting,
                                 const ports::Signer& server) {
    std::vector<Waiting> all;
    for (const auto& device : waiting)
        all.push_back({device, wire::match_number(server.public_key_hex(), device.public_key,
                                                  wire::match_salt(server, device.public_key))});
    return all;
}

}  // namespace makegood::server::receiver
