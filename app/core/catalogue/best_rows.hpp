// The best rows of a search so far. They are offered by rank, so of equals those that came first stay.
#pragma once
#include <algorithm>
#include <vector>

#include "app/core/catalogue/catalogue.hpp"

namespace makegood::core::catalogue {

struct FoundRow {
    std::uint32_t fault = 0, rank = 0;  // the lower the better
    friend bool operator<(const FoundRow& a, const FoundRow& b) {
        return a.fault != b.fault ? a.fault < b.fault : a.rank < b.rank;
    }
};

class BestRows {
  public:
    explicit BestRows(std::size_t limit) : limit_(limit) {}

    bool empty() const { return found_.empty(); }
    std::size_t size() const { return found_.size(); }
    bool full() const { return found_.size() == limit_; }
    void clear() { found_.clear(); }
    // Only what has a smaller fault still comes in.
    std::uint32_t fault_below() const { return full() ? found_.front().fault : UINT32_MAX; }
    // `rank` is higher than those before.
    void add(std::uint32_t fault, std::uint32_t rank) {
        if (fault >= fault_below()) return;
        if (full()) {
            std::pop_heap(found_.begin(), found_.end());
            found_.pop_back();
        }
        found_.push_back({fault, rank});
        std::push_heap(found_.begin(), found_.end());
    }
    // Best first.
    std::vector<FoundRow> take() {
        std::sort_heap(found_.begin(), found_.end());
        return std::move(found_);
    }

  private:
    std::size_t limit_;
    std::vector<FoundRow> found_;
};

}  // namespace makegood::core::catalogue
