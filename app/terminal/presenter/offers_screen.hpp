// The offers of one incident: cards, and options that cost nothing. One touch gives.
#pragma once
#include "app/core/incident/incident.hpp"
#include "app/core/recovery/offer.hpp"
#include "app/terminal/presenter/screen_page.hpp"
#include "app/terminal/presenter/signature_form.hpp"

namespace makegood::terminal::presenter {

Card card_of(const core::recovery::Offer& offer, const Facts& facts);
// The last of the free options is always "none".
Offers offers_of(const service::Reported& reported, const core::incident::Incident& incident,
                 const Facts& facts);

class OffersPage : public Page {
  public:
    OffersPage(service::Reported reported, core::incident::Incident incident)
        : reported_(std::move(reported)), incident_(std::move(incident)) {}
    Body body(const Stage& stage) const override;
    std::string title() const override { return reported_.title; }
    void shown(Stage& stage) override;
    void left(Stage& stage) override;
    void touched(const std::string& id, Stage& stage) override;
    void scanned(const std::string& code, Stage& stage) override;
    void form_touched(const std::string& id, Stage& stage) override;
    void status_changed(Stage& stage) override;
    bool in_flow() const override { return true; }
    bool careful() const override { return true; }

  private:
    void give(const OfferId& offer, const std::optional<service::Approval>& approval, Stage& stage);
    void not_given(const OfferId& offer, const Error& error, Stage& stage);
    void ask_for_signature(const OfferId& offer, const std::string& why, Stage& stage);
    Sheet form_sheet(bool busy) const;
    void let_wait(Stage& stage);
    void say_no(const OfferId& offer, Stage& stage);
    void decline(const service::Decline& said, Stage& stage, std::function<void()> renewed = {});
    void ask_why_not(bool another, Stage& stage);
    void ask_needs(Stage& stage);
    Stage::SheetAnswer needs_answer(std::vector<std::string> chosen, Stage& stage);
    void must_be(const std::vector<std::string>& needs, Stage& stage);
    void ask_why(Stage& stage);
    bool may_be_renewed(const Stage& stage) const;

    service::Reported reported_;
    core::incident::Incident incident_;
    std::optional<SignatureForm> form_;  // while somebody else is to sign
    OfferId to_be_signed_;
    core::recovery::Offer declined_;      // the card that was said no to last
    std::optional<Duration> renewed_at_;  // when other cards came
    Money available_;                     // when these were made
    bool renewing_ = false;
    bool closed_ = false;  // given, being given, or closed with a reason
};

}  // namespace makegood::terminal::presenter
