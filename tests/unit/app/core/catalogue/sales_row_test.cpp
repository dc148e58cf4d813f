#include "app/core/catalogue/sales_row.hpp"

#include <catch2/catch.hpp>

using namespace makegood;
using namespace makegood::core::catalogue;

namespace {

const std::vector<std::string> headers = {"PLU", "EAN", "Receipt", "Card", "Pieces", "Amount", "When"};

Mapping receipts() {
    Mapping mapping;
    mapping.name = "test";
    mapping.columns = {{"article", {"PLU"}},    {"gtin", {"EAN"}},        {"basket", {"Receipt"}},
                       {"household", {"Card"}}, {"quantity", {"Pieces"}}, {"value", {"Amount"}},
                       {"time", {"When"}}};
    return mapping;
}

using Cells = std::vector<std::string_view>;

Result<SalesLine> read(const Cells& cells, const Mapping& mapping = receipts()) {
    return SalesReader::bind(mapping, headers).value().read(cells);
}

std::string refusal(const Cells& cells) {
    const auto line = read(cells);
    return line ? "taken" : line.error().sentence;
}

}  // namespace

TEST_CASE("a line of a receipt says which household bought what in which basket") {
    auto reader = SalesReader::bind(receipts(), headers).value();
    const auto line = reader.read(Cells{"4711", "", "R1", "K7", "2", "3.98", "09:00"}).value();
    CHECK(line.article == "4711");
    CHECK_FALSE(line.is_gtin);
    CHECK(line.household_known);
    CHECK_FALSE(line.returned);
    const auto same = reader.read(Cells{"4712", "", "R2", "K7", "1", "1", "10:00"}).value();
    CHECK(same.household == line.household);
    CHECK(same.basket != line.basket);
    const auto other = reader.read(Cells{"4711", "", "R1", "K8", "2", "3.98", "09:00"}).value();
    CHECK(other.household != line.household);
    CHECK(other.basket == line.basket);
    CHECK(other.print != line.print);
}

TEST_CASE("where the household is not known, each basket is one") {
    auto reader = SalesReader::bind(receipts(), headers).value();
    const auto one = reader.read(Cells{"1", "", "R1", "", "1", "1", ""}).value();
    CHECK_FALSE(one.household_known);
    CHECK(reader.read(Cells{"2", "", "R1", "", "1", "1", ""})->household == one.household);
    CHECK(reader.read(Cells{"2", "", "R2", "", "1", "1", ""})->household != one.household);
    // A card with the receipt's own number is somebody else.
    CHECK(reader.read(Cells{"2", "", "R2", "R1", "1", "1", ""})->household != one.household);
}

TEST_CASE("the time stands for the basket where there is no number of it") {
    CHECK(read(Cells{"1", "", "", "", "1", "1", "09:00"})->basket ==
          read(Cells{"2", "", "", "", "1", "1", "09:00"})->basket);
    CHECK(read(Cells{"1", "", "", "", "1", "1", "09:00"})->basket !=
          read(Cells{"2", "", "", "", "1", "1", "09:01"})->basket);
}

TEST_CASE("returns, corrections and gifts are no purchases") {
    for (const auto& [pieces, amount] : std::vector<std::pair<const char*, const char*>>{
             {"-1", "3.00"}, {"0", "3.00"}, {"1", "0.00"}, {"1", "-3,00"}, {"1", "(3.00)"}, {"1", "3.00-"}})
        CHECK(read(Cells{"1", "", "R1", "", pieces, amount, ""})->returned);
}

TEST_CASE("amounts are above nothing or not, however they are written") {
    const std::vector<std::pair<const char*, std::optional<bool>>> cases{{"1", true},
                                                                         {"0.456", true},
                                                                         {"1.234,50", true},
                                                                         {"$ 0.50", true},
                                                                         {"3,00 €", true},
                                                                         {"1'000", true},
                                                                         {"1 000,5", true},
                                                                         {"0", false},
                                                                         {"0.00", false},
                                                                         {"-0.01", false},
                                                                         {"\u22125", false},
                                                                         {"(2)", false},
                                                                         {"2-", false},
                                                                         {"", std::nullopt},
                                                                         {"free", std::nullopt},
                                                                         {"1x2", std::nullopt},
                                                                         {"1.2E+10", std::nullopt},
                                                                         {"12/2026", std::nullopt}};
    for (const auto& [text, above] : cases) {
        INFO(text);
        CHECK(above_nothing(text) == above);
    }
}

TEST_CASE("a line that can't be used is refused with the reason") {
    CHECK(refusal({"", "", "R1", "", "1", "1", ""}) == "it names no article");
    CHECK(refusal({"1", "", "", "", "1", "1", ""}) == "it names no basket");
    CHECK_THAT(refusal({"1", "", "R1", "", "many", "1", ""}), Catch::Contains("quantity \"many\""));
    CHECK_THAT(refusal({"1", "", "R1", "", "1", "", ""}), Catch::Contains("value"));
    CHECK_THAT(refusal({"9.5E+12", "", "R1", "", "1", "1", ""}), Catch::Contains("spreadsheet"));
    const std::string long_key(201, 'x');
    CHECK_THAT(refusal({"1", "", long_key, "", "1", "1", ""}), Catch::Contains("quote"));
}

TEST_CASE("a file must say what was bought and in which basket") {
    auto mapping = receipts();
    mapping.columns.erase("basket"), mapping.columns.erase("household");
    auto by_time = SalesReader::bind(mapping, headers);
    REQUIRE(by_time);
    CHECK_FALSE(by_time->has_households());
    mapping.columns.erase("time");
    CHECK_THAT(SalesReader::bind(mapping, headers).error().sentence,
               Catch::Contains("basket") && Catch::Contains("\"Receipt\""));
    mapping = receipts();
    mapping.columns.erase("article"), mapping.columns.erase("gtin");
    CHECK_THAT(SalesReader::bind(mapping, headers).error().sentence, Catch::Contains("article"));
}

TEST_CASE("a line's article is found by its number, else by its barcode") {
    Catalogue::Builder builder;
    Article article;
    article.number = ArticleNumber("4711");
    article.name = "Oil";
    article.gtin = Gtin::parse("4006381333931").value();
    builder.add(article);
    const auto articles = builder.build();
    CHECK(row_of(*read(Cells{"4711", "", "R", "", "1", "1", ""}), *articles) == 0u);
    CHECK(row_of(*read(Cells{"", "04006381333931", "R", "", "1", "1", ""}), *articles) == 0u);
    CHECK(row_of(*read(Cells{"4006381333931", "", "R", "", "1", "1", ""}), *articles) == 0u);
    CHECK_FALSE(row_of(*read(Cells{"4712", "", "R", "", "1", "1", ""}), *articles));
}
