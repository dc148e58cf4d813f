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
         {"number", "gtin", "name", "brand", "tier", "category", "size", "price", "cost", "stock", "place"})
        mapping.columns[field] = {field};
    return mapping;
}

// For files that bring known articles up to date.
Mapping update_mapping() {
    Mapping mapping = plain_mapping();
    mapping.name = "update";
    mapping.recognise = {"number | gtin", "price"};
    mapping.columns.erase("name");
    return mapping;
}

// A folder with catalogues, and imports into it.
struct Shop {
    TempFolder folder;
    db::terminal::SqliteCatalogueFiles files{folder.path()};
    std::string current;
    std::vector<service::ImportProgress> told;

    Result<ImportMade> import(const std::string& content, bool dry_run = false, bool complete = false) {
        ImportRequest request;
        request.path = folder.write("export.csv", content);
        request.dry_run = dry_run;
        request.complete = complete;
        return service::make_import(files, current, Currency::from_code("USD").value(),
                                    {plain_mapping(), update_mapping()}, request,
                                    [this](const auto& progress) { told.push_back(progress); });
    }
    ImportMade taken(const std::string& content, bool complete = false) {
        auto made = import(content, false, complete);
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
    core::catalogue::Article article(const std::string& number) {
        const auto catalogue = files.load(current);
        REQUIRE(catalogue);
        const auto row = (*catalogue)->find(number);
        REQUIRE(row);
        return (*catalogue)->article(*row);
    }
    int catalogues() const {
        int count = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
            count += entry.path().filename().string().starts_with("catalogue-") &&
                     entry.path().extension() != ".image";  // that one is made by reading
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

TEST_CASE("what a file has no column for stays as it was; an empty cell empties") {
    Shop shop;
    shop.taken(
        "number,gtin,name,brand,tier,category,size,price,cost,stock,place\n"
        "1,4006381333931,Oil,Good,National,Food,400 ml,5.99,3.00,3,Aisle 1\n"
        "2,,Salt,Sea,Private,Food,1 kg,1.00,0.40,8,Aisle "
        "2\n");
    const auto before = shop.article("1");
    CHECK(before.tier == "National");
    const auto names = shop.taken("number,name,price\n1,Oil,6.49\n2,Salt,1.00\n3,Tea,2.00\n");
    CHECK(names.report.changed == 1);
    CHECK(names.report.unchanged == 1);
    CHECK_FALSE(names.with_stock);
    auto expected = before;
    expected.price = Money::minor(649);
    CHECK(shop.article("1") == expected);
    CHECK(shop.article("3").brand.empty());  // nothing of the row before
    CHECK_FALSE(shop.article("3").stock);
    shop.taken("number,name,stock,place\n1,Oil,,\n");
    expected.stock.reset(), expected.place.clear();
    CHECK(shop.article("1") == expected);
    shop.taken("number,name\n1,Oil 750 ml\n");
    CHECK(shop.article("1").size_words == "400 ml");
}

TEST_CASE("numbers or barcodes with prices bring known articles up to date") {
    Shop shop;
    CHECK_THAT(shop.refused("number,price\n1,2.00\n"), Catch::Contains("no names"));
    shop.taken("number,gtin,name,price\n1,4006381333931,Oil,5.99\n2,,Salt,1.00\n");
    const auto made = shop.taken("gtin,price\n4006381333931,6.49\n4006381333948,1.00\n");
    CHECK(made.report.changed == 1);
    CHECK(made.report.added == 0);
    REQUIRE(made.report.bad.size() == 1);
    CHECK_THAT(made.report.bad[0].reason, Catch::Contains("gives no name"));
    CHECK(shop.article("1").price == Money::minor(649));
    CHECK(shop.article("1").name == "Oil");
    shop.taken("number,price\n2,0.99\n");
    CHECK(shop.article("2").price == Money::minor(99));
}

TEST_CASE("what a file does not name stays, unless the file is complete") {
    Shop shop;
    shop.taken(first);
    const std::string less = "number,name,size,price,stock\n1,Oil,400 ml,5.99,3\n";
    const auto kept = shop.taken(less);
    CHECK(kept.report.absent == 2);
    CHECK(kept.report.taken_out == 0);
    CHECK(kept.report.articles == 3);
    CHECK_THAT(kept.report.notes.back(), Catch::Contains("does not name: 2; they stay"));

    const auto dry = shop.import(less, true, true);
    REQUIRE(dry);
    CHECK(dry->report.taken_out == 2);
    CHECK(dry->report.articles == 1);
    CHECK(dry->report.changes == std::vector<std::string>{"out: 2 Salt", "out: 3 Rice"});
    CHECK(shop.article("2").name == "Salt");

    const auto damaged = shop.taken(less + "3,,,,\n", true);
    CHECK(damaged.report.taken_out == 0);
    CHECK_THAT(damaged.report.notes.back(), Catch::Contains("could not be read"));
    const auto cut = shop.taken(less + "3,Ri", true);
    CHECK(cut.report.cut_off);
    CHECK(cut.report.taken_out == 0);

    const auto whole = shop.taken(less + "4,Tea,,3.00,1\n", true);
    CHECK(whole.report.taken_out == 2);
    CHECK(whole.report.articles == 2);
    CHECK(shop.article("4").name == "Tea");
    CHECK((*shop.files.load(shop.current))->size() == 2);
    shop.taken("number,name\n2,Salt again\n");  // over a catalogue with gaps
    CHECK(shop.article("2").name == "Salt again");
}

TEST_CASE("an import is the way back when the catalogue is gone") {
    Shop shop;
    shop.taken(first);
    std::filesystem::remove(shop.folder.path() + "/" + shop.current);
    const auto made = shop.taken(first);
    CHECK(made.report.added == 3);
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
    CHECK_THAT(shop.refused("number,name\n,x\n"), Catch::Contains("The only row"));
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

    // Made of what was current before: it would take back what came meanwhile.
    const auto late =
        service::make_import(desk.catalogues, "", desk.currency, {plain_mapping()}, request, {});
    REQUIRE(late);
    const auto refused = service::adopt_import(desk, *late, PersonId("p1"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::refused);
    CHECK((*desk.store.catalogue())->file == made->finished->file);
    CHECK(desk.catalogues.load(made->finished->file));
}
