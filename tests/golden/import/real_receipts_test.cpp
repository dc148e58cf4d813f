#include <catch2/catch.hpp>
#include <cstdlib>

#include "app/config/mapping.hpp"
#include "app/service/import_sales.hpp"
#include "db/terminal/sqlite_catalogue_files.hpp"
#include "db/terminal/sqlite_learnt_files.hpp"
#include "tests/support/temp_folder.hpp"

using namespace makegood;

namespace {

struct Real {
    std::string articles, receipts, mapping, currency;
    std::uint64_t rows, lines, returned, unknown, households, baskets;
};

core::catalogue::Mapping mapping_named(const std::string& name, config::MappingOf what) {
    const auto mapping = config::load_mapping("tests/support/mappings/" + name + ".toml", what);
    if (!mapping) FAIL(mapping.error().sentence);
    return *mapping;
}

}  // namespace

TEST_CASE("real receipts are learnt from, with their mapping files") {
    const char* data = std::getenv("MAKEGOOD_DATA");
    if (data == nullptr) {
        WARN("skipped: MAKEGOOD_DATA names no folder");
        return;
    }
    const std::string root = data;
    const auto real = GENERATE(
        values<Real>({{"complete_journey/products.csv.gz", "complete_journey/transactions_dev.csv.gz",
                       "complete_journey", "USD", 49'918, 49'572, 346, 0, 1'215, 0},
                      {"online_retail/catalogue.csv", "online_retail/transactions.csv.gz", "online_retail",
                       "GBP", 536'429, 526'273, 8'704, 1'452, 4'333, 1'369}}));
    INFO(real.receipts);
    const tests::TempFolder folder;
    db::terminal::SqliteCatalogueFiles files(folder.path());
    service::ImportRequest articles;
    articles.path = root + "/" + real.articles;
    articles.mapping = mapping_named(real.mapping, config::MappingOf::articles);
    const auto imported =
        service::make_import(files, "", Currency::from_code(real.currency).value(), {}, articles, {});
    REQUIRE(imported);
    const auto catalogue = files.load(imported->finished->file).value();

    db::terminal::SqliteLearntFiles learnt(folder.path());
    service::SalesRequest request;
    request.path = root + "/" + real.receipts;
    request.mapping = mapping_named(real.mapping + "_sales", config::MappingOf::receipts);
    const auto made = service::make_sales_import(learnt, "", catalogue, {}, request, {});
    if (!made) FAIL(made.error().sentence);
    const auto& report = made->report;
    CHECK(report.rows == real.rows);
    CHECK(report.lines == real.lines);
    CHECK(report.returned == real.returned);
    CHECK(report.unknown == real.unknown);
    CHECK(report.rejected == 0);
    CHECK(report.households == real.households);
    CHECK(report.baskets == real.baskets);
    const auto counts = learnt.load(made->finished->file, *catalogue, imported->finished->file).value();
    CHECK(counts->total_households() == real.households);
    CHECK(counts->pairs.size() > 10'000);
}
