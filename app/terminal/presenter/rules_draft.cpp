#include "app/terminal/presenter/rules_draft.hpp"

#include <utility>

namespace makegood::terminal::presenter {
namespace {
constexpr std::size_t most_steps = 100;
}

void RulesDrafts::begin(const ports::Person& by, std::uint64_t based_on, const core::budget::Limit& budget) {
    forget();
    now_.based_on = based_on;
    now_.budget_then = budget;
    whose_ = by.id;
    name_ = by.name;
}

void RulesDrafts::rebase(std::uint64_t based_on, const core::budget::Limit& budget) {
    now_.based_on = based_on;
    now_.budget_then = budget;
    if (now_.budget == budget) now_.budget.reset();
    done_.clear();
    undone_.clear();
}

void RulesDrafts::become(const std::string& about, RulesDraft draft) {
    if (draft == now_) return;
    if (done_.size() == most_steps) done_.erase(done_.begin());
    done_.push_back({about, std::exchange(now_, std::move(draft))});
    undone_.clear();
}

void RulesDrafts::change(const std::string& about, const std::string& key, std::optional<std::string> value) {
    RulesDraft next = now_;
    next.changes[key] = std::move(value);
    become(about, std::move(next));
}

void RulesDrafts::change_budget(const std::string& about, const core::budget::Limit& limit) {
    RulesDraft next = now_;
    next.budget = limit;
    if (limit == now_.budget_then) next.budget.reset();
    become(about, std::move(next));
}

void RulesDrafts::take_back(const std::string& about, const std::string& key) {
    RulesDraft next = now_;
    next.changes.erase(key);
    become(about, std::move(next));
}

void RulesDrafts::take_all_back(const std::string& about) {
    RulesDraft next = now_;
    next.changes.clear();
    next.budget.reset();
    become(about, std::move(next));
}

void RulesDrafts::step(std::vector<Step>& from, std::vector<Step>& to) {
    if (from.empty()) return;
    Step last = std::move(from.back());
    from.pop_back();
    to.push_back({last.about, std::exchange(now_, std::move(last.other))});
}

void RulesDrafts::undo() {
    step(done_, undone_);
}

void RulesDrafts::redo() {
    step(undone_, done_);
}

}  // namespace makegood::terminal::presenter
