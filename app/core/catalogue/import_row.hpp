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

// Which column holds what. A field names one or more columns; the first that is not empty is taken (for
// category: all of them, widest first). "type + size" joins two columns with a space. "Price *" stands for
// any header that goes on, as files with one block of columns a location have them. Headers are compared
// as plain_header writes them. Read from TOML by app/config.
// Fields: number, gtin, name, brand, tier (of the brand: "National", "Private"), category, size, size_unit,
// price, cost, stock, place, labels, allergens, traces (they become allergens: "traces of nuts"). One column
// may be both allergens and traces: then it lists "milk, traces of nuts".
struct Mapping {
    std::string name;                                         // "shopify"
    std::map<std::string, std::vector<std::string>> columns;  // field -> headers
    std::map<std::string, std::string> constants;             // field -> value where the file has none
    // Headers that must all be there for this preset to be chosen; "number | gtin": one of them.
    std::vector<std::string> recognise;
    // field -> what is put before its cell, where a bare cell says nothing to a person: "maker " + "1085"
    std::map<std::string, std::string> prefixes;
    std::string category_separator;        // ">" or "," or "/" inside a cell; empty: one word a cell
    std::string category_alternatives;     // between several paths in one cell: the longest is taken
    std::string list_separator = ",";      // in labels, allergens and traces
    bool tags = false;                     // "en:cheese-spreads" is read as "cheese spreads"
    char decimal_mark = 0;                 // '.' or ','; 0: find out
    std::optional<Percent> cost_of_price;  // where cost is missing
    std::string separator, encoding;       // "," ";" "\t"; "utf-8" "windows-1252"; empty: find out
    std::string skip_when_empty;           // a column; rows without it are continuation rows, not articles
    std::map<std::string, std::vector<std::string>>
        skip_values;                       // column -> values of rows that are not sold
    std::vector<std::string> meaningless;  // cell values that mean nothing: "Default Title"
    std::string group;                     // rows that follow each other with one value here belong together:
    std::vector<std::string> fill_down;  // what is empty in these columns is taken from the group's first row
    std::string location;                // which of several "Price *" is this shop's; empty: the first
};

enum class RowKind : std::uint8_t { article, passed_over };

struct ReadRow {
    Article article;
    std::vector<std::string> remarks;  // what was put right or left out: "its GTIN … is not used: …"
};

// The columns of one file, bound to a mapping once. Remembers the last rows; one thread.
class RowReader {
  public:
    // bad_input when no column gives a number (or GTIN), or the name where the mapping says that one does;
    // names the headers that are there. A mapping that says nothing of names brings known articles up to
    // date.
    static Result<RowReader> bind(const Mapping& mapping, std::span<const std::string> headers,
                                  const Currency& currency);
    RowReader(RowReader&&) noexcept;
    RowReader& operator=(RowReader&&) noexcept;
    ~RowReader();
    // An article in `out`; or a row to pass over (continuation, not sold); or bad_input with the reason.
    // There must be a cell for every header.
    Result<RowKind> read(std::span<const std::string_view> cells, ReadRow& out);
    bool has_stock() const;
    bool has_names() const;
    bool has_numbers() const;  // else articles are known by their GTIN alone
    // The fields that this file says nothing about: it has no column for them and the mapping no constant.
    std::vector<std::string> silent_on() const;
    // Gives `article`, which was read from this file, what it had before in the fields that the file is
    // silent on. An empty cell in a column that is there is not silence. A column of allergens alone is
    // silent on traces, until one of its cells has listed one.
    void keep(const Article& before, Article& article) const;
    std::vector<std::string> notes() const;  // "price from \"Variant Price\""

  private:
    struct State;
    explicit RowReader(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

// The preset whose `recognise` headers are all there; the one with the most wins.
const Mapping* recognise(std::span<const Mapping> presets, std::span<const std::string> headers);
// A header as compared: lower case, spaces trimmed, byte order mark and a trailing "(...)" cut off.
std::string plain_header(std::string_view header);

}  // namespace makegood::core::catalogue
