// Who works here, for managers and the owner: PINs, roles, locks, coming and going.
#pragma once
#include <optional>

#include "app/terminal/presenter/screen_page.hpp"

namespace makegood::terminal::presenter {

// Pages count from 0.
People people_of(const std::vector<service::StaffMember>& staff, std::size_t page);
std::size_t people_pages(const std::vector<service::StaffMember>& staff);  // one at least
// What `by` may do about one of them; what may not be done says why not. Nothing here decides: the core does.
Sheet member_sheet(const service::StaffMember& member, const ports::Person& by, const Currency& currency);

// Only for who has the manager's role.
class PeoplePage : public Page {
  public:
    PeoplePage() = default;
    explicit PeoplePage(service::AddedPerson added) : added_(std::move(added)) {}
    Body body(const Stage& stage) const override;
    std::string title() const override;
    std::string section() const override { return "people"; }
    void shown(Stage& stage) override;
    void touched(const std::string& id, Stage& stage) override;
    void scanned(const std::string& code, Stage& stage) override;
    void form_touched(const std::string& id, Stage& stage) override;

  private:
    void load(Stage& stage);
    void show_member(const PersonId& id, Stage& stage);
    void answer(const std::string& choice, const service::StaffMember& member, Stage& stage);
    void ask_pin(const ports::Person& person, Stage& stage);
    void tell_pin(const ports::Person& person, const std::string& pin, Stage& stage);
    void ask_role(const ports::Person& person, Stage& stage);
    void ask_removal(const ports::Person& person, Stage& stage);
    Answer<> done(std::string news, Stage& stage);

    std::optional<service::AddedPerson> added_;  // just now: their PIN is told
    std::optional<std::vector<service::StaffMember>> staff_;
    std::size_t page_ = 0;
    People instead_;  // of the list: until it is there, or why it is not
};

}  // namespace makegood::terminal::presenter
