#include "app/wire/messages.hpp"

#include <array>
#include <boost/json.hpp>

#include "app/wire/message_reader.hpp"

namespace makegood::wire {
namespace {

constexpr std::size_t code_limit = 40, sentence_limit = 1000, store_id_limit = 40;
constexpr std::size_t key_size = 32, hash_size = 32, device_size = 16, salt_size = 16;
constexpr std::uint64_t epoch_limit = 0xffff'ffff;
// What a JSON number holds everywhere (RFC 8259, section 6).
constexpr std::uint64_t sequence_limit = (std::uint64_t{1} << 53) - 1;

constexpr std::array<std::string_view, 12> refusal_words = {
    "bad-request", "not-signed",  "wrong-clock", "replayed", "not-enrolled", "revoked",
    "wrong-code",  "contradicts", "not-here",    "busy",     "failed",       "waiting",
};

std::string text_of(const boost::json::object& object) {
    return boost::json::serialize(object);
}

template <class Message>
Result<Message> checked(const MessageReader& reader, Message message) {
    MAKEGOOD_TRY(reader.outcome());
    return message;
}

std::uint32_t epoch(MessageReader& reader) {
    return static_cast<std::uint32_t>(reader.number("epoch", 1, epoch_limit));
}

}  // namespace

const std::string no_hash(hash_size * 2, '0');

std::string_view word(RefusalCode code) {
    return refusal_words[static_cast<std::size_t>(code)];
}

std::string encode(const EnrolRequest& request) {
    return text_of({{"code", request.code},
                    {"device", request.device.text()},
                    {"public_key", request.public_key},
                    {"store", request.store},
                    {"register", request.register_name}});
}

std::string encode(const EnrolAnswer& answer) {
    boost::json::object object{{"head_office_key", answer.head_office_key},
                               {"store_id", answer.store_id},
                               {"time", base::format_instant(answer.time)},
                               {"shares_budget", answer.shares_budget},
                               {"waits", answer.waits}};
    if (!answer.salt.empty()) object["salt"] = answer.salt;
    return text_of(object);
}

std::string encode(const Hello& hello) {
    return text_of({{"device", hello.device.text()},
                    {"epoch", hello.epoch},
                    {"last", hello.last},
                    {"head_hash", hello.head_hash}});
}

std::string encode(const HelloAnswer& answer) {
    return text_of({{"have_upto", answer.have_upto},
                    {"head_hash", answer.head_hash},
                    {"time", base::format_instant(answer.time)}});
}

std::string encode(const Acknowledgement& answer) {
    boost::json::object object{{"device", answer.device.text()},
                               {"epoch", answer.epoch},
                               {"upto", answer.upto},
                               {"head_hash", answer.head_hash},
                               {"time", base::format_instant(answer.time)},
                               {"conflict", answer.conflict}};
    return text_of(object);
}

std::string encode(const Refusal& refusal) {
    const std::string_view code = word(refusal.code);
    return text_of({{"refused", boost::json::string_view(code.data(), code.size())},
                    {"sentence", refusal.sentence},
                    {"time", base::format_instant(refusal.time)}});
}

Result<EnrolRequest> decode_enrol_request(std::string_view json) {
    MessageReader reader(json, "enrolment", message_limit);
    EnrolRequest request{reader.text("code", code_limit), DeviceId(reader.hex("device", device_size)),
                         reader.hex("public_key", key_size), reader.text("store", name_limit),
                         reader.text("register", name_limit)};
    return checked(reader, std::move(request));
}

Result<EnrolAnswer> decode_enrol_answer(std::string_view json) {
    MessageReader reader(json, "answer to the enrolment", message_limit);
    EnrolAnswer answer{reader.hex("head_office_key", key_size), reader.text("store_id", store_id_limit),
                       reader.time("time")};
    // Older head offices share no budget and do not say so.
    if (reader.has("shares_budget")) answer.shares_budget = reader.truth("shares_budget");
    // Nor do they ask a person.
    if (reader.has("salt")) answer.salt = reader.hex("salt", salt_size);
    if (reader.has("waits")) answer.waits = reader.truth("waits");
    return checked(reader, std::move(answer));
}

Result<Hello> decode_hello(std::string_view json) {
    MessageReader reader(json, "greeting", message_limit);
    Hello hello{DeviceId(reader.hex("device", device_size)), epoch(reader),
                reader.number("last", 0, sequence_limit), reader.hex("head_hash", hash_size)};
    return checked(reader, std::move(hello));
}

Result<HelloAnswer> decode_hello_answer(std::string_view json) {
    MessageReader reader(json, "answer to the greeting", message_limit);
    HelloAnswer answer{reader.number("have_upto", 0, sequence_limit), reader.hex("head_hash", hash_size),
                       reader.time("time")};
    return checked(reader, std::move(answer));
}

Result<Acknowledgement> decode_acknowledgement(std::string_view json) {
    MessageReader reader(json, "acknowledgement", message_limit);
    Acknowledgement answer{DeviceId(reader.hex("device", device_size)),
                           epoch(reader),
                           reader.number("upto", 0, sequence_limit),
                           reader.hex("head_hash", hash_size),
                           reader.time("time"),
                           reader.text("conflict", sentence_limit, 0)};
    return checked(reader, std::move(answer));
}

Result<Refusal> decode_refusal(std::string_view json) {
    MessageReader reader(json, "answer", message_limit);
    const std::string code = reader.text("refused", code_limit);
    Refusal refusal{RefusalCode::failed, reader.text("sentence", sentence_limit), reader.time("time")};
    for (std::size_t i = 0; i < refusal_words.size(); ++i)
        if (code == refusal_words[i]) refusal.code = static_cast<RefusalCode>(i);
    return checked(reader, std::move(refusal));
}

}  // namespace makegood::wire
