// What to order: what was asked for and not there in the last thirty days, for the manager.
#pragma once
#include <optional>

#include "app/core/incident/unmet_demand.hpp"
#include "app/terminal/presenter/screen_page.hpp"

namespace makegood::terminal::presenter {

// Articles and what was asked for in words, most asked for first. What comes after this page is told as a
// number; pages count from 0.
Unmet unmet_of(const core::incident::UnmetDemand& demand, std::size_t page, const Currency& currency);
std::size_t unmet_pages(const core::incident::UnmetDemand& demand);  // one at least

// Only for who has the manager's role.
class UnmetPage : public Page {
  public:
    Body body(const Stage& stage) const override;
    std::string title() const override;
    std::string section() const override { return "causes"; }
    void shown(Stage& stage) override;
    void touched(const std::string& id, Stage&) override;
    void scanned(const std::string& code, Stage& stage) override;

  private:
    std::optional<core::incident::UnmetDemand> demand_;
    std::size_t page_ = 0;
    Unmet instead_;  // of the list: until it is there, or why it is not
};

}  // namespace makegood::terminal::presenter
