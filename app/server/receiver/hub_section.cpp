#include "app/server/receiver/hub_section.hpp"

#include <algorithm>

#include "app/server/receiver/html.hpp"
#include "app/server/receiver/page.hpp"
#include "app/server/receiver/page_words.hpp"

namespace makegood::server::receiver {
namespace {

using PotNow = RightsCounter::PotNow;
using Holder = RightsCounter::Holder;

// A hub's rule bears none: its registers have it.
std::string currency_of(const View& view) {
    for (const auto& entry : view.overview.registers)
        if (!entry.currency.empty()) return entry.currency;
    return {};
}

const ports::RegisterOverview* named(const View& view, const DeviceId& device) {
    const auto& all = view.overview.registers;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.device == device.text(); });
    return found == all.end() ? nullptr : &*found;
}

std::string limit_name(const PotNow& pot) {
    return pot.rule.key == "store" ? "Budget of " + pot.pot.id.period
                                   : pot.rule.key + ", " + pot.pot.id.period;
}

std::string card(const std::string& title, const std::string& big, const std::string& below) {
    return element(
        "section", "card",
        element("p", "muted", escaped(title)) + element("p", "number", big) + element("p", "muted", below));
}

std::string cards(const PotNow& now, const std::string& currency) {
    const auto money = [&](Money sum) { return amount(sum, currency); };
    const auto still_out = now.still_out.cost == Money{} ? std::string("nothing is out beyond it")
                                                         : money(now.still_out.cost) + " still out beyond it";
    const auto presumed = now.presumed.cost == Money{} ? std::string("in nobody's hands")
                                                       : money(now.presumed.cost) + " more presumed spent";
    return element(
        "div", "cards",
        card("In force, " + now.pot.id.period, money(now.pot.limit.cost), still_out) +
            card("Out", money(now.out.cost), "with " + count_of(now.registers, "register", "registers")) +
            card("Used", money(now.used.cost), "as far as they told") +
            card("Free", money(now.free.cost), presumed));
}

std::string state_chip(const Holder& holder) {
    switch (holder.state) {
        case Holder::State::granted:
            return {};
        case Holder::State::copied:
            return element("span", "chip warm", "a copy was found");
        case Holder::State::doubtful:
            return element("span", "chip bad", "doubtful: nothing is granted");
        case Holder::State::revoked:
            return element("span", "chip warm", "revoked");
    }
    return {};
}

std::string last_heard(const ports::RegisterOverview* known, Instant time) {
    return known && known->last_heard ? ago(*known->last_heard, time) : "never";
}

// What is used of what was granted, as a bar.
std::string share_bar(const Holder& holder) {
    const auto all = (holder.granted - holder.returned).cost.minor();
    const auto used = std::clamp<std::int64_t>(all > 0 ? 100 * holder.used.cost.minor() / all : 0, 0, 100);
    return "<svg class=\"bar\" aria-hidden=\"true\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\"><rect "
           "class=\"all\" width=\"100\" height=\"8\" rx=\"4\"/><rect width=\"" +
           std::to_string(used) + "\" height=\"8\" rx=\"4\"/></svg>";
}

std::string holder_row(const View& view, const Holder& holder, const std::string& currency, Instant time) {
    const auto* known = named(view, holder.device);
    const auto name = known ? known->register_name : holder.device.text();
    const auto money = [&](const core::budget::Amount& sum) {
        return element("td", "right", amount(sum.cost, currency));
    };
    return element("tr", "",
                   element("td", "", element("span", "name", escaped(name)) + "<br>" + state_chip(holder)) +
                       element("td", "", last_heard(known, time)) + money(holder.held) + money(holder.used) +
                       money(holder.presumed) + element("td", "by-day", share_bar(holder)));
}

std::string holder_table(const View& view, const PotNow& now, const std::string& currency, Instant time) {
    if (now.holders.empty()) return element("p", "muted", "No register has asked for any of it yet.");
    std::string rows;
    for (const auto& holder : now.holders) rows += holder_row(view, holder, currency, time);
    const std::string head =
        "<tr><th>Register</th><th>Last heard</th><th class=\"right\">May spend</th><th "
        "class=\"right\">Used</th><th "
        "class=\"right\">Presumed spent</th><th class=\"by-day\">Used of what it got</th></tr>";
    return element("div", "scroll",
                   element("table", "", element("thead", "", head) + element("tbody", "", rows)));
}

constexpr std::string_view words_of_state[] = {"granted", "copied", "doubtful", "revoked"};

wire::Json holder_json(const View& view, const Holder& holder) {
    const auto* known = named(view, holder.device);
    return wire::Json::object({{"device", holder.device.text()},
                               {"store", known ? known->store : std::string()},
                               {"register", known ? known->register_name : std::string()},
                               {"granted", holder.granted.cost.minor()},
                               {"used", holder.used.cost.minor()},
                               {"held", holder.held.cost.minor()},
                               {"presumed_spent", holder.presumed.cost.minor()},
                               {"state", words_of_state[static_cast<std::size_t>(holder.state)]}});
}

wire::Json pot_json(const View& view, const PotNow& now) {
    auto registers = wire::Json::array();
    for (const auto& holder : now.holders) registers.push(holder_json(view, holder));
    return wire::Json::object({{"key", now.rule.key},
                               {"period", now.pot.id.period},
                               {"in_force", now.pot.limit.cost.minor()},
                               {"out", now.out.cost.minor()},
                               {"used", now.used.cost.minor()},
                               {"free", now.free.cost.minor()},
                               {"still_out", now.still_out.cost.minor()},
                               {"presumed_spent", now.presumed.cost.minor()},
                               {"registers", registers}});
}

std::string halted_card() {
    return element(
        "section", "card",
        element("p", "", element("span", "chip bad", "Nothing is granted")) +
            element("p", "below",
                    "This hub's folder was put back from an older copy. Its owner lets it go on with "
                    "<b>makegood-server --data DIR replace-hub</b>"));
}

}  // namespace

std::string hub_section(const View& view, Instant time) {
    const auto currency = currency_of(view);
    std::string all = view.hub->halted ? halted_card() : std::string();
    if (view.hub->pots.empty())
        return all +
               element(
                   "section", "card",
                   "This hub has no budget yet. Set one: <b>makegood-server --data DIR budget set --limit "
                   "AMOUNT --per day --currency CUR</b>");
    for (const auto& now : view.hub->pots)
        all += cards(now, currency) +
               element("section", "card",
                       element("h2", "", escaped(limit_name(now))) + holder_table(view, now, currency, time));
    return all;
}

wire::Json hub_json(const View& view) {
    auto pots = wire::Json::array();
    for (const auto& now : view.hub->pots) pots.push(pot_json(view, now));
    return wire::Json::object({{"halted", view.hub->halted},
                               {"hub_epoch", static_cast<std::int64_t>(view.hub->hub_epoch)},
                               {"currency", currency_of(view)},
                               {"pots", pots}});
}

}  // namespace makegood::server::receiver
