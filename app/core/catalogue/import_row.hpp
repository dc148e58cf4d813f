// From the cells of an export file to an article. Pure: no file, no encoding, one row at a time.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/money.hpp"
#include "app/base/result.hpp"
#include "app/core/catalogue/article.hpp"

namespace makegood::core::catalogue {

// Which column holds what. A field names one or more columns; the first that is not empty is taken
// (for category: all of them, widest first). Read from TOML by app/config.
struct Mapping {
    std::string name;                                         // "shopify"
    std::map<std::string, std::vector<std::string>> columns;  // field -> headers; fields below
    std::map<std::string, std::string> constants;             // field -> value where the file has none
    std::vector<std::string> recognise;  // headers that must all be there for this preset to be chosen
    std::string category_separator;      // ">" or "," or "/" inside a cell; empty: one word a cell
    std::string list_separator = ",";    // in labels and allergens
    char decimal_mark = 0;               // '.' or ','; 0: find out
    std::optional<Percent> cost_of_price;  // where cost is missing
    std::string separator, encoding;     // "," ";" "\t"; "utf-8" "windows-1252"; empty: find out
    std::string skip_when_empty;         // a column; rows without it are continuation rows, not articles
};
// Fields: number, gtin, name, brand, category, size, size_unit, price, cost, stock, place, labels, allergens.

// The columns of one file, bound to a mapping once.
class RowReader {
  public:
    // bad_input when no column gives a number (or GTIN) or a name; names the headers that are there.
    static Result<RowReader> bind(const Mapping& mapping, std::span<const std::string> headers, const Currency& currency);
    // An article; or nullopt for a row to pass over (continuation); or bad_input with the reason.
    Result<std::optional<Article>> read(std::span<const std::string_view> cells) const;
    bool has_stock() const;
    std::vector<std::string> notes() const;  // "price from \"Variant Price\""

  private:
    struct Binding;
    std::shared_ptr<const Binding> binding_;
};

// The preset whose `recognise` headers are all there; the one with the most wins.
const Mapping* recognise(std::span<const Mapping> presets, std::span<const std::string> headers);
// A header as compared: lower case, spaces trimmed, byte order mark and a trailing "(...)" cut off.
std::string plain_header(std::string_view header);

}  // namespace makegood::core::catalogue
