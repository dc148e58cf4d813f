// Changes one setting in the text of a policy document and nothing else: comments, order, blank lines and all
// other values stay byte for byte.
#pragma once
#include <string>
#include <string_view>

#include "app/base/result.hpp"

namespace makegood::config {

// `key` is "limits.cards", or "gesture.coffee.worth" of the [[gesture]] with that id, "limit.each-clerk.cost"
// of the [[limit]]; `value` as TOML writes it, on one line: "3", "\"2 gifts\"", "[\"a\", \"b\"]". A setting
// that is not there is added below the others of its section, which is begun at the end where it is not
// there. "limit.each-clerk" is the limit as a whole, "{ each = \"clerk\", per = \"day\", cost = \"20.00\" }";
// one that is not there is added at the end. Whether the value makes sense is not asked. bad_input: no TOML,
// a value of several lines or none; not_found: no such gesture or limit; refused: the text is written in a
// way that can't be changed by itself.
Result<std::string> set_value(std::string_view text, std::string_view key, std::string_view value);

// Takes the lines of one setting out, or of a whole gesture or limit with the comment right above it.
// not_found: it is not there.
Result<std::string> take_out(std::string_view text, std::string_view key);

// "2 gifts" -> "\"2 gifts\"": any text as TOML writes it.
std::string toml_text(std::string_view text);

}  // namespace makegood::config
