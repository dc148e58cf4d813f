#include "app/core/catalogue/rated_rows.hpp"

#include <algorithm>
#include <bit>

namespace makegood::core::catalogue {
namespace {

constexpr std::uint64_t all_bits = ~std::uint64_t{0};

// A fault is what is lacking, then how badly the rest is answered, then how much more the name says.
constexpr std::uint32_t lost_unit = 1024, answer_unit = 4, most_more = 3;

std::uint32_t fault_of(Answer answer) {
    return static_cast<std::uint32_t>(answer) * answer_unit;
}

}  // namespace

RatedRows::RatedRows(const Catalogue::Impl& all, const AskedRows& asked,
                     const std::vector<std::size_t>& words, BestRows& best)
    : all_(all), best_(best) {
    for (const auto word : words) {
        words_.push_back({asked.ways(word), RowSet(all.rows()), asked.weight(word)});
        least_ += fault_of(words_.back().ways.front().answer);
    }
}

void RatedRows::offer(std::size_t missing) {
    if (missing > 0) return offer_with_most(missing);
    for (std::size_t block = 0; block * 64 < all_.rows() && best_.fault_below() > least_; ++block)
        for (auto rows = with_all(block); rows != 0; rows &= rows - 1) {
            const auto rank =
                static_cast<std::uint32_t>(block * 64) + static_cast<std::uint32_t>(std::countr_zero(rows));
            if (least_ + more_than_asked(rank, 0) < best_.fault_below()) best_.add(fault(rank), rank);
        }
}

void RatedRows::offer_with_most(std::size_t missing) {
    join_ways();
    for (std::size_t block = 0; block * 64 < all_.rows(); ++block)
        for (auto rows = lacking(block, missing)[missing]; rows != 0; rows &= rows - 1) {
            const auto rank =
                static_cast<std::uint32_t>(block * 64) + static_cast<std::uint32_t>(std::countr_zero(rows));
            best_.add(fault(rank), rank);
        }
}

// Leaves out ways that are too bad even where all other words are answered as well as they can be.
RatedRows::Bits RatedRows::with_all(std::size_t block) const {
    Bits rows = all_bits;
    for (const auto& word : words_) {
        const auto others = least_ - fault_of(word.ways.front().answer);
        Bits some = 0;
        for (const auto& way : word.ways)
            if (others + fault_of(way.answer) < best_.fault_below()) some |= way.rows->block(block);
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

std::uint32_t RatedRows::fault(std::uint32_t rank) const {
    std::uint32_t fault = 0;
    std::size_t missing = 0;
    for (const auto& word : words_) {
        const auto way = std::find_if(word.ways.begin(), word.ways.end(), [&](const AskedRows::Way& each) {
            return ((each.rows->block(rank / 64) >> (rank % 64)) & 1) != 0;
        });
        missing += way == word.ways.end() ? 1 : 0;
        fault += way == word.ways.end() ? word.weight * lost_unit : fault_of(way->answer);
    }
    if (words_.size() == 1 && fault > 0)
        return fault + 1;  // who types a beginning has not said how it goes on
    return fault + more_than_asked(rank, missing);
}

// Of one word it is only told whether the name says more.
std::uint32_t RatedRows::more_than_asked(std::uint32_t rank, std::size_t missing) const {
    const auto said = words_.size() - missing;
    const std::size_t words = all_.rank_name_words[rank];
    const auto more = words > said ? static_cast<std::uint32_t>(words - said) : 0;
    return std::min(more, words_.size() == 1 ? 1 : most_more);
}

}  // namespace makegood::core::catalogue
