// The best rows of a search so far: two letters can be in every row, so the others are dropped as they come.
#pragma once
#include <algorithm>
#include <vector>

#include "app/core/catalogue/catalogue.hpp"

namespace makegood::core::catalogue {

// The lower the better.
struct RowRank {
    std::uint32_t fault = 0;  // of the answer
    std::uint32_t rank = 0;   // of the article among equals; no two have the same
    Row row = 0;
    friend bool operator<(const RowRank& a, const RowRank& b) {
        return a.fault != b.fault ? a.fault < b.fault : a.rank < b.rank;
    }
};

class BestRows {
  public:
    explicit BestRows(std::size_t limit) : limit_(limit) {}

    bool empty() const { return rows_.empty(); }
    bool full() const { return rows_.size() == limit_; }
    void clear() { rows_.clear(); }
    // Whether a row with at least this fault can still come in.
    bool takes(std::uint32_t fault, std::uint32_t rank) const {
        return !full() || RowRank{fault, rank, 0} < rows_.front();
    }
    void add(const RowRank& row) {
        if (!takes(row.fault, row.rank)) return;
        if (full()) {
            std::pop_heap(rows_.begin(), rows_.end());
            rows_.pop_back();
        }
        rows_.push_back(row);
        std::push_heap(rows_.begin(), rows_.end());
    }
    // Best first.
    std::vector<Row> take() {
        std::sort_heap(rows_.begin(), rows_.end());
        std::vector<Row> rows;
        for (const auto& each : rows_) rows.push_back(each.row);
        return rows;
    }

  private:
    std::size_t limit_;
    std::vector<RowRank> rows_;
};

}  // namespace makegood::core::catalogue
