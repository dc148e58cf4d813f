// The settings of the owner's rules that the screen changes: what they are called, and how their values are
// written and shown. Pure.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "app/base/money.hpp"
#include "app/terminal/presenter/rules_backend.hpp"

namespace makegood::terminal::presenter {

enum class RuleKind : std::uint8_t { money, percent, whole, yes_no, period };

struct RuleInfo {
    std::string_view key;  // of the document; "budget.…" is no part of it
    std::string_view group;
    const char *title, *about;
    RuleKind kind = RuleKind::money;
    bool may_be_none = false;
    const char* unit = "";
    bool of_budget() const { return key.starts_with("budget."); }
};

// Numbers that belong to no field of their own: of a further limit, and of a period of so many days.
const RuleInfo& limit_cost_info();
const RuleInfo& limit_worth_info();
const RuleInfo& own_days_info();

std::span<const RuleInfo> rule_infos();  // group by group, at most six of each
const RuleInfo* rule_info(std::string_view key);
std::span<const std::string_view> rule_keys();  // those of the document

// The value for people: "$24.00", "50 %", "Yes", "No limit".
std::string shown_rule(const RuleInfo& info, const std::string& value, const Currency& currency);
// As written: "8 gifts" -> "8 usual gifts"; empty where that says no more than the value does.
std::string in_gifts(const std::string& written);
// What was typed, as the document writes it.
std::string written_rule(const RuleInfo& info, const std::string& typed, bool in_gifts);
// A sentence about settings, with their titles for their keys.
std::string with_titles(std::string sentence);

}  // namespace makegood::terminal::presenter
