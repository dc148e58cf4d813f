// Texts that come again and again, each kept once and named by a number. 0 is the empty text.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/check.hpp"

namespace makegood::core::catalogue {

class TextPool {
  public:
    std::string_view text(std::uint32_t id) const {
        return std::string_view(arena_).substr(ends_[id], ends_[id + 1] - ends_[id]);
    }
    std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size() - 1); }
    void shrink() {
        arena_.shrink_to_fit();
        ends_.shrink_to_fit();
    }

  private:
    friend class TextInterner;
    std::string arena_;
    std::vector<std::uint32_t> ends_{0, 0};
};

// Fills a pool; only needed while building.
class TextInterner {
  public:
    explicit TextInterner(TextPool& pool) : pool_(pool), slots_(1024, 0) {}

    std::uint32_t id(std::string_view text) {
        if (text.empty()) return 0;
        if (pool_.size() * 2 > slots_.size()) grow();
        auto slot = find(text);
        if (slots_[slot] == 0) {
            MAKEGOOD_CHECK(pool_.arena_.size() + text.size() < UINT32_MAX);
            pool_.arena_ += text;
            pool_.ends_.push_back(static_cast<std::uint32_t>(pool_.arena_.size()));
            slots_[slot] = pool_.size() - 1;
        }
        return slots_[slot];
    }

  private:
    std::size_t find(std::string_view text) const {
        std::size_t slot = std::hash<std::string_view>{}(text) & (slots_.size() - 1);
        while (slots_[slot] != 0 && pool_.text(slots_[slot]) != text) slot = (slot + 1) & (slots_.size() - 1);
        return slot;
    }
    void grow() {
        slots_.assign(slots_.size() * 2, 0);
        for (std::uint32_t id = 1; id < pool_.size(); ++id) slots_[find(pool_.text(id))] = id;
    }

    TextPool& pool_;
    std::vector<std::uint32_t> slots_;
};

}  // namespace makegood::core::catalogue
