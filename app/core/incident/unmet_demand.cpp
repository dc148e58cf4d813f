#include "app/core/incident/unmet_demand.hpp"

#include <algorithm>

#include "app/core/catalogue/catalogue.hpp"

namespace makegood::core::incident {

void UnmetLedger::add(const Missed& missed) {
    auto& [sums, instead, days] = articles_[missed.article];
    const bool taken = missed.made_good && !missed.taken.empty();
    ++sums.times;
    sums.pieces += missed.pieces;
    sums.without += missed.made_good ? 0 : 1;
    sums.otherwise += missed.made_good && !taken ? 1 : 0;
    sums.cost += missed.cost;
    sums.last = std::max(sums.last, missed.at);
    for (const auto& shown : missed.shown) {
        auto& counts = instead[shown];
        ++counts.offered;
        counts.taken += taken && shown == missed.taken ? 1 : 0;
    }
    auto& day = days[missed.day];
    day.day = missed.day;
    ++day.times;
    day.pieces += missed.pieces;
    day.taken += taken ? 1 : 0;
    day.without += missed.made_good ? 0 : 1;
    day.cost += missed.cost;
}

void UnmetLedger::add(const std::string& words, Instant at) {
    auto folded = catalogue::fold(words);
    auto& counts = words_[folded.empty() ? words : std::move(folded)];
    ++counts.times;
    if (at < counts.last) return;
    counts.words = words;
    counts.last = at;
}

UnmetArticle UnmetLedger::Counts::list(const ArticleNumber& number, const NameOf& name_of) const {
    UnmetArticle article = sums;
    article.article = number;
    article.name = name_of(number);
    for (const auto& [shown, counts] : instead)
        article.instead.push_back({shown, name_of(shown), counts.offered, counts.taken});
    std::stable_sort(article.instead.begin(), article.instead.end(), [](const auto& a, const auto& b) {
        return std::pair(a.taken, a.offered) > std::pair(b.taken, b.offered);
    });
    for (const auto& [date, counts] : days) article.days.push_back(counts);
    return article;
}

UnmetDemand UnmetLedger::list(const NameOf& name_of) const {
    UnmetDemand demand;
    for (const auto& [number, counts] : articles_) demand.articles.push_back(counts.list(number, name_of));
    std::stable_sort(demand.articles.begin(), demand.articles.end(), [](const auto& a, const auto& b) {
        return std::pair(a.times, a.pieces) > std::pair(b.times, b.pieces);
    });
    for (const auto& [folded, counts] : words_) demand.words.push_back(counts);
    std::stable_sort(demand.words.begin(), demand.words.end(),
                     [](const auto& a, const auto& b) { return a.times > b.times; });
    return demand;
}

}  // namespace makegood::core::incident
