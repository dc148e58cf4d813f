// A set of rows of one catalogue, one bit each: a million articles are 125 kB. Without memory until something
// is added.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "app/core/catalogue/catalogue.hpp"

namespace makegood::core::catalogue {

class RowSet {
  public:
    // Of a catalogue with `rows` rows.
    explicit RowSet(std::size_t rows) : blocks_((rows + 63) / 64) {}

    bool empty() const { return bits_.empty(); }  // nothing was ever added
    void add(std::span<const Row> rows) {
        if (rows.empty()) return;
        open();
        for (const Row row : rows) bits_[row / 64] |= std::uint64_t{1} << (row % 64);
    }
    void add(Row row) { add(std::span(&row, 1)); }
    // Adds what is in both.
    void add_both(const RowSet& a, const RowSet& b) {
        if (a.empty() || b.empty()) return;
        open();
        for (std::size_t at = 0; at < blocks_; ++at) bits_[at] |= a.bits_[at] & b.bits_[at];
    }
    void add(const RowSet& other) {
        if (!other.empty()) add_both(other, other);
    }
    bool has(Row row) const { return !empty() && ((bits_[row / 64] >> (row % 64)) & 1) != 0; }
    // The bits of rows 64 * at and on.
    std::uint64_t block(std::size_t at) const { return empty() ? 0 : bits_[at]; }

  private:
    void open() {
        if (bits_.empty()) bits_.resize(blocks_);
    }
    std::size_t blocks_;
    std::vector<std::uint64_t> bits_;
};

}  // namespace makegood::core::catalogue
