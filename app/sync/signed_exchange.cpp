#include "app/sync/signed_exchange.hpp"

#include "app/wire/http_signature.hpp"

namespace makegood::sync {
namespace {

using wire::RefusalCode;

constexpr std::size_t nonce_length = 22;  // 132 bits

std::string make_nonce(ports::Random& random) {
    static constexpr std::string_view letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string nonce;
    for (std::size_t i = 0; i < nonce_length; ++i) nonce += letters[random.below(letters.size())];
    return nonce;
}

ErrorKind kind_of(RefusalCode code) {
    switch (code) {
        case RefusalCode::not_signed:
        case RefusalCode::wrong_clock:
        case RefusalCode::replayed:
        case RefusalCode::not_enrolled:
        case RefusalCode::revoked:
        case RefusalCode::wrong_code:
        case RefusalCode::contradicts:
            return ErrorKind::refused;
        case RefusalCode::busy:
            return ErrorKind::busy;
        case RefusalCode::bad_request:
        case RefusalCode::not_here:
        case RefusalCode::failed:
            return ErrorKind::failed;
        case RefusalCode::waiting:
            return ErrorKind::needs_approval;
    }
    return ErrorKind::failed;
}

}  // namespace

// What came back, and whether it is head office's word.
struct SignedExchange::Heard {
    wire::HttpResponse response;
    std::string key;                       // that signed it; empty: nobody whom we know
    std::optional<wire::Refusal> refusal;  // signed, and not 200 or 409
    bool is_answer() const { return !key.empty() && !refusal; }
};

Result<SignedExchange::Answer> SignedExchange::ask(const Place& place, std::string_view path,
                                                   const std::string& content_type, const std::string& body) {
    refusal_.reset();
    auto heard = ask_once(place, path, content_type, body);
    if (!heard) return fail(heard.error());
    if (heard->refusal && heard->refusal->code == RefusalCode::wrong_clock) {
        offset_ = heard->refusal->time - clock_.now();
        heard = ask_once(place, path, content_type, body);
    } else if (heard->refusal && heard->refusal->code == RefusalCode::replayed) {
        // A connection broke after the request had arrived, and libcurl sent it again by itself.
        heard = ask_once(place, path, content_type, body);
    }
    if (!heard) return fail(heard.error());
    if (heard->refusal) refusal_ = heard->refusal->code;
    if (!heard->is_answer()) return fail(error_of(*heard, place));
    return Answer{heard->response.status, std::move(heard->response.body), std::move(heard->key)};
}

Result<SignedExchange::Heard> SignedExchange::ask_once(const Place& place, std::string_view path,
                                                       const std::string& content_type,
                                                       const std::string& body) {
    wire::HttpRequest request{"POST", std::string(path), {{"content-type", content_type}}, body, false};
    const std::string nonce = make_nonce(random_);
    const Instant now = clock_.now() + offset_.value_or(Duration{});
    wire::sign(request, std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count(), nonce,
               signer_);
    auto response = caller_.call(place.url, request);
    if (!response) return fail(response.error());

    Heard heard{std::move(*response), {}, {}};
    const auto facts = wire::verify(heard.response);
    const bool theirs = facts && facts->nonce == nonce &&
                        (place.head_office_key.empty() || facts->key == place.head_office_key);
    if (!theirs) return heard;
    heard.key = facts->key;
    const int status = heard.response.status;
    if (status == 200) return heard;
    auto refusal = wire::decode_refusal(heard.response.body);
    // 409 bears a refusal, or an acknowledgement up to where the journal breaks off.
    if (!refusal && status != 409) return fail(refusal.error());
    if (refusal) heard.refusal = std::move(*refusal);
    return heard;
}

Error SignedExchange::error_of(const Heard& heard, const Place& place) const {
    if (heard.refusal) return {kind_of(heard.refusal->code), heard.refusal->sentence, {}};
    const std::string status = "status " + std::to_string(heard.response.status);
    if (heard.response.status == 503)
        return {ErrorKind::busy, "Head office has too much to do. The events stay here and are sent later.",
                status};
    return {ErrorKind::failed,
            "What answers at " + place.url +
                " is not the head office that this register is enrolled with. Check the address; when head "
                "office was "
                "set up anew, enrol again.",
            status};
}

}  // namespace makegood::sync
