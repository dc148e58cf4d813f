#include "app/core/catalogue/row_binding.hpp"

#include <algorithm>

#include "app/core/catalogue/row_values.hpp"

namespace makegood::core::catalogue {
namespace {

std::string lower(std::string_view text) {
    std::string out(trim_cell(text));
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

}  // namespace

Headers::Headers(std::span<const std::string> headers, const Mapping& mapping)
    : headers_(headers), mapping_(mapping) {
    for (const auto& header : headers) {
        whole_.push_back(lower(header.starts_with("\xEF\xBB\xBF") ? header.substr(3) : header));
        plain_.push_back(plain_header(header));
    }
}

Columns Headers::find(const std::string& named, std::vector<std::string>& notes) const {
    if (const auto one = find_one(named, notes)) return {*one};
    Columns joined;
    if (named.find(" + ") == named.npos) return joined;
    for (std::size_t begin = 0; begin <= named.size();) {
        const auto end = std::min(named.find(" + ", begin), named.size());
        if (const auto one = find_one(named.substr(begin, end - begin), notes)) joined.push_back(*one);
        begin = end + 3;
    }
    return joined;
}

std::optional<std::size_t> Headers::find_one(const std::string& named,
                                             std::vector<std::string>& notes) const {
    if (named.ends_with('*')) return find_begun(named.substr(0, named.size() - 1), notes);
    for (const auto* all : {&whole_, &plain_}) {
        const auto wanted = all == &whole_ ? lower(named) : plain_header(named);
        const auto at = std::find(all->begin(), all->end(), wanted);
        if (at != all->end() && !wanted.empty()) return static_cast<std::size_t>(at - all->begin());
    }
    return std::nullopt;
}

std::optional<std::size_t> Headers::find_begun(const std::string& beginning,
                                               std::vector<std::string>& notes) const {
    std::string wanted = lower(beginning + "|");
    wanted.pop_back();
    std::optional<std::size_t> first;
    for (std::size_t i = 0; i < whole_.size(); ++i) {
        if (!whole_[i].starts_with(wanted) || whole_[i].size() == wanted.size()) continue;
        const bool ours =
            mapping_.location.empty() || lower(whole_[i].substr(wanted.size())) == lower(mapping_.location);
        if (ours && !first)
            first = i;
        else if (ours && mapping_.location.empty())
            notes.push_back("\"" + headers_[i] + "\" is not read; if this shop is not \"" +
                            headers_[*first].substr(std::min(wanted.size(), headers_[*first].size())) +
                            "\", name its location in a mapping file");
    }
    return first;
}

Bound Headers::bind(const std::string& field, bool all_taken, std::vector<std::string>& notes) const {
    Bound bound;
    if (const auto constant = mapping_.constants.find(field); constant != mapping_.constants.end())
        bound.constant = constant->second;
    std::string from;
    if (const auto named = mapping_.columns.find(field); named != mapping_.columns.end()) {
        for (const auto& each : named->second) {
            auto columns = find(each, notes);
            if (columns.empty()) continue;
            std::string written;
            for (const auto column : columns)
                written += (written.empty() ? "\"" : " + \"") + headers_[column] + "\"";
            from += (from.empty() ? "" : all_taken ? ", then " : ", else ") + written;
            bound.sources.push_back(std::move(columns));
        }
    }
    if (!from.empty()) notes.push_back(field + " from " + from);
    return bound;
}

tl::unexpected<Error> Headers::not_found(std::string_view what) const {
    std::string there;
    for (const auto& header : headers_.subspan(0, std::min<std::size_t>(headers_.size(), 12)))
        there += (there.empty() ? "\"" : ", \"") + header.substr(0, 40) + "\"";
    if (headers_.size() > 12) there += ", …";
    return fail(ErrorKind::bad_input, "No column of this file gives the " + std::string(what) +
                                          " by the mapping \"" + mapping_.name + "\"; its columns are " +
                                          there + ". Name the right one in a mapping file.");
}

Result<Binding> bind_columns(const Mapping& mapping, std::span<const std::string> written_headers) {
    Binding binding;
    const Headers headers(written_headers, mapping);
    for (std::size_t field = 0; field < field_names.size(); ++field)
        binding.fields[field] =
            headers.bind(std::string(field_names[field]), field == static_cast<std::size_t>(Field::category),
                         binding.notes);
    if (!binding[Field::number].there() && !binding[Field::gtin].there())
        return headers.not_found("number of the articles");
    const bool names_promised = mapping.columns.contains("name") || mapping.constants.contains("name");
    if (names_promised && !binding[Field::name].there()) return headers.not_found("name of the articles");
    if (!mapping.skip_when_empty.empty())
        binding.skip_when_empty = headers.find(mapping.skip_when_empty, binding.notes);
    if (!mapping.group.empty()) binding.group = headers.find(mapping.group, binding.notes);
    binding.filled_down.assign(written_headers.size(), 0);
    for (const auto& named : mapping.fill_down)
        for (const auto column : headers.find(named, binding.notes)) binding.filled_down[column] = 1;
    for (const auto& [named, values] : mapping.skip_values)
        for (const auto column : headers.find(named, binding.notes))
            binding.skip_values.emplace_back(column, values);
    return binding;
}

}  // namespace makegood::core::catalogue
