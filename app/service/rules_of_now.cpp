#include "app/service/rules_of_now.hpp"

namespace makegood::service {
namespace {

constexpr auto look_up = std::chrono::milliseconds(20);  // whether to stop, while another one runs them

}  // namespace

Result<RulesOfNow::Ends> RulesOfNow::ends(const Past& past, const Progress& progress) {
    std::unique_lock lock(running_, std::defer_lock);
    while (!lock.try_lock_for(look_up))
        if (!progress(0)) return fail(stopped());
    if (ends_) return ends_;
    auto run = run_again(past, {past.settings, std::nullopt}, progress, ListsFirst::back);
    if (!run) return fail(run.error());
    ends_ = std::make_shared<const std::vector<CaseEnd>>(std::move(*run));
    return ends_;
}

Result<> run_by_rules_of_now(const Past& past, const Progress& progress) {
    const auto ends = past.by_rules_of_now->ends(past, progress);
    return ends ? Result<>() : fail(ends.error());
}

}  // namespace makegood::service
