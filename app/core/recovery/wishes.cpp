#include "app/core/recovery/wishes.hpp"

#include <algorithm>

namespace makegood::core::recovery {
namespace {

constexpr double as_large = 0.1;  // a tenth more or less is still the same size to a customer

template <class List, class Value>
bool contains(const List& list, const Value& value) {
    return std::any_of(list.begin(), list.end(), [&](const auto& each) { return each == value; });
}

bool is_as_large(double ratio) {
    return ratio >= 1 - as_large && ratio <= 1 + as_large;
}

}  // namespace

void say_other_size(Wishes& wishes, std::optional<double> size_ratio) {
    if (!size_ratio) return;
    wishes.other_size = is_as_large(*size_ratio);
    wishes.same_size = !wishes.other_size;
}

bool about_goods(const Wishes& wishes) {
    return wishes.same_size || wishes.other_size || !wishes.not_articles.empty() ||
           !wishes.not_brands.empty() || !wishes.needs.empty();
}

bool wanted(const Wishes& wishes, const substitute::Substitute& substitute,
            const catalogue::ArticleView& article) {
    if (contains(wishes.not_articles, ArticleNumber(std::string(article.number)))) return false;
    if (contains(wishes.not_brands, article.brand)) return false;
    const auto& ratio = substitute.size_ratio;
    if (!ratio || wishes.same_size == wishes.other_size) return true;
    return is_as_large(*ratio) == wishes.same_size;
}

}  // namespace makegood::core::recovery
