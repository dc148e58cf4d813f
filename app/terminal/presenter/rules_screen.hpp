// The owner's rules, for the manager.
#pragma once
#include "app/terminal/presenter/screen_page.hpp"

namespace makegood::terminal::presenter {

// Only for who has the manager's role.
class RulesPage : public Page {
  public:
    Body body(const Stage& stage) const override;
    std::string title() const override;
    std::string section() const override { return "rules"; }
    void touched(const std::string&, Stage&) override {}
    void scanned(const std::string& code, Stage& stage) override;
};

}  // namespace makegood::terminal::presenter
