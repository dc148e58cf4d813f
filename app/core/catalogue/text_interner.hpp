// Gives each different text a number while a catalogue is built. 0 is the empty text.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/check.hpp"
#include "app/core/catalogue/catalogue_impl.hpp"

namespace makegood::core::catalogue {

class TextInterner {
  public:
    TextInterner() : slots_(1024, 0) {}

    std::uint32_t id(std::string_view text) {
        if (text.empty()) return 0;
        if (size() * 2 > slots_.size()) grow();
        auto slot = find(text);
        if (slots_[slot] == 0) {
            MAKEGOOD_CHECK(letters_.size() + text.size() < UINT32_MAX);
            letters_.insert(letters_.end(), text.begin(), text.end());
            ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
            slots_[slot] = size() - 1;
        }
        return slots_[slot];
    }
    std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size() - 1); }
    std::string_view text(std::uint32_t id) const {
        return std::string_view(letters_.data(), letters_.size())
            .substr(ends_[id], ends_[id + 1] - ends_[id]);
    }

    // All of them in order of their numbers; the interner is empty afterwards.
    Texts take() {
        letters_.shrink_to_fit();
        ends_.shrink_to_fit();
        return {std::move(letters_), std::move(ends_)};
    }

  private:
    std::size_t find(std::string_view sought) const {
        std::size_t slot = std::hash<std::string_view>{}(sought) & (slots_.size() - 1);
        while (slots_[slot] != 0 && text(slots_[slot]) != sought) slot = (slot + 1) & (slots_.size() - 1);
        return slot;
    }
    void grow() {
        slots_.assign(slots_.size() * 2, 0);
        for (std::uint32_t id = 1; id < size(); ++id) slots_[find(text(id))] = id;
    }

    std::vector<char> letters_;
    std::vector<std::uint32_t> ends_{0, 0};
    std::vector<std::uint32_t> slots_;
};

}  // namespace makegood::core::catalogue
