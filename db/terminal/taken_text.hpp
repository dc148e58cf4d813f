// What a recovery took of which rights, as a column: "1 1" (epoch and hub's epoch), then a line for each pot,
// "161 350 2026-11-22 store" (cost, worth, period, key).
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "app/core/budget/rights_register.hpp"

namespace makegood::db::terminal {

std::string text_of(const core::budget::Taken& taken);
// Throws Contradiction for a text that is none.
core::budget::Taken taken_of(std::string_view text);

struct ChargeText {
    core::budget::Amount amount;
    std::string_view period, key;
};
// The charges of such a text, one by one and not copied. Throws Contradiction for a text that is none.
class TakenReader {
  public:
    explicit TakenReader(std::string_view text);
    std::uint32_t epoch() const { return epoch_; }
    std::uint32_t hub_epoch() const { return hub_epoch_; }
    std::optional<ChargeText> next();

  private:
    std::string_view rest_;
    std::uint32_t epoch_ = 0, hub_epoch_ = 0;
};

}  // namespace makegood::db::terminal
