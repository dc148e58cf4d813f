// Drafts vouchers with the next number of the register's range and the store's signature.
#pragma once
#include "app/service/desk.hpp"

namespace makegood::service {

// refused when the number range is used up.
Result<core::voucher::Voucher> draft_voucher(Desk& desk, Money value, CivilDate today, int valid_days);

// Fills voucher.qr: the body, a point and its Ed25519 signature in unpadded base64url (RFC 4648).
void sign_voucher(const Desk& desk, core::voucher::Voucher& voucher);

}  // namespace makegood::service
