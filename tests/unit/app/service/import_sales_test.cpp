#include "app/service/import_sales.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "app/config/mapping.hpp"
#include "db/terminal/sqlite_learnt_files.hpp"
#include "tests/support/temp_folder.hpp"

using namespace makegood;
using service::SalesMade;
using service::SalesRequest;
using tests::TempFolder;

namespace {

std::shared_ptr<const core::catalogue::Catalogue> three_milks() {
    core::catalogue::Catalogue::Builder builder;
    for (const auto* number : {"A", "B", "C"}) {
        core::catalogue::Article article;
        article.number = ArticleNumber(number);
        article.name = "Milk";
        article.category = {"Milk"};
        builder.add(article);
    }
    return builder.build();
}

// A folder with what was learnt, and imports into it.
struct Shop {
    TempFolder folder;
    db::terminal::SqliteLearntFiles files{folder.path()};
    std::shared_ptr<const core::catalogue::Catalogue> articles = three_milks();
    std::string current;
    std::uint64_t told = 0;

    Result<SalesMade> import(const std::string& content, SalesRequest request = {}) {
        request.path = folder.write("receipts.csv", content);
        const auto preset =
            config::load_mapping("kiosk-config/presets/receipts/makegood.toml", config::MappingOf::receipts);
        REQUIRE(preset);
        return service::make_sales_import(files, current, articles, {*preset}, request,
                                          [this](const auto& progress) { told = progress.rows; });
    }
    SalesMade taken(const std::string& content, const SalesRequest& request = {}) {
        auto made = import(content, request);
        if (!made) FAIL(made.error().sentence);
        if (made->finished) current = made->finished->file;
        return *made;
    }
    std::string refused(const std::string& content) {
        const auto before = files_of_it();
        const auto made = import(content);
        REQUIRE_FALSE(made);
        CHECK(files_of_it() == before);
        return made.error().sentence;
    }
    int files_of_it() const {
        int count = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
            count += entry.path().filename().string().starts_with("learnt-");
        return count;
    }
};

constexpr const char* receipts =
    "article,basket,household,quantity,value\n"
    "A,1,h1,1,0.99\nB,2,h1,1,1.09\nA,3,h2,2,1.98\nC,3,h2,1,0.50\nA,4,h3,-1,-0.99\nB,5,h3,1,0\n";

bool says(const std::vector<std::string>& notes, const std::string& words) {
    return std::any_of(notes.begin(), notes.end(),
                       [&](const auto& note) { return note.find(words) != note.npos; });
}

}  // namespace

TEST_CASE("receipts are counted; returns and what was not paid are told and left out") {
    Shop shop;
    const auto made = shop.taken(receipts);
    const auto& report = made.report;
    CHECK(report.rows == 6);
    CHECK(report.lines == 4);
    CHECK(report.returned == 2);
    CHECK(report.households == 2);
    CHECK(report.articles == 3);
    CHECK(report.bad.empty());
    CHECK(says(report.notes, "not counted: 2"));
    CHECK(shop.told == 6);
    CHECK(shop.files_of_it() == 1);
}

TEST_CASE("an unknown article or a bad row is told with its line and never stops the others") {
    Shop shop;
    const auto report =
        shop.taken(std::string(receipts) + "Z,6,h1,1,1\nB,6,h1,lots,1\nB,6\nC,7,h1,1,1\n").report;
    CHECK(report.lines == 5);
    CHECK(report.unknown == 1);
    CHECK(report.rejected == 2);
    REQUIRE(report.bad.size() == 3);
    CHECK(report.bad[0].line == 8);
    CHECK_THAT(report.bad[0].reason, Catch::Contains("\"Z\""));
    CHECK(report.bad[1].line == 9);
    CHECK(report.bad[2].line == 10);
}

TEST_CASE("without a column of households baskets count, and it is said that no pairs are learnt") {
    Shop shop;
    SalesRequest request;
    request.mapping = core::catalogue::Mapping();
    request.mapping->name = "mine";
    request.mapping->columns = {{"article", {"item"}}, {"basket", {"receipt"}}};
    const auto made = shop.taken("item;receipt\nA;1\nB;1\nA;2\n", request);
    CHECK(made.report.households == 0);
    CHECK(made.report.baskets == 2);
    CHECK(says(made.report.notes, "no column says"));
}

TEST_CASE("a dry run counts and writes nothing") {
    Shop shop;
    SalesRequest request;
    request.dry_run = true;
    const auto made = shop.taken(receipts, request);
    CHECK_FALSE(made.finished);
    CHECK(made.report.lines == 4);
    CHECK(made.report.all_households == 2);
    CHECK(shop.files_of_it() == 0);
}

TEST_CASE("of a file that was cut off nothing is counted, and what was learnt stays") {
    Shop shop;
    shop.taken(receipts);
    const auto before = shop.current;
    const std::string whole = "article,basket,household,quantity,value\nA,9,h1,1,0.99\nB,9,h1,1,1.09\n";
    const auto made = shop.taken(whole.substr(0, whole.size() - 7));
    CHECK(made.report.cut_off);
    CHECK_FALSE(made.finished);
    CHECK(shop.current == before);
    CHECK(shop.files_of_it() == 1);
    CHECK(shop.taken(whole).report.all_lines == 6);
}

TEST_CASE("a second file adds to the first; the same one is refused") {
    Shop shop;
    shop.taken(receipts);
    CHECK_THAT(shop.refused(receipts), Catch::Contains("taken in before"));
    const auto more = shop.taken("article,basket,household,quantity,value\nA,9,h1,1,0.99\n");
    CHECK(more.report.households == 1);
    CHECK(more.report.all_households == 3);
    CHECK(more.report.all_lines == 5);
    CHECK(says(more.report.notes, "counts anew"));
    SalesRequest request;
    request.anew = true;
    CHECK(shop.taken(receipts, request).report.all_households == 2);
}

TEST_CASE("a file of receipts that gives nothing is refused and leaves nothing") {
    Shop shop;
    CHECK_THAT(shop.refused("article,basket,quantity,value\n"), Catch::Contains("no rows"));
    CHECK_THAT(shop.refused("article,basket,quantity,value\nA,1,-1,2\n"), Catch::Contains("returns"));
    CHECK_THAT(shop.refused("article,basket,quantity,value\nZ,1,1,2\n"),
               Catch::Contains("Line 2") && Catch::Contains("\"Z\""));
    CHECK_THAT(shop.refused("item,receipt\nA,1\n"), Catch::Contains("mapping file"));
    shop.articles = core::catalogue::Catalogue::Builder().build();
    CHECK_THAT(shop.refused(receipts), Catch::Contains("import catalogue"));
}
