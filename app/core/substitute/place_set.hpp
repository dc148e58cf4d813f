// Which places have been seen in one answer: a few thousand of millions, so hashed.
#pragma once
#include <cstdint>
#include <vector>

#include "app/core/substitute/article_facts.hpp"

namespace makegood::core::substitute {

class PlaceSet {
  public:
    PlaceSet() : slots_(1024, 0) {}

    // True when it was not there before.
    bool add(Place place) {
        if (2 * (count_ + 1) > slots_.size()) grow();
        std::uint32_t& slot = slots_[slot_of(place)];
        if (slot != 0) return false;
        slot = place + 1;
        ++count_;
        return true;
    }

  private:
    std::size_t slot_of(Place place) const {
        std::size_t at = (place * 0x9E3779B1u) & (slots_.size() - 1);
        while (slots_[at] != 0 && slots_[at] != place + 1) at = (at + 1) & (slots_.size() - 1);
        return at;
    }
    void grow() {
        std::vector<std::uint32_t> before(slots_.size() * 2, 0);
        before.swap(slots_);
        for (const auto slot : before)
            if (slot != 0) slots_[slot_of(slot - 1)] = slot;
    }
    std::vector<std::uint32_t> slots_;  // place + 1; 0: free
    std::size_t count_ = 0;
};

}  // namespace makegood::core::substitute
