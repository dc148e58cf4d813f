// Who may read the page and the summary.
#pragma once
#include <optional>
#include <string>

#include "app/wire/http_message.hpp"

namespace makegood::server::receiver {

// With a token: whoever shows it, as "Authorization: Bearer TOKEN" or as the password that a browser asks for
// (Basic, any name). Without one: only a browser or script on this machine that asks for it by a loopback
// name, and nobody when a proxy stands in front, because then every visitor seems to sit on this machine.
struct Viewing {
    std::string token;  // empty: none is set
    bool behind_proxy = false;
};

// The answer to a visitor who may not read; nullopt for one who may.
std::optional<wire::HttpResponse> turn_away(const Viewing& viewing, const wire::HttpRequest& request);

}  // namespace makegood::server::receiver
