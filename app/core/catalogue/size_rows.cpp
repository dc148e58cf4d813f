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
std::vector<Row> rows_where(const Catalogue::Impl& all, const Fits& fits) {
    std::vector<std::uint8_t> wanted(all.sizes.size());
    bool any = false;
    for (std::size_t at = 0; at < all.sizes.size(); ++at) {
        const Size& size = all.sizes[at].size;
        wanted[at] = size.known() && fits(size);
        any = any || wanted[at] != 0;
    }
    std::vector<Row> rows;
    if (!any) return rows;
    for (Row row = 0; row < all.rows(); ++row)
        if (wanted[all.size[row]] != 0) rows.push_back(row);
    return rows;
}

}  // namespace

std::vector<Row> rows_of_size(const Catalogue::Impl& all, const Size& asked) {
    return rows_where(all, [&](const Size& there) {
        if (there.unit != asked.unit) return false;
        if (asked.pieces > 1 && asked.pieces != there.pieces) return false;
        return asked.pieces > 1 ? alike(asked.total_milli, there.total_milli)
                                : alike(there, asked.total_milli);
    });
}

std::vector<Row> rows_of_bare_size(const Catalogue::Impl& all, std::string_view digits) {
    if (digits.size() > most_digits) return {};
    std::int64_t amount = 0;
    for (const char c : digits) amount = amount * 10 + (c - '0');
    if (amount == 0) return {};
    return rows_where(all, [&](const Size& there) {
        const bool counted = there.unit == BaseUnit::gram || there.unit == BaseUnit::millilitre ||
                             there.unit == BaseUnit::piece;
        return counted && alike(there, amount * 1000);
    });
}

}  // namespace makegood::core::catalogue
