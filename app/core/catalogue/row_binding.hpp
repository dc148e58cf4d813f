// Where in a file's columns each field of an article stands.
#pragma once
#include <array>
#include <span>
#include <string>
#include <vector>

#include "app/core/catalogue/import_row.hpp"

namespace makegood::core::catalogue {

enum class Field : std::uint8_t {
    number,
    gtin,
    name,
    brand,
    tier,
    category,
    size,
    size_unit,
    price,
    cost,
    stock,
    place,
    labels,
    allergens,
    traces,
};
inline constexpr std::array<std::string_view, 15> field_names = {
    "number", "gtin", "name",  "brand", "tier",   "category",  "size",  "size_unit",
    "price",  "cost", "stock", "place", "labels", "allergens", "traces"};

// One of a field's places: a column, or several that are joined.
using Columns = std::vector<std::size_t>;

struct Bound {
    std::vector<Columns> sources;
    std::string constant;
    bool there() const { return !sources.empty() || !constant.empty(); }
};

// The header line of a file. Keeps references.
class Headers {
  public:
    Headers(std::span<const std::string> headers, const Mapping& mapping);
    // The columns that `named` stands for: one, those of a join, or none.
    Columns find(const std::string& named, std::vector<std::string>& notes) const;
    // Where the mapping says that `field` stands; `all_taken`: in all of its places, not in the first that is
    // not empty.
    Bound bind(const std::string& field, bool all_taken, std::vector<std::string>& notes) const;
    // bad_input: the mapping names no column for what must be there.
    tl::unexpected<Error> not_found(std::string_view what) const;

  private:
    std::optional<std::size_t> find_one(const std::string& named, std::vector<std::string>& notes) const;
    std::optional<std::size_t> find_begun(const std::string& beginning,
                                          std::vector<std::string>& notes) const;

    std::span<const std::string> headers_;
    const Mapping& mapping_;
    std::vector<std::string> whole_, plain_;
};

struct Binding {
    std::array<Bound, field_names.size()> fields;
    const Bound& operator[](Field field) const { return fields[static_cast<std::size_t>(field)]; }
    Columns skip_when_empty;  // one column or none
    std::vector<std::pair<std::size_t, std::vector<std::string>>> skip_values;
    Columns group;
    std::vector<char> filled_down;  // by column
    std::vector<std::string> notes;
};

// bad_input as RowReader::bind says it.
Result<Binding> bind_columns(const Mapping& mapping, std::span<const std::string> headers);

}  // namespace makegood::core::catalogue
