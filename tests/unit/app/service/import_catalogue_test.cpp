#include "app/service/import_catalogue.hpp"

#include <catch2/catch.hpp>

#include "db/terminal/sqlite_catalogue_files.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/support/world.hpp"

using namespace makegood;
using core::catalogue::Mapping;
using service::ImportMade;
using service::ImportRequest;
using tests::TempFolder;

namespace {

Mapping plain_mapping() {
    Mapping mapping;
    mapping.name = "plain";
    mapping.recognise = {"number", "name"};
    for (const auto* field :
         {"number", "gtin", "name", "brand", "category", "size", "price", "cost", "stock", "place"})
        mapping.columns[field] = {field};
    return mapping;
}

// A folder with catalogues, and imports into it.
struct Shop {
    TempFolder folder;
    db::terminal::SqliteCatalogueFiles files{folder.path()};
    std::string current;
    std::vector<service::ImportProgress> told;

    Result<ImportMade> import(const std::string& content, bool dry_run = false) {
        ImportRequest request;
        request.path = folder.write("export.csv", content);
        request.dry_run = dry_run;
        return service::make_import(files, current, Currency::from_code("USD").value(), {plain_mapping()},
                                    request, [this](const auto& progress) { told.push_back(progress); });
    }
    ImportMade taken(const std::string& content) {
        auto made = import(content);
        if (!made) FAIL(made.error().sentence);
        current = made->finished->file;
        return *made;
    }
    std::string refused(const std::string& content) {
        const auto made = import(content);
        REQUIRE_FALSE(made);
        CHECK(catalogues() == (current.empty() ? 0 : 1));  // nothing is left behind
        return made.error().sentence;
    }
    int catalogues() const {
        int count = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
            count += entry.path().filename().string().starts_with("catalogue-");
        return count;
    }
};

constexpr const char* first =
    "number,name,size,price,stock\n1,Oil,400 ml,5.99,3\n2,Salt,,1.00,\n3,Rice,1 kg,2.00,9\n";

}  // namespace

TEST_CASE("an import adds, changes and leaves alone") {
    Shop shop;
    const auto made = shop.taken(first);
    CHECK(made.report.added == 3);
    CHECK(made.with_stock);
    const auto again =
        shop.taken("number,name,size,price,stock\n1,Oil,400 ml,6.49,3\n3,Rice,1 kg,2.00,9\n4,Tea,,3.00,1\n");
    CHECK(again.report.added == 1);
    CHECK(again.report.changed == 1);
    CHECK(again.report.unchanged == 1);
    CHECK(again.report.articles == 4);  // what the file does not name stays
    const auto catalogue = shop.files.load(shop.current);
    REQUIRE(catalogue);
    CHECK((*catalogue)->view(*(*catalogue)->find("1")).price == Money::minor(649));
    CHECK((*catalogue)->find("2"));
}

TEST_CASE("a dry run says what would change and writes nothing") {
    Shop shop;
    shop.taken(first);
    const auto made = shop.import(
        "number,name,size,price,stock\n1,Oil,400 ml,6.49,0\n3,Rice,1 kg,2.00,9\n4,Tea,,3.00,1\n", true);
    REQUIRE(made);
    CHECK_FALSE(made->finished);
    CHECK(made->report.dry_run);
    CHECK(made->report.changes ==
          std::vector<std::string>{"1 Oil: price $5.99 -> $6.49, stock 3 -> 0", "new: 4 Tea, $3.00"});
    CHECK(shop.catalogues() == 1);
    CHECK((*shop.files.load(shop.current))->size() == 3);
}

TEST_CASE("a bad row is reported with its line and never stops the good ones") {
    Shop shop;
    const auto made = shop.taken(
        "number,name,price\n1,Oil,5.99\n,Salt,1\n3,Rice,cheap\n4,\"two\nlines\",1\n5,Tea,2\n6,Cut");
    CHECK(made.report.rows == 6);
    CHECK(made.report.added == 3);
    CHECK(made.report.rejected == 3);
    REQUIRE(made.report.bad.size() == 3);
    CHECK(made.report.bad[0].line == 3);
    CHECK(made.report.bad[1].line == 4);
    CHECK_THAT(made.report.bad[1].reason, Catch::Contains("cheap"));
    CHECK(made.report.bad[2].line == 8);
    CHECK(made.report.added + made.report.rejected == made.report.rows);
}

TEST_CASE("of two rows with one number the later is kept and both are mentioned") {
    Shop shop;
    const auto made = shop.taken("number,name,price\n1,Oil,5\n1,Better oil,6\n");
    CHECK(made.report.added == 1);
    REQUIRE(made.report.remarks.size() == 1);
    CHECK(made.report.remarks[0].line == 3);
    CHECK((*shop.files.load(shop.current))->view(0).name == "Better oil");
    // Also in an update of what was there.
    const auto again = shop.taken("number,name,price\n1,Best oil,5\n1,Oil again,6\n");
    CHECK(again.report.changed == 1);
    CHECK(again.report.remarked == 1);
}

TEST_CASE("one barcode on two articles is kept and noted") {
    Shop shop;
    const auto made = shop.taken("number,gtin,name\nA,4006381333931,Oil\nB,4006381333931,Oil too\n");
    CHECK(made.report.added == 2);
    CHECK_THAT(made.report.notes.back(), Catch::Contains("4006381333931: A, B"));
}

TEST_CASE("a file that gives nothing is refused and leaves nothing") {
    Shop shop;
    CHECK_THAT(shop.refused("number,name\n"), Catch::Contains("no rows"));
    CHECK_THAT(shop.refused("number,name\n,x\n,y\n"), Catch::Contains("Not one of the 2 rows"));
    CHECK_THAT(shop.refused("foo,bar\n1,2\n"), Catch::Contains("\"foo\", \"bar\""));
    CHECK_THAT(shop.refused("foo,bar\n1,2\n"), Catch::Contains("plain"));
    CHECK_THAT(shop.refused(""), Catch::Contains("empty"));
    shop.taken(first);
    CHECK_THAT(shop.refused("number,name\n,x\n"), Catch::Contains("Not one"));
}

TEST_CASE("a preset is asked for by name") {
    Shop shop;
    ImportRequest request;
    request.path = shop.folder.write("export.csv", first);
    request.preset = "plane";
    const auto made = service::make_import(shop.files, "", Currency::from_code("USD").value(),
                                           {plain_mapping()}, request, {});
    REQUIRE_FALSE(made);
    CHECK_THAT(made.error().sentence, Catch::Contains("there are: plain"));
}

TEST_CASE("progress is told and ends with the whole file") {
    Shop shop;
    std::string content = "number,name\n";
    for (int i = 0; i < 10'000; ++i) content += std::to_string(i) + ",Article\n";
    shop.taken(content);
    REQUIRE(shop.told.size() >= 2);
    CHECK(shop.told.back().rows == 10'000);
    CHECK(shop.told.back().bytes_done == shop.told.back().bytes_all);
    CHECK(shop.told.front().rows < 10'000);
}

TEST_CASE("an import becomes current by one event, and stock is counted anew") {
    tests::World world;
    auto& desk = world.desk();
    desk.given[ArticleNumber("1")] = 2;
    const TempFolder folder;
    ImportRequest request;
    request.path = folder.write("export.csv", first);
    const auto made =
        service::make_import(desk.catalogues, "", desk.currency, {plain_mapping()}, request, {});
    REQUIRE(made);
    REQUIRE(service::adopt_import(desk, *made, PersonId("p1")));
    const auto current = desk.store.catalogue();
    REQUIRE(current);
    REQUIRE(*current);
    CHECK((*current)->file == made->finished->file);
    CHECK((*current)->digest.size() == 64);
    CHECK((*current)->articles == 3);
    CHECK((*current)->with_stock);
    CHECK(desk.given.empty());
}
