#include "app/core/catalogue/embedded_code.hpp"

#include <catch2/catch.hpp>

#include "app/core/catalogue/catalogue.hpp"

using namespace makegood;
using namespace makegood::core::catalogue;

TEST_CASE("layouts are read, and refused with a reason") {
    for (const std::string good : {"2XIIIIIPPPPPC", "2X IIIII PPPPP C", "02IIIIVPPPPPC", "2IIIIIIVPPPPC",
                                   "21IIIIIWWWWWC", "2XIIIIIVWWWWC"}) {
        INFO(good);
        CHECK(EmbeddedLayout::parse(good));
    }
    struct Refused {
        std::string layout, why;
    };
    for (const auto& [layout, why] : std::vector<Refused>{
             {"", "it has 0 places, not 13"},
             {"2XIIIIIPPPPPPC", "it has 14 places, not 13"},
             {"3XIIIIIPPPPPC", "such codes begin with 02 or 2"},
             {"2XIIIIIQPPPPC", "\"Q\" stands for nothing"},
             {"2XIIIIIPPPPCP", "C belongs at the end, once"},
             {"2XXXXXXPPPPPC", "no place is the item's"},
             {"2XIIIIIXXXXXC", "it needs a price or a weight, not both"},
             {"2XIIIPPPPWWWC", "it needs a price or a weight, not both"},
             {"2XIIPPPPPIIIC", "the places of I are not side by side"},
             {"2IIIIVPPPPPPC", "a check digit V needs a price or weight of four or five digits"},
             {"2IIIIVWWWWWWC", "a check digit V needs a price or weight of four or five digits"}}) {
        INFO(layout);
        const auto made = EmbeddedLayout::parse(layout);
        REQUIRE_FALSE(made);
        CHECK(made.error().kind == ErrorKind::bad_input);
        CHECK(made.error().detail == why);
    }
}

TEST_CASE("a code tells its item and what it costs or weighs") {
    struct Case {
        std::string layout, code, item;
        std::optional<std::int64_t> price, weight;
        std::string without_value;
    };
    for (const auto& each :
         std::vector<Case>{{"2XIIIIIPPPPPC", "2112345004990", "12345", 499, {}, "2112345000008"},
                           {"2XIIIIIPPPPPC", "02112345004990", "12345", 499, {}, "2112345000008"},
                           {"21IIIIIWWWWWC", "2100042012509", "00042", {}, 1250, "2100042000001"},
                           {"2IIIIIIVPPPPC", "2123456928754", "123456", 2875, {}, "2123456000009"},
                           {"02IIIIVPPPPPC", "0212346146858", "1234", 14685, {}, "0212340000002"},
                           {"02IIIIVPPPPPC", "212346146858", "1234", 14685, {}, "0212340000002"}}) {
        INFO(each.layout << ' ' << each.code);
        const auto read = EmbeddedLayout::parse(each.layout).value().read(each.code);
        REQUIRE(read);
        CHECK(read->item == each.item);
        CHECK(read->price == each.price);
        CHECK(read->weight_grams == each.weight);
        CHECK(read->without_value == each.without_value);
    }
}

TEST_CASE("codes of another kind, or misread ones, tell nothing") {
    const auto priced = EmbeddedLayout::parse("21IIIIIPPPPPC").value();
    for (const std::string code : {"", "2112345004995", "2212345004990", "4006381333931", "211234500499",
                                   "21123450049900", "21123450049A5", "211234500 995", "12112345004992"}) {
        INFO(code);
        CHECK_FALSE(priced.read(code));
    }
    // The code's own check digit is right, the price's is not.
    const auto checked = EmbeddedLayout::parse("2IIIIIIVPPPPC").value();
    CHECK_FALSE(checked.read("2123456828757"));
}

TEST_CASE("the check digit of a price or weight is that of the GS1 specifications") {
    CHECK(value_check_digit("2875") == '9');
    CHECK(value_check_digit("14685") == '6');
    CHECK(value_check_digit("00502") == '5');
    CHECK(value_check_digit("00828") == '4');
    CHECK(value_check_digit("00782") == '0');
    CHECK(value_check_digit("0000") == '0');
    CHECK(value_check_digit("00000") == '0');
}

TEST_CASE("a code with a price or weight finds its article where the shop has said how") {
    const auto article = [](std::string number, std::string name) {
        Article made;
        made.number = ArticleNumber(std::move(number));
        made.name = std::move(name);
        return made;
    };
    Catalogue::Builder builder;
    builder.add(article("12345", "Gouda, by weight"));
    builder.add(article("42", "Olives, loose"));
    builder.add(article("2199999000004", "Ham, sliced"));
    const auto catalogue = builder.build();
    const auto layout = EmbeddedLayout::parse("21IIIIIPPPPPC").value();
    CHECK(catalogue->find_scanned("2112345004990", &layout) == 0u);
    CHECK(catalogue->find_scanned("2100042012509", &layout) == 1u);
    CHECK(catalogue->find_scanned("42", &layout) == 1u);
    CHECK_FALSE(catalogue->find_scanned("2112345004995", &layout));
    CHECK_FALSE(catalogue->find_scanned("2112345004990"));
    const std::string body = "219999900350";
    CHECK(catalogue->find_scanned(body + check_digit(body), &layout) == 2u);
}
