#include "db/terminal/shown_articles.hpp"

#include <algorithm>

namespace makegood::db::terminal {
namespace {

constexpr char between = '\x1F';

}  // namespace

std::string shown_articles(const std::vector<core::recovery::Offer>& offers) {
    using core::recovery::OfferKind;
    std::vector<ArticleNumber> shown;
    for (const auto& offer : offers) {
        const bool substitute =
            offer.kind == OfferKind::free_substitute || offer.kind == OfferKind::same_price_substitute;
        if (substitute && !offer.article.empty() &&
            std::find(shown.begin(), shown.end(), offer.article) == shown.end())
            shown.push_back(offer.article);
    }
    return list_of(shown);
}

std::string list_of(const std::vector<ArticleNumber>& articles) {
    std::string text;
    for (const auto& number : articles)
        (text += text.empty() ? "" : std::string(1, between)) += number.text();
    return text;
}

std::string with_articles(std::string list, std::string_view more) {
    const auto there = shown_in(list);
    for (const auto& article : shown_in(more))
        if (std::find(there.begin(), there.end(), article) == there.end())
            (list += list.empty() ? "" : std::string(1, between)) += article.text();
    return list;
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
