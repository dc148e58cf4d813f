#include "app/server/receiver/receiver.hpp"

#include "app/server/receiver/admission.hpp"
#include "app/server/receiver/enrolment_code.hpp"
#include "app/server/receiver/intake.hpp"
#include "app/server/receiver/page.hpp"
#include "app/server/receiver/summary.hpp"
#include "app/server/receiver/unpack.hpp"
#include "app/wire/http_signature.hpp"
#include "app/wire/hub_messages.hpp"
#include "app/wire/match_number.hpp"
#include "app/wire/policy_messages.hpp"

namespace makegood::server::receiver {
namespace {

using wire::HttpRequest;
using wire::HttpResponse;
using wire::RefusalCode;

HttpResponse json(int status, std::string body) {
    return {status, {{"content-type", "application/json"}, {"cache-control", "no-store"}}, std::move(body)};
}

HttpResponse text(int status, const std::string& body) {
    return {
        status, {{"content-type", "text/plain; charset=utf-8"}, {"cache-control", "no-store"}}, body + "\n"};
}

std::int64_t seconds(Instant instant) {
    return std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count();
}

bool is_for_registers(const std::string& target) {
    return target == wire::enrol_path || target == wire::hello_path || target == wire::events_path ||
           target == wire::knock_path || target == wire::rights_path || target == wire::policy_path;
}

ports::Exception behind(const wire::Hello& hello, const ports::JournalMark& mark, Instant now) {
    return {ports::ExceptionKind::behind,
            hello.device,
            hello.epoch,
            hello.last,
            {},
            {},
            "The register ends at event " + std::to_string(hello.last) + ", but sent up to " +
                std::to_string(mark.sequence) + " before: it was restored from a copy.",
            now,
            1};
}

}  // namespace

Receiver::Receiver(ports::ReceiverStore& store, const ports::Signer& signer, const ports::Clock& clock,
                   ports::EventCodec codec, Viewing viewing, Notice notice)
    : store_(store),
      signer_(signer),
      clock_(clock),
      codec_(std::move(codec)),
      viewing_(std::move(viewing)),
      notice_(std::move(notice)) {}

HttpResponse Receiver::handle(const HttpRequest& request) {
    if (!is_for_registers(request.target)) return answer_visitor(request);
    if (request.method != "POST") return refuse({RefusalCode::not_here, "Registers speak by POST here."});
    const auto facts = wire::verify(request);
    if (!facts) return refuse({RefusalCode::not_signed, facts.error().sentence});
    auto response = answer_register(request, *facts);
    wire::sign(response, seconds(clock_.now()), facts->nonce, signer_);
    return response;
}

HttpResponse Receiver::answer_register(const HttpRequest& request, const wire::SignatureFacts& facts) {
    if (request.target == wire::enrol_path) return enrol(request, facts.key);
    const auto device = recognise(store_, clock_, facts);
    if (!device) return refuse(device.error());
    if (request.target == wire::policy_path) return rules(request, *device);
    if (request.target == wire::hello_path) return hello(request, *device);
    return request.target == wire::events_path ? events(request, *device) : rights(request, *device);
}

HttpResponse Receiver::rights(const HttpRequest& request, const ports::EnrolledDevice& device) {
    if (rights_ == nullptr)
        return refuse({RefusalCode::not_here,
                       "Head office shares out no budget. Enrol this register at its store's hub."});
    const auto answer = request.target == wire::knock_path ? rights_->knock(device, request.body)
                                                           : rights_->hello(device, request.body);
    return answer ? json(200, *answer) : refuse(answer.error());
}

HttpResponse Receiver::rules(const HttpRequest& request, const ports::EnrolledDevice& device) {
    if (rules_ == nullptr) return json(200, wire::encode(wire::PolicyAnswer{}));
    const auto answer = hand_down(*rules_, device, request.body);
    return answer ? json(200, *answer) : refuse(answer.error());
}

// No look at the clock: a code is short-lived and used once, and a new register's clock is often wrong.
HttpResponse Receiver::enrol(const HttpRequest& request, const std::string& key) {
    const auto wanted = wire::decode_enrol_request(request.body);
    if (!wanted) return refuse(refused_by(wanted.error()));
    if (wanted->public_key != key)
        return refuse(
            {RefusalCode::not_signed, "Only the holder of a key can enrol it. Enrol from the register."});
    if (!guesses_.allows(clock_.steady()))
        return refuse(
            {RefusalCode::busy, "Too many wrong codes were tried. Wait a minute, then type yours."});
    const auto admitted = admit(store_, *wanted, clock_.now());
    if (!admitted) {
        if (admitted.error().code == RefusalCode::wrong_code) guesses_.count_wrong();
        return refuse(admitted.error());
    }
    return json(200, wire::encode(wire::EnrolAnswer{signer_.public_key_hex(), admitted->store_id,
                                                    clock_.now(), rights_ != nullptr,
                                                    wire::match_salt(signer_, key), admitted->waits}));
}

HttpResponse Receiver::hello(const HttpRequest& request, const ports::EnrolledDevice& device) {
    const auto hello = wire::decode_hello(request.body);
    if (!hello) return refuse(refused_by(hello.error()));
    if (hello->device != device.device)
        return refuse(
            {RefusalCode::contradicts, "The key belongs to another register. Enrol this one anew."});
    const auto now = clock_.now();
    const auto mark = store_.mark(device.device, hello->epoch);
    if (!mark) return refuse(refused_by(mark.error()));
    std::vector<ports::Exception> exceptions;
    if (hello->last < mark->sequence) exceptions.push_back(behind(*hello, *mark, now));
    const auto noted = store_.take_in(device, hello->epoch, {}, exceptions, now);
    if (!noted) return refuse(refused_by(noted.error()));
    return json(200, wire::encode(wire::HelloAnswer{mark->sequence, mark->hash, now}));
}

HttpResponse Receiver::events(const HttpRequest& request, const ports::EnrolledDevice& device) {
    const auto lines = unpack(request.body, wire::segment_text_limit);
    if (!lines) return refuse(refused_by(lines.error()));
    const auto segment = wire::decode_segment(*lines);
    if (!segment) return refuse(refused_by(segment.error()));
    if (segment->device != device.device)
        return refuse(
            {RefusalCode::contradicts, "The key belongs to another register. Enrol this one anew."});
    const auto mark = store_.mark(device.device, segment->epoch);
    if (!mark) return refuse(refused_by(mark.error()));
    const auto now = clock_.now();
    const auto hash_of = [&](std::uint64_t sequence) {
        return store_.hash_of(device.device, segment->epoch, sequence);
    };
    const auto intake = sort_in(*segment, device, *mark, hash_of, codec_, now);
    if (!intake) return refuse(refused_by(intake.error()));
    const auto stored = store_.take_in(device, segment->epoch, intake->events, intake->exceptions, now);
    if (!stored) return refuse(refused_by(stored.error()));
    return json(intake->conflict.empty() ? 200 : 409,
                wire::encode(wire::Acknowledgement{device.device, segment->epoch, intake->mark.sequence,
                                                   intake->mark.hash, now, intake->conflict}));
}

HttpResponse Receiver::answer_visitor(const HttpRequest& request) {
    if (request.method != "GET") return text(405, "This can only be read. Use GET.");
    if (request.target == "/livez") return text(200, "ok");
    if (request.target == "/readyz") return readiness();
    if (request.target != "/" && request.target != "/v1/summary")
        return text(404, "There is nothing here. Begin at /.");
    if (auto away = turn_away(viewing_, request)) return *away;
    const auto shown = view();
    if (!shown) {
        notice_(shown.error().sentence + " " + shown.error().detail);
        return text(503, "Head office can't read its store at the moment; its log says why.");
    }
    if (request.target == "/") return page(*shown, clock_.now());
    return json(200, summary(*shown, clock_.now()));
}

Result<View> Receiver::view() {
    auto overview = store_.overview(clock_.now());
    if (!overview) return fail(overview.error());
    View shown{std::move(*overview), {}, {}, {}};
    const auto waiting = store_.waiting(clock_.now());
    if (!waiting) return fail(waiting.error());
    shown.waiting = with_digits(*waiting, signer_);
    if (codes_ != nullptr)
        for (const auto& open : codes_->good_at(clock_.now())) {
            const auto known = store_.code(hash_of_code(open.code));
            if (!known) return fail(known.error());
            if (*known && (*known)->used_by.empty()) shown.codes.push_back(open);
        }
    if (rights_ == nullptr) return shown;
    auto hub = rights_->now();
    if (!hub) return fail(hub.error());
    shown.hub = std::move(*hub);
    return shown;
}

HttpResponse Receiver::readiness() {
    const auto read = store_.device(DeviceId());
    return read ? text(200, "ok") : text(503, "The store can't be read.");
}

HttpResponse Receiver::refuse(const Refused& refused) const {
    if (!refused.detail.empty()) notice_(refused.detail);
    auto response = json(status_of(refused.code),
                         wire::encode(wire::Refusal{refused.code, refused.sentence, clock_.now()}));
    if (refused.code == RefusalCode::busy || refused.code == RefusalCode::failed)
        response.headers["retry-after"] = "60";
    return response;
}

}  // namespace makegood::server::receiver
