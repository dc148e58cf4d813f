// The sheet on which somebody with more authority signs: a name, a PIN, a reason.
#pragma once
#include <utility>

#include "app/service/approval.hpp"
#include "app/terminal/presenter/view_model.hpp"

namespace makegood::terminal::presenter {

// What is said of what is signed for.
struct SignatureWords {
    std::vector<std::pair<std::string, std::string>> reasons;  // as recorded, and on the screen; up to six
    std::string back;                                          // the quiet way out
};
SignatureWords words_for_gifts(std::string back);

class SignatureForm {
  public:
    // `people` may sign, one at least; `why_needed` says what is above whose tier.
    SignatureForm(std::vector<ports::Person> people, std::string why_needed, SignatureWords words);

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
    SignatureWords words_;
    std::string why_needed_, pin_, reason_, message_;
    PersonId chosen_;
};

}  // namespace makegood::terminal::presenter
