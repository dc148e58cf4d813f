// What to order: what was asked for and not there in the last thirty days, for the manager.
#pragma once
#include <optional>

#include "app/core/incident/unmet_demand.hpp"
#include "app/terminal/presenter/screen_page.hpp"

namespace makegood::terminal::presenter {

// Most asked for first; words take the last place. What does not fit is told as a number.
Unmet unmet_of(const core::incident::UnmetDemand& demand, const Currency& currency);

// Only for who has the manager's role.
class UnmetPage : public Page {
  public:
    Body body(const Stage& stage) const override;
    std::string title() const override;
    void shown(Stage& stage) override;
    void touched(const std::string&, Stage&) override {}
    void scanned(const std::string& code, Stage& stage) override;

  private:
    std::optional<core::incident::UnmetDemand> demand_;
    Unmet instead_;  // of the list: until it is there, or why it is not
};

}  // namespace makegood::terminal::presenter
