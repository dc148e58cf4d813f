// Mapping files: which column of an export file holds what. Also the shipped presets, one file each.
//
//   name = "my shop"
//   decimal_mark = ","
//   [columns]                # field = column, or columns of which the first that is not empty is taken
//   number = "SKU"
//   name = ["Title + Variant", "Title"]
//   [constants]              # for what the file lacks
//   stock = "10"
//
// Of files with receipts the fields are others (core::catalogue::SalesReader), and fewer keys have a meaning.
#pragma once
#include <filesystem>
#include <vector>

#include "app/core/catalogue/import_row.hpp"

namespace makegood::config {

enum class MappingOf : std::uint8_t { articles, receipts };

// bad_input with file and line when a key or value can't be used; not_found, failed when it can't be read.
Result<core::catalogue::Mapping> load_mapping(const std::filesystem::path& file,
                                              MappingOf what = MappingOf::articles);
Result<core::catalogue::Mapping> parse_mapping(std::string_view text, const std::string& file,
                                               MappingOf what = MappingOf::articles);
// All *.toml of a folder, by name; none when there is no such folder.
Result<std::vector<core::catalogue::Mapping>> load_presets(const std::filesystem::path& folder,
                                                           MappingOf what = MappingOf::articles);

}  // namespace makegood::config
