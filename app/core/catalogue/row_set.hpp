// A set of articles of one catalogue, one bit each, in order of their rank: a million articles are 125 kB.
// Without memory until something is added.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace makegood::core::catalogue {

class RowSet {
  public:
    // Of a catalogue with `rows` rows.
    explicit RowSet(std::size_t rows) : blocks_((rows + 63) / 64) {}

    bool empty() const { return bits_.empty(); }  // nothing was ever added
    // `rank_of` says the rank of each row.
    void add(std::span<const std::uint32_t> rows, const std::uint32_t* rank_of) {
        if (rows.empty()) return;
        open();
        for (const auto row : rows) bits_[rank_of[row] / 64] |= std::uint64_t{1} << (rank_of[row] % 64);
    }
    void add(std::span<const std::uint64_t> bits) {
        open();
        for (std::size_t at = 0; at < blocks_; ++at) bits_[at] |= bits[at];
    }
    // Adds what is in both.
    void add_both(const RowSet& a, const RowSet& b) {
        if (a.empty() || b.empty()) return;
        open();
        for (std::size_t at = 0; at < blocks_; ++at) bits_[at] |= a.bits_[at] & b.bits_[at];
    }
    // The bits of ranks 64 * at and on.
    std::uint64_t block(std::size_t at) const { return empty() ? 0 : bits_[at]; }
    std::span<const std::uint64_t> bits() const { return bits_; }

  private:
    void open() {
        if (bits_.empty()) bits_.resize(blocks_);
    }
    std::size_t blocks_;
    std::vector<std::uint64_t> bits_;
};

}  // namespace makegood::core::catalogue
