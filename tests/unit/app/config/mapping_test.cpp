#include "app/config/mapping.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace makegood;

namespace {

std::string refusal(std::string_view text) {
    const auto mapping = config::parse_mapping(text, "my.toml");
    return mapping ? "taken" : mapping.error().sentence;
}

}  // namespace

TEST_CASE("a mapping file says which column holds what") {
    const auto mapping = config::parse_mapping(R"(
name = "mine"
recognise = ["SKU", "Title"]
category_separator = ">"
decimal_mark = ","
separator = "semicolon"
encoding = "windows-1252"
cost_of_price = "62.5 %"
tags = true
meaningless = ["Regular"]
group = "Handle"
fill_down = ["Title"]
skip_when_empty = "Price"
location = "Main"
[columns]
number = "SKU"
name = ["Title + Option", "Title"]
[constants]
stock = 10
place = "Aisle 1"
[prefixes]
brand = "Maker "
[skip_values]
Type = ["variable", "grouped"]
)",
                                               "my.toml");
    if (!mapping) FAIL(mapping.error().sentence);
    CHECK(mapping->name == "mine");
    CHECK(mapping->recognise == std::vector<std::string>{"SKU", "Title"});
    CHECK(mapping->decimal_mark == ',');
    CHECK(mapping->separator == ";");
    CHECK(mapping->encoding == "windows-1252");
    CHECK(mapping->cost_of_price == Percent::basis_points(6250));
    CHECK(mapping->tags);
    CHECK(mapping->columns.at("number") == std::vector<std::string>{"SKU"});
    CHECK(mapping->columns.at("name").size() == 2);
    CHECK(mapping->constants.at("stock") == "10");
    CHECK(mapping->prefixes.at("brand") == "Maker ");
    CHECK(mapping->skip_values.at("Type").size() == 2);
    CHECK(config::parse_mapping("[columns]\nnumber = \"a\"", "shop/mine.toml")->name == "mine");
}

TEST_CASE("a mapping file with a fault is refused with its line") {
    struct Refused {
        std::string text, words;
    };
    for (const auto& [text, words] :
         std::vector<Refused>{{"", "[columns]"},
                              {"[columns]\nnmber = \"SKU\"", "number"},
                              {"colums = 1\n[columns]\nnumber = \"a\"", "columns"},
                              {"[columns]\nnumber = 3", "line 2"},
                              {"decimal_mark = \";\"\n[columns]\nnumber = \"a\"", "decimal_mark"},
                              {"cost_of_price = \"lots\"\n[columns]\nnumber = \"a\"", "70 %"},
                              {"tags = \"yes\"\n[columns]\nnumber = \"a\"", "true or false"},
                              {"[columns]\nnumber = \"a\"\n[constants]\nstock = true", "line 4"},
                              {"[columns]\nnumber = \"a\"\n[prefixes]\nprice = \"$\"", "price"},
                              {"[columns]\nnumber = \"a\"\n[prefixes]\nbrand = 3", "line 4"},
                              {"recognise = [1]\n[columns]\nnumber = \"a\"", "list of texts"},
                              {"[columns\nnumber", "line"}}) {
        INFO(text);
        CHECK_THAT(refusal(text), Catch::Contains("my.toml") && Catch::Contains(words));
    }
    CHECK(config::load_mapping("no/such/file.toml").error().kind == ErrorKind::not_found);
}

TEST_CASE("all shipped presets can be read and have names of their own") {
    const auto presets = config::load_presets("kiosk-config/presets");
    if (!presets) FAIL(presets.error().sentence);
    std::set<std::string> names;
    for (const auto& preset : *presets) {
        INFO(preset.name);
        CHECK(names.insert(preset.name).second);
        CHECK_FALSE(preset.recognise.empty());
        CHECK(preset.columns.contains("number"));
        CHECK(preset.columns.contains("name") != (preset.name == "update"));  // updates name nothing new
    }
    for (const auto* name : {"odoo", "odoo-fields", "shopify", "shopify-classic", "square", "lightspeed-x",
                             "lightspeed-r", "woocommerce", "woocommerce-de", "woocommerce-fr", "makegood"})
        CHECK(names.contains(name));
    CHECK(config::load_presets("no/such/folder")->empty());
}
