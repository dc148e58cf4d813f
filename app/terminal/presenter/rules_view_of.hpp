// What the screen of the owner's rules shows of what it knows. Pure.
#pragma once
#include "app/terminal/presenter/facts.hpp"
#include "app/terminal/presenter/rules_fields.hpp"
#include "app/terminal/presenter/view_model.hpp"

namespace makegood::terminal::presenter {

struct RulesKnown {
    RulesSeen in_force, drafted;  // drafted: with the changes of the draft
    std::string group = "budget";
    std::size_t first_limit = 0;  // of those that are shown
    bool checking = false;        // the draft has changed since it was looked at
};

RulesView rules_view(const RulesKnown& known, const Facts& facts);

// As it would be; in the form of RuleValue::value.
std::string value_in(const RulesDraft& draft, const RulesSeen& drafted, const RuleInfo& info,
                     const Currency& currency);
// Why this one can't be changed here; empty: it can.
std::string why_fixed(const RulesKnown& known, const RuleInfo& info);
struct RuleChange {
    std::string key, title, from, to;  // all but the key for people
};
std::vector<RuleChange> changes_of(const RulesKnown& known, const Facts& facts);
// Why the draft can't be tried out, or saved, now; empty: it can.
std::string why_not_tried(const RulesKnown& known, const Facts& facts);
std::string why_not_saved(const RulesKnown& known, const Facts& facts);

}  // namespace makegood::terminal::presenter
