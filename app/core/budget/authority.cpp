#include "app/core/budget/authority.hpp"

#include <array>
#include <string>

namespace makegood::core::budget {
namespace {

constexpr std::array<std::string_view, 4> role_words{"clerk", "supervisor", "manager", "owner"};
constexpr std::array<Role, 4> roles{Role::clerk, Role::supervisor, Role::manager, Role::owner};

// nullptr: the owner.
const Tier* tier_of(const Authority& authority, Role role) {
    switch (role) {
        case Role::clerk:
            return &authority.clerk;
        case Role::supervisor:
            return &authority.supervisor;
        case Role::manager:
            return &authority.manager;
        case Role::owner:
            return nullptr;
    }
    return nullptr;
}

bool within(const std::optional<Money>& limit, Money amount) {
    return !limit || amount <= *limit;
}

bool gives(const Authority& authority, Role role, const Wanted& wanted) {
    const auto* tier = tier_of(authority, role);
    return tier == nullptr || (within(tier->cost, wanted.cost) && within(tier->worth, wanted.worth));
}

Role least_for(Act act) {
    switch (act) {
        case Act::give:
            return Role::clerk;
        case Act::void_voucher:
            return Role::supervisor;
        case Act::confirm_clock:
        case Act::set_budget:
        case Act::import_files:
        case Act::look_after_clerks:
            return Role::manager;
        case Act::look_after_people:
        case Act::change_rules:
        case Act::join_hub:
            return Role::owner;
    }
    return Role::owner;
}

std::string_view doing(Act act) {
    switch (act) {
        case Act::give:
            return "give this";
        case Act::void_voucher:
            return "void a voucher";
        case Act::confirm_clock:
            return "say that the clock is right";
        case Act::set_budget:
            return "set the budget";
        case Act::import_files:
            return "import articles and receipts";
        case Act::look_after_clerks:
            return "add clerks, take them out and open their sign-in";
        case Act::look_after_people:
            return "do this for somebody who is not a clerk, or give a role";
        case Act::change_rules:
            return "change the rules";
        case Act::join_hub:
            return "join a register to the shop's hub, or give that up";
    }
    return {};
}

// "A supervisor", "The owner"
std::string with_article(Role role) {
    return (role == Role::owner ? "The " : "A ") + std::string(word(role));
}

tl::unexpected<Error> above_the_tier(const Authority& authority, Role role, const Wanted& wanted,
                                     const Currency& currency) {
    const auto& tier = *tier_of(authority, role);
    const bool by_cost = !within(tier.cost, wanted.cost);
    return fail(ErrorKind::needs_approval, std::string(by_cost ? "This costs us " : "This is worth ") +
                                               format(by_cost ? wanted.cost : wanted.worth, currency) +
                                               ", and a " + std::string(word(role)) + " gives up to " +
                                               format(by_cost ? *tier.cost : *tier.worth, currency) +
                                               " alone. " + with_article(least_role(authority, wanted)) +
                                               " can sign for it here.");
}

// A day of it costs more, or is worth more, than a day of `limit` and so much again.
bool is_beyond(const Limit& limit, Percent more, const Limit& wanted) {
    const auto beyond = [&](Money now, Money then) {
        return then * days_in(limit) > (now + more.of(now)) * days_in(wanted);
    };
    if (beyond(limit.cost, wanted.cost)) return true;
    if (!limit.worth) return false;
    return !wanted.worth || beyond(*limit.worth, *wanted.worth);
}

}  // namespace

std::string_view word(Role role) {
    return role_words[static_cast<std::size_t>(role)];
}

std::optional<Role> role_from_word(std::string_view word_of_it) {
    for (const auto role : roles)
        if (word(role) == word_of_it) return role;
    return std::nullopt;
}

Role least_role(const Authority& authority, const Wanted& wanted) {
    const Role least = least_for(wanted.act);
    if (wanted.act != Act::give) return least;
    for (const auto role : roles)
        if (gives(authority, role, wanted)) return role;
    return Role::owner;
}

Result<> may(const Authority& authority, Role role, const Wanted& wanted, const Currency& currency) {
    if (wanted.act == Act::give) {
        if (gives(authority, role, wanted)) return {};
        return above_the_tier(authority, role, wanted, currency);
    }
    const Role least = least_for(wanted.act);
    if (role >= least) return {};
    std::string who = "Only ";
    if (least == Role::supervisor) who += "a supervisor, ";
    if (least <= Role::manager) who += "a manager or ";
    return fail(ErrorKind::refused,
                who + "the owner may " + std::string(doing(wanted.act)) + ". Ask one of them.");
}

bool is_large_raise(const Authority& authority, std::span<const LimitSet> lately, const Limit& wanted) {
    if (lately.empty() || !is_beyond(lately.back().limit, Percent::whole(0), wanted)) return false;
    for (auto each = lately.rbegin(); each != lately.rend(); ++each) {
        if (is_beyond(each->limit, authority.large_raise, wanted)) return true;
        if (each->by_two) return false;
    }
    return false;
}

}  // namespace makegood::core::budget
