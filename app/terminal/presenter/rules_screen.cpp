#include "app/terminal/presenter/rules_screen.hpp"

#include <algorithm>

#include "app/terminal/presenter/manager_words.hpp"
#include "app/terminal/presenter/rules_limits.hpp"
#include "app/terminal/presenter/rules_words.hpp"
#include "app/terminal/presenter/screen_words.hpp"
#include "app/terminal/presenter/tasks.hpp"
#include "app/terminal/presenter/versions_screen.hpp"
#include "app/terminal/presenter/what_if_screen.hpp"

namespace makegood::terminal::presenter {
namespace {

using core::budget::PeriodKind;

constexpr std::size_t changes_on_a_sheet = 5;

const SignatureWords& words_for_raises() {
    static const SignatureWords words{{{"more-customers", "More customers come"},
                                       {"season", "For the season"},
                                       {"too-little", "It was too little"},
                                       {"agreed", "It was agreed"}},
                                      words::back_to_rules};
    return words;
}

}  // namespace

std::string RulesPage::title() const {
    return words::rules;
}

void RulesPage::shown(Stage& stage) {
    instead_ = {.icon = "clock", .message = words::asking};
    load(stage);
}

Body RulesPage::body(const Stage& stage) const {
    return known_ ? rules_view(*known_, stage.facts) : instead_;
}

void RulesPage::load(Stage& stage) {
    stage.backend.rules().look({}, stage.here<RulesSeen>([this, &stage](auto seen) {
        if (!seen) {
            instead_ = {.icon = "exclamation", .message = seen.error().sentence};
            return;
        }
        if (!known_) known_.emplace();
        known_->in_force = std::move(*seen);
        begin(stage);
    }));
}

// Nothing that was changed gets lost: neither by signing out, nor because somebody else saved meanwhile.
void RulesPage::begin(Stage& stage) {
    const auto& person = stage.facts.person;
    if (!person) return;
    RulesDrafts& drafts = stage.facts.drafts;
    const RulesSeen& now = known_->in_force;
    if (drafts.now().empty()) {
        drafts.begin(*person, now.version, now.budget);
    } else if (drafts.now().based_on != now.version || drafts.now().budget_then != now.budget) {
        drafts.rebase(now.version, now.budget);
        stage.say(words::rules_moved(now.version));
    } else if (!greeted_ && !save_first_) {
        stage.say(drafts.whose() == person->id ? words::kept_changes : words::changes_of(drafts.name()));
    }
    greeted_ = true;
    known_->drafted = now;
    check(stage);
}

void RulesPage::check(Stage& stage) {
    if (!stage.facts.drafts.now().empty() && !std::exchange(ready_to_try_, true))
        for (const int days : {tried_week, tried_month}) stage.backend.rules().get_ready_to_try(days);
    const auto check = ++checks_;
    known_->checking = true;
    stage.backend.rules().look(stage.facts.drafts.now().changes,
                               stage.here<RulesSeen>([this, check, &stage](auto seen) {
                                   if (check != checks_) return;
                                   known_->checking = false;
                                   if (!seen) return stage.tell(seen.error());
                                   known_->drafted = std::move(*seen);
                                   if (std::exchange(save_first_, false)) do_action("save", stage);
                               }));
}

void RulesPage::touched(const std::string& id, Stage& stage) {
    if (!known_) return;
    if (id == "group:versions") return stage.go(std::make_unique<VersionsPage>());
    if (id.starts_with("group:")) known_->group = id.substr(6);
    if (id.starts_with("do:")) do_action(id.substr(3), stage);
    if (!id.starts_with("rule:")) return;
    const std::string field = id.substr(5);
    if (const RuleInfo* info = rule_info(field)) change_field(*info, stage);
    if (is_limit_key(field) || field.starts_with("limit-")) limit_touched(field, stage);
}

void RulesPage::do_action(const std::string& id, Stage& stage) {
    const auto actions = rules_view(*known_, stage.facts).actions;
    const auto action =
        std::find_if(actions.begin(), actions.end(), [&](const RuleAction& each) { return each.id == id; });
    if (action == actions.end()) return;
    if (!action->unavailable.empty()) return stage.say(action->unavailable);
    if (id == "changes") return show_changes(stage);
    if (id == "try") return stage.go(std::make_unique<WhatIfPage>());
    if (id == "save") return ask_save(stage);
    id == "undo" ? stage.facts.drafts.undo() : stage.facts.drafts.redo();
    check(stage);
}

void RulesPage::change_field(const RuleInfo& info, Stage& stage) {
    if (auto why = why_fixed(*known_, info); !why.empty()) return stage.say(std::move(why));
    if (info.kind == RuleKind::period) return ask_period(info, stage);
    if (info.kind != RuleKind::yes_no) return ask_number(info, stage);
    const auto& currency = stage.facts.setup.currency;
    const bool on = value_in(stage.facts.drafts.now(), known_->drafted, info, currency) == "true";
    change(info, on ? "false" : "true", stage);
}

// What is in force already is no change.
void RulesPage::change(const RuleInfo& info, std::optional<std::string> value, Stage& stage) {
    const std::string key(info.key);
    const RuleValue& now = known_->in_force.values[key];
    const bool as_it_is = value ? (*value == now.value || *value == '"' + now.value + '"') : !now.own;
    if (as_it_is)
        stage.facts.drafts.take_back(info.title, key);
    else
        stage.facts.drafts.change(info.title, key, std::move(value));
    check(stage);
}

void RulesPage::change_budget(const RuleInfo& info, std::optional<Money> amount, Stage& stage) {
    const RulesDraft& draft = stage.facts.drafts.now();
    core::budget::Limit limit = draft.budget.value_or(draft.budget_then);
    if (info.key == "budget.worth")
        limit.worth = amount;
    else if (amount)
        limit.cost = *amount;
    stage.facts.drafts.change_budget(info.title, limit);
}

void RulesPage::take_back(const std::string& key, Stage& stage) {
    const RuleInfo* info = rule_info(key);
    if (info != nullptr && info->of_budget()) {
        const auto& then = stage.facts.drafts.now().budget_then;
        core::budget::Limit limit = stage.facts.drafts.now().budget.value_or(then);
        if (key == "budget.cost") limit.cost = then.cost;
        if (key == "budget.worth") limit.worth = then.worth;
        if (key == "budget.per") limit.kind = then.kind, limit.own = then.own;
        stage.facts.drafts.change_budget(info->title, limit);
    } else {
        stage.facts.drafts.take_back(info != nullptr ? info->title : words::limits_group, key);
    }
    check(stage);
}

void RulesPage::limit_touched(const std::string& id, Stage& stage) {
    if (id == "limit-more") {
        known_->first_limit = next_limits(known_->first_limit, known_->drafted.limits.size());
        return;
    }
    if (known_->in_force.from_head_office) return stage.say(words::from_head_office);
    const auto* limit = limit_of(known_->drafted.limits, id);
    if (limit == nullptr && id != "limit-add") return;
    signature_.reset();
    number_.reset();
    limit_.emplace(
        limit == nullptr ? LimitLine{} : *limit,
        LimitSheets::Ways{[this, &stage](const LimitLine& changed) { change_limit(changed, stage); },
                          [this, id, &stage] {
                              const auto* old = limit_of(known_->drafted.limits, id);
                              if (old == nullptr) return;
                              const bool is_new = limit_of(known_->in_force.limits, id) == nullptr;
                              const auto title = words::limit_title(*old);
                              is_new ? stage.facts.drafts.take_back(title, id)
                                     : stage.facts.drafts.change(title, id, std::nullopt);
                              check(stage);
                          }},
        stage);
    limit_->begin();
}

void RulesPage::change_limit(LimitLine limit, Stage& stage) {
    std::vector<LimitLine> beside = known_->in_force.limits;
    beside.insert(beside.end(), known_->drafted.limits.begin(), known_->drafted.limits.end());
    if (limit.id.empty()) limit.id = new_limit_id(limit, beside);
    const auto key = limit_key(limit.id), title = words::limit_title(limit), written = written_limit(limit);
    const auto* now = limit_of(known_->in_force.limits, key);
    if (now != nullptr && written_limit(*now) == written)
        stage.facts.drafts.take_back(title, key);
    else
        stage.facts.drafts.change(title, key, written);
    check(stage);
}

void RulesPage::ask_period(const RuleInfo& info, Stage& stage) {
    const RulesDraft& draft = stage.facts.drafts.now();
    const auto limit = draft.budget.value_or(draft.budget_then);
    Sheet sheet{.title = info.title, .text = info.about, .other = words::back_to_rules};
    for (const auto kind : {PeriodKind::day, PeriodKind::week, PeriodKind::month})
        sheet.choices.push_back({.id = std::string(core::budget::word(kind)),
                                 .icon = {},
                                 .text = words::per_word({.kind = kind}),
                                 .chosen = kind == limit.kind,
                                 .unavailable = {}});
    sheet.choices.push_back({.id = "days", .text = words::own_days, .chosen = limit.kind == PeriodKind::own});
    stage.show_sheet(std::move(sheet), [this, &info, &stage, limit](const std::string& chosen) {
        if (chosen == "days") {
            const bool is_own = limit.kind == PeriodKind::own;
            number_.emplace(own_days_info(), is_own ? words::now_is(words::per_word(limit)) : std::string(),
                            std::string(), false, stage.facts.setup.currency);
            limit_.reset();
            return stage.show_form(number_->sheet());
        }
        auto next = limit;
        next.own = {};
        next.kind = core::budget::period_kind_from_word(chosen).value_or(limit.kind);
        stage.facts.drafts.change_budget(info.title, next);
        check(stage);
    });
}

void RulesPage::ask_number(const RuleInfo& info, Stage& stage) {
    const auto& currency = stage.facts.setup.currency;
    const auto view = rules_view(*known_, stage.facts);
    const auto field = std::find_if(view.fields.begin(), view.fields.end(),
                                    [&](const RuleField& each) { return each.id == info.key; });
    if (field == view.fields.end()) return;
    const RuleValue& drafted = known_->drafted.values[std::string(info.key)];
    signature_.reset();
    limit_.reset();
    number_.emplace(info, words::now_is(field->value), drafted.own ? drafted.shipped : std::string(),
                    field->changed, currency);
    if (field->wrong) number_->say(field->line);
    stage.show_form(number_->sheet());
}

void RulesPage::form_touched(const std::string& id, Stage& stage) {
    if (!signature_ && limit_) return limit_->touched(id);
    if (!signature_) return number_touched(id, stage);
    const auto approval = signature_->touched(id);
    stage.show_form(signature_->sheet(approval.has_value()));
    if (approval) save(approval, stage);
}

void RulesPage::number_touched(const std::string& id, Stage& stage) {
    if (!number_) return;
    if (id == "sheet" || id == "key:\n") return take_number(stage);
    const RuleInfo& info = number_->info();
    if (id == "sheet:in-force" || id == "sheet:none" || id == "sheet:shipped") {
        stage.take_sheet();
        if (id == "sheet:in-force") return take_back(std::string(info.key), stage);
        if (!info.of_budget()) return change(info, std::nullopt, stage);
        change_budget(info, std::nullopt, stage);
        return check(stage);
    }
    if (number_->touched(id)) check_number(stage);
    stage.show_form(number_->sheet());
}

// While it is typed: by the same checks as everything that is published.
void RulesPage::check_number(Stage& stage) {
    const RuleInfo& info = number_->info();
    const std::string typed = number_->written();
    if (info.of_budget() || typed.empty()) return;
    RuleChanges changes = stage.facts.drafts.now().changes;
    const std::string key(info.key);
    changes[key] = typed;
    stage.backend.rules().look(changes, stage.here<RulesSeen>([this, key, typed, &stage](auto seen) {
        if (!seen || !number_ || number_->written() != typed || !stage.has_form()) return;
        number_->say(with_titles(seen->values[key].problem));
        stage.show_form(number_->sheet());
    }));
}

void RulesPage::take_number(Stage& stage) {
    const RuleInfo& info = number_->info();
    const auto say = [&](std::string why) {
        number_->say(std::move(why));
        stage.show_form(number_->sheet());
    };
    if (auto why = number_->problem(); !why.empty()) return say(std::move(why));
    if (&info == &own_days_info()) return take_days(stage);
    stage.take_sheet();
    if (!info.of_budget()) return change(info, number_->written(), stage);
    change_budget(info, *base::parse_money(number_->text(), stage.facts.setup.currency, '.'), stage);
    check(stage);
}

// Those of the budget; they begin today where they are others than now.
void RulesPage::take_days(Stage& stage) {
    const RulesDraft& draft = stage.facts.drafts.now();
    auto next = draft.budget.value_or(draft.budget_then);
    const auto days =
        core::budget::period_from_words(number_->text() + " days", base::format_date(stage.facts.today()));
    if (!days) {
        number_->say(days.error().sentence);
        return stage.show_form(number_->sheet());
    }
    if (next.kind != PeriodKind::own || next.own.days != days->own.days) next.own = days->own;
    next.kind = PeriodKind::own;
    stage.take_sheet();
    stage.facts.drafts.change_budget(rule_info("budget.per")->title, next);
    check(stage);
}

void RulesPage::show_changes(Stage& stage) {
    const auto changes = changes_of(*known_, stage.facts);
    Sheet sheet{.title = words::changes_title, .text = words::changes_text, .other = words::keep_changes};
    for (std::size_t i = 0; i < std::min(changes.size(), changes_on_a_sheet); ++i)
        sheet.choices.push_back(
            {.id = changes[i].key, .text = words::from_to(changes[i].title, changes[i].from, changes[i].to)});
    sheet.choices.push_back({.id = "all", .text = words::take_all_back});
    stage.show_sheet(std::move(sheet), [this, &stage](const std::string& chosen) {
        if (chosen != "all") return take_back(chosen, stage);
        stage.facts.drafts.take_all_back(words::take_all_back);
        stage.say(words::all_taken_back);
        check(stage);
    });
}

void RulesPage::ask_save(Stage& stage) {
    std::string text;
    for (const auto& change : changes_of(*known_, stage.facts))
        text += (text.empty() ? "" : "\n") + words::from_to(change.title, change.from, change.to);
    stage.show_sheet(
        {.title = words::save_title, .text = text, .action = words::save, .other = words::not_now},
        [this, &stage](const std::string&) { save({}, stage); });
}

void RulesPage::save(const std::optional<service::Approval>& second, Stage& stage) {
    const auto elsewhere = [&stage](Result<std::uint64_t> version) {
        if (version) stage.facts.drafts.forget();
    };
    stage.backend.rules().save(
        stage.facts.drafts.now(), stage.by(), second,
        stage.work<std::uint64_t>(
            [this, &stage, was_signed = second.has_value()](Result<std::uint64_t> version) {
                version ? saved(*version, stage) : not_saved(version.error(), was_signed, stage);
            },
            elsewhere));
}

void RulesPage::saved(std::uint64_t version, Stage& stage) {
    const RulesDraft& draft = stage.facts.drafts.now();
    stage.say(words::saved(draft.changes.empty() ? 0 : version, draft.budget.has_value()));
    stage.facts.drafts.forget();
    signature_.reset();
    stage.take_sheet();
    load(stage);
}

void RulesPage::not_saved(const Error& error, bool was_signed, Stage& stage) {
    if (error.kind == ErrorKind::needs_approval && !was_signed) return ask_signature(error.sentence, stage);
    if (was_signed && signature_ && stage.has_form()) {
        signature_->refused(error.sentence);
        return stage.show_form(signature_->sheet(false));
    }
    stage.tell(error);
    load(stage);
}

void RulesPage::ask_signature(const std::string& why, Stage& stage) {
    stage.backend.rules().approvers(
        stage.by(), stage.work<std::vector<ports::Person>>([this, why, &stage](auto people) {
            if (!people) return stage.tell(people.error());
            if (people->empty()) return stage.tell({ErrorKind::needs_approval, words::nobody_signs, {}});
            signature_.emplace(std::move(*people), why, words_for_raises());
            stage.show_form(signature_->sheet(false));
        }));
}

void RulesPage::scanned(const std::string& code, Stage& stage) {
    take_scan(code, stage);
}

}  // namespace makegood::terminal::presenter
