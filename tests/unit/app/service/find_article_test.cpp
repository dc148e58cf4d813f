#include <catch2/catch.hpp>

#include "app/core/catalogue/gtin.hpp"
#include "app/service/suggestions.hpp"
#include "tests/support/world.hpp"

namespace makegood::service {
namespace {

using tests::World;

TEST_CASE("a code with a price is read as the shop's scales print it") {
    World world;
    core::catalogue::Article cheese;
    cheese.number = ArticleNumber("12345");
    cheese.name = "Cheese at the counter";
    core::catalogue::Catalogue::Builder builder;
    builder.add(cheese);
    tests::must(use_articles(world.desk(), builder.build()));
    std::string code = "211234500499";
    code += core::catalogue::check_digit(code);
    CHECK_FALSE(find_article(world.desk(), code));
    world.desk().settings.embedded_codes = {*core::catalogue::EmbeddedLayout::parse("20IIIIIPPPPPC"),
                                            *core::catalogue::EmbeddedLayout::parse("21IIIIIPPPPPC")};
    CHECK(find_article(world.desk(), code));
    CHECK(find_scanned(world.desk(), code)->name == "Cheese at the counter");
    CHECK_FALSE(find_article(world.desk(), "22" + code.substr(2)));
}

}  // namespace
}  // namespace makegood::service
