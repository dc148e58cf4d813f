// This register and its rights, for the manager.
#pragma once
#include <optional>

#include "app/service/hub_membership.hpp"
#include "app/service/registers_now.hpp"
#include "app/terminal/presenter/screen_page.hpp"

namespace makegood::terminal::presenter {

Registers registers_of(const service::RegistersNow& now, const service::HubMembership& hub,
                       const Facts& facts);

// Only for who has the manager's role.
class RegistersPage : public Page {
  public:
    Body body(const Stage& stage) const override;
    std::string title() const override;
    std::string section() const override { return "registers"; }
    void shown(Stage& stage) override;
    void touched(const std::string& id, Stage& stage) override;
    void scanned(const std::string& code, Stage& stage) override;
    void status_changed(Stage& stage) override;

  private:
    void load(Stage& stage);
    void look_at_hub(Stage& stage);

    std::optional<service::RegistersNow> now_;
    std::optional<service::HubMembership> hub_;
    bool looking_ = false, loading_ = false;
    std::string trouble_;
};

}  // namespace makegood::terminal::presenter
