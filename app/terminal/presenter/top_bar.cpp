#include "app/terminal/presenter/top_bar.hpp"

#include <algorithm>

#include "app/terminal/presenter/manager_words.hpp"
#include "app/terminal/presenter/sections.hpp"

namespace makegood::terminal::presenter {
namespace {

using ports::PrinterState;

Health health_of(PrinterState state) {
    switch (state) {
        case PrinterState::ready:
        case PrinterState::printing:
            return Health::good;
        case PrinterState::unknown:
        case PrinterState::paper_low:
        case PrinterState::busy_elsewhere:
            return Health::attention;
        case PrinterState::paper_out:
        case PrinterState::cover_open:
        case PrinterState::failed:
        case PrinterState::no_answer:
            return Health::bad;
    }
    return Health::attention;
}

// Of the limit, never negative and never beyond what is left of it.
double share(Money part, Money limit, double most) {
    if (limit <= Money{}) return 0;
    return std::clamp(static_cast<double>(part.minor()) / static_cast<double>(limit.minor()), 0.0, most);
}

void show_money(TopBar& bar, const core::budget::Period& money, const Currency& currency) {
    const Money out = money.spent_cost + money.reserved_cost;
    bar.left_caption = words::left_caption(money.limit.kind);
    bar.left_text = base::format(std::max(Money{}, money.limit.cost - out), currency);
    bar.of_text = words::of_limit(words::short_money(money.limit.cost, currency));
    bar.spent_share = share(money.spent_cost, money.limit.cost, 1);
    bar.reserved_share = share(money.reserved_cost, money.limit.cost, 1 - bar.spent_share);
}

}  // namespace

Lamp printer_lamp_of(const Status& status) {
    const auto is = [](ports::JobState state) {
        return [state](const ports::PrintJobRow& job) { return job.state == state; };
    };
    if (std::any_of(status.jobs.begin(), status.jobs.end(), is(ports::JobState::unsure)))
        return {Health::attention, words::look_at_paper_lamp, words::paper_line};
    const PrinterState state = status.printer.state;
    const std::string& told = status.printer.sentence;
    std::string detail = told.empty() ? words::printer_detail(state) : told;
    const auto waiting = std::count_if(status.jobs.begin(), status.jobs.end(), is(ports::JobState::queued));
    if (const std::string wait = words::pieces_wait(static_cast<std::size_t>(waiting)); !wait.empty())
        detail += " " + wait;
    return {health_of(state), words::printer_lamp(state), std::move(detail)};
}

Lamp sync_lamp_of(const SyncStatus& sync, const Setup& setup) {
    if (!sync.set_up) return {Health::good, words::on_its_own, words::on_its_own_detail};
    if (sync.unreached_since) {
        const std::string since = setup.time_of_day(*sync.unreached_since);
        return {Health::attention, words::not_reached(since), words::not_reached_detail(since, sync.waiting)};
    }
    if (sync.waiting == 0) return {Health::good, words::all_sent, words::all_sent_detail};
    return {Health::good, words::to_send(sync.waiting), words::to_send_detail(sync.waiting)};
}

TopBar top_bar_of(const Facts& facts) {
    TopBar bar{.store = facts.setup.store, .place = facts.setup.register_name};
    const Lamp asking{Health::attention, words::asking, words::asking_detail};
    bar.printer = facts.status ? printer_lamp_of(*facts.status) : asking;
    bar.sync = facts.status ? sync_lamp_of(facts.status->sync, facts.setup) : asking;
    if (!facts.person) return bar;
    bar.initials = facts.person->initials;
    bar.person = facts.person->name;
    if (may_manage(*facts.person)) bar.sign_out = words::manage;
    if (facts.status) show_money(bar, facts.status->money, facts.setup.currency);
    return bar;
}

}  // namespace makegood::terminal::presenter
