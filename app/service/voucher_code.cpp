#include "app/service/voucher_code.hpp"

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

Result<core::voucher::Voucher> draft_voucher(Desk& desk, Money value, CivilDate today, int valid_days) {
    const auto next = desk.store.next_voucher_number();
    if (!next) return fail(next.error());
    const auto number = std::max(*next, desk.settings.range.first);
    auto voucher = core::voucher::draft(desk.settings.range, number, value, today, valid_days);
    if (!voucher) return fail(voucher.error());
    sign_voucher(desk, *voucher);
    return voucher;
}

}  // namespace makegood::service
