// Vouchers: printed rights with a serial, a value and an expiry, and the two codes on them.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/base/money.hpp"
#include "app/base/result.hpp"
#include "app/base/text_id.hpp"
#include "app/base/time_values.hpp"

namespace makegood::core::voucher {

// drafted (reserved and queued) -> issued (printed) -> redeemed | voided | expired. unsure: the printer
// can't say whether it came out whole; the clerk looks. The last three are final.
enum class State : std::uint8_t { drafted, issued, unsure, redeemed, voided, expired };
std::string_view word(State state);
std::optional<State> state_from_word(std::string_view word);

// Numbers that the existing register takes, as EAN-13 without check digit: `prefix` (for in-store use
// 20-29, GS1 restricted circulation) then a running number from `first` to `last` in the digits left.
struct NumberRange {
    std::string prefix;  // "29", digits only, 2-9 long
    std::uint64_t first = 1;
    std::uint64_t last = 0;
    friend bool operator==(const NumberRange&, const NumberRange&) = default;
};
// Digits of the running number: 12 less those of the prefix.
int running_digits(const NumberRange& range);
// bad_input with a sentence when prefix or bounds do not fit in 12 digits.
Result<NumberRange> checked(NumberRange range);

struct Voucher {
    VoucherSerial serial;  // "MG-29-0000000017": prefix and running number; unique per range
    std::string ean13;     // 13 digits with check digit
    Money value;
    CivilDate expires;  // last day on which it is good, in the shop's time zone
    std::string qr;     // signed text, see qr_body
    State state = State::drafted;
    friend bool operator==(const Voucher&, const Voucher&) = default;
};

// The voucher with running number `number`, good from `today` on for `valid_days` more days. refused when
// the range is used up. Programming error: an unchecked range, no value, fewer than 0 days. qr is left empty.
Result<Voucher> draft(const NumberRange& range, std::uint64_t number, Money value, CivilDate today,
                      int valid_days);

// What the store's key signs: "MG1.<serial>.<value>.<currency>.<expires yyyymmdd>.<device>". The QR holds
// this text, a point and the Ed25519 signature (RFC 8032) in unpadded base64url.
std::string qr_body(const Voucher& voucher, const Currency& currency, std::string_view device);

// Whether `from` -> `to` is allowed; refused with a sentence that says what
// happened to it and what to do.
Result<> may_become(State from, State to);

}  // namespace makegood::core::voucher
