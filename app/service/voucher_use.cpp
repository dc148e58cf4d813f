#include "app/service/voucher_use.hpp"

#include "app/service/clock_watch.hpp"
#include "app/service/who_may.hpp"

namespace makegood::service {
namespace {

bool is_ean13(const std::string& code) {
    return code.size() == 13 &&
           std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "MG1.<serial>.…": the serial inside the QR's text.
std::string serial_in_qr(const std::string& code) {
    const auto end = code.find('.', 4);
    return end == std::string::npos ? std::string() : code.substr(4, end - 4);
}

Result<std::optional<ports::VoucherRow>> look_up(Desk& desk, const std::string& code) {
    if (is_ean13(code)) return desk.store.voucher_by_ean13(code);
    if (!code.starts_with("MG1.")) return desk.store.voucher(VoucherSerial(code));
    auto row = desk.store.voucher(VoucherSerial(serial_in_qr(code)));
    // Ed25519 is deterministic: a genuine code is exactly the one that was printed.
    if (row && *row && (*row)->voucher.qr != code)
        return fail(ErrorKind::refused, "The code of voucher " + serial_in_qr(code) +
                                            " was altered. Do not accept it; call a manager.");
    return row;
}

// A clock that went back does not make a voucher good for longer, and one that jumped ends none.
Result<> good_today(const Desk& desk, const core::voucher::Voucher& voucher) {
    if (money_day(desk) <= voucher.expires) return {};
    const std::string until =
        "Voucher " + voucher.serial.text() + " was good until " + base::format_date(voucher.expires);
    if (desk.clock_jumped_ahead)
        return fail(ErrorKind::refused,
                    until + ", but this clock's date is in doubt. " + clock_warning(desk));
    return fail(ErrorKind::refused, until + ". A manager can give a new one.");
}

}  // namespace

Result<VoucherShown> show_voucher(Desk& desk, const std::string& code) {
    auto row = look_up(desk, code);
    if (!row) return fail(row.error());
    if (!*row)
        return fail(ErrorKind::not_found,
                    "No voucher \"" + code.substr(0, 60) +
                        "\" was made on this register. Check the number under the bars.");
    const auto recovery = desk.store.recovery((*row)->recovery);
    if (!recovery) return fail(recovery.error());
    return VoucherShown{std::move(**row), (*recovery)->offer};
}

Result<VoucherShown> redeem_voucher(Desk& desk, const std::string& code, const PersonId& by) {
    MAKEGOOD_TRY(must_work_here(desk, by));
    MAKEGOOD_TRY(watch_clock(desk));
    auto shown = show_voucher(desk, code);
    if (!shown) return shown;
    const auto& voucher = shown->row.voucher;
    MAKEGOOD_TRY(desk.store.prove(voucher.serial));
    MAKEGOOD_TRY(core::voucher::may_become(voucher.state, core::voucher::State::redeemed));
    MAKEGOOD_TRY(good_today(desk, voucher));
    MAKEGOOD_TRY(
        desk.store.commit({desk.clock.now(), by}, ports::VoucherRedeemed{voucher.serial, voucher.value}));
    return show_voucher(desk, code);
}

Result<VoucherShown> void_voucher(Desk& desk, const std::string& code, const std::string& why,
                                  const PersonId& by) {
    MAKEGOOD_TRY(must_be_allowed(desk, by, {core::budget::Act::void_voucher}));
    auto shown = show_voucher(desk, code);
    if (!shown) return shown;
    const auto& voucher = shown->row.voucher;
    MAKEGOOD_TRY(desk.store.prove(voucher.serial));
    MAKEGOOD_TRY(core::voucher::may_become(voucher.state, core::voucher::State::voided));
    MAKEGOOD_TRY(desk.store.commit({desk.clock.now(), by}, ports::VoucherVoided{voucher.serial, why}));
    return show_voucher(desk, code);
}

}  // namespace makegood::service
