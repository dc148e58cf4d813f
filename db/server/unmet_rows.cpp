#include "db/server/unmet_rows.hpp"

#include <map>
#include <tuple>

namespace makegood::db::server {
namespace {

using core::recovery::Offer;
using core::recovery::OfferKind;
using engine::Query;

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

std::vector<ArticleNumber> articles_in(std::string_view list) {
    std::vector<ArticleNumber> articles;
    while (!list.empty()) {
        const auto end = list.find(between);
        articles.emplace_back(std::string(list.substr(0, end)));
        list.remove_prefix(end == list.npos ? list.size() : end + 1);
    }
    return articles;
}

// One store's list in one currency while it is counted.
struct Counted {
    ports::StoreUnmet store;
    core::incident::UnmetLedger ledger;
    std::map<ArticleNumber, std::string> names;  // as they were called last
};

// Reads all stores' rows of the last days.
class Reader {
  public:
    Reader(engine::Connection& connection, Instant now, const ports::DayInZone& day_in_zone)
        : connection_(connection),
          now_(now),
          // Before the first day of every zone.
          since_(microseconds(now - std::chrono::hours(24) * (ports::unmet_days + 2))),
          day_in_zone_(day_in_zone) {}

    std::vector<ports::StoreUnmet> read() {
        read_names();
        read_missed();
        read_words();
        std::vector<ports::StoreUnmet> stores;
        for (auto& [key, counted] : stores_) {
            counted.store.demand = counted.ledger.list([&](const ArticleNumber& article) {
                const auto name = counted.names.find(article);
                return name == counted.names.end() ? std::string() : name->second;
            });
            stores.push_back(std::move(counted.store));
        }
        std::erase_if(stores, [](const auto& store) {
            return store.demand.articles.empty() && store.demand.words.empty();
        });
        return stores;
    }

  private:
    // The first columns of every query here say whose row it is.
    Counted& store_of(Query& row, std::string& zone) {
        auto name = row.take_text(), id = "s" + row.take_text(), currency = row.take_text();
        zone = row.take_text();
        auto& counted = stores_[{name, id, currency}];
        if (counted.store.store_id.empty()) {
            const auto today = day_in_zone_(zone, now_);
            counted.store = {std::move(id),
                             std::move(name),
                             std::move(currency),
                             base::add_days(today, 1 - ports::unmet_days),
                             today,
                             {}};
        }
        return counted;
    }

    void read_names() {
        auto rows = connection_.query(
            "SELECT shop.name, shop.id, currency, time_zone, s.article, max(s.name) FROM shown_instead s "
            "JOIN missed m ON m.device = s.device AND m.incident = s.incident "
            "JOIN device ON device.id = s.device JOIN shop ON shop.id = device.shop "
            "WHERE m.at >= ? GROUP BY shop.id, currency, time_zone, s.article");
        rows.bind(since_);
        std::string zone;
        while (rows.step()) {
            auto& names = store_of(rows, zone).names;
            const ArticleNumber article(rows.take_text());
            names[article] = rows.take_text();
        }
    }

    void read_missed() {
        auto rows = connection_.query(
            "SELECT shop.name, shop.id, currency, time_zone, m.article, m.name, m.at, m.pieces, m.recovery, "
            "m.taken, m.cost, (SELECT group_concat(s.article, char(31)) FROM shown_instead s WHERE s.device "
            "= m.device AND s.incident = m.incident) FROM missed m "
            "JOIN device ON device.id = m.device JOIN shop ON shop.id = device.shop "
            "WHERE m.at >= ? ORDER BY m.at");
        rows.bind(since_);
        std::string zone;
        while (rows.step()) {
            auto& counted = store_of(rows, zone);
            core::incident::Missed missed;
            missed.article = ArticleNumber(rows.take_text());
            auto name = rows.take_text();
            missed.at = Instant(Duration(rows.take_integer()));
            missed.day = day_in_zone_(zone, missed.at);
            missed.pieces = rows.take_integer();
            missed.made_good = !rows.take_text().empty();
            missed.taken = ArticleNumber(rows.take_text());
            missed.cost = Money::minor(rows.take_integer());
            missed.shown = articles_in(rows.take_text());
            if (missed.day < counted.store.first) continue;
            counted.names[missed.article] = std::move(name);
            counted.ledger.add(missed);
        }
    }

    void read_words() {
        auto rows = connection_.query(
            "SELECT shop.name, shop.id, currency, time_zone, words, at FROM asked_in_words "
            "JOIN device ON device.id = asked_in_words.device JOIN shop ON shop.id = device.shop "
            "WHERE at >= ? ORDER BY at");
        rows.bind(since_);
        std::string zone;
        while (rows.step()) {
            auto& counted = store_of(rows, zone);
            const auto words = rows.take_text();
            const Instant at(Duration(rows.take_integer()));
            if (day_in_zone_(zone, at) >= counted.store.first) counted.ledger.add(words, at);
        }
    }

    engine::Connection& connection_;
    Instant now_;
    std::int64_t since_;
    const ports::DayInZone& day_in_zone_;
    std::map<std::tuple<std::string, std::string, std::string>, Counted> stores_;  // name, id, currency
};

}  // namespace

void UnmetRows::on(const ports::IncidentReported& event, Instant at) {
    if (event.incident.kind != core::incident::Kind::stock_out || event.incident.article.empty()) return;
    connection_
        .query(
            "INSERT INTO missed (device, incident, article, name, at, pieces) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT DO NOTHING")
        .bind(device_)
        .bind(event.id.text())
        .bind(event.incident.article.text())
        .bind(event.article_name)
        .bind(microseconds(at))
        .bind(event.incident.quantity)
        .run();
    show(event.id, event.offers);
}

void UnmetRows::on(const ports::OffersRenewed& event) {
    show(event.incident, event.offers);
}

void UnmetRows::show(const IncidentId& incident, const std::vector<Offer>& offers) {
    for (const auto& offer : offers) {
        if (!is_substitute(offer)) continue;
        connection_
            .query(
                "INSERT INTO shown_instead (device, incident, article, name) SELECT device, incident, ?3, ?4 "
                "FROM missed WHERE device = ?1 AND incident = ?2 ON CONFLICT DO NOTHING")
            .bind(device_)
            .bind(incident.text())
            .bind(offer.article.text())
            .bind(name_in(offer))
            .run();
    }
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
        .query("UPDATE missed SET recovery = '', taken = '', cost = 0 WHERE device = ? AND recovery = ?")
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

std::vector<ports::StoreUnmet> read_unmet(engine::Connection& connection, Instant now,
                                          const ports::DayInZone& day_in_zone) {
    return Reader(connection, now, day_in_zone).read();
}

}  // namespace makegood::db::server
