// The sheet on which somebody with more authority signs: a name, a PIN, a reason.
#pragma once
#include "app/service/approval.hpp"
#include "app/terminal/presenter/view_model.hpp"

namespace makegood::terminal::presenter {

class SignatureForm {
  public:
    // `people` may sign, one at least; `why_needed` says what is above whose tier; `back` is the way out.
    SignatureForm(std::vector<ports::Person> people, std::string why_needed, std::string back);

    Sheet sheet(bool busy) const;
    // "signer:<id>", "sheet:<reason>", "key:<digit>", "key:\b", and "key:\n" or "sheet" to sign. Answers the
    // approval when all is there; else says what is missing. The PIN is forgotten as soon as it is handed
    // out.
    std::optional<service::Approval> touched(const std::string& id);
    // The signature did not hold: the PIN is entered anew.
    void refused(std::string sentence);

  private:
    std::string what_is_missing() const;

    std::vector<ports::Person> people_;
    std::string why_needed_, back_, pin_, reason_, message_;
    PersonId chosen_;
};

}  // namespace makegood::terminal::presenter
