#include "app/terminal/presenter/registers_screen.hpp"

#include <algorithm>

#include "app/terminal/presenter/manager_words.hpp"
#include "app/terminal/presenter/tasks.hpp"

namespace makegood::terminal::presenter {
namespace {

constexpr std::size_t most_pots = 4;

double share(Money part, Money whole) {
    if (whole <= Money{}) return 0;
    return std::clamp(static_cast<double>(part.minor()) / static_cast<double>(whole.minor()), 0.0, 1.0);
}

PotLine line_of(const service::PotNow& pot, const Currency& currency) {
    const auto money = [&](Money amount) { return base::format(amount, currency); };
    PotLine line{words::pot_name(pot.id.key, pot.id.period, pot.running),
                 words::used_of(money(pot.used.cost), money(pot.granted.cost)),
                 words::holds(money(pot.held.cost)), share(pot.used.cost, pot.granted.cost)};
    if (pot.presumed.cost > Money{})
        line.line = words::joined({line.line, words::by_a_copy(money(pot.presumed.cost))});
    return line;
}

// Of the running period, in all pots of this register that are the whole store's.
Money used_now(const service::RegistersNow& now) {
    for (const auto& pot : now.pots)
        if (pot.running && pot.id.key == "store") return pot.used.cost;
    return {};
}

std::string state_of(const service::RegistersNow& now, const Setup& setup) {
    if (now.frozen) return words::is_frozen + now.frozen_why;
    if (!now.shared) return words::alone;
    const std::string heard = now.heard ? words::heard_at(setup.time_of_day(*now.heard)) : words::not_heard;
    return now.waits_for_hub ? heard + " " + words::waits_for_hub : heard;
}

}  // namespace

Registers registers_of(const service::RegistersNow& now, const Setup& setup) {
    const auto money = [&](Money amount) { return base::format(amount, setup.currency); };
    Registers view;
    const bool out = now.still_out > Money{};
    view.figures = {
        {words::left_here, money(now.available), words::at_this_register},
        {words::used_here, money(used_now(now)), now.period},
        {words::in_force, money(now.in_force), words::not_lowered},
        {words::still_out_caption, money(now.still_out), out ? words::comes_back : words::nothing_out}};
    view.figures.back().needs_care = out;
    if (now.period.empty()) view.figures[2].line = words::no_budget;
    view.title = setup.register_name;
    view.line = words::device_line(now.device, now.epoch);
    view.state = state_of(now, setup);
    view.alone = !now.shared;
    view.trouble = now.frozen;
    view.pots_title = words::pots;
    for (const auto& pot : now.pots)
        if (view.pots.size() < most_pots) view.pots.push_back(line_of(pot, setup.currency));
    if (view.pots.empty()) view.pots_message = words::no_pots;
    return view;
}

std::string RegistersPage::title() const {
    return words::registers;
}

void RegistersPage::shown(Stage& stage) {
    load(stage);
}

void RegistersPage::load(Stage& stage) {
    if (stage.facts.status) as_of_ = stage.facts.status->money;
    stage.backend.registers(stage.here<service::RegistersNow>([this](auto now) {
        if (now)
            now_ = std::move(*now);
        else
            trouble_ = now.error().sentence;
    }));
}

void RegistersPage::status_changed(Stage& stage) {
    if (as_of_ != stage.facts.status->money) load(stage);
}

Body RegistersPage::body(const Stage& stage) const {
    if (now_) return registers_of(*now_, stage.facts.setup);
    if (trouble_.empty()) return Registers{.icon = "clock", .message = words::asking};
    return Registers{.icon = "exclamation", .message = trouble_};
}

void RegistersPage::scanned(const std::string& code, Stage& stage) {
    take_scan(code, stage);
}

}  // namespace makegood::terminal::presenter
