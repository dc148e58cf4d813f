// The sheet on which one number of the rules is entered.
#pragma once
#include <optional>
#include <string>

#include "app/terminal/presenter/rules_fields.hpp"
#include "app/terminal/presenter/view_model.hpp"

namespace makegood::terminal::presenter {

class NumberForm {
  public:
    // `now`: what the draft says, for people; `shipped`: as written there, empty where it has no such way
    // out.
    NumberForm(const RuleInfo& info, std::string now, std::string shipped, bool changed,
               const Currency& currency);

    const RuleInfo& info() const { return *info_; }
    Sheet sheet() const;
    // "key:7", "key:.", "key:\b", and "sheet:gifts" to count in the other way. true: the number is another.
    bool touched(const std::string& id);
    const std::string& text() const { return text_; }
    bool in_gifts() const { return in_gifts_; }
    // As the document writes it; empty: nothing was typed.
    std::string written() const;
    // Why it can't be what is asked for, as far as that is known without its neighbours; empty: it can.
    std::string problem() const;
    void say(std::string message) { message_ = std::move(message); }
    const std::string& message() const { return message_; }

  private:
    bool has_point() const;
    std::string unit() const;

    const RuleInfo* info_;
    std::string now_, shipped_, text_, message_;
    bool changed_, in_gifts_ = false;
    Currency currency_;
};

}  // namespace makegood::terminal::presenter
