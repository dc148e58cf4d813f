// What the manager's screens of the owner's rules ask, on the desk thread.
#pragma once
#include "app/main/policy_keeper.hpp"
#include "app/terminal/presenter/rules_backend.hpp"

namespace makegood::main::window {

using terminal::presenter::RuleChanges;
using terminal::presenter::RulesDraft;
using terminal::presenter::RulesSeen;
using terminal::presenter::RulesVersion;

// What is in force with these changes. refused: the shop's own file has changes that nobody published.
Result<RulesSeen> look_at_rules(service::Desk& desk, PolicyKeeper& keeper, const RuleChanges& changes);
// What the draft says, ready to be tried. bad_input: what is wrong with it.
Result<service::NewRules> rules_of(service::Desk& desk, PolicyKeeper& keeper, const RulesDraft& draft);
// The budget first, as long as the rules in force decide who has to sign for it. Answers the version in
// force.
Result<std::uint64_t> save_rules(service::Desk& desk, PolicyKeeper& keeper, const RulesDraft& draft,
                                 const PersonId& by, const std::optional<service::Approval>& second);
Result<std::vector<RulesVersion>> versions_of_rules(service::Desk& desk, PolicyKeeper& keeper);
Result<std::uint64_t> put_back_rules(service::Desk& desk, PolicyKeeper& keeper, std::uint64_t version,
                                     const PersonId& by);

}  // namespace makegood::main::window
