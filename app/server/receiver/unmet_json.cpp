#include <algorithm>

#include "app/server/receiver/unmet_section.hpp"

namespace makegood::server::receiver {
namespace {

using core::incident::UnmetArticle;
using core::incident::UnmetDay;
using core::incident::UnmetWords;
using wire::Json;

constexpr std::size_t instead_at_most = 10;

Json json_of(const UnmetDay& day) {
    return Json::object({{"day", base::format_date(day.day)},
                         {"times", day.times},
                         {"pieces", day.pieces},
                         {"taken", day.taken},
                         {"without", day.without},
                         {"cost", day.cost.minor()}});
}

Json json_of(const UnmetWords& words) {
    return Json::object(
        {{"words", words.words}, {"times", words.times}, {"last", base::format_instant(words.last)}});
}

Json json_of(const UnmetArticle::Instead& instead) {
    return Json::object({{"article", instead.article.text()},
                         {"name", instead.name},
                         {"offered", instead.offered},
                         {"taken", instead.taken}});
}

Json json_of(const UnmetArticle& article);

template <class Each>
Json first_of(const std::vector<Each>& all, std::size_t at_most) {
    Json list = Json::array();
    for (std::size_t i = 0; i < std::min(all.size(), at_most); ++i) list.push(json_of(all[i]));
    return list;
}

template <class Each>
Json all_of(const std::vector<Each>& all) {
    return first_of(all, all.size());
}

Json json_of(const UnmetArticle& article) {
    return Json::object({{"article", article.article.text()},
                         {"name", article.name},
                         {"times", article.times},
                         {"pieces", article.pieces},
                         {"taken", article.taken()},
                         {"otherwise", article.otherwise},
                         {"without", article.without},
                         {"cost", article.cost.minor()},
                         {"last", base::format_instant(article.last)},
                         {"instead_count", article.instead.size()},
                         {"instead", first_of(article.instead, instead_at_most)},
                         {"days", all_of(article.days)}});
}

}  // namespace

Json unmet_json(const std::vector<ports::StoreUnmet>& stores) {
    Json list = Json::array();
    for (const auto& store : stores)
        list.push(Json::object({{"store", store.store},
                                {"store_id", store.store_id},
                                {"currency", store.currency},
                                {"days", std::int64_t{ports::unmet_days}},
                                {"article_count", store.articles},
                                {"articles", all_of(store.demand.articles)},
                                {"words_count", store.words},
                                {"words", all_of(store.demand.words)}}));
    return list;
}

}  // namespace makegood::server::receiver
