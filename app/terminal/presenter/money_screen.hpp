// Today's money at a glance, for the manager: figures, the day by the hour, and lists beside it. What waits
// for a signature is signed or refused here.
#pragma once
#include <optional>

#include "app/service/money_at_a_glance.hpp"
#include "app/service/waiting_approvals.hpp"
#include "app/terminal/presenter/screen_page.hpp"
#include "app/terminal/presenter/signature_form.hpp"

namespace makegood::terminal::presenter {

// Only for who has the manager's role.
class MoneyPage : public Page {
  public:
    Body body(const Stage& stage) const override;
    std::string title() const override;
    std::string section() const override { return "money"; }
    void shown(Stage& stage) override;
    void touched(const std::string& id, Stage& stage) override;
    void scanned(const std::string& code, Stage& stage) override;
    void form_touched(const std::string& id, Stage& stage) override;
    void status_changed(Stage& stage) override;

  private:
    enum class List : std::uint8_t { gestures, clerks, latest, waiting };
    using People = std::vector<service::WorkOfPerson>;
    using Waiting = std::vector<service::WaitingApproval>;

    void load(Stage& stage);
    void load_people(Stage& stage);
    void show_list(List list, Stage& stage);
    std::vector<MoneyLine> lines(const Stage& stage) const;
    MoneyList list_of(const Stage& stage) const;
    std::string list_message() const;

    void ask_about(const OfferId& offer, Stage& stage);
    void ask_to_sign(const service::WaitingApproval& about, Stage& stage);
    void refuse(const service::WaitingApproval& about, Stage& stage);
    void sign(const service::Approval& approval, Stage& stage);

    std::optional<service::MoneyAtAGlance> glance_;
    std::optional<People> people_;
    Waiting waiting_;
    List list_ = List::gestures;
    std::size_t page_ = 0;
    std::optional<core::budget::Period> as_of_;  // the money that `glance_` was asked for
    std::size_t as_of_waiting_ = 0;
    std::string trouble_;  // why there is nothing to show
    std::optional<SignatureForm> form_;
    service::WaitingApproval to_be_signed_;
};

}  // namespace makegood::terminal::presenter
