// Something went wrong: what, how bad, in which situation.
#pragma once
#include "app/core/incident/incident.hpp"
#include "app/terminal/presenter/screen_page.hpp"

namespace makegood::terminal::presenter {

struct FailureForm {
    std::optional<core::incident::Failure> kind;
    core::incident::Severity severity = core::incident::Severity::spoiled_visit;
    core::incident::Context context;
    std::optional<service::Found> article;
};
Failure failure_of(const FailureForm& form);
// "kind:…", "severity:…" or "context:…"; anything else changes nothing.
FailureForm with(FailureForm form, const std::string& id);
// The chosen chips in words, in their order.
std::vector<std::string> context_words(const core::incident::Context& context);

class FailurePage : public Page {
  public:
    Body body(const Stage&) const override { return failure_of(form_); }
    std::string title() const override;
    void touched(const std::string& id, Stage& stage) override;
    void scanned(const std::string& code, Stage& stage) override;
    bool in_flow() const override { return true; }

  private:
    FailureForm form_;
};

}  // namespace makegood::terminal::presenter
