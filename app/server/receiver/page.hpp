// What head office knows as one page for people: plain HTML, own style, no script.
#pragma once
#include <string>

#include "app/ports/receiver_store.hpp"
#include "app/wire/http_message.hpp"

namespace makegood::server::receiver {

// `key` is head office's own, for the number that a register shows after enrolling.
wire::HttpResponse page(const ports::Overview& overview, const std::string& key, Instant now);

// "5 minutes ago", "yesterday", "3 days ago".
std::string ago(Instant then, Instant now);

}  // namespace makegood::server::receiver
