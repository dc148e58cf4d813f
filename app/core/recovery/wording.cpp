#include "app/core/recovery/wording.hpp"

#include <array>
#include <cmath>

namespace makegood::core::recovery {
namespace {

using catalogue::Article;
using catalogue::BaseUnit;

struct RatioWords {
    double ratio;
    std::string_view large, many;
};
constexpr std::array<RatioWords, 8> ratios{{
    {1.25, "A quarter more", "A quarter more"},
    {4.0 / 3, "A third more", "A third more"},
    {1.5, "Half as much again", "Half as many again"},
    {2, "Twice as large", "Twice as many"},
    {2.5, "Two and a half times as large", "Two and a half times as many"},
    {3, "Three times as large", "Three times as many"},
    {4, "Four times as large", "Four times as many"},
    {5, "Five times as large", "Five times as many"},
}};
constexpr double as_good_as = 0.02;  // a fiftieth: 400 ml beside 405 ml is the same size

bool near(double value, double target) {
    return std::abs(value / target - 1) <= as_good_as;
}

std::string more_than(double ratio, bool pieces) {
    constexpr double hair = 1e-6;  // 1.2 is a fifth more, a little below or not
    if (ratio < 2) return std::to_string(static_cast<int>((ratio - 1) * 100 + hair)) + " % more";
    const RatioWords* below = &ratios[3];
    for (const auto& words : ratios)
        if (words.ratio < ratio) below = &words;
    std::string text(pieces ? below->many : below->large);
    text.front() = static_cast<char>(text.front() + ('a' - 'A'));
    return "More than " + text;
}

std::string size_text(const Article& article, std::int64_t count = 1) {
    auto text = catalogue::format_size(article.size);
    if (text.empty()) text = article.size_words;
    return count == 1 || text.empty() ? text : std::to_string(count) + " × " + text;
}

}  // namespace

std::string size_words(std::optional<double> ratio, BaseUnit unit, bool together) {
    if (!ratio) return "Same kind";
    const bool pieces = unit == BaseUnit::piece;
    if (near(*ratio, 1)) return pieces ? "Just as many" : together ? "Just as much" : "Same size";
    if (*ratio < 1) {
        if (pieces) return "A few fewer";
        return together ? "A little less" : *ratio >= 0.75 ? "A little smaller" : "Smaller";
    }
    for (const auto& words : ratios)
        if (near(*ratio, words.ratio)) return std::string(pieces ? words.many : words.large);
    return more_than(*ratio, pieces);
}

std::string filled(std::string_view pattern, const Words& values) {
    std::string text;
    while (true) {
        const auto open = pattern.find('{');
        const auto close = open == pattern.npos ? pattern.npos : pattern.find('}', open);
        if (close == pattern.npos) return text.append(pattern);
        text.append(pattern.substr(0, open));
        const auto value = values.find(pattern.substr(open + 1, close - open - 1));
        if (value != values.end())
            text.append(value->second);
        else
            text.append(pattern.substr(open, close - open + 1));
        pattern.remove_prefix(close + 1);
    }
}

std::string sentence_for(const Policy& policy, const substitute::Substitute& substitute,
                         const Article& article, bool happened_before) {
    const bool free = substitute.cost_free <= policy.most_free_goods_cost;
    return free ? sentence_free(policy, substitute, article, happened_before)
                : sentence_same_price(policy, article, happened_before);
}

std::string sentence_free(const Policy& policy, const substitute::Substitute& substitute,
                          const Article& article, bool happened_before) {
    const bool larger = substitute.fit == substitute::Fit::larger;
    return filled(larger ? policy.sentence_free_larger : policy.sentence_free_equal,
                  words_of(article, happened_before));
}

std::string sentence_same_price(const Policy& policy, const Article& article, bool happened_before) {
    return filled(policy.sentence_same_price, words_of(article, happened_before));
}

Words words_of(const Article& article, bool happened_before) {
    return {{"name", article.name},
            {"size", size_text(article)},
            {"brand", article.brand},
            {"again", happened_before ? " again" : ""}};
}

std::string comparison(const Article& article, std::int64_t pieces, const Article& missing,
                       std::int64_t asked) {
    const auto now = size_text(article, pieces != asked ? pieces : 1),
               before = size_text(missing, pieces != asked ? asked : 1);
    std::string sizes = now;
    if (!now.empty() && !before.empty() && now != before) sizes += " instead of " + before;
    if (article.brand.empty() || sizes.empty()) return article.brand + sizes;
    return article.brand + " · " + sizes;
}

std::string place_words(std::string_view place, std::int64_t left) {
    const std::string there = std::to_string(left) + " there";
    return place.empty() ? there : std::string(place) + " · " + there;
}

}  // namespace makegood::core::recovery
