// What stands on the screen of today's money. Pure.
#pragma once
#include "app/service/money_at_a_glance.hpp"
#include "app/service/waiting_approvals.hpp"
#include "app/terminal/presenter/setup.hpp"
#include "app/terminal/presenter/view_model.hpp"

namespace makegood::terminal::presenter {

// Spent, reserved, likely and left; what is still out beyond a limit that was lowered.
std::vector<Figure> figures_of(const service::MoneyAtAGlance& glance, const Currency& currency);

HourChart chart_of(const service::MoneyAtAGlance& glance, const Currency& currency);

// All lines; the page shows some of them at a time.
std::vector<MoneyLine> gesture_lines(const service::MoneyAtAGlance& glance, const Currency& currency);
// By name, never by who gave more.
std::vector<MoneyLine> clerk_lines(const std::vector<service::WorkOfPerson>& people,
                                   const Currency& currency);
std::vector<MoneyLine> latest_lines(const service::MoneyAtAGlance& glance, const Setup& setup);
std::vector<MoneyLine> waiting_lines(const std::vector<service::WaitingApproval>& waiting,
                                     const Setup& setup);

// The lines of one page, counted from 0; what comes after it is told in `more`.
void put_page(MoneyList& list, const std::vector<MoneyLine>& lines, std::size_t page);
std::size_t money_pages(const std::vector<MoneyLine>& lines);  // one at least

}  // namespace makegood::terminal::presenter
