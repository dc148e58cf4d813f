// Adds somebody: a name and a role; the PIN is made and told on the page of all people.
#pragma once
#include <optional>

#include "app/terminal/presenter/screen_page.hpp"

namespace makegood::terminal::presenter {

// Only for who has the manager's role.
class NewPersonPage : public Page {
  public:
    Body body(const Stage& stage) const override;
    std::string title() const override;
    void touched(const std::string& id, Stage& stage) override;
    void typed(char32_t key, Stage& stage) override;
    void scanned(const std::string& code, Stage& stage) override;

  private:
    void choose(const std::string& role, Stage& stage);
    std::string what_is_missing() const;
    void add(Stage& stage);

    std::string name_;
    ports::Role role_ = ports::Role::clerk;
};

}  // namespace makegood::terminal::presenter
