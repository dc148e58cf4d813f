// Who may do what, and up to which amounts. Pure: the same rules behind every door.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "app/core/budget/budget.hpp"

namespace makegood::core::budget {

// By rising authority: who may do less comes first.
enum class Role : std::uint8_t { clerk, supervisor, manager, owner };

// "clerk", "supervisor", "manager", "owner"
std::string_view word(Role role);
std::optional<Role> role_from_word(std::string_view word);

// What one role may give at once, alone; nullopt: no limit of its own.
struct Tier {
    std::optional<Money> cost, worth;
    friend bool operator==(const Tier&, const Tier&) = default;
};

// The owner's policy. The owner has no tier: the budget alone holds.
struct Authority {
    Tier clerk, supervisor, manager;
    Percent large_raise = Percent::whole(50);  // of the limit in force: beyond it two people raise a budget
    friend bool operator==(const Authority&, const Authority&) = default;
};

enum class Act : std::uint8_t {
    give,               // up to one's tier
    void_voucher,       // supervisor
    confirm_clock,      // manager
    set_budget,         // manager
    import_files,       // manager: articles, their costs and stock; receipts
    look_after_clerks,  // manager: adds them, makes PINs, unlocks, takes out
    look_after_people,  // owner: the same for everybody, and who has which role
    change_rules,       // owner
    join_hub,           // owner: the register gets its money there from then on
};

// What somebody wants to do. The amounts are of a gift; nothing else has any.
struct Wanted {
    Act act = Act::give;
    Money cost, worth;
};

// The least role that may; there always is one.
Role least_role(const Authority& authority, const Wanted& wanted);

// needs_approval: above one's tier of giving; the sentence names the amount, the tier and the least role that
// may. refused: another act above one's role; the sentence names who may.
Result<> may(const Authority& authority, Role role, const Wanted& wanted, const Currency& currency);

// As somebody set it.
struct LimitSet {
    Limit limit;
    bool by_two = false;  // or by whoever rules the machine
};

// Raises of so long are added up: at least the longest period, so that no row of small ones, and no other
// kind of period in between, comes to a large one.
inline constexpr std::chrono::days raises_add_up{31};

// Whether it takes two people: more cost a day, or more worth, than the limit in force, and more than any of
// `lately` and its large_raise. `lately`: those in force within raises_add_up, oldest first, the last one
// still; what two people have set is what is counted from. A week counts as 7 days, a month as 30. The first
// limit of a shop is no raise.
bool is_large_raise(const Authority& authority, std::span<const LimitSet> lately, const Limit& wanted);

}  // namespace makegood::core::budget
