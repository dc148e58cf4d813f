#include "db/server/unmet_list.hpp"

#include <algorithm>
#include <map>
#include <span>

#include "db/server/last_days.hpp"
#include "db/server/unmet_rows.hpp"

namespace makegood::db::server {
namespace {

using core::incident::UnmetArticle;

struct Register {
    std::int64_t device = 0, shop = 0;
    std::string store, currency, time_zone;
};

// By store and currency; the first one of these has the zone that counts.
std::vector<Register> read_registers(engine::Connection& connection) {
    std::vector<Register> registers;
    auto rows = connection.query(
        "SELECT device.id, shop.id, shop.name, currency, time_zone FROM device JOIN shop ON shop.id = "
        "device.shop ORDER BY shop.name, currency, device.id");
    while (rows.step()) {
        Register each;
        each.device = rows.take_integer();
        each.shop = rows.take_integer();
        each.store = rows.take_text();
        each.currency = rows.take_text();
        each.time_zone = rows.take_text();
        registers.push_back(std::move(each));
    }
    return registers;
}

class Reader {
  public:
    Reader(engine::Connection& connection, Instant now, const ports::DayInZone& day_in_zone)
        : connection_(connection), now_(now), day_in_zone_(day_in_zone) {}

    std::vector<ports::StoreUnmet> read() {
        const auto registers = read_registers(connection_);
        for (auto first = registers.begin(); first != registers.end();) {
            auto last = first;
            while (last != registers.end() && last->shop == first->shop && last->currency == first->currency)
                ++last;
            add_store({first, last});
            first = last;
        }
        return std::move(stores_);
    }

  private:
    void add_store(std::span<const Register> registers) {
        const auto& store = registers.front();
        const auto& days = days_of(store.time_zone);
        core::incident::UnmetLedger ledger;
        for (const auto& each : registers) {
            add_missed(ledger, each.device, days);
            add_words(ledger, each.device, days);
        }
        auto demand = ledger.list([](const ArticleNumber&) { return std::string(); });
        const auto articles = demand.articles.size(), words = demand.words.size();
        if (articles + words == 0) return;
        demand.articles.resize(std::min(articles, ports::unmet_listed));
        demand.words.resize(std::min(words, ports::unmet_listed));
        name(demand.articles, store.shop);
        stores_.push_back({"s" + std::to_string(store.shop), store.store, store.currency, days.first(),
                           days.today(), std::move(demand), articles, words});
    }

    const LastDays& days_of(const std::string& zone) {
        return days_.try_emplace(zone, zone, now_, day_in_zone_).first->second;
    }

    void add_missed(core::incident::UnmetLedger& ledger, std::int64_t device, const LastDays& days) {
        auto rows = connection_.query(
            "SELECT at, article, pieces, shown, recovery <> '', taken, cost FROM missed WHERE device = ? AND "
            "at >= ? AND at < ?");
        bind(rows, device, days);
        while (rows.step()) {
            core::incident::Missed missed;
            missed.at = Instant(Duration(rows.take_integer()));
            missed.day = days.day_of(missed.at);
            missed.article = ArticleNumber(rows.take_text());
            missed.pieces = rows.take_integer();
            missed.shown = shown_in(rows.take_view());
            missed.made_good = rows.take_integer() != 0;
            missed.taken = ArticleNumber(rows.take_text());
            missed.cost = Money::minor(rows.take_integer());
            ledger.add(missed);
        }
    }

    void add_words(core::incident::UnmetLedger& ledger, std::int64_t device, const LastDays& days) {
        auto rows = connection_.query(
            "SELECT at, words FROM asked_in_words WHERE device = ? AND at >= ? AND at < ? ORDER BY at, "
            "epoch, sequence");
        bind(rows, device, days);
        while (rows.step()) {
            const Instant at(Duration(rows.take_integer()));
            ledger.add(rows.take_text(), at);
        }
    }

    static void bind(engine::Query& rows, std::int64_t device, const LastDays& days) {
        rows.bind(device)
            .bind(days.since().time_since_epoch().count())
            .bind(days.until().time_since_epoch().count());
    }

    // Each article of a store is looked up once.
    void name(std::vector<UnmetArticle>& articles, std::int64_t shop) {
        std::map<ArticleNumber, std::string> names;
        const auto name_of = [&](const ArticleNumber& article) {
            const auto [place, fresh] = names.try_emplace(article);
            if (fresh) place->second = called(article, shop);
            return place->second;
        };
        for (auto& article : articles) {
            article.name = name_of(article.article);
            for (auto& instead : article.instead) instead.name = name_of(instead.article);
        }
    }

    std::string called(const ArticleNumber& article, std::int64_t shop) {
        auto row = connection_.query("SELECT name FROM called WHERE shop = ? AND article = ?");
        row.bind(shop).bind(article.text());
        return row.step() ? row.take_text() : std::string();
    }

    engine::Connection& connection_;
    Instant now_;
    const ports::DayInZone& day_in_zone_;
    std::map<std::string, LastDays> days_;  // by zone
    std::vector<ports::StoreUnmet> stores_;
};

}  // namespace

std::vector<ports::StoreUnmet> read_unmet(engine::Connection& connection, Instant now,
                                          const ports::DayInZone& day_in_zone) {
    return Reader(connection, now, day_in_zone).read();
}

}  // namespace makegood::db::server
