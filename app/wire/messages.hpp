// What a register and head office say to each other, as JSON with limits. Times are ISO 8601 in UTC.
//
//   POST /v1/enrol   EnrolRequest        -> EnrolAnswer
//   POST /v1/hello   Hello               -> HelloAnswer
//   POST /v1/events  Segment as lines,   -> Acknowledgement; 409 with the same form when the journal
//                    zstd                   breaks off or contradicts what was received before
//   anything refused                     -> Refusal
//
// Unknown keys are passed over, so a newer side may say more. Every answer is signed (http_signature.hpp).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/result.hpp"
#include "app/base/text_id.hpp"
#include "app/base/time_values.hpp"

namespace makegood::wire {

inline constexpr std::string_view enrol_path = "/v1/enrol";
inline constexpr std::string_view hello_path = "/v1/hello";
inline constexpr std::string_view events_path = "/v1/events";

inline constexpr std::size_t message_limit = 8 * 1024;    // bytes of a message other than a segment
inline constexpr std::size_t name_limit = 120;            // bytes of a store's or register's name
inline constexpr std::size_t event_limit = 256 * 1024;    // bytes of one event
inline constexpr std::size_t segment_events = 500;        // events in a segment
inline constexpr std::size_t segment_bytes = 256 * 1024;  // bytes of its events, unless it is a single one
inline constexpr std::size_t segment_text_limit = 512 * 1024;  // bytes of its lines before compression
inline constexpr std::size_t body_limit = 512 * 1024;          // bytes of any body as sent

// Before the first event of an epoch.
extern const std::string no_hash;  // 64 zeros

struct EnrolRequest {
    std::string code;  // as typed
    DeviceId device;
    std::string public_key;  // of the device; also signs this request: the proof that it holds the key
    std::string store, register_name;
};
struct EnrolAnswer {
    std::string head_office_key;  // 64 hexadecimal digits; signs every answer from now on
    std::string store_id;
    Instant time;
    bool shares_budget = false;  // it is a store's hub, and grants the register its rights
    std::string salt = {};       // of the six digits (match_number.hpp)
    bool waits = false;          // until a person has compared them there: all else is refused as `waiting`
};

struct Hello {
    DeviceId device;
    std::uint32_t epoch = 1;
    std::uint64_t last = 0;  // the device's newest event; 0: none
    std::string head_hash;   // its hash
};
struct HelloAnswer {
    std::uint64_t have_upto = 0;  // of that epoch, without a gap
    std::string head_hash;        // of that event
    Instant time;
};

// Consecutive events of one journal. Its text is a line of JSON {device, epoch, from, prev, count} and then
// one line for each event, each ended by "\n".
struct Segment {
    DeviceId device;
    std::uint32_t epoch = 1;
    std::uint64_t from = 1;
    std::string previous_hash;        // of event from - 1
    std::vector<std::string> events;  // the bytes as they are stored
};

struct Acknowledgement {
    DeviceId device;
    std::uint32_t epoch = 1;
    std::uint64_t upto = 0;  // durable at head office, without a gap
    std::string head_hash;   // of that event
    Instant time;
    std::string conflict;  // why nothing after it was taken; empty when all was
};

enum class RefusalCode : std::uint8_t {
    bad_request,   // not understood
    not_signed,    // no or another signature, or altered on its way
    wrong_clock,   // created too far from head office's clock; `time` says what it is there
    replayed,      // the nonce was used before
    not_enrolled,  // the key is not known
    revoked,
    wrong_code,   // unknown, used up, too old or for another register
    contradicts,  // against what is known already
    not_here,     // no such door, or not for this visitor
    busy,
    failed,
    waiting,  // for a person to compare the six digits
};
std::string_view word(RefusalCode code);

struct Refusal {
    RefusalCode code = RefusalCode::failed;
    std::string sentence;  // for the person, with a way out
    Instant time;          // of head office
};

std::string encode(const EnrolRequest&);
std::string encode(const EnrolAnswer&);
std::string encode(const Hello&);
std::string encode(const HelloAnswer&);
std::string encode(const Acknowledgement&);
std::string encode(const Refusal&);
// The lines. An event with a line break in it can't be sent: refused.
Result<std::string> encode(const Segment&);

// bad_input, with the field that is missing or out of bounds.
Result<EnrolRequest> decode_enrol_request(std::string_view json);
Result<EnrolAnswer> decode_enrol_answer(std::string_view json);
Result<Hello> decode_hello(std::string_view json);
Result<HelloAnswer> decode_hello_answer(std::string_view json);
Result<Acknowledgement> decode_acknowledgement(std::string_view json);
Result<Refusal> decode_refusal(std::string_view json);
Result<Segment> decode_segment(std::string_view lines);

}  // namespace makegood::wire
