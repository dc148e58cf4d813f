// Head office's side of sync, and what it shows, as plain requests and answers: no network here.
//
//   POST /v1/enrol, /v1/hello, /v1/events   registers; signed both ways (app/wire/messages.hpp)
//   POST /v1/rights/knock, /v1/rights/hello  registers of a store whose hub this is (hub_messages.hpp)
//   POST /v1/policy                         registers of a store whose rules are handed down from here
//   GET  /, /v1/summary                     people and scripts (visitor.hpp says who)
//   GET  /livez, /readyz                    supervisors; nothing but "ok"
#pragma once
#include <functional>
#include <string>

#include "app/ports/clock.hpp"
#include "app/ports/event_codec.hpp"
#include "app/ports/receiver_store.hpp"
#include "app/ports/signer.hpp"
#include "app/server/receiver/gate.hpp"
#include "app/server/receiver/guess_limit.hpp"
#include "app/server/receiver/policy_counter.hpp"
#include "app/server/receiver/rights_counter.hpp"
#include "app/server/receiver/view.hpp"
#include "app/server/receiver/visitor.hpp"
#include "app/wire/http_message.hpp"
#include "app/wire/messages.hpp"

namespace makegood::server::receiver {

using Notice = std::function<void(const std::string&)>;

// Used by one thread at a time.
class Receiver {
  public:
    // All outlive the Receiver. `signer` is head office's own key; `notice` gets what failed, for the log.
    Receiver(ports::ReceiverStore& store, const ports::Signer& signer, const ports::Clock& clock,
             ports::EventCodec codec, Viewing viewing, Notice notice);
    // From now on it is a store's hub, and shares out its budget. Outlives the Receiver.
    void share_budget(RightsCounter& counter) { rights_ = &counter; }
    // From now on it hands rules down. Outlives the Receiver.
    void hand_down_rules(ports::PolicyOffice& office) { rules_ = &office; }

    // Codes that are shown on the page. Outlives the Receiver.
    void show_codes(OpenCodes& codes) { codes_ = &codes; }

    // Always answers. What was taken in is durable before the answer is made.
    wire::HttpResponse handle(const wire::HttpRequest& request);

  private:
    wire::HttpResponse answer_register(const wire::HttpRequest& request, const wire::SignatureFacts& facts);
    wire::HttpResponse answer_visitor(const wire::HttpRequest& request);
    wire::HttpResponse enrol(const wire::HttpRequest& request, const std::string& key);
    wire::HttpResponse hello(const wire::HttpRequest& request, const ports::EnrolledDevice& device);
    wire::HttpResponse events(const wire::HttpRequest& request, const ports::EnrolledDevice& device);
    wire::HttpResponse rights(const wire::HttpRequest& request, const ports::EnrolledDevice& device);
    wire::HttpResponse rules(const wire::HttpRequest& request, const ports::EnrolledDevice& device);
    wire::HttpResponse readiness();
    Result<View> view();
    wire::HttpResponse refuse(const Refused& refused) const;

    ports::ReceiverStore& store_;
    const ports::Signer& signer_;
    const ports::Clock& clock_;
    ports::EventCodec codec_;
    Viewing viewing_;
    Notice notice_;
    GuessLimit guesses_;
    OpenCodes* codes_ = nullptr;            // null: none are made while it runs
    RightsCounter* rights_ = nullptr;       // null: head office
    ports::PolicyOffice* rules_ = nullptr;  // null: it has none to hand down
};

}  // namespace makegood::server::receiver
