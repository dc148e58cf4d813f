#include "app/config/toml_fault.hpp"

#include <vector>

namespace makegood::config {
namespace {

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

// The lines up to and with this one, without their ends.
std::vector<std::string_view> lines_until(std::string_view text, int line) {
    std::vector<std::string_view> lines;
    for (std::size_t begin = 0; begin <= text.size() && static_cast<int>(lines.size()) < line;) {
        const auto end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

// What the line sets or begins: "cards", "[limits]".
std::string_view name_of(std::string_view line) {
    line = trimmed(line);
    if (line.starts_with('[')) return line.substr(0, line.rfind(']') + 1);
    return trimmed(line.substr(0, line.find('=')));
}

// The line that set or began the same before; 0: none that can be told.
int first_of_its_name(const std::vector<std::string_view>& lines) {
    const auto name = name_of(lines.back());
    const bool is_header = name.starts_with('[');
    for (std::size_t i = lines.size() - 1; i-- > 0;) {
        const auto other = name_of(lines[i]);
        if (!name.empty() && other == name) return static_cast<int>(i) + 1;
        if (!is_header && other.starts_with('[')) break;
    }
    return 0;
}

}  // namespace

std::string sentence_of_fault(std::string_view text, int line, std::string_view said) {
    if (said.find("utf-8") != said.npos)
        return "There are letters here that are not written in UTF-8. Save the file as UTF-8 text.";
    const auto lines = lines_until(text, line);
    if (said.find("cannot redefine") != said.npos && static_cast<int>(lines.size()) == line)
        if (const int first = first_of_its_name(lines); first > 0)
            return '"' + std::string(name_of(lines.back()).substr(0, 60)) +
                   "\" stands here a second time; the first is in line " + std::to_string(first) +
                   ". Keep one of them.";
    return "This does not follow the rules of TOML: " + std::string(said) + ". Mend that line.";
}

bool blank_out(std::string& text, int line) {
    const auto lines = lines_until(text, line);
    if (static_cast<int>(lines.size()) != line) return false;
    const auto faulty = lines.back();
    if (trimmed(faulty).empty() || trimmed(faulty).starts_with('[')) return false;
    text.replace(static_cast<std::size_t>(faulty.data() - text.data()), faulty.size(), "");
    return true;
}

}  // namespace makegood::config
