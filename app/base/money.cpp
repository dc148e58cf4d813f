#include "app/base/money.hpp"

#include "app/base/check.hpp"

namespace makegood::base {

Money Money::operator+(Money other) const {
    Money sum;
    MAKEGOOD_CHECK(!__builtin_add_overflow(units_, other.units_, &sum.units_));
    return sum;
}

Money Money::operator-(Money other) const {
    Money difference;
    MAKEGOOD_CHECK(!__builtin_sub_overflow(units_, other.units_, &difference.units_));
    return difference;
}

Money Money::operator*(std::int64_t count) const {
    Money product;
    MAKEGOOD_CHECK(!__builtin_mul_overflow(units_, count, &product.units_));
    return product;
}

Money Percent::of(Money amount) const {
    __extension__ using Wide = __int128;
    const Wide exact = static_cast<Wide>(amount.minor()) * points_;
    const Wide half = exact < 0 ? -5'000 : 5'000;
    return Money::minor(static_cast<std::int64_t>((exact + half) / 10'000));
}

}  // namespace makegood::base
