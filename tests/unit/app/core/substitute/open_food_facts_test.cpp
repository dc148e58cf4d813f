// Real articles with the allergens and traces that people have entered for them.
#include <catch2/catch.hpp>
#include <set>

#include "app/core/substitute/engine.hpp"
#include "tests/support/grocer_data.hpp"

using namespace makegood;
using namespace makegood::core;
using namespace makegood::core::substitute;
using catalogue::Row;

namespace {

using Words = std::set<std::string>;

std::vector<std::string> tags(const std::string& cell) {
    std::vector<std::string> words;
    for (std::size_t from = 0; from < cell.size();) {
        const auto to = std::min(cell.find(',', from), cell.size());
        words.push_back(cell.substr(from, to - from));
        from = to + 1;
    }
    return words;
}

struct Foods {
    std::shared_ptr<const catalogue::Catalogue> articles;
    std::vector<Words> contained, traces;

    explicit Foods(const std::string& folder) {
        catalogue::Catalogue::Builder builder;
        for (const auto& record : tests::records(folder + "/openfoodfacts/catalogue_full_1541.csv")) {
            catalogue::Article article;
            article.number = ArticleNumber(std::to_string(contained.size()));
            article.name = record.at("name");
            article.category = {"Food",
                                record.at("pnns_group_1").empty() ? "other" : record.at("pnns_group_1")};
            article.price = Money::minor(300);
            article.stock = 10;
            contained.emplace_back();
            traces.emplace_back();
            for (const auto& word : tags(record.at("allergens_tags"))) {
                article.allergens.push_back(word);
                contained.back().insert(word);
            }
            for (const auto& word : tags(record.at("traces_tags"))) {
                article.allergens.push_back("traces of " + word.substr(3));
                traces.back().insert(word);
            }
            builder.add(article);
        }
        articles = builder.build();
    }
    bool may_have(Row row, const std::string& word) const {
        return contained[row].count(word) + traces[row].count(word) > 0;
    }
};

}  // namespace

TEST_CASE("Real foods are never replaced by one with another allergen or trace") {
    const char* folder = std::getenv("MAKEGOOD_DATA");
    if (folder == nullptr) {
        WARN("skipped: MAKEGOOD_DATA does not say where the data are");
        return;
    }
    const Foods foods(folder);
    const Engine engine(foods.articles);
    std::size_t compared = 0, named = 0;
    for (Row missing = 0; missing < foods.articles->size(); ++missing) {
        Question question;
        question.missing = missing;
        const bool known = !foods.contained[missing].empty() || !foods.traces[missing].empty();
        for (const auto& pair : engine.suggest(question, {}, 30)) {
            if (!known) break;
            ++compared;
            if (foods.contained[pair.row].empty()) CHECK(foods.contained[missing].empty());
            for (const auto* words : {&foods.contained[pair.row], &foods.traces[pair.row]})
                for (const auto& word : *words) {
                    CAPTURE(missing, pair.row, word);
                    const bool had =
                        foods.contained[missing].count(word) > 0 ||
                        (words == &foods.traces[pair.row] && foods.traces[missing].count(word) > 0);
                    if (!had) FAIL("an allergen or trace comes in");
                }
        }
        question.needs = {"nuts-free"};
        for (const auto& pair : engine.suggest(question, {}, 30)) {
            ++named;
            CAPTURE(missing, pair.row);
            CHECK_FALSE(foods.contained[pair.row].empty());
            for (const auto* nut : {"en:nuts", "en:tree-nuts", "en:peanuts"})
                CHECK_FALSE(foods.may_have(pair.row, nut));
        }
    }
    CHECK(compared > 1'000);
    CHECK(named > 1'000);
}
