#include "app/core/catalogue/size.hpp"

#include <catch2/catch.hpp>
#include <vector>

using namespace makegood::core::catalogue;

namespace {

constexpr auto g = BaseUnit::gram;
constexpr auto ml = BaseUnit::millilitre;
constexpr auto pc = BaseUnit::piece;
constexpr auto m = BaseUnit::metre;
constexpr auto m2 = BaseUnit::square_metre;

struct Accepted {
    std::string words;
    std::int64_t total_milli;
    BaseUnit unit;
    std::int32_t pieces = 1;
};

const std::vector<Accepted> accepted{
    {"400 ml", 400'000, ml},
    {"400ml", 400'000, ml},
    {"400 mL ℮", 400'000, ml},
    {"1,5 L", 1'500'000, ml},
    {"1.5L", 1'500'000, ml},
    {"75cl", 750'000, ml},
    {"0,33 l", 330'000, ml},
    {"33 cl, 0,33 л", 330'000, ml},
    {".5 L", 500'000, ml},
    {"12 oz", 340'194, g},
    {"12 OZ.", 340'194, g},
    {"12 FL OZ", 354'882, ml},
    {"12 fl. oz.", 354'882, ml},
    {"22 LB", 9'979'032, g},
    {"3-LB BAG", 1'360'777, g},
    {"2 LB 3 OZ", 992'233, g},
    {"10 3/4 OZ", 304'757, g},
    {"1 1/2 LB", 680'389, g},
    {"1½ lb", 680'389, g},
    {"1/2 GAL", 1'892'706, ml},
    {"HALF GAL", 1'892'706, ml},
    {"GAL", 3'785'412, ml},
    {"PT", 473'176, ml},
    {"1 QT", 946'353, ml},
    {"3 x 500 ml", 1'500'000, ml, 3},
    {"3x500ml", 1'500'000, ml, 3},
    {"3 × 500 ml", 1'500'000, ml, 3},
    {"2 * 70 g", 140'000, g, 2},
    {"2 x 6 x 330 ml", 3'960'000, ml, 12},
    {"500 ml x 6", 3'000'000, ml, 6},
    {"6/12 OZ", 2'041'166, g, 6},
    {"10/200 ML", 2'000'000, ml, 10},
    {"2/.5 OZ", 28'350, g, 2},
    {"12/.5 L", 6'000'000, ml, 12},
    {"2 pk 250g", 500'000, g, 2},
    {"6 PK/5 OZ", 850'486, g, 6},
    {"12 OZ/8 PK", 2'721'554, g, 8},
    {"6 cans 330 ml", 1'980'000, ml, 6},
    {"160 g, 2 pots de 80 g", 160'000, g, 2},
    {"500 g (4 x 125 g)", 500'000, g, 4},
    {"200 g en barres 8x25 g", 200'000, g, 8},
    {"277 g (x 5)", 277'000, g, 5},
    {"140 g (4 tranches)", 140'000, g, 4},
    {"16 OZ/24 CT", 453'592, g, 24},
    {"12 CT/11 OZ", 311'845, g, 12},
    {"6 oz (170 g)", 170'097, g},
    {"427 g / 375 mL", 427'000, g},
    {"1,000 g", 1'000'000, g},
    {"0,400 kg", 400'000, g},
    {"1,500 kg", 1'500'000, g},
    {"226gm/bottle", 226'000, g},
    {"255 g (variable)", 255'000, g},
    {"10 CT", 10'000, pc},
    {"24 ct.", 24'000, pc},
    {"100 sheets", 100'000, pc},
    {"1 DZ", 12'000, pc},
    {"2 dozen", 24'000, pc},
    {"1 PAIR", 2'000, pc},
    {"6 PK", 6'000, pc},
    {"10/32 CT", 320'000, pc, 10},
    {"20 CT/13 GAL", 20'000, pc},
    {"8 IN/22 OZ", 623'690, g},
    {"113670 6 OZ", 170'097, g},
    {"57 SQ FT", 5'295, m2},
    {"50 FT", 15'240, m},
    {"P 26 OZ", 737'088, g},
    {"Coconut oil 400 ml", 400'000, ml},
    {"7UP 500 ml", 500'000, ml},
    {"Vitamin B12 60 tablets", 60'000, pc},
    {"Beer 5% 500 ml", 500'000, ml},
};

}  // namespace

TEST_CASE("sizes in words are made comparable") {
    for (const auto& [words, total, unit, pieces] : accepted) {
        INFO(words);
        const auto size = parse_size(words);
        REQUIRE(size);
        CHECK(size->total_milli == total);
        CHECK(size->unit == unit);
        CHECK(size->pieces == pieces);
    }
}

TEST_CASE("words that say no size, or more than one, are not guessed at") {
    for (const auto* words : {"",
                              " ",
                              "LARGE",
                              "L",
                              "M",
                              "CTN",
                              "296",
                              "1",
                              "14-18 CT",
                              "46-60 LB",
                              "2 IN",
                              "54 X108 IN",
                              "24 - 7/16 FL OZ",
                              "4 * 95 g + 4 * 5 g",
                              "2 QT/.25 OZ",
                              "12 PK 1 3/4",
                              "974246 PK",
                              "0 ml",
                              "3 x 0 g",
                              "ml 500 500",
                              "500",
                              "No. 5 perfume 50 ml",
                              "g",
                              "x",
                              "/",
                              "3 x",
                              "50 CT/8 PK",
                              "1.75 DIOPT",
                              "SIZE 3",
                              "99999999999999999999 kg",
                              "400 ml 500 ml"}) {
        INFO(words);
        CHECK_FALSE(parse_size(words));
    }
    CHECK_FALSE(parse_size(std::string(10'000, '9')));
    std::string many;
    for (int i = 0; i < 40; ++i) many += "1 ";
    CHECK_FALSE(parse_size(many));
}

TEST_CASE("sizes are written as a label would") {
    const auto cases = std::vector<std::pair<Size, std::string>>{
        {{400'000, 1, ml}, "400 ml"},       {{1'500'000, 1, ml}, "1.5 l"},
        {{1'500'000, 3, ml}, "3 × 500 ml"}, {{12'000, 1, pc}, "12 pieces"},
        {{1'000, 1, pc}, "1 piece"},        {{340'194, 1, g}, "340 g"},
        {{2'500, 1, g}, "2.5 g"},           {{9'979'032, 1, g}, "9.979 kg"},
        {{5'300, 1, m2}, "5.3 m²"},         {{320'000, 10, pc}, "10 × 32 pieces"},
        {{15'240, 1, m}, "15.24 m"},        {{}, ""},
    };
    for (const auto& [size, words] : cases) CHECK(format_size(size) == words);
}

TEST_CASE("only sizes of one unit have a ratio") {
    CHECK(size_ratio({800'000, 1, ml}, {400'000, 1, ml}) == 2.0);
    CHECK_FALSE(size_ratio({800'000, 1, ml}, {400'000, 1, g}));
    CHECK_FALSE(size_ratio({}, {400'000, 1, g}));
    CHECK_FALSE(size_ratio({400'000, 1, g}, {}));
}
