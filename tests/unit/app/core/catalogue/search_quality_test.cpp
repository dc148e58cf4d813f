// How often search finds what somebody meant who mistypes, leaves out or swaps words, among real articles.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

#include "app/core/catalogue/catalogue.hpp"

using namespace makegood;
using namespace makegood::core::catalogue;

namespace {

using Cells = std::vector<std::string>;

// One record of RFC 4180; false at the end.
bool read_record(std::istream& file, Cells& cells) {
    cells.assign(1, "");
    bool quoted = false, any = false;
    for (char c = 0; file.get(c);) {
        any = true;
        if (c == '"' && quoted && file.peek() == '"')
            cells.back() += static_cast<char>(file.get());
        else if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            cells.emplace_back();
        else if (c == '\n' && !quoted)
            return true;
        else
            cells.back() += c;
    }
    return any;
}

struct File {
    std::string path, number, name, brand, size;
    int at_least = 0;  // of a thousand
};

std::vector<Article> articles_of(const std::string& folder, const File& from) {
    std::ifstream file(folder + "/" + from.path);
    Cells header, cells;
    REQUIRE(read_record(file, header));
    const auto cell = [&](const std::string& column) -> std::string {
        const auto at = std::find(header.begin(), header.end(), column);
        return at == header.end() ? "" : cells.at(static_cast<std::size_t>(at - header.begin()));
    };
    std::vector<Article> articles;
    while (read_record(file, cells)) {
        Article article;
        article.number = ArticleNumber(cell(from.number));
        article.name = cell(from.name);
        article.brand = cell(from.brand);
        article.size_words = cell(from.size);
        article.size = parse_size(article.size_words).value_or(Size());
        article.stock = 10;
        if (!fold(article.name).empty()) articles.push_back(std::move(article));
    }
    return articles;
}

class Clerk {
  public:
    explicit Clerk(std::uint64_t seed) : chance_(seed) {}
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(chance_() % count); }

    std::string types(const std::string& name, std::string& fault) {
        std::vector<std::string> words;
        std::istringstream text(name);
        for (std::string word; text >> word;) words.push_back(word);
        switch (words.size() < 2 ? 0 : below(3)) {
            case 0:
                mistype(words, fault);
                break;
            case 1:
                fault = "missing word";
                words.erase(words.begin() + static_cast<std::ptrdiff_t>(below(words.size())));
                break;
            default:
                fault = "other order";
                for (auto i = words.size() - 1; i > 0; --i) std::swap(words[i], words[below(i + 1)]);
        }
        std::string typed;
        for (const auto& word : words) typed += (typed.empty() ? "" : " ") + word;
        return typed;
    }

  private:
    void mistype(std::vector<std::string>& words, std::string& fault) {
        auto& word = words[below(words.size())];
        const auto at = below(word.size());
        const auto letter = static_cast<char>('a' + below(26));
        switch (below(4)) {
            case 0:
                fault = "wrong letter";
                word[at] = letter;
                break;
            case 1:
                fault = "missing letter";
                word.erase(at, 1);
                break;
            case 2:
                fault = "extra letter";
                word.insert(at, 1, letter);
                break;
            default:
                fault = "swapped letters";
                if (at + 1 < word.size()) std::swap(word[at], word[at + 1]);
        }
    }
    std::mt19937_64 chance_;
};

}  // namespace

TEST_CASE("the right article is among the first five", "[long]") {
    const char* folder = std::getenv("MAKEGOOD_DATA");
    if (folder == nullptr) {
        WARN("skipped: MAKEGOOD_DATA names no folder");
        return;
    }
    const auto file = GENERATE(
        values<File>({{"online_retail/catalogue.csv", "stock_code", "description", "", "", 990},
                      {"openfoodfacts/catalogue_full_1541.csv", "gtin", "name", "brands", "quantity", 950}}));
    const auto articles = articles_of(folder, file);
    Catalogue::Builder builder;
    for (const auto& article : articles) builder.add(article);
    const auto catalogue = builder.build();

    constexpr std::uint64_t seed = 20'261'122;
    constexpr int asked = 1000;
    Clerk clerk(seed);
    int right = 0;
    std::map<std::string, std::pair<int, int>> by_fault;
    for (int i = 0; i < asked; ++i) {
        const auto& meant = articles[clerk.below(articles.size())];
        std::string fault;
        const auto typed = clerk.types(meant.name, fault);
        const auto found = catalogue->search(typed, 5);
        // Articles of one name cannot be told apart by it.
        const bool there = std::any_of(found.begin(), found.end(), [&](Row row) {
            return fold(catalogue->view(row).name) == fold(meant.name);
        });
        right += there;
        by_fault[fault].first += there;
        by_fault[fault].second += 1;
        if (!there) UNSCOPED_INFO(fault << ": " << typed << " for " << meant.name);
    }
    for (const auto& [fault, count] : by_fault)
        UNSCOPED_INFO(fault << ": " << count.first << " of " << count.second);
    INFO(file.path << ", seed " << seed << ": " << right << " of " << asked);
    CHECK(right >= file.at_least);
}
