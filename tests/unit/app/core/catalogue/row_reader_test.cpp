#include <catch2/catch.hpp>

#include "app/core/catalogue/import_row.hpp"

using namespace makegood;
using namespace makegood::core::catalogue;

namespace {

const std::vector<std::string> headers = {"Number", "EAN",  "Title", "Group", "Size",
                                          "Price",  "Cost", "Stock", "Tags"};

Mapping plain_mapping() {
    Mapping mapping;
    mapping.name = "test";
    mapping.columns = {{"number", {"number"}},  {"gtin", {"ean"}},    {"name", {"title"}},
                       {"category", {"group"}}, {"size", {"size"}},   {"price", {"price"}},
                       {"cost", {"cost"}},      {"stock", {"stock"}}, {"labels", {"tags"}}};
    mapping.category_separator = ">";
    return mapping;
}

RowReader reader(const Mapping& mapping, const std::vector<std::string>& columns = headers) {
    return RowReader::bind(mapping, columns, Currency::from_code("EUR").value()).value();
}

// A row of which only some cells are given.
struct Cells {
    explicit Cells(const std::map<std::string, std::string>& given,
                   const std::vector<std::string>& columns = headers) {
        for (const auto& column : columns) texts.push_back(given.contains(column) ? given.at(column) : "");
        for (const auto& text : texts) views.push_back(text);
    }
    std::vector<std::string> texts;
    std::vector<std::string_view> views;
};

ReadRow read(const std::map<std::string, std::string>& given, const Mapping& mapping = plain_mapping()) {
    auto bound = reader(mapping);
    ReadRow row;
    const auto kind = bound.read(Cells(given).views, row);
    if (!kind) FAIL(kind.error().sentence);
    REQUIRE(*kind == RowKind::article);
    return row;
}

std::string refusal(const std::map<std::string, std::string>& given) {
    auto bound = reader(plain_mapping());
    ReadRow row;
    const auto kind = bound.read(Cells(given).views, row);
    return kind ? "taken" : kind.error().sentence;
}

std::string remarks(const ReadRow& row) {
    std::string all;
    for (const auto& remark : row.remarks) all += remark + "\n";
    return all;
}

}  // namespace

TEST_CASE("a whole row becomes an article") {
    const auto row = read({{"Number", " 4711 "},
                           {"EAN", "4006381333931"},
                           {"Title", "Coconut  oil\n(raw)"},
                           {"Group", "Pantry > Oils"},
                           {"Size", "400 ml"},
                           {"Price", "€ 5,99"},
                           {"Cost", "3.11"},
                           {"Stock", "1,250.7"},
                           {"Tags", "Vegan, organic,vegan,"}});
    const Article& article = row.article;
    CHECK(article.number.text() == "4711");
    CHECK(article.gtin->text() == "4006381333931");
    CHECK(article.name == "Coconut oil (raw)");
    CHECK(article.category == std::vector<std::string>{"Pantry", "Oils"});
    CHECK(article.size.total_milli == 400'000);
    CHECK(article.price == Money::minor(599));
    CHECK(article.cost == Money::minor(311));
    CHECK(article.stock == 1250);
    CHECK(article.labels == std::vector<std::string>{"vegan", "organic"});
    CHECK(row.remarks.empty());
}

TEST_CASE("a row that lacks what it must have is refused with the reason") {
    CHECK_THAT(refusal({{"Title", "Oil"}}), Catch::Contains("no number"));
    CHECK_THAT(refusal({{"Number", "1"}}), Catch::Contains("no name"));
    CHECK_THAT(refusal({{"Number", "1"}, {"Title", "Oil"}, {"Price", "cheap"}}), Catch::Contains("cheap"));
    CHECK_THAT(refusal({{"Number", "1"}, {"Title", "Oil"}, {"Price", "-1"}}), Catch::Contains("below zero"));
    CHECK_THAT(refusal({{"Number", "1"}, {"Title", "Oil"}, {"Price", "99999999999999999"}}),
               Catch::Contains("more than"));
    CHECK_THAT(refusal({{"Number", "1.23E+10"}, {"Title", "Oil"}}), Catch::Contains("spreadsheet"));
    CHECK_THAT(refusal({{"Number", std::string(101, '1')}, {"Title", "Oil"}}), Catch::Contains("100"));
    CHECK_THAT(refusal({{"Number", "1"}, {"Title", std::string(1001, 'x')}}), Catch::Contains("1,000"));
}

TEST_CASE("a row that can be used is kept, and what was left out is said") {
    struct Case {
        std::map<std::string, std::string> cells;
        std::string remark;
    };
    for (const auto& [cells, remark] :
         std::vector<Case>{{{{"EAN", "4006381333932"}}, "check digit is 2 and should be 1"},
                           {{{"EAN", "4.00638E+12"}}, "spreadsheet"},
                           {{{"EAN", "ABC"}}, "other characters"},
                           {{{"EAN", "36000291452"}}, "leading zeros"},
                           {{{"Price", "0"}}, "price is 0"},
                           {{{"Price", "1.2345"}}, "rounded to €1.23"},
                           {{{"Cost", "lots"}}, "cost \"lots\" is not used"},
                           {{{"Stock", "many"}}, "stock \"many\""}}) {
        auto given = cells;
        given["Number"] = "1";
        given["Title"] = "Oil";
        INFO(remark);
        CHECK_THAT(remarks(read(given)), Catch::Contains(remark));
    }
}

TEST_CASE("a price that may be thousands is read as the file's other prices are, or with a remark") {
    const auto price_after = [](const std::vector<std::string>& prices, ReadRow& row) {
        auto bound = reader(plain_mapping());
        for (const auto& price : prices) {
            const auto kind =
                bound.read(Cells({{"Number", "1"}, {"Title", "Oil"}, {"Price", price}}).views, row);
            REQUIRE(kind);
        }
        return row.article.price.value().minor();
    };
    ReadRow row;
    CHECK(price_after({"5.99", "5.990"}, row) == 599);
    CHECK(price_after({"5,99", "1.234"}, row) == 123'400);
    CHECK(price_after({"5,99", "5,990"}, row) == 599);
    CHECK_THAT(remarks(row), !Catch::Contains("read as"));
    CHECK(price_after({"5.990"}, row) == 599'000);
    CHECK_THAT(remarks(row), Catch::Contains("was read as €5990.00"));
}

TEST_CASE("spreadsheets' damage is undone where that is certain") {
    const auto gtin = [](const std::string& cell) {
        const auto row = read({{"Number", "1"}, {"Title", "Oil"}, {"EAN", cell}});
        return row.article.gtin ? row.article.gtin->text() : "none";
    };
    CHECK(gtin("36000291452") == "0036000291452");
    CHECK(gtin("'4006381333931") == "4006381333931");
    CHECK(gtin("=\"4006381333931\"") == "4006381333931");
    CHECK(gtin("4006381333931.0") == "4006381333931");
    CHECK(gtin("36000291453") == "none");
    CHECK(gtin("6381333931") == "none");
}

TEST_CASE("a barcode is the number where there is no other") {
    CHECK(read({{"EAN", "04006381333931"}, {"Title", "Oil"}}).article.number.text() == "04006381333931");
    CHECK(read({{"EAN", "36000291452"}, {"Title", "Oil"}}).article.number.text() == "0036000291452");
    const auto bad = read({{"EAN", "4006381333932"}, {"Title", "Oil"}});
    CHECK(bad.article.number.text() == "4006381333932");
    CHECK_FALSE(bad.article.gtin);
}

TEST_CASE("sizes come from the name where no column has them") {
    CHECK(read({{"Number", "1"}, {"Title", "Oil 400 ml"}}).article.size.total_milli == 400'000);
    CHECK(read({{"Number", "1"}, {"Title", "Oil 400 ml"}}).article.size_words.empty());
    CHECK(read({{"Number", "1"}, {"Title", "Oil 400 ml"}, {"Size", "500 ml"}}).article.size.total_milli ==
          500'000);
}

TEST_CASE("stock is whole sellable pieces") {
    struct Case {
        std::string cell;
        std::optional<std::int64_t> pieces;
    };
    for (const auto& [cell, pieces] :
         std::vector<Case>{{"12", 12},
                           {"12.00", 12},
                           {"12,7", 12},
                           {"-3", 0},
                           {"0", 0},
                           {"", std::nullopt},
                           {"1'250", 1250},
                           {"1,250", 1},  // may be decimals: never promise too much
                           {"x", std::nullopt}}) {
        INFO(cell);
        CHECK(read({{"Number", "1"}, {"Title", "Oil"}, {"Stock", cell}}).article.stock == pieces);
    }
}

TEST_CASE("constants, joins, shares and tags fill what a file lacks") {
    Mapping mapping = plain_mapping();
    mapping.constants = {{"stock", "10"}, {"place", "Aisle 1"}};
    mapping.columns["name"] = {"Missing", "Group + Size"};
    mapping.columns.erase("stock");
    mapping.cost_of_price = Percent::whole(70);
    mapping.tags = true;
    mapping.category_separator = ",";
    const auto row = read({{"Number", "1"},
                           {"Group", "en:dairies,en:cream-cheeses"},
                           {"Size", "150 g"},
                           {"Price", "2.00"},
                           {"Tags", "en:no-colorings"}},
                          mapping);
    CHECK(row.article.name == "en:dairies,en:cream-cheeses 150 g");
    CHECK(row.article.category == std::vector<std::string>{"dairies", "cream cheeses"});
    CHECK(row.article.labels == std::vector<std::string>{"no colorings"});
    CHECK(row.article.stock == 10);
    CHECK(row.article.cost == Money::minor(140));
    CHECK(row.article.place == "Aisle 1");
}

TEST_CASE("a prefix makes a bare number a name, and stands before nothing that is empty") {
    Mapping mapping = plain_mapping();
    mapping.columns["brand"] = {"Tags"};
    mapping.columns["tier"] = {"Cost"};
    mapping.prefixes = {{"brand", "Maker "}};
    const auto row =
        read({{"Number", "1"}, {"Title", "Milk"}, {"Tags", "1085"}, {"Cost", "Private"}}, mapping);
    CHECK(row.article.brand == "Maker 1085");
    CHECK(row.article.tier == "Private");
    CHECK(read({{"Number", "1"}, {"Title", "Milk"}}, mapping).article.brand.empty());
}

TEST_CASE("of several paths in a cell the longest is taken, and escapes stand for themselves") {
    Mapping mapping = plain_mapping();
    mapping.category_alternatives = ",";
    const auto category = [&](const std::string& cell) {
        return read({{"Number", "1"}, {"Title", "Oil"}, {"Group", cell}}, mapping).article.category;
    };
    using Path = std::vector<std::string>;
    CHECK(category("Food, Food > Oils, Sale") == Path{"Food", "Oils"});
    CHECK(category("Oils\\, vinegar > a \\> b") == Path{"Oils, vinegar", "a > b"});
    CHECK(category(" > , ") == Path{});
}

TEST_CASE("variants take over what their first row says; other rows are passed over") {
    const std::vector<std::string> columns = {"Handle", "Title", "Option", "SKU", "Price", "Kind"};
    Mapping mapping;
    mapping.columns = {
        {"number", {"SKU", "Handle + Option"}}, {"name", {"Title + Option"}}, {"price", {"Price"}}};
    mapping.group = "Handle";
    mapping.fill_down = {"Title"};
    mapping.skip_when_empty = "Price";
    mapping.skip_values = {{"Kind", {"gift"}}};
    mapping.meaningless = {"Default"};
    auto bound = reader(mapping, columns);
    ReadRow row;
    const auto next = [&](const std::map<std::string, std::string>& given) {
        const auto kind = bound.read(Cells(given, columns).views, row);
        if (!kind) return kind.error().sentence;
        return *kind == RowKind::passed_over ? std::string("passed over")
                                             : row.article.number.text() + " = " + row.article.name;
    };
    CHECK(next({{"Handle", "oil"}, {"Title", "Oil"}, {"Option", "S"}, {"SKU", "1"}, {"Price", "1"}}) ==
          "1 = Oil S");
    CHECK(next({{"Handle", "oil"}, {"Option", "M"}, {"Price", "2"}}) == "oil M = Oil M");
    CHECK(next({{"Handle", "oil"}}) == "passed over");
    CHECK(next({{"Handle", "card"}, {"Title", "Card"}, {"Kind", "gift"}, {"Price", "9"}}) == "passed over");
    CHECK(next({{"Handle", "tea"}, {"Title", "Tea"}, {"Option", "Default"}, {"SKU", "2"}, {"Price", "3"}}) ==
          "2 = Tea");
    CHECK(next({{"Handle", "new"}, {"SKU", "3"}, {"Price", "3"}}) == "it has no name");
}

TEST_CASE("columns of several locations: this shop's, else the first with a note") {
    const std::vector<std::string> columns = {"SKU", "Name", "Quantity Main", "Quantity Harbour"};
    Mapping mapping;
    mapping.columns = {{"number", {"SKU"}}, {"name", {"Name"}}, {"stock", {"Quantity *"}}};
    const auto stock = [&] {
        auto bound = reader(mapping, columns);
        ReadRow row;
        REQUIRE(bound.read(
            Cells({{"SKU", "1"}, {"Name", "Oil"}, {"Quantity Main", "5"}, {"Quantity Harbour", "9"}}, columns)
                .views,
            row));
        return row.article.stock;
    };
    CHECK(stock() == 5);
    const auto notes = reader(mapping, columns).notes();
    CHECK(std::any_of(notes.begin(), notes.end(),
                      [](const auto& note) { return note.find("Harbour") != note.npos; }));
    mapping.location = "harbour";
    CHECK(stock() == 9);
}

TEST_CASE("a mapping that fits no column names the columns that are there") {
    const auto bound = RowReader::bind(plain_mapping(), std::vector<std::string>{"Foo", "Bar"}, Currency());
    REQUIRE_FALSE(bound);
    CHECK(bound.error().kind == ErrorKind::bad_input);
    CHECK_THAT(bound.error().sentence, Catch::Contains("\"Foo\", \"Bar\""));
}

TEST_CASE("headers are compared without case, mark and suffix") {
    CHECK(plain_header("\xEF\xBB\xBF"
                       "On hand (current)") == "on hand");
    CHECK(plain_header(" Available (not editable) ") == "available");
    CHECK(plain_header("(all)") == "(all)");
    CHECK(plain_header("GTIN, UPC, EAN, or ISBN") == "gtin, upc, ean, or isbn");
}

TEST_CASE("the preset with the most of its headers is chosen") {
    Mapping narrow, wide, blank;
    narrow.recognise = {"SKU"};
    wide.recognise = {"sku", "Weight"};
    const std::vector<Mapping> presets = {narrow, wide, blank};
    CHECK(recognise(presets, std::vector<std::string>{"SKU", "Weight (lb)"}) == &presets[1]);
    CHECK(recognise(presets, std::vector<std::string>{"SKU"}) == &presets[0]);
    CHECK(recognise(presets, std::vector<std::string>{"Name"}) == nullptr);
}

TEST_CASE("traces stand beside the allergens, also where a file has only one of the two") {
    const std::vector<std::string> columns = {"number", "name", "contains", "may contain"};
    Mapping both;
    both.columns = {
        {"number", {"number"}}, {"name", {"name"}}, {"allergens", {"contains"}}, {"traces", {"may contain"}}};
    const auto read_with = [&](const Mapping& mapping, const std::vector<std::string>& cells) {
        auto bound = reader(mapping, columns);
        const std::vector<std::string_view> views(cells.begin(), cells.end());
        ReadRow row;
        REQUIRE(bound.read(views, row));
        return row.article;
    };
    using Words = std::vector<std::string>;
    const auto article = read_with(both, {"1", "Bread", "Gluten, milk", "nuts,soy"});
    CHECK(article.allergens == Words{"gluten", "milk", "traces of nuts", "traces of soy"});

    const auto kept = [&](const std::string& field, const std::vector<std::string>& cells) {
        Mapping one = both;
        one.columns.erase(field);
        auto again = read_with(one, cells);
        reader(one, columns).keep(article, again);
        return again.allergens;
    };
    CHECK(kept("traces", {"1", "Bread", "gluten", ""}) == Words{"gluten", "traces of nuts", "traces of soy"});
    CHECK(kept("traces", {"1", "Bread", "gluten, traces of egg", ""}) == Words{"gluten", "traces of egg"});
    CHECK(kept("allergens", {"1", "Bread", "", "egg"}) == Words{"gluten", "milk", "traces of egg"});
    CHECK(kept("allergens", {"1", "Bread", "", ""}) == Words{"gluten", "milk"});
}

namespace {

// What two articles have after a file of these cells, through one reader and one row, as an import does it.
std::vector<std::vector<std::string>> brought_up_to_date(const Mapping& mapping,
                                                         const std::vector<std::vector<std::string>>& before,
                                                         const std::vector<std::string>& cells) {
    auto bound = reader(mapping, {"number", "contains"});
    ReadRow row;
    std::vector<std::vector<std::string>> after;
    for (std::size_t at = 0; at < cells.size(); ++at) {
        REQUIRE(bound.read(std::vector<std::string_view>{"1", cells[at]}, row));
        Article known;
        known.labels = {"vegan"};
        known.allergens = before[at];
        bound.keep(known, row.article);
        CHECK(row.article.labels == known.labels);
        after.push_back(row.article.allergens);
    }
    return after;
}

}  // namespace

TEST_CASE("what is kept of one article does not reach the next row of the same cells") {
    Mapping mapping;
    mapping.columns = {{"number", {"number"}}, {"allergens", {"contains"}}};
    using Lists = std::vector<std::vector<std::string>>;
    CHECK(brought_up_to_date(mapping, {{"milk", "traces of nuts"}, {"milk", "traces of soy"}, {"milk"}},
                             {"milk", "milk", "milk"}) ==
          Lists{{"milk", "traces of nuts"}, {"milk", "traces of soy"}, {"milk"}});
}

TEST_CASE("a column that lists traces too takes the last one away") {
    Mapping mapping;
    mapping.columns = {{"number", {"number"}}, {"allergens", {"contains"}}};
    using Lists = std::vector<std::vector<std::string>>;
    const Lists before{{"milk", "traces of nuts"}, {"milk", "traces of nuts"}};
    CHECK(brought_up_to_date(mapping, before, {"egg, traces of soy", "milk"}) ==
          Lists{{"egg", "traces of soy"}, {"milk"}});
    CHECK(brought_up_to_date(mapping, before, {"egg", "milk"}) ==
          Lists{{"egg", "traces of nuts"}, {"milk", "traces of nuts"}});
    mapping.columns["traces"] = {"contains"};
    CHECK(brought_up_to_date(mapping, before, {"egg", "milk, traces of soy"}) ==
          Lists{{"egg"}, {"milk", "traces of soy"}});
}
