#include "app/wire/http_signature.hpp"

#include <sodium.h>

#include <charconv>
#include <optional>

#include "app/wire/digest.hpp"

namespace makegood::wire {
namespace {

constexpr std::string_view label = "mg=";
constexpr std::string_view request_covers = R"(("@method" "@path" "content-digest"))";
constexpr std::string_view answer_covers = R"(("@status" "content-digest"))";
constexpr std::size_t longest_nonce = 64, shortest_nonce = 16;

std::string covered(const HttpRequest& request) {
    const std::string path = request.target.substr(0, request.target.find('?'));
    return "\"@method\": " + request.method + "\n\"@path\": " + path + "\n";
}

std::string covered(const HttpResponse& response) {
    return "\"@status\": " + std::to_string(response.status) + "\n";
}

std::string_view covers(const HttpRequest&) {
    return request_covers;
}
std::string_view covers(const HttpResponse&) {
    return answer_covers;
}

template <class Message>
std::string signature_base(const Message& message, std::string_view params) {
    return covered(message) + "\"content-digest\": " + header(message.headers, "content-digest") +
           "\n\"@signature-params\": " + std::string(params);
}

template <class Message>
void sign_message(Message& message, std::int64_t created, const std::string& nonce,
                  const ports::Signer& signer) {
    const std::string params = std::string(covers(message)) + ";created=" + std::to_string(created) +
                               ";nonce=\"" + nonce + "\";keyid=\"" + signer.public_key_hex() +
                               "\";alg=\"ed25519\"";
    message.headers["content-digest"] = content_digest(message.body);
    message.headers["signature-input"] = std::string(label) + params;
    message.headers["signature"] =
        std::string(label) + ":" + to_base64(signer.sign(signature_base(message, params))) + ":";
}

bool is_nonce(std::string_view text) {
    static constexpr std::string_view letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    return text.size() >= shortest_nonce && text.size() <= longest_nonce &&
           text.find_first_not_of(letters) == std::string_view::npos;
}

// Takes `expected` off the front.
bool take(std::string_view& text, std::string_view expected) {
    if (!text.starts_with(expected)) return false;
    text.remove_prefix(expected.size());
    return true;
}

// Takes up to and without the next quotation mark, and that mark.
std::optional<std::string> take_quoted(std::string_view& text) {
    const std::size_t end = text.find('"');
    if (end == std::string_view::npos) return std::nullopt;
    std::string value(text.substr(0, end));
    text.remove_prefix(end + 1);
    return value;
}

std::optional<std::int64_t> take_number(std::string_view& text) {
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{} || value < 0) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

// The parameters in the order in which our own side writes them.
std::optional<SignatureFacts> read_params(std::string_view params, std::string_view expected_cover) {
    if (!take(params, expected_cover) || !take(params, ";created=")) return std::nullopt;
    const auto created = take_number(params);
    if (!created || !take(params, ";nonce=\"")) return std::nullopt;
    const auto nonce = take_quoted(params);
    if (!nonce || !is_nonce(*nonce) || !take(params, ";keyid=\"")) return std::nullopt;
    const auto key = take_quoted(params);
    if (!key || !from_hex(*key, crypto_sign_PUBLICKEYBYTES)) return std::nullopt;
    if (params != ";alg=\"ed25519\"") return std::nullopt;
    return SignatureFacts{*created, *nonce, *key};
}

std::optional<std::string> read_signature(std::string_view text) {
    if (!take(text, label) || !take(text, ":") || !text.ends_with(':')) return std::nullopt;
    text.remove_suffix(1);
    return from_base64(text, crypto_sign_BYTES);
}

bool signed_by(const std::string& key_hex, const std::string& signature, const std::string& base) {
    const auto key = from_hex(key_hex, crypto_sign_PUBLICKEYBYTES);
    const auto bytes = [](const std::string& text) {
        return reinterpret_cast<const unsigned char*>(text.data());
    };
    return key && crypto_sign_verify_detached(bytes(signature), bytes(base), base.size(), bytes(*key)) == 0;
}

template <class Message>
Result<SignatureFacts> verify_message(const Message& message) {
    const std::string input = header(message.headers, "signature-input");
    std::string_view params = input;
    const auto signature = read_signature(header(message.headers, "signature"));
    if (!take(params, label) || !signature)
        return fail(ErrorKind::refused,
                    "The message is not signed the way Makegood signs. Enrol this register and send again.");
    const auto facts = read_params(params, covers(message));
    if (!facts)
        return fail(ErrorKind::refused,
                    "The signature covers something else than Makegood asks for. Use a version that fits "
                    "this server.");
    if (header(message.headers, "content-digest") != content_digest(message.body) ||
        !signed_by(facts->key, *signature, signature_base(message, params)))
        return fail(
            ErrorKind::refused,
            "The message was altered on its way. Send it again over a connection that nobody changes.");
    return *facts;
}

}  // namespace

void sign(HttpRequest& request, std::int64_t created, const std::string& nonce, const ports::Signer& signer) {
    sign_message(request, created, nonce, signer);
}

void sign(HttpResponse& response, std::int64_t created, const std::string& nonce,
          const ports::Signer& signer) {
    sign_message(response, created, nonce, signer);
}

Result<SignatureFacts> verify(const HttpRequest& request) {
    return verify_message(request);
}
Result<SignatureFacts> verify(const HttpResponse& response) {
    return verify_message(response);
}

}  // namespace makegood::wire
