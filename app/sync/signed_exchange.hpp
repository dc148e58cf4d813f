// Signed requests to one head office and its verified answers.
#pragma once
#include <optional>
#include <string>

#include "app/ports/clock.hpp"
#include "app/ports/random.hpp"
#include "app/ports/signer.hpp"
#include "app/sync/http_caller.hpp"
#include "app/wire/messages.hpp"

namespace makegood::sync {

class SignedExchange {
  public:
    // All outlive the SignedExchange.
    SignedExchange(const ports::Signer& signer, const ports::Clock& clock, ports::Random& random,
                   CallOptions options)
        : signer_(signer), clock_(clock), random_(random), caller_(std::move(options)) {}

    struct Place {
        std::string url;
        std::string head_office_key;  // empty: not known yet (enrolling); then any key may sign
    };
    struct Answer {
        int status = 200;
        std::string body;
        std::string key;  // that signed it
    };
    // Status 200 or 409 from the head office that is named by its key; anything else is an Error with head
    // office's own sentence. A clock that it finds wrong is made good by its own time, once.
    Result<Answer> ask(const Place& place, std::string_view path, const std::string& content_type,
                       const std::string& body);

    // What head office refused the last question with.
    std::optional<wire::RefusalCode> refusal() const { return refusal_; }

    // Head office's time less this machine's, when it had to be used.
    std::optional<Duration> clock_offset() const { return offset_; }

  private:
    struct Heard;
    Result<Heard> ask_once(const Place& place, std::string_view path, const std::string& content_type,
                           const std::string& body);
    Error error_of(const Heard& heard, const Place& place) const;

    const ports::Signer& signer_;
    const ports::Clock& clock_;
    ports::Random& random_;
    HttpCaller caller_;
    std::optional<Duration> offset_;
    std::optional<wire::RefusalCode> refusal_;
};

}  // namespace makegood::sync
