// Articles that nobody sells, named as articles are: few words that are in very many names, and very many
// words that are in few. The same in every run.
#pragma once
#include <array>
#include <random>
#include <string>
#include <vector>

#include "app/core/catalogue/article.hpp"

namespace makegood::bench {

class MadeUpArticles {
  public:
    explicit MadeUpArticles(std::uint64_t seed) : chance_(seed) {
        for (std::size_t i = 0; i < rare_words; ++i) rare_.push_back(syllables(2 + below(3)));
        for (std::size_t i = 0; i < brands; ++i) brands_.push_back(syllables(2 + below(2)));
    }

    core::catalogue::Article next() {
        core::catalogue::Article article;
        article.number = ArticleNumber(std::to_string(1'000'000 + count_++));
        article.brand = brands_[skewed(brands_.size())];
        article.name = article.brand;
        for (auto words = 2 + below(4); words > 0; --words) article.name += ' ' + word();
        const auto amount = std::to_string(50 * (1 + below(20)));
        article.size_words = amount + (below(2) == 0 ? " g" : " ml");
        article.size = *core::catalogue::parse_size(article.size_words);
        article.gtin =
            core::catalogue::Gtin::parse(with_check_digit(400'000'000'000 + below(99'999'999'999))).value();
        article.stock = static_cast<std::int64_t>(below(10));
        return article;
    }
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(chance_() % count); }

  private:
    static constexpr std::size_t rare_words = 250'000, brands = 20'000;

    static std::string with_check_digit(std::size_t twelve) {
        const auto digits = std::to_string(twelve);
        return digits + core::catalogue::check_digit(digits);
    }
    // The lower, the more often.
    std::size_t skewed(std::size_t count) {
        const double draw = static_cast<double>(below(1'000'000)) / 1e6;
        return static_cast<std::size_t>(draw * draw * draw * static_cast<double>(count));
    }
    std::string word() {
        static constexpr std::array common{
            "coconut", "oil",        "milk",     "chocolate", "organic",  "natural",  "bread",      "whole",
            "wheat",   "cream",      "cheese",   "butter",    "sauce",    "tomato",   "chicken",    "soup",
            "rice",    "beans",      "coffee",   "tea",       "orange",   "juice",    "apple",      "vanilla",
            "sugar",   "free",       "light",    "classic",   "original", "family",   "pack",       "fresh",
            "frozen",  "pizza",      "pasta",    "penne",     "cookies",  "crackers", "corn",       "chips",
            "salt",    "pepper",     "garlic",   "onion",     "lemon",    "honey",    "mustard",    "ketchup",
            "yogurt",  "strawberry", "cherry",   "banana",    "almond",   "peanut",   "walnut",     "granola",
            "cereal",  "flakes",     "bar",      "snack",     "shampoo",  "soap",     "toothpaste", "paper",
            "towels",  "detergent",  "lavender", "spray",     "cleaner",  "candle",   "heart",      "white",
            "red",     "blue",       "green",    "black",     "vintage",  "holder",   "box",        "bag"};
        return below(3) != 0 ? common[skewed(common.size())] : rare_[skewed(rare_.size())];
    }
    std::string syllables(std::size_t count) {
        static constexpr std::array first{"b", "br", "c", "ch", "d",  "f", "fl", "g",  "h", "k",
                                          "l", "m",  "n", "p",  "pr", "r", "s",  "st", "t", "v"};
        static constexpr std::array middle{"a", "e", "i", "o", "u", "ea", "ou"};
        static constexpr std::array last{"", "", "n", "r", "l", "s", "t"};
        std::string text;
        for (; count > 0; --count) {
            text += first[below(first.size())];
            text += middle[below(middle.size())];
            text += last[below(last.size())];
        }
        return text;
    }

    std::mt19937_64 chance_;
    std::vector<std::string> rare_, brands_;
    std::size_t count_ = 0;
};

}  // namespace makegood::bench
