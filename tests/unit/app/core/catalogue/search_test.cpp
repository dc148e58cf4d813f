#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "app/core/catalogue/catalogue.hpp"

using namespace makegood;
using namespace makegood::core::catalogue;

namespace {

using Names = std::vector<std::string>;

Article article(std::string number, std::string name, std::string brand = "", const std::string& size = "") {
    Article made;
    made.number = ArticleNumber(std::move(number));
    made.name = std::move(name);
    made.brand = std::move(brand);
    made.size_words = size;
    made.size = parse_size(size).value_or(Size());
    return made;
}

Article with_gtin(Article made, std::string_view gtin) {
    made.gtin = Gtin::parse(gtin).value();
    return made;
}

std::shared_ptr<const Catalogue> built(const std::vector<Article>& articles) {
    Catalogue::Builder builder;
    for (const auto& each : articles) builder.add(each);
    return builder.build();
}

// A shop in which everything has its like.
std::shared_ptr<const Catalogue> shop() {
    return built({article("100", "Coconut oil", "Kokora", "500 ml"),
                  article("101", "Coconut milk", "Kokora", "400 ml"),
                  article("102", "Olive oil extra virgin", "Toscana", "0.5 l"),
                  article("103", "Toothpaste mint", "Dento", "75 ml"),
                  article("104", "Chocolate strawberry", "Cacaola", "3 x 100 g"),
                  article("105", "Tomatoes chopped", "Napoli", "400 g"),
                  article("106", "Potato gratin", "Napoli", "1 kg"),
                  with_gtin(article("107", "Cola", "Fizz", "6 x 330 ml"), "036000291452"),
                  with_gtin(article("AB-1070/X", "Lemonade", "Fizz", "1,5 l"), "4006381333931"),
                  article("108", "Crème fraîche", "Laiterie", "200 g"),
                  article("109", "Strawberry jam", "Bonne", "370 g"),
                  article("110", "Paper box", "Pack", "12 pieces")});
}

struct Asked {
    std::string typed, first;
};

void check_first(const Catalogue& catalogue, const std::vector<Asked>& table) {
    for (const auto& [typed, first] : table) {
        INFO(typed);
        const auto found = catalogue.search(typed, 5);
        REQUIRE_FALSE(found.empty());
        CHECK(catalogue.view(found[0]).name == first);
    }
}

Names names(const Catalogue& catalogue, const std::string& typed, std::size_t limit = 10) {
    Names names;
    for (const auto row : catalogue.search(typed, limit)) names.emplace_back(catalogue.view(row).name);
    return names;
}

}  // namespace

TEST_CASE("a letter may be wrong, missing, extra or swapped") {
    check_first(*shop(), {{"coxonut oil", "Coconut oil"},
                          {"cocnut oil", "Coconut oil"},
                          {"coconnut oil", "Coconut oil"},
                          {"ococnut oil", "Coconut oil"},
                          {"cocount milk", "Coconut milk"},
                          {"strwberri chocolate", "Chocolate strawberry"},
                          {"choclate strabery", "Chocolate strawberry"},
                          {"toothpsate", "Toothpaste mint"},
                          {"xoothpaste", "Toothpaste mint"},
                          {"lemonaed", "Lemonade"},
                          {"creem fraiche", "Crème fraîche"}});
}

TEST_CASE("a word may be unfinished and mistyped at once") {
    check_first(*shop(), {{"cocn", "Coconut oil"},
                          {"cocnu", "Coconut oil"},
                          {"tothp", "Toothpaste mint"},
                          {"strawbrr", "Strawberry jam"},
                          {"lemn", "Lemonade"}});
}

TEST_CASE("words may be in any order, missing, too many, together or apart") {
    check_first(*shop(), {{"oil coconut", "Coconut oil"},
                          {"virgin olive", "Olive oil extra virgin"},
                          {"oil virgin", "Olive oil extra virgin"},
                          {"best coconut oil ever", "Coconut oil"},
                          {"coconut oil qqqqq", "Coconut oil"},
                          {"coconutoil", "Coconut oil"},
                          {"coconutmil", "Coconut milk"},
                          {"tooth paste", "Toothpaste mint"},
                          {"lemon ade", "Lemonade"},
                          {"kokora oil", "Coconut oil"},
                          {"oil oil", "Coconut oil"}});
}

TEST_CASE("one or many is no difference") {
    check_first(*shop(), {{"tomato", "Tomatoes chopped"},
                          {"tomatos", "Tomatoes chopped"},
                          {"potatoes", "Potato gratin"},
                          {"strawberries jam", "Strawberry jam"},
                          {"strawberrys jam", "Strawberry jam"},
                          {"colas", "Cola"},
                          {"boxes", "Paper box"},
                          {"oils coconut", "Coconut oil"}});
}

TEST_CASE("sizes are found however they are written") {
    check_first(*shop(), {{"coco oil 500", "Coconut oil"},
                          {"coco oil 500ml", "Coconut oil"},
                          {"coco 0,5 l", "Coconut oil"},
                          {"olive 500 ml", "Olive oil extra virgin"},
                          {"olive 500", "Olive oil extra virgin"},
                          {"500ml olive", "Olive oil extra virgin"},
                          {"olive 50cl", "Olive oil extra virgin"},
                          {"cola 330ml", "Cola"},
                          {"cola 6x330 ml", "Cola"},
                          {"potato 1000 g", "Potato gratin"},
                          {"lemonade 1.5l", "Lemonade"},
                          {"strawberry 100g", "Chocolate strawberry"},
                          {"coconut 400ml", "Coconut milk"},
                          {"coconut 400", "Coconut milk"}});
}

TEST_CASE("numbers and GTINs are found from their beginning, zeros and marks aside") {
    check_first(*shop(), {{"107", "Cola"},
                          {"AB-1070/X", "Lemonade"},
                          {"ab1070x", "Lemonade"},
                          {"ab 1070", "Lemonade"},
                          {"ab-10", "Lemonade"},
                          {"4006381333931", "Lemonade"},
                          {"04006381333931", "Lemonade"},
                          {"4006", "Lemonade"},
                          {"4 006381 333931", "Lemonade"},
                          {"0360", "Cola"},
                          {"36000291452", "Cola"},
                          {"0036000291452", "Cola"}});
    CHECK(names(*shop(), "400638133393199").empty());
    CHECK(names(*shop(), "9999").empty());
}

TEST_CASE("any script is searched") {
    const auto catalogue =
        built({article("1", "Ελαιόλαδο παρθένο"), article("2", "Молоко топлёное"),
               article("3", "حليب كامل الدسم"), article("4", "חלב טרי"), article("5", "น้ำมันมะพร้าว"),
               article("6", "牛奶巧克力"), article("7", "ミルクチョコレート"), article("8", "초콜릿 우유"),
               article("9", "Süßmost Äpfel"), article("10", "زيت ٥٠٠ مل")});
    check_first(*catalogue, {{"ελαιολαδο", "Ελαιόλαδο παρθένο"},
                             {"ΠΑΡΘΕΝΟ", "Ελαιόλαδο παρθένο"},
                             {"ελαιλαδο", "Ελαιόλαδο παρθένο"},
                             {"молоко", "Молоко топлёное"},
                             {"топленое", "Молоко топлёное"},
                             {"молкоо", "Молоко топлёное"},
                             {"حليب", "حليب كامل الدسم"},
                             {"حلبي", "حليب كامل الدسم"},
                             {"חלב", "חלב טרי"},
                             {"มะพร้าว", "น้ำมันมะพร้าว"},
                             {"น้ำมัน", "น้ำมันมะพร้าว"},
                             {"巧克力", "牛奶巧克力"},
                             {"牛", "牛奶巧克力"},
                             {"力", "牛奶巧克力"},
                             {"巧克力牛奶", "牛奶巧克力"},
                             {"チョコ", "ミルクチョコレート"},
                             {"ちょこ", "ミルクチョコレート"},
                             {"초콜", "초콜릿 우유"},
                             {"우유", "초콜릿 우유"},
                             {"초콜렛", "초콜릿 우유"},
                             {"sussmost", "Süßmost Äpfel"},
                             {"زيت 500", "زيت ٥٠٠ مل"}});
}

TEST_CASE("the better answer comes first") {
    auto in_stock = article("4", "Malt beer");
    in_stock.stock = 5;
    const auto catalogue =
        built({article("1", "Malted milk drink"), article("2", "Salt"), in_stock,
               article("3", "Malt beer dark"), article("5", "Malt"), article("6", "Salt and malt vinegar")});
    // The name itself, then without stock and shorter, then beginnings, then what is nearly so.
    CHECK(names(*catalogue, "malt") ==
          Names{"Malt", "Malt beer dark", "Salt and malt vinegar", "Malt beer", "Malted milk drink", "Salt"});
    CHECK(names(*catalogue, "malt", 2) == Names{"Malt", "Malt beer dark"});
    // All words before some; and of some, the rare one.
    CHECK(names(*catalogue, "malt vinegar") == Names{"Salt and malt vinegar"});
    CHECK(names(*catalogue, "dark vinegar").size() == 2);
    const auto typed_in_order = built({article("1", "Dip French"), article("2", "French dip")});
    CHECK(names(*typed_in_order, "french dip") == Names{"French dip", "Dip French"});
}

TEST_CASE("short words and numbers are not taken for others") {
    const auto catalogue = built({article("1", "Egg"), article("2", "Leg"), article("3", "Stock 1234")});
    CHECK(names(*catalogue, "eg") == Names{"Egg"});
    CHECK(names(*catalogue, "elg").empty());
    CHECK(names(*catalogue, "1243").empty());
}

TEST_CASE("every beginning of a word finds its article, a whole name its own", "[random]") {
    const std::uint64_t seed = Catch::rngSeed();
    INFO("seed " << seed);
    std::mt19937_64 chance(seed);
    const auto below = [&](std::size_t count) { return static_cast<std::size_t>(chance() % count); };
    const Names letters{"a", "e", "o",  "b",  "t", "r", "é", "ß", "д",
                        "ж", "λ", "牛", "奶", "น", "ก", "7", "0"};
    std::vector<Article> articles;
    for (int i = 0; i < 300; ++i) {
        std::string name;
        for (auto words = 1 + below(4); words > 0; --words) {
            for (auto count = 2 + below(6); count > 0; --count) name += letters[below(letters.size())];
            if (words > 1) name += ' ';
        }
        articles.push_back(article("n" + std::to_string(i), name));
        if (below(2) == 0) articles.back().stock = static_cast<std::int64_t>(below(3));
    }
    const auto catalogue = built(articles);
    for (Row row = 0; row < articles.size(); ++row) {
        const std::string name = articles[row].name;
        INFO(name);
        const auto found = catalogue->search(name, articles.size());
        REQUIRE(std::find(found.begin(), found.end(), row) != found.end());
        // What comes before has all its words too.
        for (const auto other : found) {
            if (other == row) break;
            for (const auto word : catalogue->name_words(row)) {
                const auto words = catalogue->name_words(other);
                CHECK(std::find(words.begin(), words.end(), word) != words.end());
            }
        }
        const auto folded = fold(name);
        const auto word = folded.substr(0, folded.find(' '));
        for (std::size_t bytes = 2; bytes <= word.size(); ++bytes) {
            if (bytes < word.size() && (static_cast<unsigned char>(word[bytes]) & 0xC0u) == 0x80) continue;
            const auto typed = word.substr(0, bytes);
            INFO(typed);
            // One letter of more than one byte is not enough to ask.
            const bool one_letter = bytes <= 2 && static_cast<unsigned char>(typed[0]) >= 0x80;
            if (!one_letter) CHECK_FALSE(catalogue->search(typed, 1).empty());
        }
    }
}

TEST_CASE("any bytes may be typed", "[random]") {
    const std::uint64_t seed = Catch::rngSeed();
    INFO("seed " << seed);
    std::mt19937_64 chance(seed);
    const auto catalogue = shop();
    const std::string likely = "coconut oil 500 ml \xD0\xB6\xE7\x89\x9B\xF0\x9F\x98\x80'-/,.";
    for (int i = 0; i < 3000; ++i) {
        std::string typed;
        for (auto bytes = chance() % 40; bytes > 0; --bytes)
            typed += chance() % 2 == 0 ? static_cast<char>(chance()) : likely[chance() % likely.size()];
        CHECK(catalogue->search(typed, 5).size() <= 5);
    }
    CHECK(catalogue->search(std::string(100'000, 'x'), 5).empty());
    std::string many;
    for (int i = 0; i < 10'000; ++i) many += " oil" + std::to_string(i % 40);
    CHECK(catalogue->search(many, 5).size() <= 5);
}

TEST_CASE("the same question has the same answer, among many equals too") {
    std::vector<Article> articles;
    for (int i = 0; i < 6000; ++i)
        articles.push_back(article(std::to_string(i), i % 3 == 0   ? "Blue cup"
                                                      : i % 3 == 1 ? "Red cup"
                                                                   : "Blue plate"));
    const auto catalogue = built(articles);
    const auto first = catalogue->search("blue cup", 4);
    CHECK(first == std::vector<Row>{0, 3, 6, 9});
    CHECK(catalogue->search("blue cup", 4) == first);
    CHECK(catalogue->search("bl cu", 4) == first);
    CHECK(catalogue->search("cu", 3) == std::vector<Row>{1, 4, 7});
    CHECK(catalogue->search("cup blue", 10'000).size() == 2000);
    CHECK(catalogue->search("blue", 10'000).size() == 4000);
}
