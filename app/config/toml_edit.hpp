// What changing a TOML text in its places is made of; see edit_document.hpp.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/base/result.hpp"
#include "app/config/toml_value.hpp"

namespace makegood::config {

// bad_input: all that is wrong with its form.
Result<Value> parsed(std::string_view text);

// Whether they say the same, wherever it stands.
bool is_same(const Value& a, const Value& b);

// The bytes of a text by lines and columns, as a Value tells them.
class Places {
  public:
    explicit Places(std::string_view text);  // which outlives it
    std::size_t start_of(int line) const;    // the end of the text behind its last line
    std::size_t at(int line, int column) const;

  private:
    std::string_view text_;
    std::vector<std::size_t> starts_;
};

// As the text ends its lines.
std::string_view line_end(std::string_view text);

// The text with a new line before the given place, which is the start of a line or the end of the text.
std::string with_line(std::string_view text, std::size_t place, const std::string& line);

// The last line of the settings of this table themselves.
int last_line(const Value& table);

}  // namespace makegood::config
