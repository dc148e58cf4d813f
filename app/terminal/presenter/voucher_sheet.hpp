// A scanned voucher: its state and what can be done with it. Pure.
#pragma once
#include "app/ports/store.hpp"
#include "app/terminal/presenter/view_model.hpp"

namespace makegood::terminal::presenter {

// "sheet" redeems it when it is good, and closes the sheet otherwise.
Sheet voucher_sheet_of(const ports::VoucherRow& row, const Currency& currency, CivilDate today);

}  // namespace makegood::terminal::presenter
