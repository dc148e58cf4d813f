// Puts one whole [[limit]] or [[gesture]] into the text of a policy document, or takes it out; all others,
// and all comments that are not its own, stay byte for byte. See edit_document.hpp.
#pragma once
#include <string>
#include <string_view>

#include "app/config/toml_edit.hpp"

namespace makegood::config {

// The table of that section with this id; nullptr: it is not there.
const Value* item_of(const Value& root, std::string_view section, std::string_view id);

// `wanted`, a table in braces, is all that it says beside its id. One that is there stays in its place; a new
// one comes at the end, its settings in the order in which they are written in `source`, from which `wanted`
// was read. bad_input: it has an id of its own; refused: the way in which the text is written does not allow
// it.
Result<std::string> set_item(std::string_view text, std::string_view section, std::string_view id,
                             const Value& wanted, std::string_view source);

// With the comment lines right above it. not_found: it is not there.
Result<std::string> take_out_item(std::string_view text, std::string_view section, std::string_view id);

// "limit.each-clerk": what can't be changed by itself.
tl::unexpected<Error> by_hand(std::string_view key);

}  // namespace makegood::config
