// A shop's rules as the screens would see them: what the presenter shows of them is what is drawn.
#pragma once
#include "app/terminal/presenter/rules_view_of.hpp"

namespace makegood::tests::gui {

// Signed in as the owner, on 22 November 2026.
terminal::presenter::Facts facts_of_owner(const char* currency = "USD");
// Version 7, as shipped but for the budget; amounts in dollars.
terminal::presenter::RulesKnown known_rules();
service::WhatIf tried_week();

}  // namespace makegood::tests::gui
