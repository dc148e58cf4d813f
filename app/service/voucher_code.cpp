#include "app/service/voucher_code.hpp"

#include <algorithm>
#include <charconv>

namespace makegood::service {
namespace {

std::string base64url(std::string_view bytes) {
    static constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string out;
    std::uint32_t bits = 0;
    int held = 0;
    for (const char c : bytes) {
        bits = bits << 8 | static_cast<unsigned char>(c);
        for (held += 8; held >= 6; held -= 6) out += alphabet[bits >> (held - 6) & 63];
    }
    if (held > 0) out += alphabet[bits << (6 - held) & 63];
    return out;
}

}  // namespace

void sign_voucher(const Desk& desk, core::voucher::Voucher& voucher) {
    const auto body = core::voucher::qr_body(voucher, desk.currency, desk.shop.device.text());
    voucher.qr = body + '.' + base64url(desk.signer.sign(body));
}

namespace {

const std::string numbers_setting = "voucher.numbers";
constexpr std::uint64_t most_of_a_copy = 10'000, places_to_go_on = 1000;

struct NumbersOfEpoch {
    std::uint32_t epoch = 1;
    std::uint64_t from = 0;
};

NumbersOfEpoch read_numbers(const std::string& text) {
    NumbersOfEpoch numbers;
    const char* end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, numbers.epoch);
    if (first.ptr != end) std::from_chars(first.ptr + 1, end, numbers.from);
    return numbers;
}

// A folder that was put back from a copy does not know of the last pieces that were printed: in each new
// epoch the numbers go on somewhere behind all that these can have, by chance, so that two copies part as
// well.
Result<std::uint64_t> next_number(Desk& desk) {
    const auto& range = desk.settings.range;
    const auto known = desk.store.next_voucher_number();
    if (!known) return known;
    const auto next = std::max(*known, range.first);
    const auto rights = desk.store.rights_of({});
    if (!rights) return fail(rights.error());
    const auto text = desk.store.setting(numbers_setting);
    if (!text) return fail(text.error());
    const auto numbers = read_numbers(*text);
    if (numbers.epoch == rights->book.epoch) return std::max(next, numbers.from);
    const auto step =
        std::min(most_of_a_copy, (range.last - std::min(next, range.last)) / (2 * places_to_go_on));
    const auto from = next + step * (1 + desk.random.below(places_to_go_on));
    MAKEGOOD_TRY(desk.store.set_setting(numbers_setting,
                                        std::to_string(rights->book.epoch) + ' ' + std::to_string(from)));
    return from;
}

}  // namespace

Result<core::voucher::Voucher> draft_voucher(Desk& desk, Money value, CivilDate today, int valid_days) {
    const auto number = next_number(desk);
    if (!number) return fail(number.error());
    auto voucher = core::voucher::draft(desk.settings.range, *number, value, today, valid_days);
    if (!voucher) return fail(voucher.error());
    sign_voucher(desk, *voucher);
    return voucher;
}

}  // namespace makegood::service
