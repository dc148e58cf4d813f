// From the cells of a file with receipts to a line: who bought what. Pure: no file, no encoding, one row at a
// time. What is read of a person is a number that says "the same household again", nothing else.
#pragma once
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/result.hpp"
#include "app/core/catalogue/catalogue.hpp"
#include "app/core/catalogue/row_binding.hpp"

namespace makegood::core::catalogue {

enum class SalesField : std::uint8_t { article, gtin, basket, household, quantity, value, time };
inline constexpr std::array<std::string_view, 7> sales_field_names = {
    "article", "gtin", "basket", "household", "quantity", "value", "time"};

struct SalesLine {
    std::string_view article;  // its number or GTIN, as written; ends with the call
    bool is_gtin = false;      // known by its GTIN alone
    // Equal when the texts are. Where the household is not known, each basket is one of its own.
    std::uint64_t household = 0, basket = 0;
    bool household_known = false;
    bool returned = false;    // nothing was bought or nothing paid: a return, a correction, a gift
    std::uint64_t print = 0;  // of all that was read of the line
};

// The columns of one file, bound to a mapping once. One thread.
class SalesReader {
  public:
    // `mapping` names columns for the fields above (Mapping says how). bad_input when no column gives an
    // article, or none the basket or the time that stands for it; names the headers that are there.
    static Result<SalesReader> bind(const Mapping& mapping, std::span<const std::string> headers);
    // bad_input with the reason. There must be a cell for every header.
    Result<SalesLine> read(std::span<const std::string_view> cells);
    bool has_households() const { return bound(SalesField::household).there(); }
    const std::vector<std::string>& notes() const { return notes_; }  // "basket from \"receipt\""

  private:
    const Bound& bound(SalesField field) const { return fields_[static_cast<std::size_t>(field)]; }
    std::string_view text(std::span<const std::string_view> cells, SalesField field);

    std::array<Bound, sales_field_names.size()> fields_;
    std::vector<std::string> meaningless_;
    std::array<std::string, sales_field_names.size()> joined_;  // texts of joined columns
    std::vector<std::string> notes_;
};

// The article that a line names; nullopt: none of `articles`.
std::optional<Row> row_of(const SalesLine& line, const Catalogue& articles);

// Whether an amount or a count is above nothing, however its marks are written: "1,39", "$ 0.50", "-2",
// "(3.00)", "3.00-". nullopt: no number.
std::optional<bool> above_nothing(std::string_view amount);

}  // namespace makegood::core::catalogue
