#include "app/core/recovery/wishes.hpp"

#include <algorithm>

namespace makegood::core::recovery {
namespace {

constexpr double as_large = 0.1;  // a tenth more or less is still the same size to a customer

template <class List, class Value>
bool contains(const List& list, const Value& value) {
    return std::any_of(list.begin(), list.end(), [&](const auto& each) { return each == value; });
}

}  // namespace

bool about_goods(const Wishes& wishes) {
    return wishes.same_size || !wishes.not_articles.empty() || !wishes.not_brands.empty() ||
           !wishes.needs.empty();
}

bool wanted(const Wishes& wishes, const substitute::Substitute& substitute,
            const catalogue::ArticleView& article) {
    if (contains(wishes.not_articles, ArticleNumber(std::string(article.number)))) return false;
    if (contains(wishes.not_brands, article.brand)) return false;
    const auto& ratio = substitute.size_ratio;
    return !wishes.same_size || !ratio || (*ratio >= 1 - as_large && *ratio <= 1 + as_large);
}

}  // namespace makegood::core::recovery
