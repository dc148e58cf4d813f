// One suggestion out of a million articles, rules, money and reasons included: its time beside the same
// question asked of SQLite, how it grows with the catalogue, and what the engine keeps for it.
#include <malloc.h>
#include <sqlite3.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <string>

#include "app/base/check.hpp"
#include "app/core/substitute/engine.hpp"
#include "tests/bench/made_up_shop.hpp"

namespace makegood {
namespace {

using core::catalogue::Article;
using core::catalogue::Catalogue;
using core::catalogue::Row;
using namespace core::substitute;
using namespace bench;

constexpr std::size_t large = 1'000'000, small = 10'000;
constexpr int questions = 4'000, questions_of_sql = 60;

std::shared_ptr<const Learnt> receipts_of(const Catalogue& articles) {
    Chance chance(11);
    LearntBuilder builder(articles);
    const auto households = articles.size() / 20;
    for (std::uint64_t household = 0; household < households; ++household)
        for (int kind = 0; kind < 4; ++kind) {
            const auto any = static_cast<Row>(chance.below(articles.size()));
            const auto of_kind = articles.in_category(articles.view(any).category);
            for (int line = 0; line < 6; ++line)
                builder.add(household, chance.below(1'000'000), of_kind[chance.below(of_kind.size())]);
        }
    return builder.build();
}

// Of this thread's own work: who else uses the machine does not count, for us and for the reference.
double milliseconds_now() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

template <class Work>
double milliseconds_of(Work&& work) {
    const double start = milliseconds_now();
    work();
    return milliseconds_now() - start;
}

double quantile(std::vector<double> values, double share) {
    const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

Question question(Chance& chance, const Catalogue& articles) {
    Question asked;
    asked.missing = static_cast<Row>(chance.below(articles.size()));
    asked.pieces = 1 + static_cast<std::int64_t>(chance.below(2));
    asked.gains = 8;
    return asked;
}

std::vector<double> times_of(const Engine& engine) {
    Chance chance(13);
    std::vector<double> times;
    for (int round = 0; round < questions; ++round) {
        const auto asked = question(chance, engine.articles());
        times.push_back(milliseconds_of([&] { (void)engine.suggest(asked, Rules{}, 24); }));
    }
    return times;
}

// The same shop in SQLite, indexed as one would, and the same question: of the kind, there, priced, of
// allowed size, labels kept and no new allergen; by brand, price, size, popularity, what households buy at
// other times, and the name by full-text search. Once for the nearest, once for the greatest gain.
class SqlShop {
  public:
    SqlShop(const Catalogue& articles, const Learnt& learnt) : articles_(articles) {
        MAKEGOOD_CHECK(sqlite3_open(":memory:", &base_) == SQLITE_OK);
        run("CREATE TABLE articles (id INTEGER PRIMARY KEY, name TEXT, brand TEXT, tier TEXT, kind INTEGER, "
            "unit INTEGER, "
            "size REAL, price INTEGER, stock INTEGER, vegan INTEGER, organic INTEGER, households INTEGER)");
        run("CREATE TABLE pairs (a INTEGER, b INTEGER, households INTEGER, PRIMARY KEY (a, b)) WITHOUT "
            "ROWID");
        run("CREATE TABLE allergens (article INTEGER, word TEXT, PRIMARY KEY (article, word)) WITHOUT ROWID");
        run("CREATE VIRTUAL TABLE names USING fts5(name, content='articles', content_rowid='id')");
        run("BEGIN");
        auto* article = prepared("INSERT INTO articles VALUES (?,?,?,?,?,?,?,?,?,?,?,?)");
        auto* pair = prepared("INSERT INTO pairs VALUES (?,?,?)");
        auto* allergen = prepared("INSERT INTO allergens VALUES (?,?)");
        for (Row row = 0; row < articles.size(); ++row) {
            put(article, row, learnt.households_of(row));
            for (const auto& [other, households] : learnt.pairs_of(row))
                put_all(pair, {row, other, households});
            for (const auto word : articles.list(articles.view(row).allergens_id)) {
                bind(allergen, 2, word);
                put_all(allergen, {row});
            }
        }
        for (auto* each : {article, pair, allergen}) sqlite3_finalize(each);
        run("COMMIT");
        run("INSERT INTO names(names) VALUES ('rebuild')");
        run("CREATE INDEX by_kind ON articles (kind, stock, price)");
        run("CREATE TABLE kinds AS SELECT kind, avg(households) AS mean FROM articles WHERE households > 0 "
            "GROUP BY kind");
        run("CREATE UNIQUE INDEX of_kind ON kinds (kind)");
        run("ANALYZE");
        const std::string scored =
            "SELECT b.id, (0.3 * (a.brand = b.brand) + 0.1 * (a.tier = b.tier) - 0.5 * abs(ln(1.0 * b.price "
            "/ a.price)) / "
            "(0.2 + abs(ln(1.0 * b.price / a.price))) - 0.5 * CASE WHEN a.unit <> b.unit THEN 1 ELSE "
            "abs(ln(b.size / "
            "a.size)) / (0.2 + abs(ln(b.size / a.size))) END + 0.3 * (b.id IN (SELECT rowid FROM names WHERE "
            "names MATCH "
            "?2))) * 40 / (40 + a.households) + 0.25 * ln((CASE b.households WHEN 0 THEN 2.5 * k.mean ELSE "
            "b.households "
            "END + 0.5 * k.mean) / (1.5 * k.mean)) + ln(1 + coalesce(p.households, 0) / 2.0) AS score, CASE "
            "WHEN b.size > "
            "1.1 * a.size THEN 1 + log2(min(4, b.size / a.size)) WHEN b.price > 1.05 * a.price AND a.brand "
            "<> b.brand "
            "AND a.tier <> b.tier THEN 0.75 ELSE 0 END + 0.75 * (b.organic > a.organic) AS gain FROM "
            "articles a JOIN "
            "articles b ON b.kind = a.kind JOIN kinds k ON k.kind = a.kind LEFT JOIN pairs p ON p.a = a.id "
            "AND p.b = b.id "
            "WHERE a.id = ?1 AND b.id <> a.id AND b.stock >= ?3 AND b.price <= 3 * a.price AND (a.unit <> "
            "b.unit OR b.size "
            "BETWEEN 0.75 * a.size AND 4 * a.size) AND b.vegan >= a.vegan AND b.organic >= a.organic AND "
            "(NOT EXISTS "
            "(SELECT 1 FROM allergens WHERE article = a.id) OR NOT EXISTS (SELECT 1 FROM allergens x WHERE "
            "x.article = "
            "b.id AND x.word NOT IN (SELECT word FROM allergens WHERE article = a.id))) ORDER BY ";
        nearest_ = prepared((scored + "score DESC LIMIT 24").c_str());
        gains_ = prepared((scored + "score + gain DESC LIMIT 8").c_str());
    }
    ~SqlShop() {
        sqlite3_finalize(nearest_);
        sqlite3_finalize(gains_);
        sqlite3_close(base_);
    }
    SqlShop(const SqlShop&) = delete;
    SqlShop& operator=(const SqlShop&) = delete;

    void ask(const Question& question) {
        const auto name = std::string(articles_.view(question.missing).name);
        std::string match;
        for (std::size_t from = 0; from < name.size();) {
            const auto to = std::min(name.find(' ', from), name.size());
            match += (match.empty() ? "\"" : " OR \"") + name.substr(from, to - from) + "\"";
            from = to + 1;
        }
        for (auto* ask : {nearest_, gains_}) {
            sqlite3_reset(ask);
            sqlite3_bind_int64(ask, 1, question.missing);
            bind(ask, 2, match);
            sqlite3_bind_int64(ask, 3, question.pieces);
            int step = 0;
            while ((step = sqlite3_step(ask)) == SQLITE_ROW) {
            }
            MAKEGOOD_CHECK(step == SQLITE_DONE);
        }
    }

  private:
    static void bind(sqlite3_stmt* statement, int at, std::string_view text) {
        sqlite3_bind_text(statement, at, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    }
    static void put_all(sqlite3_stmt* insert, std::initializer_list<std::int64_t> numbers) {
        int at = 0;
        for (const auto number : numbers) sqlite3_bind_int64(insert, ++at, number);
        MAKEGOOD_CHECK(sqlite3_step(insert) == SQLITE_DONE);
        sqlite3_reset(insert);
    }
    void put(sqlite3_stmt* insert, Row row, std::int64_t households) {
        const auto view = articles_.view(row);
        const auto labels = articles_.list(view.labels_id);
        const auto has = [&](std::string_view label) {
            return std::find(labels.begin(), labels.end(), label) != labels.end();
        };
        bind(insert, 2, view.name);
        bind(insert, 3, view.brand);
        bind(insert, 4, articles_.text(view.tier_id));
        sqlite3_bind_int64(insert, 5, view.category);
        sqlite3_bind_int64(insert, 6, static_cast<int>(view.size.unit));
        sqlite3_bind_double(insert, 7, static_cast<double>(view.size.total_milli));
        sqlite3_bind_int64(insert, 8, view.price->minor());
        sqlite3_bind_int64(insert, 9, *view.stock);
        sqlite3_bind_int64(insert, 10, has("vegan"));
        sqlite3_bind_int64(insert, 11, has("organic"));
        sqlite3_bind_int64(insert, 12, households);
        put_all(insert, {row});
    }
    void run(const char* sql) {
        MAKEGOOD_CHECK(sqlite3_exec(base_, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    }
    sqlite3_stmt* prepared(const char* sql) {
        sqlite3_stmt* made = nullptr;
        MAKEGOOD_CHECK(sqlite3_prepare_v2(base_, sql, -1, &made, nullptr) == SQLITE_OK);
        return made;
    }

    const Catalogue& articles_;
    sqlite3* base_ = nullptr;
    sqlite3_stmt *nearest_ = nullptr, *gains_ = nullptr;
};

void print(const char* name, double value, const char* unit, double ratio = 0, const char* reference = "") {
    std::printf(ratio > 0 ? "%s\t%.4f\t%s\t%.5f\t%s\n" : "%s\t%.4f\t%s\n", name, value, unit, ratio,
                reference);
    std::fflush(stdout);
}

double heap_bytes() {
    return static_cast<double>(mallinfo2().uordblks + mallinfo2().hblkhd);
}

double microseconds_of_changes(Engine& engine) {
    Chance chance(17);
    std::vector<double> times;
    for (int round = 0; round < 2'000; ++round) {
        const auto row = static_cast<Row>(chance.below(large)), other = static_cast<Row>(chance.below(large));
        times.push_back(milliseconds_of([&] {
            engine.set_stock(row, 5);
            engine.set_price(row, Money::minor(static_cast<std::int64_t>(100 + chance.below(900))));
            engine.add_sale(row, {true, {}});
            engine.add_outcome(row, other, false, 1);
        }));
    }
    return quantile(times, 1.0) * 1000;
}

void run() {
    double small_median = 0;
    {
        const auto articles = shop_of(small);
        const Engine engine(articles, receipts_of(*articles));
        small_median = quantile(times_of(engine), 0.5);
    }
    const auto articles = shop_of(large);
    const auto learnt = receipts_of(*articles);
    const double before = heap_bytes();
    std::unique_ptr<Engine> engine;
    const double made = milliseconds_of([&] { engine = std::make_unique<Engine>(articles, learnt); });
    print("suggest_engine_memory", (heap_bytes() - before) / static_cast<double>(large), "bytes_an_article");
    print("suggest_engine_made", made, "ms");
    const auto ours = times_of(*engine);
    SqlShop sql(*articles, *learnt);
    std::vector<double> theirs;
    Chance chance(13);
    for (int round = 0; round < questions_of_sql; ++round) {
        const auto asked = question(chance, *articles);
        theirs.push_back(milliseconds_of([&] { sql.ask(asked); }));
    }
    print("suggest_median", quantile(ours, 0.5), "ms", quantile(ours, 0.5) / quantile(theirs, 0.5),
          "sqlite_fts5");
    print("suggest_p99", quantile(ours, 0.99), "ms", quantile(ours, 0.99) / quantile(theirs, 0.99),
          "sqlite_fts5");
    // Times log(articles): 1 is a growth as slow as the logarithm's.
    const double logarithms = std::log(static_cast<double>(large)) / std::log(static_cast<double>(small));
    print("suggest_growth", quantile(ours, 0.5) / small_median, "times",
          quantile(ours, 0.5) / small_median / logarithms, "logarithm_of_articles");
    print("suggest_change_worst", microseconds_of_changes(*engine), "us");
}

}  // namespace
}  // namespace makegood

int main() {
    makegood::run();
}
