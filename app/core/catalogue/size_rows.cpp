#include "app/core/catalogue/size_rows.hpp"

namespace makegood::core::catalogue {
namespace {

constexpr std::size_t most_digits = 5;

bool alike(std::int64_t asked, std::int64_t there) {
    const auto apart = asked > there ? asked - there : there - asked;
    return apart <= asked / 100;
}

bool alike(const Size& there, std::int64_t total_milli) {
    return alike(total_milli, there.total_milli) ||
           (there.pieces > 1 && alike(total_milli, there.total_milli / there.pieces));
}

template <class Fits>
void each_where(const Catalogue::Impl& all, const VisitRows& visit, const Fits& fits) {
    for (std::size_t at = 0; at < all.sizes.size(); ++at)
        if (const Size& there = all.sizes[at].size; there.known() && fits(there))
            visit(all.size_rows.part(all.size_rows_at, at));
}

}  // namespace

void each_of_size(const Catalogue::Impl& all, const Size& asked, const VisitRows& visit) {
    each_where(all, visit, [&](const Size& there) {
        if (there.unit != asked.unit) return false;
        if (asked.pieces > 1 && asked.pieces != there.pieces) return false;
        return asked.pieces > 1 ? alike(asked.total_milli, there.total_milli)
                                : alike(there, asked.total_milli);
    });
}

void each_of_bare_size(const Catalogue::Impl& all, std::string_view digits, const VisitRows& visit) {
    if (digits.size() > most_digits) return;
    std::int64_t amount = 0;
    for (const char c : digits) amount = amount * 10 + (c - '0');
    if (amount == 0) return;
    each_where(all, visit, [&](const Size& there) {
        const bool counted = there.unit == BaseUnit::gram || there.unit == BaseUnit::millilitre ||
                             there.unit == BaseUnit::piece;
        return counted && alike(there, amount * 1000);
    });
}

}  // namespace makegood::core::catalogue
