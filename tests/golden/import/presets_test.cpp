// Export files as the other systems write them, and what is read from them. After a change that is meant,
// run with MAKEGOOD_APPROVE=1 and review the difference.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "app/config/mapping.hpp"
#include "app/service/import_catalogue.hpp"
#include "db/terminal/sqlite_catalogue_files.hpp"
#include "tests/support/temp_folder.hpp"

using namespace makegood;

namespace {

struct Export {
    std::string preset, currency;
};

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const auto& word : words) out += (out.empty() ? "" : " | ") + word;
    return out;
}

std::string written(const core::catalogue::Article& article, const Currency& currency) {
    const auto money = [&](const std::optional<Money>& amount) {
        return amount ? base::format_plain(*amount, currency) : "unknown";
    };
    std::ostringstream out;
    out << article.number.text() << "\n  name " << article.name << "\n  gtin "
        << (article.gtin ? article.gtin->text() : "none") << "\n  brand " << article.brand << "\n  category "
        << joined(article.category) << "\n  size \"" << article.size_words
        << "\" = " << format_size(article.size) << "\n  price " << money(article.price) << "\n  cost "
        << money(article.cost) << "\n  stock " << (article.stock ? std::to_string(*article.stock) : "unknown")
        << "\n  labels " << joined(article.labels) << "\n";
    return out.str();
}

std::string written(const service::ImportReport& report) {
    std::ostringstream out;
    out << "rows " << report.rows << ", added " << report.added << ", rejected " << report.rejected
        << ", passed over " << report.passed_over << "\n";
    for (const auto& note : report.notes) out << "note: " << note << "\n";
    for (const auto& row : report.bad) out << "line " << row.line << " not taken: " << row.reason << "\n";
    for (const auto& row : report.remarks) out << "line " << row.line << ": " << row.reason << "\n";
    return out.str();
}

std::string content(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
}

}  // namespace

TEST_CASE("the export files of known systems are recognised and read") {
    const auto each = GENERATE(values<Export>({{"odoo", "EUR"},
                                               {"odoo-fields", "EUR"},
                                               {"shopify", "USD"},
                                               {"shopify-classic", "USD"},
                                               {"square", "USD"},
                                               {"lightspeed-x", "EUR"},
                                               {"lightspeed-r", "EUR"},
                                               {"woocommerce", "EUR"},
                                               {"woocommerce-de", "EUR"},
                                               {"woocommerce-fr", "EUR"}}));
    INFO(each.preset);
    const auto presets = config::load_presets("kiosk-config/presets");
    REQUIRE(presets);
    const auto currency = Currency::from_code(each.currency).value();
    const tests::TempFolder folder;
    db::terminal::SqliteCatalogueFiles files(folder.path());
    service::ImportRequest request;
    request.path = "tests/golden/import/files/" + each.preset + ".csv";
    const auto made = service::make_import(files, "", currency, *presets, request, {});
    if (!made) FAIL(made.error().sentence);
    const auto catalogue = files.load(made->finished->file);
    REQUIRE(catalogue);

    std::string read = written(made->report);
    for (core::catalogue::Row row = 0; row < (*catalogue)->size(); ++row)
        read += written((*catalogue)->article(row), currency);
    const std::string approved = "tests/golden/import/approved/" + each.preset + ".txt";
    if (std::getenv("MAKEGOOD_APPROVE") != nullptr) std::ofstream(approved, std::ios::binary) << read;
    CHECK(read == content(approved));
}

TEST_CASE("the demo shop's catalogue goes in without a remark") {
    const auto presets = config::load_presets("kiosk-config/presets");
    REQUIRE(presets);
    const tests::TempFolder folder;
    db::terminal::SqliteCatalogueFiles files(folder.path());
    service::ImportRequest request;
    request.path = "kiosk-config/demo/catalogue.csv";
    const auto made =
        service::make_import(files, "", Currency::from_code("USD").value(), *presets, request, {});
    if (!made) FAIL(made.error().sentence);
    CHECK(made->report.rows > 100);
    CHECK(made->report.added == made->report.rows);
    CHECK(made->report.remarked == 0);
    CHECK(made->with_stock);
}
