// A shop of any size whose articles nobody sells: kinds, brands, prices, labels and stock as in a real one.
// The same in every run.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "app/core/catalogue/catalogue.hpp"

namespace makegood::bench {

// SplitMix64 (Steele, Lea, Flood 2014): the same shop on every machine.
class Chance {
  public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}
    std::uint64_t below(std::uint64_t bound) {
        std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15ull;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ull;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBull;
        return (mixed ^ (mixed >> 31)) % bound;
    }

  private:
    std::uint64_t state_;
};

inline std::string word_of(std::uint64_t number) {
    static const std::string consonants = "bdfgklmnprst", vowels = "aeiou";
    std::string word;
    for (int at = 0; at < 3; ++at) {
        word += consonants[number % consonants.size()];
        number /= consonants.size();
        word += vowels[number % vowels.size()];
        number /= vowels.size();
    }
    return word;
}

// Kinds of very different sizes, as in a real shop: the one at `square / kinds` gets most.
inline std::vector<std::string> kind_of(Chance& chance, std::size_t articles) {
    const auto kinds = std::max<std::uint64_t>(20, articles / 300);
    const auto kind = chance.below(kinds) * chance.below(kinds) / kinds;
    return {"department " + std::to_string(kind / 200), "category " + std::to_string(kind / 10),
            "type " + std::to_string(kind)};
}

inline core::catalogue::Article article(Chance& chance, std::size_t number, std::size_t articles) {
    static const std::string sizes[] = {"100 g", "200 g", "250 g",  "400 g", "500 g",
                                        "800 g", "1 kg",  "500 ml", "1 l"};
    core::catalogue::Article made;
    made.number = ArticleNumber(std::to_string(1'000'000 + number));
    made.category = kind_of(chance, articles);
    made.brand = "Brand " + word_of(chance.below(8'000));
    made.tier = chance.below(5) == 0 ? "Private" : "National";
    made.name = word_of(chance.below(40'000)) + ' ' + word_of(chance.below(2'000)) + ' ' +
                made.category.back().substr(5) + ' ' + word_of(chance.below(200));
    made.size_words = sizes[chance.below(std::size(sizes))];
    made.size = *core::catalogue::parse_size(made.size_words);
    made.price = Money::minor(static_cast<std::int64_t>(50 + chance.below(2'000)));
    made.stock = static_cast<std::int64_t>(chance.below(12));
    if (chance.below(12) == 0) made.labels = {"organic"};
    if (chance.below(12) == 0) made.labels.push_back("vegan");
    if (chance.below(4) == 0) made.allergens = {chance.below(2) == 0 ? "milk" : "gluten"};
    return made;
}

inline std::shared_ptr<const core::catalogue::Catalogue> shop_of(std::size_t articles) {
    Chance chance(7);
    core::catalogue::Catalogue::Builder builder;
    builder.reserve(articles);
    for (std::size_t number = 0; number < articles; ++number) builder.add(article(chance, number, articles));
    return builder.build();
}

}  // namespace makegood::bench
