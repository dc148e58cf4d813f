#include "app/terminal/presenter/promises_screen.hpp"

#include <algorithm>

#include "app/terminal/presenter/screen_words.hpp"
#include "app/terminal/presenter/tasks.hpp"

namespace makegood::terminal::presenter {
namespace {
constexpr std::size_t most_lines = 6;
}

std::string time_of(Instant due, const Facts& facts) {
    std::string time = facts.setup.time_of_day(due);
    const CivilDate day = facts.setup.day(due);
    if (day != facts.today()) time = words::short_date(day, facts.today()) + " " + time;
    return time;
}

Promises promises_of(const std::vector<core::followup::Promise>& promises, const std::set<PromiseId>& hidden,
                     const Facts& facts) {
    Promises view;
    std::size_t more = 0;
    for (const auto& promise : promises) {
        if (promise.kept || hidden.contains(promise.id)) continue;
        const bool late = promise.due < facts.now;
        const std::string time = time_of(promise.due, facts);
        if (view.lines.size() == most_lines)
            ++more;
        else
            view.lines.push_back({.id = promise.id.text(),
                                  .what = promise.what,
                                  .due = late ? words::was_due(time) : words::due_by(time),
                                  .late = late,
                                  .action = words::kept});
    }
    if (view.lines.empty()) view.message = words::nothing_due;
    if (more > 0) view.message = words::more_promises(more);
    return view;
}

std::string PromisesPage::title() const {
    return words::promises_due;
}

Body PromisesPage::body(const Stage& stage) const {
    static const std::vector<core::followup::Promise> none;
    return promises_of(stage.facts.status ? stage.facts.status->promises : none, kept_, stage.facts);
}

void PromisesPage::touched(const std::string& id, Stage& stage) {
    if (!id.starts_with("promise:") || !stage.facts.status) return;
    const PromiseId promise(id.substr(8));
    const auto& open = stage.facts.status->promises;
    const auto found = std::find_if(open.begin(), open.end(), [&](const auto& p) { return p.id == promise; });
    if (found == open.end() || kept_.contains(promise)) return;
    const auto answered = stage.work<void>([this, &stage, promise, what = found->what](Result<> kept) {
        if (!kept) return stage.tell(kept.error());
        kept_.insert(promise);
        stage.say(words::kept_promise(what));
        stage.refresh();
    });
    stage.backend.keep_promise(promise, stage.by(), answered);
}

void PromisesPage::scanned(const std::string& code, Stage& stage) {
    take_scan(code, stage);
}

}  // namespace makegood::terminal::presenter
