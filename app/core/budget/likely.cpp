#include "app/core/budget/likely.hpp"

#include <algorithm>

#include "app/core/budget/ratio.hpp"

namespace makegood::core::budget {
namespace {

constexpr std::int64_t whole = 10'000;
constexpr std::int64_t believed = 20, believed_came_back = 14;  // until a store knows its own
constexpr std::int64_t of_all_values = 20;  // vouchers of about the same value say as much as all together

struct Counts {
    std::int64_t ended = 0, ended_came_back = 0, issued = 0, came_back = 0;
};

Counts count(std::span<const VoucherPast> past, Money from, Money to) {
    Counts counts;
    for (const auto& each : past) {
        if (each.value < from || each.value > to) continue;
        counts.ended += each.ended;
        counts.ended_came_back += each.ended_came_back;
        counts.issued += each.running + each.came_back + each.ended - each.ended_came_back;
        counts.came_back += each.came_back;
    }
    return counts;
}

std::int64_t at_least(std::int64_t points, const Counts& counts) {
    return std::min(whole, std::max(points, ratio(counts.came_back, whole, counts.issued)));
}

}  // namespace

Percent comes_back(std::span<const VoucherPast> past, Money value) {
    const Money all_values = Money::minor(base::money_limit);
    const Counts all = count(past, Money{}, all_values);
    const auto of_all =
        at_least(ratio(all.ended_came_back + believed_came_back, whole, all.ended + believed), all);
    const Counts like = count(past, Money::minor(value.minor() / 2), std::min(all_values, value * 2));
    const auto of_like =
        ratio(like.ended_came_back * whole + of_all * of_all_values, 1, like.ended + of_all_values);
    return Percent::basis_points(at_least(of_like, like));
}

Money likely_spent(Money reserved, std::span<const VoucherPast> running, std::span<const VoucherPast> past) {
    Money vouchers, likely;
    for (const auto& each : running) {
        if (each.running <= 0) continue;
        const Money value = each.value * each.running;
        vouchers += value;
        likely += comes_back(past, each.value).of(value);
    }
    return std::min(reserved, likely + std::max(Money{}, reserved - vouchers));
}

}  // namespace makegood::core::budget
