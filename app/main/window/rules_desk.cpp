#include "app/main/window/rules_desk.hpp"

#include "app/config/draft_document.hpp"
#include "app/main/register_parts.hpp"
#include "app/service/spend_rights.hpp"
#include "app/service/spending.hpp"
#include "app/service/who_may.hpp"
#include "app/terminal/presenter/rules_fields.hpp"

namespace makegood::main::window {
namespace {

using terminal::presenter::LimitLine;
using terminal::presenter::RuleValue;

constexpr std::size_t most_versions = 200;
const char* const set_at_the_hub =
    "The budget is the store's, and is set at its hub: makegood-server budget set. The register shows what "
    "comes "
    "from there.";
const char* const changed_meanwhile =
    "Somebody else changed this meanwhile. Nothing was saved: look at your changes once more, then save "
    "them.";

Result<std::uint64_t> version_in_force(PolicyKeeper& keeper) {
    const auto row = keeper.shelf().in_force();
    if (!row) return fail(row.error());
    return *row ? (*row)->published.version : 0;
}

Result<std::string> drafted_text(service::Desk& desk, PolicyKeeper& keeper, const RuleChanges& changes) {
    auto text = keeper.text_to_change(desk);
    return text ? config::with_changes(std::move(*text), changes) : text;
}

Result<config::ReadDraft> read_draft(service::Desk& desk, PolicyKeeper& keeper, const RuleChanges& changes) {
    auto text = drafted_text(desk, keeper, changes);
    if (!text) return fail(text.error());
    return config::read_draft({"The rules", std::move(*text)}, shipped_config(), desk.currency,
                              terminal::presenter::rule_keys());
}

LimitLine limit_line(const config::DraftLimit& limit) {
    const auto said = [&](const char* name) {
        const auto found = limit.settings.find(name);
        return found == limit.settings.end() ? std::string() : found->second;
    };
    return {said("id"),   limit.each,   said("kind"),  said("per"),
            said("from"), said("cost"), said("worth"), limit.problem};
}

// All that can be refused is refused before anything is done.
Result<> may_publish(service::Desk& desk, PolicyKeeper& keeper, const RulesDraft& draft, const PersonId& by) {
    MAKEGOOD_TRY(service::must_be_allowed(desk, by, {core::budget::Act::change_rules, {}, {}}));
    const auto row = keeper.shelf().in_force();
    if (!row) return fail(row.error());
    MAKEGOOD_TRY(service::may_follow(*row, {draft.based_on + 1, {}, ports::PolicyOrigin::store, {}}));
    const auto rules = rules_of(desk, keeper, draft);
    return rules ? Result<>() : fail(rules.error());
}

Result<> is_what_was_seen(service::Desk& desk, PolicyKeeper& keeper, const RulesDraft& draft) {
    const auto version = version_in_force(keeper);
    if (!version) return fail(version.error());
    const auto money = service::show_budget(desk);
    if (!money) return fail(money.error());
    if (*version == draft.based_on && (!draft.budget || money->limit == draft.budget_then)) return {};
    return fail(ErrorKind::refused, changed_meanwhile);
}

}  // namespace

Result<RulesSeen> look_at_rules(service::Desk& desk, PolicyKeeper& keeper, const RuleChanges& changes) {
    const auto row = keeper.shelf().in_force();
    if (!row) return fail(row.error());
    auto draft = read_draft(desk, keeper, changes);
    if (!draft) return fail(draft.error());
    const auto money = service::show_budget(desk);
    if (!money) return fail(money.error());
    const auto shares = service::shares_budget(desk);
    if (!shares) return fail(shares.error());
    RulesSeen seen{.budget = money->limit, .problems = std::move(draft->problems)};
    if (*row) {
        seen.version = (*row)->published.version;
        seen.from_head_office = (*row)->published.origin == ports::PolicyOrigin::head_office;
    }
    if (*shares) seen.budget_elsewhere = set_at_the_hub;
    for (auto& [key, value] : draft->values)
        seen.values[key] = {std::move(value.value), std::move(value.written), std::move(value.shipped),
                            value.own, std::move(value.problem)};
    for (const auto& limit : draft->limits) seen.limits.push_back(limit_line(limit));
    return seen;
}

Result<service::NewRules> rules_of(service::Desk& desk, PolicyKeeper& keeper, const RulesDraft& draft) {
    auto read = read_draft(desk, keeper, draft.changes);
    if (!read) return fail(read.error());
    if (read->settings)
        return service::NewRules{keeper.settings_with(std::move(*read->settings)), draft.budget};
    for (const auto& [key, value] : read->values)
        if (!value.problem.empty()) return fail(ErrorKind::bad_input, value.problem);
    for (const auto& limit : read->limits)
        if (!limit.problem.empty()) return fail(ErrorKind::bad_input, limit.problem);
    return fail(ErrorKind::bad_input, read->problems.empty() ? "" : read->problems.front());
}

Result<std::uint64_t> save_rules(service::Desk& desk, PolicyKeeper& keeper, const RulesDraft& draft,
                                 const PersonId& by, const std::optional<service::Approval>& second) {
    if (const auto same = is_what_was_seen(desk, keeper, draft); !same) return fail(same.error());
    if (!draft.changes.empty())
        if (const auto may = may_publish(desk, keeper, draft, by); !may) return fail(may.error());
    if (draft.budget)
        if (const auto set = service::set_budget(desk, *draft.budget, by, second); !set)
            return fail(set.error());
    if (draft.changes.empty()) return version_in_force(keeper);
    const auto text = drafted_text(desk, keeper, draft.changes);
    if (!text) return fail(text.error());
    const auto published = keeper.publish_next(desk, *text, by);
    if (published) return version_in_force(keeper);
    if (!draft.budget) return fail(published.error());
    return fail(published.error().kind,
                "The budget is in force, but not the rules. " + published.error().sentence,
                published.error().detail);
}

Result<std::vector<RulesVersion>> versions_of_rules(service::Desk& desk, PolicyKeeper& keeper) {
    const auto rows = keeper.shelf().history(most_versions);
    if (!rows) return fail(rows.error());
    std::vector<RulesVersion> versions;
    for (const auto& row : *rows) {
        RulesVersion version{.version = row.published.version, .at = row.stamp.at};
        version.from_head_office = row.published.origin == ports::PolicyOrigin::head_office;
        const auto known = desk.people.find(row.stamp.by);
        if (!known) return fail(known.error());
        if (*known) version.by = (*known)->person.name;
        versions.push_back(std::move(version));
    }
    return versions;
}

Result<std::uint64_t> put_back_rules(service::Desk& desk, PolicyKeeper& keeper, std::uint64_t version,
                                     const PersonId& by) {
    if (const auto done = keeper.publish_again(desk, version, by); !done) return fail(done.error());
    return version_in_force(keeper);
}

}  // namespace makegood::main::window
