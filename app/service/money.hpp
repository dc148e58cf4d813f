// The owner's money: show, set, and what time does to it.
#pragma once
#include "app/service/desk.hpp"

namespace makegood::service {

Result<core::budget::Period> show_budget(Desk& desk);
// In force at once for the current period and for those after it.
Result<core::budget::Period> set_budget(Desk& desk, const core::budget::Limit& limit, const PersonId& by);

// What time does: settles recoveries whose undo time is over, expires vouchers, notes a clock set back.
// Call it every few seconds and before every command.
Result<> tick(Desk& desk);

struct VoucherShown {
    ports::VoucherRow row;
    core::recovery::Offer offer;
};
// By serial, by the 13 digits, or by the text of the QR (whose signature is checked).
Result<VoucherShown> show_voucher(Desk& desk, const std::string& code);
Result<VoucherShown> redeem_voucher(Desk& desk, const std::string& code, const PersonId& by);
Result<VoucherShown> void_voucher(Desk& desk, const std::string& code, const std::string& why,
                                  const PersonId& by);

// Promises: the open ones, and one kept.
Result<std::vector<core::followup::Promise>> promises_due(Desk& desk);
Result<> keep_promise(Desk& desk, const PromiseId& promise, const PersonId& by);

}  // namespace makegood::service
