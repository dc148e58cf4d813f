// The bar on top of every screen: money left, printer, sync, who is here. Pure.
#pragma once
#include "app/terminal/presenter/facts.hpp"
#include "app/terminal/presenter/view_model.hpp"

namespace makegood::terminal::presenter {

TopBar top_bar_of(const Facts& facts);
Lamp printer_lamp_of(const Status& status);
Lamp sync_lamp_of(const SyncStatus& sync, const Setup& setup);

}  // namespace makegood::terminal::presenter
