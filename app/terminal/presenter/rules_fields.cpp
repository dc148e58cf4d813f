#include "app/terminal/presenter/rules_fields.hpp"

#include <algorithm>
#include <array>

#include "app/terminal/presenter/rules_words.hpp"

namespace makegood::terminal::presenter {
namespace {

using enum RuleKind;

constexpr std::array infos{
    RuleInfo{"budget.cost", "budget", "Budget", "What all that is given may cost the store in this time."},
    RuleInfo{"budget.per", "budget", "For each", "How long the budget is for.", period},
    RuleInfo{"budget.worth", "budget", "Worth to customers",
             "What all that is given may be worth to customers in this time.", money, true},
    RuleInfo{
        "limits.pace", "budget", "Make it last",
        "When money gets scarce, what costs much is offered less often: who comes late has the same chance.",
        yes_no},
    RuleInfo{"authority.large_raise", "budget", "Large raise",
             "Raising the budget by more than this share takes two people.", percent},
    RuleInfo{"money.usual_gift", "budget", "A usual gift",
             "What a coffee and a bun cost. All amounts that are written in gifts follow it."},

    RuleInfo{"authority.clerk", "tiers", "A clerk", "What a clerk gives at once without asking, in cost."},
    RuleInfo{"authority.clerk_worth", "tiers", "A clerk, in worth",
             "What a clerk gives at once without asking, in worth to the customer.", money, true},
    RuleInfo{"authority.supervisor", "tiers", "A supervisor",
             "What a supervisor gives at once, or signs for, in cost."},
    RuleInfo{"authority.supervisor_worth", "tiers", "A supervisor, in worth",
             "What a supervisor gives at once, or signs for, in worth to the customer.", money, true},
    RuleInfo{"authority.manager", "tiers", "A manager",
             "What a manager gives at once, or signs for, in cost. Above it, the owner does."},
    RuleInfo{"authority.manager_worth", "tiers", "A manager, in worth",
             "What a manager gives at once, or signs for, in worth to the customer.", money, true},

    RuleInfo{"limits.most_cost_each", "offers", "Most cost each",
             "One recovery never costs more than this, whatever was lost."},
    RuleInfo{"limits.most_worth_money_each", "offers", "Most money each",
             "Never more money than this at once, as a voucher or off the price."},
    RuleInfo{"limits.most_free_goods_cost", "offers", "Dearest free substitute",
             "A substitute is given free when it cost the store no more than this."},
    RuleInfo{"limits.cards", "offers", "Offers that cost", "So many cards on the screen cost money or goods.",
             whole},
    RuleInfo{"limits.free_options", "offers", "Offers that cost nothing",
             "So many stand below them that cost nothing.", whole},
    RuleInfo{"counter.undo_seconds", "offers", "Time to undo", "So long a gesture can be taken back.", whole,
             false, "seconds"},

    RuleInfo{"guards.least_of_loss", "good", "Least of the loss",
             "Where the visit is spoiled, money below this share of the loss does not make good.", percent},
    RuleInfo{"guards.most_of_loss", "good", "Most of the loss",
             "Where the visit is spoiled, money above this share of the loss wins nothing more.", percent},
    RuleInfo{"guards.never_above", "good", "Never above",
             "Never more than this share of the loss in money, also for a small nuisance.", percent},
    RuleInfo{"guards.special_day_more", "good", "More on a special day",
             "On a special day money for a loss is this much more of it.", percent},
    RuleInfo{"substitutes.keep_on_shelf", "good", "Kept on the shelf",
             "So many pieces of a substitute stay for the next customer.", whole, false, "pieces"},
    RuleInfo{"substitutes.dearest_shelf_price", "good", "Dearest substitute",
             "Its price may be this share of the missing article's; the store carries the difference.",
             percent},
};

constexpr std::array other_infos{
    RuleInfo{"limit.cost", "limits", "Cost at most", "What it allows may cost the store in this time."},
    RuleInfo{"limit.worth", "limits", "Worth at most",
             "What it allows may be worth to customers in this time.", money, true},
    RuleInfo{"limit.days", "limits", "So many days", "The first of these periods begins today.", whole, false,
             "days"},
};

std::string with_unit(const std::string& value, std::string_view unit) {
    if (unit.empty()) return value;
    std::string text = value + ' ' + std::string(unit);
    if (value == "1") text.pop_back();
    return text;
}

}  // namespace

const RuleInfo& limit_cost_info() {
    return other_infos[0];
}

const RuleInfo& limit_worth_info() {
    return other_infos[1];
}

const RuleInfo& own_days_info() {
    return other_infos[2];
}

std::span<const RuleInfo> rule_infos() {
    return infos;
}

const RuleInfo* rule_info(std::string_view key) {
    const auto found =
        std::find_if(infos.begin(), infos.end(), [&](const RuleInfo& info) { return info.key == key; });
    return found == infos.end() ? nullptr : &*found;
}

std::span<const std::string_view> rule_keys() {
    static const auto keys = [] {
        std::vector<std::string_view> all;
        for (const RuleInfo& info : infos)
            if (!info.of_budget()) all.push_back(info.key);
        return all;
    }();
    return keys;
}

std::string shown_rule(const RuleInfo& info, const std::string& value, const Currency& currency) {
    if (value.empty()) return words::no_limit;
    switch (info.kind) {
        case money: {
            const auto amount = base::parse_money(value, currency, '.');
            return amount ? base::format(*amount, currency) : value;
        }
        case percent:
        case period:
            return value;
        case whole:
            return with_unit(value, info.unit);
        case yes_no:
            return value == "true" ? words::yes : words::no;
    }
    return value;
}

std::string in_gifts(const std::string& written) {
    const auto unit = written.find(" gift");
    return unit == written.npos ? std::string() : with_unit(written.substr(0, unit), "usual gifts");
}

std::string written_rule(const RuleInfo& info, const std::string& typed, bool in_gifts) {
    if (info.kind == money) return '"' + typed + (in_gifts ? " gifts\"" : "\"");
    return info.kind == percent ? '"' + typed + " %\"" : typed;
}

std::string with_titles(std::string sentence) {
    for (const std::string_view place : {" (line ", " (built in"})
        for (auto at = sentence.find(place); at != sentence.npos; at = sentence.find(place, at))
            sentence.erase(at, sentence.find(')', at) - at + 1);
    // The longer keys first: "authority.clerk_worth" begins with "authority.clerk".
    std::vector<const RuleInfo*> longest_first;
    for (const RuleInfo& info : infos) longest_first.push_back(&info);
    for (const RuleInfo& info : other_infos) longest_first.push_back(&info);
    std::stable_sort(
        longest_first.begin(), longest_first.end(),
        [](const RuleInfo* one, const RuleInfo* other) { return one->key.size() > other->key.size(); });
    for (const RuleInfo* info : longest_first)
        for (auto at = sentence.find(info->key); at != sentence.npos; at = sentence.find(info->key, at))
            sentence.replace(at, info->key.size(), "“" + std::string(info->title) + "”");
    return sentence;
}

}  // namespace makegood::terminal::presenter
