#include <algorithm>

#include "app/core/catalogue/import_row.hpp"
#include "app/core/catalogue/row_values.hpp"

namespace makegood::core::catalogue {

std::string plain_header(std::string_view header) {
    if (header.starts_with("\xEF\xBB\xBF")) header.remove_prefix(3);
    header = trim_cell(header);
    const auto open = header.rfind('(');
    const bool suffix = header.ends_with(')') && open != header.npos && open > 0;
    if (suffix) header = trim_cell(header.substr(0, open));
    std::string plain(header);
    for (char& c : plain)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return plain;
}

namespace {

// "number | gtin": one of them is there.
bool one_is_there(std::string_view alternatives, std::span<const std::string> there) {
    for (;;) {
        const auto bar = alternatives.find('|');
        const auto header = plain_header(alternatives.substr(0, bar));
        if (std::find(there.begin(), there.end(), header) != there.end()) return true;
        if (bar == alternatives.npos) return false;
        alternatives.remove_prefix(bar + 1);
    }
}

}  // namespace

const Mapping* recognise(std::span<const Mapping> presets, std::span<const std::string> headers) {
    std::vector<std::string> there;
    for (const auto& header : headers) there.push_back(plain_header(header));
    const Mapping* best = nullptr;
    for (const auto& preset : presets) {
        const bool fits = !preset.recognise.empty() &&
                          std::all_of(preset.recognise.begin(), preset.recognise.end(),
                                      [&](const auto& header) { return one_is_there(header, there); });
        if (fits && (best == nullptr || preset.recognise.size() > best->recognise.size())) best = &preset;
    }
    return best;
}

}  // namespace makegood::core::catalogue
