#include "app/core/substitute/pair.hpp"

#include <algorithm>
#include <cmath>

#include "app/core/substitute/rules.hpp"

namespace makegood::core::substitute {
namespace {

using catalogue::ArticleView;

// Products of two amounts; ISO C++ has no such type.
__extension__ typedef __int128 Wide;

constexpr double clearly_larger = 1.1;  // times the size; below that nobody calls it larger
constexpr double clearly_dearer = 1.05;
// Households. How many is left unsaid: one that came with several imports is counted in each.
constexpr std::uint32_t worth_saying = 3;

std::optional<Money> times(Money each, std::int64_t count) {
    const auto product = static_cast<Wide>(each.minor()) * count;
    if (product > base::money_limit || product < 0) return std::nullopt;
    return Money::minor(static_cast<std::int64_t>(product));
}

// What the customer pays for all: never more than the missing ones' price, and in proportion where it is
// less, so that the same money never buys less.
Money pays_all(const ArticleView& missing, std::int64_t asked, Money missing_total,
               const ArticleView& candidate, const Substitute& pair) {
    Money most = missing_total;
    if (pair.size_ratio && *pair.size_ratio < 1) {
        const auto now = static_cast<Wide>(candidate.size.total_milli) * pair.pieces;
        const auto before = static_cast<Wide>(missing.size.total_milli) * asked;
        if (now < before)
            most = Money::minor(static_cast<std::int64_t>(static_cast<Wide>(missing.price->minor()) * now /
                                                          missing.size.total_milli));
    }
    return std::min(most, pair.worth_free);
}

bool another_tier(const ArticleView& missing, const ArticleView& candidate) {
    return missing.tier_id == 0 || candidate.tier_id == 0 || missing.tier_id != candidate.tier_id;
}

// What people pay more for, of another brand: where tiers are known, of another tier too. More packages than
// were asked are nothing larger, and are dearer of any brand.
Fit fit_of(const ArticleView& missing, std::int64_t asked, const ArticleView& candidate,
           const Substitute& pair, std::optional<Money> missing_total) {
    if (pair.pieces > asked) return Fit::equal;
    if (pair.size_ratio && *pair.size_ratio >= clearly_larger) return Fit::larger;
    const bool dearer = missing_total && static_cast<double>(pair.worth_free.minor()) >
                                             static_cast<double>(missing_total->minor()) * clearly_dearer;
    const bool better = dearer && candidate.brand != missing.brand && another_tier(missing, candidate);
    return better ? Fit::better_brand : Fit::equal;
}

std::string size_text(const ArticleView& article, std::int64_t pieces) {
    const auto text = catalogue::format_size(article.size);
    return pieces == 1 ? text : std::to_string(pieces) + " × " + text;
}

// Of what the owner has pinned from anywhere else nothing is said.
std::string kind_words(const ArticleView& missing, const ArticleView& candidate, bool is_near) {
    if (missing.category != 0 && candidate.category == missing.category) return "same kind";
    if (!is_near) return {};
    return missing.category == 0 ? "similar name" : "similar kind";
}

// Only where packs of another count stand for the pieces; else one is told for one.
std::string size_reason(const Substitute& pair, std::int64_t asked, const ArticleView& missing,
                        const ArticleView& candidate) {
    if (!pair.size_ratio) return {};
    const bool packs = pair.pieces != asked;
    const auto now = size_text(candidate, packs ? pair.pieces : 1),
               before = size_text(missing, packs ? asked : 1);
    return now == before ? ", same size" : ", " + now + " instead of " + before;
}

}  // namespace

std::optional<Money> cost_of_goods(const ArticleView& article, const Rules& rules) {
    if (article.cost) return article.cost;
    if (article.price) return rules.assumed_cost.of(*article.price);
    return std::nullopt;
}

std::optional<Substitute> priced(const ArticleView& missing, std::int64_t asked, const ArticleView& candidate,
                                 const Rules& rules) {
    if (!candidate.price || *candidate.price < Money{}) return std::nullopt;
    const auto pieces = pieces_for(missing.size, asked, candidate.size, rules);
    if (!pieces) return std::nullopt;
    Substitute pair;
    pair.pieces = *pieces;
    pair.size_ratio = total_ratio(missing.size, asked, candidate.size, *pieces);
    if (!size_allowed(pair.size_ratio, rules)) return std::nullopt;
    const auto cost = times(*cost_of_goods(candidate, rules), *pieces);
    const auto shelf = times(*candidate.price, *pieces);
    const auto before = missing.price ? times(*missing.price, asked) : std::nullopt;
    if (!cost || !shelf || (missing.price && !before)) return std::nullopt;
    if (!price_allowed(before, *shelf, rules)) return std::nullopt;
    pair.cost_free = *cost;
    pair.worth_free = *shelf;
    pair.fit = fit_of(missing, asked, candidate, pair, before);
    pair.pays = before ? pays_all(missing, asked, *before, candidate, pair) : Money{};
    pair.worth = pair.worth_free - pair.pays;
    const auto cost_missing = missing.price ? times(*cost_of_goods(missing, rules), asked) : Money{};
    pair.cost = std::max(Money{}, pair.cost_free - cost_missing.value_or(Money{}));
    return pair;
}

double benefit_of(const Substitute& pair, bool newly_organic, const Knobs& knobs) {
    double gain = newly_organic ? knobs.organic : 0;
    if (pair.fit == Fit::larger) gain += knobs.larger + std::log2(std::min(*pair.size_ratio, knobs.largest));
    if (pair.fit == Fit::better_brand) gain += knobs.better_brand;
    return gain;
}

double most_benefit(const Knobs& knobs) {
    return std::max(0.0, knobs.organic) + std::max(knobs.larger + std::log2(knobs.largest), knobs.better_brand);
}

double benefit_at_most(const Facts& wanted, const Facts& candidate, const Knobs& knobs) {
    const double gain = candidate.organic && !wanted.organic ? knobs.organic : 0;
    if (may_differ_in_pieces(wanted.holds, candidate.holds))
        return gain + std::max(knobs.larger + std::log2(knobs.largest), knobs.better_brand);
    const double doublings = (candidate.log_size - wanted.log_size) / std::log(2.0);
    const bool maybe_larger = candidate.unit == wanted.unit && doublings > 0.1;
    const double larger = maybe_larger ? knobs.larger + std::min(doublings, std::log2(knobs.largest)) : 0;
    const bool maybe_better = candidate.maker != wanted.maker && candidate.price > wanted.price &&
                              (candidate.tier == 0 || candidate.tier != wanted.tier);
    return gain + std::max(larger, maybe_better ? knobs.better_brand : 0);
}

std::string reason_for(const Substitute& pair, std::int64_t asked, const ArticleView& missing,
                       const ArticleView& candidate, const Grounds& grounds) {
    std::string reason = kind_words(missing, candidate, grounds.is_near);
    if (!candidate.brand.empty() && candidate.brand == missing.brand) reason += ", same brand";
    reason += size_reason(pair, asked, missing, candidate);
    if (grounds.newly_organic) reason += ", organic";
    if (grounds.households >= worth_saying) reason += ", households here buy either";
    if (reason.empty()) return std::to_string(pair.left) + " there";
    return reason.starts_with(", ") ? reason.substr(2) : reason;
}

}  // namespace makegood::core::substitute
