#include "db/server/unmet_rows.hpp"

#include <algorithm>

namespace makegood::db::server {
namespace {

using core::recovery::Offer;
using core::recovery::OfferKind;

constexpr char between = '\x1F';  // stands between the articles of one list

std::int64_t microseconds(Instant instant) {
    return instant.time_since_epoch().count();
}

bool is_substitute(const Offer& offer) {
    return !offer.article.empty() &&
           (offer.kind == OfferKind::free_substitute || offer.kind == OfferKind::same_price_substitute);
}

// The title of several pieces begins with their number.
std::string name_in(const Offer& offer) {
    const auto several = std::to_string(offer.quantity) + " × ";
    return offer.quantity > 1 && offer.title.starts_with(several) ? offer.title.substr(several.size())
                                                                  : offer.title;
}

// The list with what is new among the offers at its end.
std::string joined(std::string list, const std::vector<Offer>& offers) {
    auto articles = shown_in(list);
    for (const auto& offer : offers) {
        if (!is_substitute(offer)) continue;
        if (std::find(articles.begin(), articles.end(), offer.article) != articles.end()) continue;
        if (!articles.empty()) list += between;
        list += offer.article.text();
        articles.push_back(offer.article);
    }
    return list;
}

}  // namespace

std::vector<ArticleNumber> shown_in(std::string_view list) {
    std::vector<ArticleNumber> articles;
    while (!list.empty()) {
        const auto end = list.find(between);
        articles.emplace_back(std::string(list.substr(0, end)));
        list.remove_prefix(end == list.npos ? list.size() : end + 1);
    }
    return articles;
}

void UnmetRows::on(const ports::IncidentReported& event, Instant at) {
    if (event.incident.kind != core::incident::Kind::stock_out || event.incident.article.empty()) return;
    connection_
        .query("INSERT INTO missed (device, at, incident, article, pieces, shown) VALUES (?, ?, ?, ?, ?, ?)")
        .bind(device_)
        .bind(microseconds(at))
        .bind(event.id.text())
        .bind(event.incident.article.text())
        .bind(event.incident.quantity)
        .bind(joined({}, event.offers))
        .run();
    connection_
        .query(
            "INSERT INTO missing (device, article, times) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET times = "
            "times + 1")
        .bind(device_)
        .bind(event.incident.article.text())
        .run();
    call(event.incident.article, event.article_name);
    call(event.offers);
}

void UnmetRows::on(const ports::OffersRenewed& event) {
    std::string shown;
    {
        auto row = connection_.query("SELECT shown FROM missed WHERE device = ? AND incident = ?");
        row.bind(device_).bind(event.incident.text());
        if (!row.step()) return;
        shown = row.take_text();
    }
    connection_.query("UPDATE missed SET shown = ? WHERE device = ? AND incident = ?")
        .bind(joined(std::move(shown), event.offers))
        .bind(device_)
        .bind(event.incident.text())
        .run();
    call(event.offers);
}

void UnmetRows::call(const std::vector<Offer>& offers) {
    for (const auto& offer : offers)
        if (is_substitute(offer)) call(offer.article, name_in(offer));
}

void UnmetRows::call(const ArticleNumber& article, const std::string& name) {
    if (name.empty()) return;
    connection_
        .query(
            "INSERT INTO called (shop, article, name) SELECT shop, ?2, ?3 FROM device WHERE id = ?1 "
            "ON CONFLICT DO UPDATE SET name = excluded.name WHERE name <> excluded.name")
        .bind(device_)
        .bind(article.text())
        .bind(name)
        .run();
}

void UnmetRows::forget(const IncidentId& incident) {
    connection_
        .query(
            "UPDATE missing SET times = times - 1 WHERE device = ?1 AND article = (SELECT article FROM "
            "missed "
            "WHERE device = ?1 AND incident = ?2)")
        .bind(device_)
        .bind(incident.text())
        .run();
    connection_.query("DELETE FROM missed WHERE device = ? AND incident = ?")
        .bind(device_)
        .bind(incident.text())
        .run();
}

void UnmetRows::on(const ports::RecoveryGiven& event) {
    connection_
        .query(
            "UPDATE missed SET recovery = ?3, taken = ?4, cost = ?5 WHERE device = ?1 AND incident = ?2 AND "
            "recovery = ''")
        .bind(device_)
        .bind(event.incident.text())
        .bind(event.id.text())
        .bind(is_substitute(event.offer) ? event.offer.article.text() : std::string())
        .bind(event.offer.cost.minor())
        .run();
}

void UnmetRows::on(const ports::RecoveryUndone& event) {
    connection_
        .query(
            "UPDATE missed SET recovery = '', taken = '', cost = 0 WHERE device = ? AND recovery = ? AND "
            "recovery <> ''")
        .bind(device_)
        .bind(event.id.text())
        .run();
}

void UnmetRows::on(const ports::WordsAskedFor& event, std::uint32_t epoch, std::uint64_t sequence,
                   Instant at) {
    connection_
        .query(
            "INSERT INTO asked_in_words (device, epoch, sequence, words, at) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT DO NOTHING")
        .bind(device_)
        .bind(static_cast<std::int64_t>(epoch))
        .bind(static_cast<std::int64_t>(sequence))
        .bind(event.words)
        .bind(microseconds(at))
        .run();
}

}  // namespace makegood::db::server
