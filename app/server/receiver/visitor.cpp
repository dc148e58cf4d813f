#include "app/server/receiver/visitor.hpp"

#include <sodium.h>

#include <string_view>

namespace makegood::server::receiver {
namespace {

// A page elsewhere can point its own name at this machine; the name that was asked for gives it away.
bool asks_by_loopback_name(const wire::HttpRequest& request) {
    std::string host = wire::header(request.headers, "host");
    if (const auto port = host.rfind(':');
        port != std::string::npos && host.find(']', port) == std::string::npos)
        host.resize(port);
    return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

// The time that this takes says nothing about where they differ.
bool same(std::string_view shown, std::string_view token) {
    unsigned char left[crypto_generichash_BYTES], right[crypto_generichash_BYTES];
    const auto bytes = [](std::string_view text) {
        return reinterpret_cast<const unsigned char*>(text.data());
    };
    crypto_generichash(left, sizeof left, bytes(shown), shown.size(), nullptr, 0);
    crypto_generichash(right, sizeof right, bytes(token), token.size(), nullptr, 0);
    return sodium_memcmp(left, right, sizeof left) == 0;
}

// "name:password" in base64.
std::string password_of(std::string_view basic) {
    std::string plain(basic.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(plain.data()), plain.size(), basic.data(),
                          basic.size(), nullptr, &size, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0)
        return {};
    plain.resize(size);
    const auto colon = plain.find(':');
    return colon == std::string::npos ? std::string() : plain.substr(colon + 1);
}

bool shows_token(const wire::HttpRequest& request, const std::string& token) {
    const std::string shown = wire::header(request.headers, "authorization");
    if (shown.starts_with("Bearer ")) return same(std::string_view(shown).substr(7), token);
    if (shown.starts_with("Basic ")) return same(password_of(std::string_view(shown).substr(6)), token);
    return false;
}

wire::HttpResponse sentence(int status, const std::string& text) {
    return {status, {{"content-type", "text/plain; charset=utf-8"}}, text + "\n"};
}

}  // namespace

std::optional<wire::HttpResponse> turn_away(const Viewing& viewing, const wire::HttpRequest& request) {
    if (!viewing.token.empty()) {
        if (shows_token(request, viewing.token)) return std::nullopt;
        auto response =
            sentence(401, "Show the viewer's token to read this: as the password, with any name.");
        response.headers["www-authenticate"] = "Basic realm=\"Makegood head office\", charset=\"UTF-8\"";
        return response;
    }
    if (!viewing.behind_proxy && request.from_loopback && asks_by_loopback_name(request)) return std::nullopt;
    return sentence(403,
                    "This page is shown on head office's own machine only. Start makegood-server with "
                    "--view-token-file FILE to read it from elsewhere.");
}

}  // namespace makegood::server::receiver
