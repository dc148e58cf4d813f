#include "app/terminal/presenter/registers_screen.hpp"

#include <algorithm>

#include "app/terminal/presenter/join_screen.hpp"
#include "app/terminal/presenter/manager_words.hpp"
#include "app/terminal/presenter/tasks.hpp"

namespace makegood::terminal::presenter {
namespace {

using service::HubMembership;
using State = HubMembership::State;

constexpr std::size_t most_pots = 4;

double share(Money part, Money whole) {
    if (whole <= Money{}) return 0;
    return std::clamp(static_cast<double>(part.minor()) / static_cast<double>(whole.minor()), 0.0, 1.0);
}

PotLine line_of(const service::PotNow& pot, const Currency& currency) {
    const auto money = [&](Money amount) { return base::format(amount, currency); };
    const Money here = pot.used.cost + pot.held.cost;  // what came and went back again is no matter
    PotLine line{words::pot_name(pot.id.key, pot.id.period, pot.running),
                 words::used_of(money(pot.used.cost), money(here)), words::holds(money(pot.held.cost)),
                 share(pot.used.cost, here)};
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

std::string state_of(const service::RegistersNow& now, const HubMembership& hub, const Setup& setup) {
    if (now.frozen) return words::is_frozen + now.frozen_why;
    if (hub.state == State::turned_away) return words::turned_away_title + std::string(". ") + words::alone;
    if (hub.state == State::expired) return words::expired_title + std::string(". ") + words::alone;
    if (hub.is_member() && hub.unreached_since)
        return words::unreached_since(setup.time_of_day(*hub.unreached_since));
    if (!now.shared) return hub.is_member() ? words::own_budget : words::alone;
    const std::string heard = now.heard ? words::heard_at(setup.time_of_day(*now.heard)) : words::not_heard;
    return now.waits_for_hub ? heard + " " + words::waits_for_hub : heard;
}

std::string without_scheme(const std::string& address) {
    const auto scheme = address.find("://");
    return scheme == address.npos ? address : address.substr(scheme + 3);
}

std::vector<HubFact> facts_of(const HubMembership& hub, bool shared, const Facts& facts) {
    if (!hub.is_member()) return {};
    const auto moment = [&](Instant at) {
        const auto day = facts.setup.day(at);
        const auto time = facts.setup.time_of_day(at);
        return day == facts.today() ? time : words::short_date(day, facts.today()) + ", " + time;
    };
    std::vector<HubFact> all{{shared ? words::hub : words::head_office, without_scheme(hub.address)}};
    if (hub.since) all.push_back({words::member_since, moment(*hub.since)});
    all.push_back({words::last_contact, hub.heard ? moment(*hub.heard) : words::not_since_start});
    all.push_back({words::still_to_send, words::records(hub.unsent)});
    return all;
}

// The core has the last word; this only says it before anything is typed.
std::string why_not_join(const Facts& facts) {
    if (!facts.person) return {};
    const auto may = core::budget::may({}, facts.person->role, {core::budget::Act::join_hub, {}, {}},
                                       facts.setup.currency);
    return may ? std::string() : may.error().sentence;
}

}  // namespace

Registers registers_of(const service::RegistersNow& now, const HubMembership& hub, const Facts& facts) {
    const Setup& setup = facts.setup;
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
    view.state = state_of(now, hub, setup);
    view.alone = !now.shared;
    const bool ended = hub.state == State::turned_away || hub.state == State::expired;
    view.trouble = now.frozen || ended || (hub.is_member() && hub.unreached_since);
    view.facts = facts_of(hub, now.shared, facts);
    if (!hub.is_member() && !now.shared) {
        view.join = words::join_hub;
        view.join_unavailable = why_not_join(facts);
    }
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
    look_at_hub(stage);
}

void RegistersPage::load(Stage& stage) {
    if (loading_) return;
    loading_ = true;
    stage.backend.registers(stage.here<service::RegistersNow>([this](auto now) {
        loading_ = false;
        if (now)
            now_ = std::move(*now);
        else
            trouble_ = now.error().sentence;
    }));
}

// Where joining is under way, that is what there is to see.
void RegistersPage::look_at_hub(Stage& stage) {
    if (looking_) return;
    looking_ = true;
    stage.backend.hub().look(stage.here<HubMembership>([this, &stage](Result<HubMembership> hub) {
        looking_ = false;
        if (!hub) return;
        if (hub->state == State::asking || hub->state == State::waits)
            return stage.go(std::make_unique<JoinPage>(std::move(*hub)));
        hub_ = std::move(*hub);
    }));
}

// Whatever comes from the hub shows without a touch: money, when it was heard, what it has not got yet.
void RegistersPage::status_changed(Stage& stage) {
    load(stage);
    look_at_hub(stage);
}

void RegistersPage::touched(const std::string& id, Stage& stage) {
    if (id != "join" || !hub_) return;
    if (auto why = why_not_join(stage.facts); !why.empty()) return stage.say(std::move(why));
    stage.go(std::make_unique<JoinPage>());
}

Body RegistersPage::body(const Stage& stage) const {
    if (now_) return registers_of(*now_, hub_.value_or(HubMembership()), stage.facts);
    if (trouble_.empty()) return Registers{.icon = "clock", .message = words::asking};
    return Registers{.icon = "exclamation", .message = trouble_};
}

void RegistersPage::scanned(const std::string& code, Stage& stage) {
    take_scan(code, stage);
}

}  // namespace makegood::terminal::presenter
