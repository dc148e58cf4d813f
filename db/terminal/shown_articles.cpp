#include "db/terminal/shown_articles.hpp"

#include <algorithm>

namespace makegood::db::terminal {
namespace {

constexpr char between = '\x1F';

}  // namespace

std::string shown_articles(const std::vector<core::recovery::Offer>& offers) {
    using core::recovery::OfferKind;
    std::vector<std::string_view> shown;
    for (const auto& offer : offers) {
        const bool substitute =
            offer.kind == OfferKind::free_substitute || offer.kind == OfferKind::same_price_substitute;
        const std::string_view number = offer.article.text();
        if (substitute && !number.empty() && std::find(shown.begin(), shown.end(), number) == shown.end())
            shown.push_back(number);
    }
    std::string text;
    for (const auto number : shown) (text += text.empty() ? "" : std::string(1, between)) += number;
    return text;
}

std::vector<ArticleNumber> shown_in(std::string_view text) {
    std::vector<ArticleNumber> shown;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find(between, begin), text.size());
        shown.emplace_back(std::string(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return shown;
}

}  // namespace makegood::db::terminal
