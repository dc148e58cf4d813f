// Who wants to be let in: registers that wait with their six digits, and one-time codes as pictures.
#pragma once
#include <string>

#include "app/server/receiver/view.hpp"
#include "app/wire/json_writer.hpp"

namespace makegood::server::receiver {

// Empty where nobody waits and no code is open.
std::string enrolment_section(const View& view, Instant now);

// [{"store", "register", "device", "match", "since"}], the oldest first.
wire::Json waiting_json(const std::vector<Waiting>& waiting);

// A QR code as an SVG picture of its own, with its quiet zone; empty where the text is none for a QR code.
std::string qr_picture(const std::string& text, const std::string& says);

}  // namespace makegood::server::receiver
