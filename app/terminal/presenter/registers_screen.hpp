// This register and its rights, for the manager.
#pragma once
#include <optional>

#include "app/service/registers_now.hpp"
#include "app/terminal/presenter/screen_page.hpp"

namespace makegood::terminal::presenter {

Registers registers_of(const service::RegistersNow& now, const Setup& setup);

// Only for who has the manager's role.
class RegistersPage : public Page {
  public:
    Body body(const Stage& stage) const override;
    std::string title() const override;
    std::string section() const override { return "registers"; }
    void shown(Stage& stage) override;
    void touched(const std::string&, Stage&) override {}
    void scanned(const std::string& code, Stage& stage) override;
    void status_changed(Stage& stage) override;

  private:
    void load(Stage& stage);

    std::optional<service::RegistersNow> now_;
    std::optional<core::budget::Period> as_of_;
    std::string trouble_;
};

}  // namespace makegood::terminal::presenter
