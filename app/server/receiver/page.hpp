// What head office knows as one page for people: plain HTML, own style, no script.
#pragma once
#include <string>

#include "app/server/receiver/view.hpp"
#include "app/wire/http_message.hpp"

namespace makegood::server::receiver {

wire::HttpResponse page(const View& view, Instant now);

// "5 minutes ago", "yesterday", "3 days ago".
std::string ago(Instant then, Instant now);

}  // namespace makegood::server::receiver
