// Who stands at the register: a name, then a PIN.
#pragma once
#include "app/terminal/presenter/screen_page.hpp"

namespace makegood::terminal::presenter {

class SignInPage : public Page {
  public:
    explicit SignInPage(std::string prompt = {}) : prompt_(std::move(prompt)) {}
    Body body(const Stage& stage) const override;
    std::string title() const override;
    bool has_way_back() const override { return false; }
    void shown(Stage& stage) override;
    void touched(const std::string& id, Stage& stage) override;
    void typed(char32_t key, Stage& stage) override;
    void scanned(const std::string& code, Stage& stage) override;

  private:
    void sign_in(Stage& stage);
    void is_here(ports::Person person, Stage& stage);

    std::vector<ports::Person> people_;
    PersonId chosen_;
    std::string prompt_, pin_, message_;
};

}  // namespace makegood::terminal::presenter
