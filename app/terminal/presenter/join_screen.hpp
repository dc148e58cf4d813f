// Joins this register to the shop's hub: a scan or two texts, then six digits, then the owner's word there.
#pragma once
#include <optional>

#include "app/service/hub_membership.hpp"
#include "app/terminal/presenter/screen_page.hpp"

namespace makegood::terminal::presenter {

// While the hub is asked, while a person compares the digits, and how that ended. Not of one who is alone.
HubWord hub_word_of(const service::HubMembership& now, const Facts& facts);
// As a person types it: "hub.example:8443" is taken as https.
std::string whole_address(const std::string& typed);

// Only for who has the manager's role; the owner alone can join.
class JoinPage : public Page {
  public:
    // Nothing is under way.
    JoinPage() = default;
    // Goes on with what is.
    explicit JoinPage(service::HubMembership now) : now_(std::move(now)) {}

    Body body(const Stage& stage) const override;
    std::string title() const override;
    std::string section() const override { return "registers"; }
    void touched(const std::string& id, Stage& stage) override;
    void typed(char32_t key, Stage& stage) override;
    void scanned(const std::string& code, Stage& stage) override;
    void status_changed(Stage& stage) override;

  private:
    bool is_typing() const;
    void type_address(char32_t key);
    void type_code(char32_t key);
    std::string what_is_missing() const;
    // From the address to the code, and not yet to the hub.
    bool goes_on() const;
    void join(Stage& stage);
    void join(const std::string& where, const std::string& code, Stage& stage);
    void look(Stage& stage);
    void act(Stage& stage);
    void give_up(Stage& stage);

    service::HubMembership now_;
    std::string address_, code_;
    bool at_code_ = false, looking_ = false, gave_up_ = false;
    int asked_ = 0;  // questions to the hub whose answer is not there yet
};

}  // namespace makegood::terminal::presenter
