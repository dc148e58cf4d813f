#include "app/core/catalogue/catalogue.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstring>

#include "app/core/catalogue/image.hpp"

using namespace makegood;
using namespace makegood::core::catalogue;

namespace {

Article article(std::string number, std::string name, std::vector<std::string> category = {}) {
    Article made;
    made.number = ArticleNumber(std::move(number));
    made.name = std::move(name);
    made.category = std::move(category);
    return made;
}

Article full_article() {
    Article made = article("A-1", "Coconut oil", {"Pantry", "Oils"});
    made.gtin = Gtin::parse("4006381333931").value();
    made.brand = "Kokora";
    made.size_words = "400 ml";
    made.size = *parse_size("400 ml");
    made.price = Money::minor(599);
    made.cost = Money::minor(311);
    made.stock = 7;
    made.place = "Aisle 7";
    made.labels = {"vegan", "organic"};
    made.allergens = {"nuts"};
    return made;
}

std::shared_ptr<const Catalogue> built(const std::vector<Article>& articles) {
    Catalogue::Builder builder;
    for (const auto& each : articles) builder.add(each);
    return builder.build();
}

std::vector<std::string> names(const Catalogue& catalogue, const std::vector<Row>& rows) {
    std::vector<std::string> names;
    for (const auto row : rows) names.emplace_back(catalogue.view(row).name);
    return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("an article comes back as it was added") {
    const auto plain = article("2", "Salt");
    const auto catalogue = built({full_article(), plain});
    REQUIRE(catalogue->size() == 2);
    CHECK(catalogue->article(0) == full_article());
    CHECK(catalogue->article(1) == plain);
    const auto view = catalogue->view(0);
    CHECK(view.number == "A-1");
    CHECK(view.brand == "Kokora");
    CHECK(view.stock == 7);
    CHECK(view.size == full_article().size);
    CHECK(catalogue->view(1).category == 0);
    CHECK_FALSE(catalogue->view(1).price);
}

TEST_CASE("a catalogue comes back from its image as it was") {
    std::vector<Article> articles{full_article(), article("2", "Salt"),
                                  article("B 3", "Crème fraîche", {"Dairy"})};
    const auto before = built(articles);
    const auto bytes = std::make_shared<std::vector<std::uint64_t>>();
    std::string image;
    write_image(*before, [&](std::span<const std::byte> piece) {
        image.append(reinterpret_cast<const char*>(piece.data()), piece.size());
    });
    bytes->resize((image.size() + 7) / 8);
    std::memcpy(bytes->data(), image.data(), image.size());
    const auto whole = std::as_bytes(std::span(*bytes)).first(image.size());

    const auto after = from_image(whole, bytes).value();
    REQUIRE(after->size() == articles.size());
    for (Row row = 0; row < articles.size(); ++row) CHECK(after->article(row) == articles[row]);
    CHECK(after->find("B 3") == 2u);
    CHECK(after->find_scanned("4006381333931") == 0u);
    CHECK(after->search("crem", 5) == std::vector<Row>{2});
    CHECK(std::ranges::equal(after->in_category(after->view(2).category), std::vector<Row>{2}));
    for (std::size_t size = 0; size < whole.size(); ++size) CHECK_FALSE(from_image(whole.first(size), bytes));
}

TEST_CASE("an empty catalogue answers nothing") {
    const Catalogue never_built;
    CHECK(never_built.size() == 0);
    CHECK_FALSE(never_built.find("1"));
    CHECK_FALSE(never_built.find_scanned("4006381333931"));
    const auto empty = built({});
    CHECK_FALSE(empty->find("1"));
    CHECK(empty->search("coconut", 10).empty());
}

TEST_CASE("articles are found by what a scanner or a person gives") {
    auto upc = article("77", "Cola");
    upc.gtin = Gtin::parse("036000291452").value();
    const auto catalogue =
        built({full_article(), upc, article("0012", "Padded"), article("20000011", "Own label")});
    struct Scan {
        std::string code;
        std::optional<Row> row;
    };
    for (const auto& [code, row] : std::vector<Scan>{{"A-1", 0},
                                                     {"4006381333931", 0},
                                                     {"04006381333931", 0},
                                                     {" 4006381333931\n", 0},
                                                     {"036000291452", 1},
                                                     {"0036000291452", 1},
                                                     {"36000291452", 1},
                                                     {"0012", 2},
                                                     {"20000011", 3},
                                                     {"0000020000011", 3},
                                                     {"a-1", std::nullopt},
                                                     {"4006381333932", std::nullopt},
                                                     {"", std::nullopt},
                                                     {"0", std::nullopt},
                                                     {"99999999999999999999", std::nullopt}}) {
        INFO(code);
        CHECK(catalogue->find_scanned(code) == row);
    }
    CHECK(catalogue->find("A-1") == 0u);
    CHECK_FALSE(catalogue->find("4006381333931"));
}

TEST_CASE("of two articles with one barcode the first is found, both are kept") {
    auto first = full_article(), second = full_article();
    second.number = ArticleNumber("A-2");
    const auto catalogue = built({first, second});
    CHECK(catalogue->size() == 2);
    CHECK(catalogue->find_scanned("4006381333931") == 0u);
}

TEST_CASE("search compares beginnings of words, without accents and case") {
    auto there = article("5", "Crème brûlée");
    there.stock = 3;
    const auto catalogue = built({article("100", "Coconut oil"), there, article("7", "Ben's Crème"),
                                  article("8", "BREAD:ITALIAN/FRENCH"), article("9", "Ångström Øl"),
                                  article("10", "Chocolate with coconut flakes")});
    struct Search {
        std::string words;
        Names found;
    };
    for (const auto& [words, found] :
         std::vector<Search>{{"co", {"Coconut oil", "Chocolate with coconut flakes"}},
                             {"CO oi", {"Coconut oil"}},
                             {"oil coconut", {"Coconut oil"}},
                             {"creme", {"Ben's Crème", "Crème brûlée"}},  // what is missing comes first
                             {"crème brulee", {"Crème brûlée"}},
                             {"bens", {"Ben's Crème"}},
                             {"french", {"BREAD:ITALIAN/FRENCH"}},
                             {"angstrom ol", {"Ångström Øl"}},
                             {"100", {"Coconut oil"}},
                             {"nut", {}},
                             {"c", {}},
                             {"", {}},
                             {"!?", {}}}) {
        INFO(words);
        CHECK(names(*catalogue, catalogue->search(words, 10)) == found);
    }
    CHECK(catalogue->search("co", 1).size() == 1);
    CHECK(catalogue->search("co", 0).empty());
}

TEST_CASE("a word is found wherever it lies") {
    // The search looks at eight places at a time; every offset and the very end must be covered.
    for (std::size_t padding = 0; padding < 20; ++padding) {
        const auto catalogue = built({article(std::string(padding + 1, '1'), "zebra")});
        INFO(padding);
        CHECK(catalogue->search("ze", 1).size() == 1);
        CHECK(catalogue->search(std::string(padding + 1, '1') + " zebra", 1).size() == 1);
        CHECK(catalogue->search("zinc", 1).empty());
    }
}

TEST_CASE("categories are paths") {
    const auto catalogue =
        built({article("1", "Milk", {"Dairy", "Milk"}), article("2", "Soy", {"Dairy", "Milk", "Soy"}),
               article("3", "Brie", {"Dairy", "Cheese"}), article("4", "Milk money", {"Milk"}),
               article("5", "Loose")});
    const auto milk = catalogue->view(0).category;
    CHECK(catalogue->category_path(milk) == std::vector<std::string_view>{"Dairy", "Milk"});
    CHECK(std::ranges::equal(catalogue->in_category(milk), std::vector<Row>{0}));
    CHECK(std::ranges::equal(catalogue->below_category(milk), std::vector<Row>{0, 1}));
    CHECK(catalogue->wider(catalogue->view(1).category) == milk);
    const auto dairy = catalogue->wider(milk);
    CHECK(std::ranges::equal(catalogue->below_category(dairy), std::vector<Row>{0, 1, 2}));
    CHECK(catalogue->wider(dairy) == 0);
    CHECK(catalogue->category_path(0).empty());
    CHECK(std::ranges::equal(catalogue->in_category(0), std::vector<Row>{4}));
}

TEST_CASE("a caption names the size once") {
    CHECK(display_name(full_article()) == "Coconut oil 400 ml");
    auto in_name = full_article();
    in_name.name = "Coconut oil 400ML";
    CHECK(display_name(in_name) == "Coconut oil 400ML");
    in_name.name = "Coconut oil 0,4 l";
    CHECK(display_name(in_name) == "Coconut oil 0,4 l");
    auto by_size = full_article();
    by_size.size_words.clear();
    CHECK(display_name(by_size) == "Coconut oil 400 ml");
    CHECK(display_name(article("1", "Salt")) == "Salt");
}

TEST_CASE("folding keeps what people type") {
    CHECK(fold("  Crème   BRÛLÉE! ") == "creme brulee");
    CHECK(fold("Straße 7-UP") == "strasse 7 up");
    CHECK(fold("ＦＵＬＬ ｗｉｄｔｈ") == "full width");
    CHECK(fold("Łódź") == "lodz");
    CHECK(fold("ЧАЙ") == "чаи");
    CHECK(fold("\xFF\xFE milk") == "milk");
    CHECK(fold("") == "");
}
