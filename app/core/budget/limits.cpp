#include "app/core/budget/limits.hpp"

#include <algorithm>

#include "app/base/check.hpp"

namespace makegood::core::budget {
namespace {

constexpr std::size_t longest_name = 64;

bool is_name(std::string_view text) {
    return !text.empty() && text.size() <= longest_name && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_' || c == '.';
    });
}

// In this order they stand in a key.
struct Part {
    std::string_view word;
    bool Each::*of;
    std::string Occasion::*name;
};
constexpr Part parts[] = {{"clerk=", &Each::clerk, &Occasion::clerk},
                          {"customer=", &Each::customer, &Occasion::customer},
                          {"kind=", &Each::kind, &Occasion::kind}};
constexpr std::string_view only_kind = "kind:", all_together = "all";

std::string key_of(const LimitRule& rule, const Occasion& occasion) {
    std::string key;
    const auto add = [&](std::string_view word, const std::string& name) {
        if (!key.empty()) key += ',';
        key.append(word).append(name);
    };
    for (const auto& part : parts)
        if (rule.each.*part.of) add(part.word, occasion.*part.name);
    if (!rule.kind.empty()) add(only_kind, rule.kind);
    if (key.empty()) key = all_together;
    return key.append("/").append(word(rule.limit.kind));
}

// "clerk=p1,kind=gift" part by part.
template <class Take>
void for_each_part(std::string_view key, Take&& take) {
    key = key.substr(0, key.find('/'));
    while (!key.empty()) {
        const auto end = std::min(key.find(','), key.size());
        take(key.substr(0, end));
        key.remove_prefix(std::min(end + 1, key.size()));
    }
}

Money left_of(const LimitLeft& limit, bool by_cost) {
    return by_cost ? limit.cost : limit.worth.value_or(Money{});
}

}  // namespace

bool same_thing(const LimitRule& one, const LimitRule& other) {
    if (one.each != other.each || one.kind != other.kind) return false;
    return one.each.incident || one.limit.kind == other.limit.kind;
}

bool applies(const LimitRule& rule, const Occasion& occasion) {
    if (!rule.kind.empty() && rule.kind != occasion.kind) return false;
    return !rule.each.customer || !occasion.customer.empty();
}

PotId pot_of(const LimitRule& rule, const Occasion& occasion, CivilDate day) {
    MAKEGOOD_CHECK(applies(rule, occasion) && !rule.each.incident);
    return {key_of(rule, occasion), period_of(rule.limit, day)};
}

const LimitRule* rule_of(std::span<const LimitRule> rules, std::string_view key) {
    const auto occasion = occasion_of(key);
    for (const auto& rule : rules) {
        if (rule.each.incident) continue;
        const bool named = std::all_of(std::begin(parts), std::end(parts), [&](const Part& part) {
            return !(rule.each.*part.of) || is_name(occasion.*part.name);
        });
        if (named && key_of(rule, occasion) == key) return &rule;
    }
    return nullptr;
}

Occasion occasion_of(std::string_view key) {
    Occasion occasion;
    for_each_part(key, [&](std::string_view text) {
        for (const auto& part : parts)
            if (text.starts_with(part.word)) occasion.*part.name = text.substr(part.word.size());
        if (text.starts_with(only_kind)) occasion.kind = text.substr(only_kind.size());
    });
    return occasion;
}

bool is_personal(std::string_view key) {
    const auto occasion = occasion_of(key);
    return !occasion.clerk.empty() || !occasion.customer.empty();
}

bool LimitLeft::fits(std::string_view kind_of_gesture, Money cost_of_it, Money worth_of_it) const {
    if (!kind.empty() && kind != kind_of_gesture) return true;
    const bool cost_fits = cost_of_it == Money{} || cost_of_it <= cost;
    return cost_fits && (worth_of_it == Money{} || !worth || worth_of_it <= *worth);
}

std::string named(const LimitRule& rule, const std::string& clerk, const std::string& kind,
                  const Currency& currency) {
    std::string text = format(rule.limit.cost, currency);
    if (rule.limit.worth) text += " (and " + format(*rule.limit.worth, currency) + " of worth)";
    if (!rule.each.incident) text += ' ' + per_period(rule.limit);
    std::vector<std::string> whom;
    if (rule.each.clerk) whom.push_back("each clerk" + (clerk.empty() ? clerk : " (" + clerk + ')'));
    if (rule.each.customer) whom.emplace_back("each customer");
    if (rule.each.incident) whom.emplace_back("each case");
    if (rule.each.kind) whom.push_back("each kind of gesture" + (kind.empty() ? kind : " (" + kind + ')'));
    for (std::size_t i = 0; i < whom.size(); ++i) text += (i == 0 ? " for " : " and ") + whom[i];
    if (!rule.kind.empty()) text += whom.empty() ? " for " + kind : ", only " + kind;
    if (whom.empty() && rule.kind.empty()) text += " for the whole store";
    return text;
}

std::string why_not(const LimitLeft& limit, Money cost, Money worth, const Currency& currency) {
    const bool by_cost = cost != Money{} && cost > limit.cost;
    const Money left = left_of(limit, by_cost), wanted = by_cost ? cost : worth;
    const std::string whose = " of the " + limit.named;
    const std::string here = limit.is_elsewhere ? " at this register" : "";
    const std::string more =
        limit.is_elsewhere ? "; if the store has more of it, it comes when the hub is reached." : ".";
    if (left == Money{})
        return "Nothing is left" + here + whose +
               ". Choose an option that costs nothing, or ask whoever sets the limits" + more;
    return "Only " + format(left, currency) + " is left" + here + whose + ", and this " +
           (by_cost ? "costs " : "is worth ") + format(wanted, currency) +
           ". Choose a smaller offer or one that costs nothing" + more;
}

std::string note_about(const LimitLeft& limit, const Currency& currency) {
    Money left = limit.cost;
    if (limit.worth) left = std::min(left, *limit.worth);
    const std::string here = limit.is_elsewhere ? " at this register" : "";
    if (left == Money{}) return "Nothing is left" + here + " of the " + limit.named + "; these cost nothing.";
    return "Only " + format(left, currency) + " is left" + here + " of the " + limit.named +
           "; what costs more is left out.";
}

}  // namespace makegood::core::budget
