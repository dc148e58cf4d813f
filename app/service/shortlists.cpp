#include "app/service/shortlists.hpp"

#include <algorithm>

namespace makegood::service {
namespace {

constexpr std::size_t most_lists = 10'000;  // of a kilobyte and a half each; then no more are made
constexpr std::size_t most_rules = 3;
// Who wants many more mostly comes to the end of the list.
constexpr std::size_t most_wanted = core::substitute::Shortlist::nearest / 2;

std::string key_of(const core::substitute::Question& question) {
    auto key = std::to_string(question.missing) + ' ' + std::to_string(question.pieces);
    for (const auto& need : question.needs) key += '\n' + need;
    return key;
}

bool can_use(const core::substitute::Question& question, std::size_t limit) {
    return limit <= most_wanted && question.bought.empty();
}

}  // namespace

Shortlists::List Shortlists::list_of(const Engine& engine, const Question& question, const Rules& rules) {
    const auto key = key_of(question);
    {
        const std::lock_guard lock(guard_);
        if (const auto known = lists_.find(key); known != lists_.end()) return known->second;
        if (lists_.size() >= most_lists) return nullptr;
    }
    const auto made = engine.shortlist(question, rules);
    auto list = made ? std::make_shared<const core::substitute::Shortlist>(*made) : nullptr;
    const std::lock_guard lock(guard_);
    return lists_.emplace(key, std::move(list)).first->second;
}

std::vector<core::substitute::Substitute> Shortlists::suggest(const Engine& engine, const Question& question,
                                                              const Rules& rules, std::size_t limit) {
    const auto list = can_use(question, limit) ? list_of(engine, question, rules) : nullptr;
    if (list)
        if (auto found = engine.suggest(question, rules, limit, *list)) return *std::move(found);
    return engine.suggest(question, rules, limit);
}

void Shortlists::make(const Engine& engine, const Question& question, const Rules& rules) {
    list_of(engine, question, rules);
}

std::shared_ptr<Shortlists> ShortlistsByRules::of(const core::substitute::Rules& rules,
                                                  const std::vector<core::substitute::HandLine>& hand) {
    const std::lock_guard lock(guard_);
    const auto known = std::find_if(known_.begin(), known_.end(),
                                    [&](const Of& each) { return each.rules == rules && each.hand == hand; });
    if (known != known_.end())
        std::rotate(known, known + 1, known_.end());
    else
        known_.push_back({rules, hand, std::make_shared<Shortlists>()});
    if (known_.size() > most_rules) known_.erase(known_.begin());
    return known_.back().lists;
}

}  // namespace makegood::service
