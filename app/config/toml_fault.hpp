// Where a text is no TOML: what to say of it, and how to go on behind it.
#pragma once
#include <string>
#include <string_view>

namespace makegood::config {

// What is wrong in that line, with a way out. `said` is the parser's own description.
std::string sentence_of_fault(std::string_view text, int line, std::string_view said);

// Empties the faulty line, so that the lines after it can be read. false: they would mean something else then
// (it begins a section, or it is empty already), and nothing was changed.
bool blank_out(std::string& text, int line);

}  // namespace makegood::config
