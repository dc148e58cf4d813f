// What several screens start: going home, a stock-out, a scan that may be an article or a voucher.
#pragma once
#include <string>

#include "app/core/incident/incident.hpp"
#include "app/terminal/presenter/stage.hpp"

namespace makegood::terminal::presenter {

// Home, or the question about a paper in doubt when one is due.
void go_home(Stage& stage);

void start_stock_out(const std::string& code, Stage& stage);
void start_failure(const core::incident::Incident& incident, Stage& stage);

// By its form: 13 digits in the shop's range, one of its serials, or the text of our QR.
bool is_voucher(const std::string& code, const core::voucher::NumberRange& range);
// A voucher is shown in a sheet with the way to redeem it; an article starts a stock-out.
void take_scan(const std::string& code, Stage& stage);
void show_voucher(const std::string& code, Stage& stage);

}  // namespace makegood::terminal::presenter
