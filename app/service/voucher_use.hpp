// What becomes of a voucher.
#pragma once
#include "app/service/desk.hpp"

namespace makegood::service {

struct VoucherShown {
    ports::VoucherRow row;
    core::recovery::Offer offer;
};
// By serial, by the 13 digits, or by the text of the QR (whose signature is checked).
Result<VoucherShown> show_voucher(Desk& desk, const std::string& code);
Result<VoucherShown> redeem_voucher(Desk& desk, const std::string& code, const PersonId& by);
// refused: a clerk may not.
Result<VoucherShown> void_voucher(Desk& desk, const std::string& code, const std::string& why,
                                  const PersonId& by);

}  // namespace makegood::service
