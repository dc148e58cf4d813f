#include "app/sync/sync_client.hpp"

#include <algorithm>

#include "app/sync/pack.hpp"
#include "app/wire/digest.hpp"
#include "app/wire/match_number.hpp"

namespace makegood::sync {
namespace {

constexpr const char* json_type = "application/json";
constexpr const char* lines_type = "application/vnd.makegood.events+zstd";

// The way back of a register of which two copies were used, or an old one was put back.
Error not_its_journal(const std::string& url) {
    std::string sentence =
        "Head office has other events of this register than this folder: the folder was copied and used in "
        "two places, restored from an old copy, or its journal was changed. ";
    sentence +=
        "Let the copy go on that head office takes, keep this folder (makegood --data DIR journal export "
        "FILE writes down what was given here), and make a register of its own for this place: ";
    sentence +=
        "makegood --data NEW init --store NAME --register NAME2 --currency CUR, then makegood --data NEW "
        "import catalogue FILE, then makegood --data NEW sync --enrol ";
    sentence += url + " --code CODE, with a new code from head office.";
    return {ErrorKind::refused, std::move(sentence), {}};
}

// As many as fit in one segment, one at least.
std::size_t fitting(const std::vector<ports::StoredEvent>& events) {
    std::size_t count = 0, bytes = 0;
    for (const auto& event : events) {
        bytes += event.bytes.size();
        if (count > 0 && bytes > wire::segment_bytes) break;
        ++count;
    }
    return count;
}

}  // namespace

// One run over one journal.
class SyncClient::Run {
  public:
    Run(SyncClient& client, const Enrolment& enrolment, ports::SyncLink& link)
        : client_(client), place_{enrolment.url, enrolment.head_office_key}, link_(link) {}

    Result<SyncReport> whole() {
        auto facts = link_.facts();
        if (!facts) return fail(facts.error());
        facts_ = std::move(*facts);
        MAKEGOOD_TRY(greet());
        while (report_.acknowledged < facts_.last) MAKEGOOD_TRY(send_next());
        report_.clock_offset = client_.exchange_.clock_offset();
        return report_;
    }

  private:
    Result<> greet() {
        const auto answer = client_.exchange_.ask(
            place_, wire::hello_path, json_type,
            wire::encode(wire::Hello{facts_.device, facts_.epoch, facts_.last, facts_.head_hash}));
        if (!answer) return fail(answer.error());
        const auto has = wire::decode_hello_answer(answer->body);
        if (!has) return fail(has.error());
        if (has->have_upto > facts_.last) return fail(other_journal());
        return move_mark(has->have_upto, has->head_hash);
    }

    Result<> send_next() {
        const std::uint64_t from = report_.acknowledged + 1;
        auto events = link_.segment(from, std::min(client_.options_.batch_events, wire::segment_events));
        if (!events) return fail(events.error());
        if (events->empty() || events->front().sequence != from)
            return fail(ErrorKind::failed, "Event " + std::to_string(from) +
                                               " is missing from the journal here. Verify the journal.");
        wire::Segment segment{facts_.device, facts_.epoch, from, own_hash_, {}};
        const std::size_t count = fitting(*events);
        for (std::size_t i = 0; i < count; ++i) segment.events.push_back(std::move((*events)[i].bytes));
        const auto lines = wire::encode(segment);
        if (!lines) return fail(lines.error());
        const auto answer = client_.exchange_.ask(place_, wire::events_path, lines_type, pack(*lines));
        if (!answer) return fail(answer.error());
        report_.sent += count;
        return take(answer->body, from, from + count - 1);
    }

    Result<> take(const std::string& body, std::uint64_t from, std::uint64_t to) {
        const auto answer = wire::decode_acknowledgement(body);
        if (!answer) return fail(answer.error());
        if (answer->device != facts_.device || answer->epoch != facts_.epoch || answer->upto > to)
            return fail(other_journal());
        if (answer->upto + 1 < from)
            return fail(ErrorKind::busy,
                        "Head office was set back to an earlier state while events were sent. Nothing "
                        "is lost: the next run sends them again.");
        MAKEGOOD_TRY(move_mark(answer->upto, answer->head_hash));
        if (!answer->conflict.empty()) return fail(ErrorKind::refused, answer->conflict);
        if (answer->upto == to) return {};
        return fail(ErrorKind::busy,
                    "Head office took only a part of the events. The next run sends the rest.");
    }

    // Nothing is believed of an event whose hash is not this journal's own.
    Result<> move_mark(std::uint64_t upto, const std::string& head_hash) {
        std::string own = wire::no_hash;
        if (upto > 0) {
            const auto event = link_.segment(upto, 1);
            if (!event) return fail(event.error());
            if (event->size() != 1 || event->front().sequence != upto) return fail(other_journal());
            own = event->front().hash;
        }
        if (own != head_hash) return fail(other_journal());
        own_hash_ = own;
        report_.acknowledged = upto;
        if (upto <= facts_.acknowledged) return {};
        MAKEGOOD_TRY(link_.set_acknowledged(upto));
        facts_.acknowledged = upto;
        if (client_.options_.progress) client_.options_.progress(upto, facts_.last);
        return {};
    }

    Error other_journal() const { return not_its_journal(place_.url); }

    SyncClient& client_;
    SignedExchange::Place place_;
    ports::SyncLink& link_;
    ports::SyncLink::Facts facts_;
    std::string own_hash_ = wire::no_hash;  // of the event at report_.acknowledged
    SyncReport report_;
};

SyncClient::SyncClient(const ports::Signer& signer, const ports::Clock& clock, ports::Random& random,
                       SyncOptions options)
    : signer_(signer), options_(std::move(options)), exchange_(signer, clock, random, options_.call) {}

Result<Enrolment> SyncClient::enrol(const wire::EnrolmentTicket& ticket, const Newcomer& newcomer) {
    auto checked = checked_url(ticket.url);
    if (!checked) return fail(checked.error());
    const auto answer =
        exchange_.ask({*checked, ticket.key}, wire::enrol_path, json_type,
                      wire::encode(wire::EnrolRequest{ticket.code, newcomer.device, signer_.public_key_hex(),
                                                      newcomer.store, newcomer.register_name}));
    if (!answer) return fail(answer.error());
    auto admitted = wire::decode_enrol_answer(answer->body);
    if (!admitted) return fail(admitted.error());
    if (admitted->head_office_key != answer->key)
        return fail(ErrorKind::failed,
                    "The answer from " + *checked +
                        " names another key than the one it is signed with. Check the address.");
    return Enrolment{std::move(*checked),
                     std::move(admitted->head_office_key),
                     std::move(admitted->store_id),
                     options_.call.authority,
                     admitted->shares_budget,
                     std::move(admitted->salt),
                     admitted->waits};
}

Result<> SyncClient::must_be_confirmed(const Enrolment& enrolment, ports::SyncLink& link) {
    const auto facts = link.facts();
    if (!facts) return fail(facts.error());
    const auto answer =
        exchange_.ask({enrolment.url, enrolment.head_office_key}, wire::hello_path, json_type,
                      wire::encode(wire::Hello{facts->device, facts->epoch, facts->last, facts->head_hash}));
    if (!answer) return fail(answer.error());
    return {};
}

bool SyncClient::was_turned_away() const {
    const auto refusal = exchange_.refusal();
    return refusal == wire::RefusalCode::not_enrolled || refusal == wire::RefusalCode::revoked;
}

Result<SyncReport> SyncClient::run_once(const Enrolment& enrolment, ports::SyncLink& link) {
    return Run(*this, enrolment, link).whole();
}

std::string match_number(const Enrolment& enrolment, const ports::Signer& signer) {
    return wire::match_number(enrolment.head_office_key, signer.public_key_hex(), enrolment.salt);
}

}  // namespace makegood::sync
