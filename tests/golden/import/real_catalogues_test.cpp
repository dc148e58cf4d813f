#include <catch2/catch.hpp>
#include <cstdlib>

#include "app/config/mapping.hpp"
#include "app/service/import_catalogue.hpp"
#include "db/terminal/sqlite_catalogue_files.hpp"
#include "tests/support/temp_folder.hpp"

using namespace makegood;

namespace {

struct Real {
    std::string file, mapping, currency;
    std::uint64_t articles;
};

std::string data_folder() {
    const char* folder = std::getenv("MAKEGOOD_DATA");
    return folder == nullptr ? "" : folder;
}

}  // namespace

TEST_CASE("real catalogues go in whole, with their mapping files") {
    if (data_folder().empty()) {
        WARN("skipped: MAKEGOOD_DATA names no folder");
        return;
    }
    const auto real =
        GENERATE(values<Real>({{"complete_journey/products.csv.gz", "complete_journey", "USD", 92'331},
                               {"online_retail/catalogue.csv", "online_retail", "GBP", 3'768},
                               {"openfoodfacts/catalogue_full_1541.csv", "openfoodfacts", "EUR", 1'541}}));
    INFO(real.file);
    const tests::TempFolder folder;
    db::terminal::SqliteCatalogueFiles files(folder.path());
    service::ImportRequest request;
    request.path = data_folder() + "/" + real.file;
    const auto mapping = config::load_mapping("tests/support/mappings/" + real.mapping + ".toml");
    REQUIRE(mapping);
    request.mapping = *mapping;
    const auto currency = Currency::from_code(real.currency).value();

    const auto made = service::make_import(files, "", currency, {}, request, {});
    if (!made) FAIL(made.error().sentence);
    for (const auto& note : made->report.notes) INFO(note);
    CHECK(made->report.rows == real.articles);
    CHECK(made->report.rejected == 0);
    CHECK(made->report.added == real.articles);
    CHECK(made->report.articles == real.articles);

    const auto catalogue = files.load(made->finished->file);
    REQUIRE(catalogue);
    CHECK((*catalogue)->size() == real.articles);
    const auto again = service::make_import(files, made->finished->file, currency, {}, request, {});
    REQUIRE(again);
    CHECK(again->report.unchanged == real.articles);
    CHECK(again->report.added + again->report.changed == 0);
}
