// Today's money at a glance, for the manager.
#pragma once
#include "app/terminal/presenter/screen_page.hpp"

namespace makegood::terminal::presenter {

TodaysMoney money_of(const core::budget::Period& period, const Currency& currency);

// Only for who has the manager's role.
class MoneyPage : public Page {
  public:
    Body body(const Stage& stage) const override;
    std::string title() const override;
    std::string section() const override { return "money"; }
    void touched(const std::string&, Stage&) override {}
    void scanned(const std::string& code, Stage& stage) override;
};

}  // namespace makegood::terminal::presenter
