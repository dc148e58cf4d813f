#include "app/terminal/presenter/rules_view_of.hpp"

#include <algorithm>

#include "app/terminal/presenter/rules_limits.hpp"
#include "app/terminal/presenter/rules_words.hpp"
#include "app/terminal/presenter/screen_words.hpp"

namespace makegood::terminal::presenter {
namespace {

using core::budget::Act;
using core::budget::Limit;

std::string value_of(const Limit& limit, std::string_view key, const Currency& currency) {
    if (key == "budget.per") return words::per_word(limit);
    const auto amount = key == "budget.cost" ? std::optional(limit.cost) : limit.worth;
    return amount ? base::format_plain(*amount, currency) : std::string();
}

const RuleValue& value_of(const RulesSeen& seen, const RuleInfo& info) {
    static const RuleValue none;
    const auto found = seen.values.find(std::string(info.key));
    return found == seen.values.end() ? none : found->second;
}

std::string value_in_force(const RulesKnown& known, const RuleInfo& info, const Currency& currency) {
    return info.of_budget() ? value_of(known.in_force.budget, info.key, currency)
                            : value_of(known.in_force, info).value;
}

bool is_changed(const RulesKnown& known, const Facts& facts, const RuleInfo& info) {
    const RulesDraft& draft = facts.drafts.now();
    if (!info.of_budget()) return draft.changes.contains(std::string(info.key));
    const auto& currency = facts.setup.currency;
    return draft.budget &&
           value_of(*draft.budget, info.key, currency) != value_in_force(known, info, currency);
}

RuleField field_of(const RulesKnown& known, const Facts& facts, const RuleInfo& info) {
    const auto& currency = facts.setup.currency;
    const std::string value = value_in(facts.drafts.now(), known.drafted, info, currency);
    const RuleValue& drafted = value_of(known.drafted, info);
    RuleField field{.id = std::string(info.key),
                    .title = info.title,
                    .value = shown_rule(info, value, currency),
                    .changed = is_changed(known, facts, info),
                    .is_switch = info.kind == RuleKind::yes_no,
                    .on = value == "true",
                    .unavailable = why_fixed(known, info)};
    field.wrong = !drafted.problem.empty();
    if (field.wrong) {
        field.value = drafted.written;
        field.line = with_titles(drafted.problem);
    } else if (field.changed) {
        field.line = words::was(shown_rule(info, value_in_force(known, info, currency), currency));
    } else if (!value.empty()) {
        field.line = in_gifts(drafted.written);
    }
    return field;
}

std::vector<RuleGroup> groups_of(const RulesKnown& known, const Facts& facts) {
    std::vector<RuleGroup> groups{
        {"budget", words::budget_group, {}, false}, {"tiers", words::tiers_group, {}, false},
        {"offers", words::offers_group, {}, false}, {"good", words::good_group, {}, false},
        {"limits", words::limits_group, {}, false}, {"versions", words::versions_group, {}, false}};
    for (auto& group : groups) {
        group.chosen = group.id == known.group;
        auto changed = std::count_if(rule_infos().begin(), rule_infos().end(), [&](const RuleInfo& info) {
            return info.group == group.id && is_changed(known, facts, info);
        });
        if (group.id == "limits")
            changed = std::count_if(facts.drafts.now().changes.begin(), facts.drafts.now().changes.end(),
                                    [](const auto& change) { return is_limit_key(change.first); });
        if (changed > 0) group.badge = std::to_string(changed);
    }
    return groups;
}

std::string note_of(const RulesKnown& known) {
    if (known.in_force.from_head_office && known.group != "budget") return words::from_head_office_note;
    if (known.group == "budget" && !known.in_force.budget_elsewhere.empty())
        return known.in_force.budget_elsewhere;
    if (!known.drafted.problems.empty()) return known.drafted.problems.front();
    if (known.group == "limits") return known.drafted.limits.empty() ? words::no_limits : words::limits_note;
    return words::version_note(known.in_force.version);
}

RuleAction action(const char* id, std::string text, std::string unavailable, bool accent = false) {
    return {id, text, text, std::move(unavailable), accent};
}

std::vector<RuleAction> actions_of(const RulesKnown& known, const Facts& facts) {
    const RulesDrafts& drafts = facts.drafts;
    const auto changes = changes_of(known, facts).size();
    RuleAction undo = action("undo", words::undo_word, drafts.undoes().empty() ? words::nothing_to_undo : "");
    RuleAction redo = action("redo", words::redo_word, drafts.redoes().empty() ? words::nothing_to_redo : "");
    if (!drafts.undoes().empty()) undo.name = words::about(words::undo_word, drafts.undoes());
    if (!drafts.redoes().empty()) redo.name = words::about(words::redo_word, drafts.redoes());
    return {action("changes", words::many_changes(changes), changes == 0 ? words::nothing_changed : ""),
            std::move(undo), std::move(redo), action("try", words::try_it_out, why_not_tried(known, facts)),
            action("save", words::save, why_not_saved(known, facts), true)};
}

std::string why_not_yet(const RulesKnown& known, const Facts& facts) {
    if (facts.drafts.now().empty()) return words::nothing_changed;
    if (known.checking) return words::still_checking;
    for (const RuleInfo& info : rule_infos())
        if (!value_of(known.drafted, info).problem.empty()) return words::put_right_first(info.title);
    for (const LimitLine& limit : known.drafted.limits)
        if (!limit.problem.empty()) return words::put_right_first(words::limit_title(limit));
    return known.drafted.problems.empty() ? "" : known.drafted.problems.front();
}

}  // namespace

std::string value_in(const RulesDraft& draft, const RulesSeen& drafted, const RuleInfo& info,
                     const Currency& currency) {
    if (!info.of_budget()) return value_of(drafted, info).value;
    return value_of(draft.budget.value_or(draft.budget_then), info.key, currency);
}

std::string why_fixed(const RulesKnown& known, const RuleInfo& info) {
    if (info.of_budget()) return known.in_force.budget_elsewhere;
    return known.in_force.from_head_office ? words::from_head_office : "";
}

std::vector<RuleChange> changes_of(const RulesKnown& known, const Facts& facts) {
    const auto& currency = facts.setup.currency;
    std::vector<RuleChange> changes;
    for (const RuleInfo& info : rule_infos()) {
        if (!is_changed(known, facts, info)) continue;
        const auto to = value_in(facts.drafts.now(), known.drafted, info, currency);
        changes.push_back({std::string(info.key), info.title,
                           shown_rule(info, value_in_force(known, info, currency), currency),
                           shown_rule(info, to, currency)});
    }
    for (const auto& [key, value] : facts.drafts.now().changes) {
        if (!is_limit_key(key)) continue;
        const auto* before = limit_of(known.in_force.limits, key);
        const auto* after = limit_of(known.drafted.limits, key);
        if (before == nullptr && after == nullptr) continue;
        const auto said = [&](const LimitLine* limit, const char* without) {
            return limit == nullptr ? without : words::limit_in_words(*limit, currency);
        };
        changes.push_back({key, words::limit_title(after == nullptr ? *before : *after),
                           said(before, words::no_limit), said(after, words::taken_out)});
    }
    return changes;
}

std::string why_not_tried(const RulesKnown& known, const Facts& facts) {
    return why_not_yet(known, facts);
}

std::string why_not_saved(const RulesKnown& known, const Facts& facts) {
    if (auto why = why_not_yet(known, facts); !why.empty() || !facts.person) return why;
    const RulesDraft& draft = facts.drafts.now();
    const auto may = [&](Act act) {
        const auto done = core::budget::may({}, facts.person->role, {act, {}, {}}, facts.setup.currency);
        return done ? std::string() : done.error().sentence;
    };
    if (!draft.changes.empty())
        if (auto why = may(Act::change_rules); !why.empty()) return why;
    return draft.budget ? may(Act::set_budget) : std::string();
}

RulesView rules_view(const RulesKnown& known, const Facts& facts) {
    RulesView view{.groups = groups_of(known, facts), .note = note_of(known)};
    if (known.group == "limits") view.fields = limit_fields(known, facts);
    for (const RuleInfo& info : rule_infos())
        if (info.group == known.group) view.fields.push_back(field_of(known, facts, info));
    view.actions = actions_of(known, facts);
    return view;
}

}  // namespace makegood::terminal::presenter
