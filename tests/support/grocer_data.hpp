// The records of a real grocer, where the tests are told where they lie: products, receipts, and cases of
// what a household bought at another time instead of what it usually buys.
#pragma once
#include <zlib.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/core/catalogue/catalogue.hpp"

namespace makegood::tests {

using Record = std::map<std::string, std::string, std::less<>>;

inline std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            cells.emplace_back();
        else if (c != '\r')
            cells.back() += c;
    }
    return cells;
}

// Of a file with a line of names; packed or not.
inline std::vector<Record> records(const std::string& path) {
    const gzFile file = gzopen(path.c_str(), "rb");
    REQUIRE(file != nullptr);
    std::string text(1 << 16, '\0'), all;
    for (int read; (read = gzread(file, text.data(), static_cast<unsigned>(text.size()))) > 0;)
        all.append(text, 0, static_cast<std::size_t>(read));
    gzclose(file);
    std::vector<Record> found;
    std::vector<std::string> names;
    for (std::size_t from = 0; from < all.size();) {
        const auto to = std::min(all.find('\n', from), all.size());
        const auto cells = cells_of(all.substr(from, to - from));
        from = to + 1;
        if (names.empty()) {
            names = cells;
            continue;
        }
        Record record;
        for (std::size_t at = 0; at < std::min(names.size(), cells.size()); ++at)
            record[names[at]] = cells[at];
        found.push_back(std::move(record));
    }
    return found;
}

struct GrocerCase {
    std::uint64_t household;
    core::catalogue::Row wanted, chosen;
    std::vector<core::catalogue::Row> among;
    bool instead;  // one or the other, not both for variety
};
struct GrocerLine {
    std::uint64_t household, basket;
    core::catalogue::Row row;
};

struct Grocer {
    std::shared_ptr<const core::catalogue::Catalogue> articles;
    std::vector<GrocerLine> lines;  // household after household
    std::vector<GrocerCase> cases;

    // nullopt, and a warning, where nobody says where the data are.
    static std::optional<Grocer> open() {
        const char* folder = std::getenv("MAKEGOOD_DATA");
        if (folder == nullptr) {
            WARN("skipped: MAKEGOOD_DATA does not say where the data are");
            return std::nullopt;
        }
        const std::string root = folder;
        Grocer grocer;
        grocer.read_articles(root + "/complete_journey/products.csv.gz");
        grocer.read_lines(root + "/complete_journey/transactions_dev.csv.gz");
        grocer.read_cases(root + "/substitution/");
        return grocer;
    }

  private:
    void read_articles(const std::string& path) {
        core::catalogue::Catalogue::Builder builder;
        for (const auto& record : records(path)) {
            core::catalogue::Article article;
            article.number = ArticleNumber(record.at("product_id"));
            article.brand = record.at("manufacturer_id");
            article.tier = record.at("brand_type");
            if (!record.at("category").empty()) article.category = {record.at("category"), record.at("type")};
            if (const auto& size = record.at("total_size"); !size.empty()) {
                using core::catalogue::BaseUnit;
                static const std::map<std::string, BaseUnit> units{{"g", BaseUnit::gram},
                                                                   {"ml", BaseUnit::millilitre},
                                                                   {"ct", BaseUnit::piece},
                                                                   {"m", BaseUnit::metre},
                                                                   {"m2", BaseUnit::square_metre}};
                const auto unit = units.find(record.at("base_unit"));
                article.size = {std::llround(std::stod(size) * 1000), 1,
                                unit == units.end() ? BaseUnit::piece : unit->second};
            }
            if (const auto& price = record.at("median_shelf_price_usd"); !price.empty())
                article.price = Money::minor(std::llround(std::stod(price) * 1000));
            builder.add(article);
        }
        articles = builder.build();
    }
    void read_lines(const std::string& path) {
        for (const auto& record : records(path)) {
            const auto row = articles->find(record.at("product_id"));
            if (!row || std::stod(record.at("quantity")) <= 0 || std::stod(record.at("sales_value")) <= 0)
                continue;
            lines.push_back(
                {std::stoull(record.at("household_id")), std::stoull(record.at("basket_id")), *row});
        }
        std::stable_sort(lines.begin(), lines.end(),
                         [](const GrocerLine& a, const GrocerLine& b) { return a.household < b.household; });
    }
    std::vector<core::catalogue::Row> rows_of(const std::string& list) const {
        std::vector<core::catalogue::Row> rows;
        for (std::size_t from = 0; from < list.size();) {
            const auto to = std::min(list.find('|', from), list.size());
            if (const auto row = articles->find(list.substr(from, to - from))) rows.push_back(*row);
            from = to + 1;
        }
        return rows;
    }
    void read_cases(const std::string& folder) {
        std::map<std::string, std::vector<core::catalogue::Row>> sets;
        for (const auto& record : records(folder + "candidates.csv"))
            sets[record.at("candidate_set")] = rows_of(record.at("products"));
        for (const auto& record : records(folder + "cases_dev.csv")) {
            const auto wanted = articles->find(record.at("wanted")),
                       chosen = articles->find(record.at("chosen"));
            REQUIRE((wanted && chosen));
            cases.push_back({std::stoull(record.at("customer")), *wanted, *chosen,
                             sets[record.at("candidate_set")], record.at("evidence").starts_with("instead")});
        }
    }
};

}  // namespace makegood::tests
