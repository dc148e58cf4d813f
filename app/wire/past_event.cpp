#include "app/wire/past_event.hpp"

#include <algorithm>

namespace makegood::wire {
namespace {

constexpr std::string_view list_of_offers = "\"offers\":[", paper = "\"event\":\"print-";
constexpr std::size_t longest_head = 1024;

// Behind the text that begins at `quote`.
std::size_t after_text(std::string_view event, std::size_t quote) {
    for (auto at = quote + 1; at < event.size(); ++at) {
        if (event[at] == '\\')
            ++at;
        else if (event[at] == '"')
            return at + 1;
    }
    return event.size();
}

// Behind the list whose first entry begins at `at`.
std::size_t after_list(std::string_view event, std::size_t at) {
    for (int depth = 1; at < event.size();) {
        const char letter = event[at];
        if (letter == '"') {
            at = after_text(event, at);
            continue;
        }
        ++at;
        if (letter == '[') ++depth;
        if (letter == ']' && --depth == 0) return at;
    }
    return event.size();
}

// A key whose value begins otherwise than `nothing`.
bool says_more_than(std::string_view nothing, std::string_view key, std::string_view offers) {
    for (auto at = offers.find(key); at != offers.npos; at = offers.find(key, at + key.size()))
        if (!offers.substr(at + key.size()).starts_with(nothing)) return true;
    return false;
}

}  // namespace

bool is_about_paper(std::string_view event) {
    return event.substr(0, longest_head).find(paper) != event.npos;
}

CutEvent without_offers(std::string_view event) {
    const auto key = event.find(list_of_offers);
    if (key == event.npos) return {std::string(event), false};
    const auto first = key + list_of_offers.size(), end = after_list(event, first);
    const auto offers = event.substr(first, end - first);
    CutEvent cut;
    cut.text.reserve(event.size() - offers.size() + 1);
    cut.text.append(event.substr(0, first)).append("]").append(event.substr(end));
    cut.offered_something =
        says_more_than("0,", "\"cost\":", offers) || says_more_than("\"\"", "\"article\":", offers);
    return cut;
}

}  // namespace makegood::wire
