#include "app/core/catalogue/rated_rows.hpp"

#include <algorithm>
#include <bit>

namespace makegood::core::catalogue {
namespace {

constexpr std::uint64_t all_bits = ~std::uint64_t{0};

// A fault is what is lacking, then how badly the rest is answered, then whether more than the name was asked
// for.
constexpr std::uint32_t lost_unit = 256, answer_unit = 2, more_than_the_name = 1;

// Of a row that answers one word like this, at least.
std::uint32_t least_fault(Answer answer) {
    return answer == Answer::exact ? 0
                                   : static_cast<std::uint32_t>(answer) * answer_unit + more_than_the_name;
}

}  // namespace

RatedRows::RatedRows(const Catalogue::Impl& all, const AskedRows& asked,
                     const std::vector<std::size_t>& words, BestRows& best)
    : all_(all), best_(best) {
    for (const auto word : words)
        words_.push_back({asked.ways(word), RowSet(all.rows()), asked.weight(word)});
}

void RatedRows::offer(std::size_t missing) {
    if (missing > 0) return offer_with_most(missing);
    std::uint32_t least = 0;
    for (const auto& word : words_) least = std::max(least, least_fault(word.ways.front().answer));
    for (std::size_t block = 0; block * 64 < all_.rows() && best_.fault_below() > least; ++block)
        offer_block(block, with_all(block, best_.fault_below()));
}

void RatedRows::offer_with_most(std::size_t missing) {
    join_ways();
    for (std::size_t block = 0; block * 64 < all_.rows(); ++block)
        offer_block(block, lacking(block, missing)[missing]);
}

void RatedRows::offer_block(std::size_t block, Bits rows) {
    for (; rows != 0; rows &= rows - 1) {
        const auto bit = static_cast<unsigned>(std::countr_zero(rows));
        if (best_.fault_below() > more_than_the_name || may_be_whole_name(block, bit))
            best_.add(fault(block, bit), static_cast<std::uint32_t>(block * 64 + bit));
    }
}

// Leaves out ways that alone are too bad.
RatedRows::Bits RatedRows::with_all(std::size_t block, std::uint32_t fault_below) const {
    Bits rows = all_bits;
    for (const auto& word : words_) {
        Bits some = 0;
        for (const auto& way : word.ways)
            if (least_fault(way.answer) < fault_below) some |= way.rows->block(block);
        if ((rows &= some) == 0) break;
    }
    return rows;
}

void RatedRows::join_ways() {
    for (auto& word : words_) {
        if (!word.any.empty()) continue;
        for (const auto& way : word.ways) word.any.add(way.rows->bits());
    }
}

// Up to `most`; what lacks more is not told apart.
RatedRows::Lacking RatedRows::lacking(std::size_t block, std::size_t most) const {
    std::array<Bits, Query::most_words> bits;
    std::size_t found = 0;
    for (const auto& word : words_)
        if (const Bits some = word.any.block(block); some != 0) bits[found++] = some;
    Lacking lacking{};
    const auto nowhere = words_.size() - found;
    if (nowhere > most) return lacking;
    const auto left = all_.rows() - block * 64;
    lacking[nowhere] = left >= 64 ? all_bits : (Bits{1} << left) - 1;
    for (std::size_t at = 0; at < found; ++at) {
        for (auto n = most; n > nowhere; --n)
            lacking[n] = (lacking[n] & bits[at]) | (lacking[n - 1] & ~bits[at]);
        lacking[nowhere] &= bits[at];
    }
    return lacking;
}

std::size_t RatedRows::fewest_missing() {
    join_ways();
    auto fewest = words_.size();
    for (std::size_t block = 0; block * 64 < all_.rows(); ++block) {
        const auto rows = lacking(block, fewest);
        const auto some = std::find_if(rows.begin(), rows.end(), [](Bits bits) { return bits != 0; });
        fewest = std::min(fewest, static_cast<std::size_t>(some - rows.begin()));
    }
    return fewest;
}

std::uint32_t RatedRows::fault(std::size_t block, unsigned bit) const {
    std::uint32_t fault = 0;
    for (const auto& word : words_) {
        const auto way = std::find_if(word.ways.begin(), word.ways.end(), [&](const AskedRows::Way& each) {
            return ((each.rows->block(block) >> bit) & 1) != 0;
        });
        fault += way == word.ways.end() ? word.weight * lost_unit
                                        : static_cast<std::uint32_t>(way->answer) * answer_unit;
    }
    return fault == 0 && may_be_whole_name(block, bit) ? 0 : fault + more_than_the_name;
}

bool RatedRows::may_be_whole_name(std::size_t block, unsigned bit) const {
    return all_.rank_name_words[block * 64 + bit] <= words_.size();
}

}  // namespace makegood::core::catalogue
