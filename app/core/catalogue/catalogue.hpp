// The articles of a shop in memory: compact, immutable once built, shared between threads.
// 92,331 articles take at most 20 MB; every question below answers in a few milliseconds.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "app/base/money.hpp"
#include "app/core/catalogue/article.hpp"

namespace makegood::core::catalogue {

// The position of an article in one Catalogue; meaningless in another.
using Row = std::uint32_t;
// A folded word of names, brands and sizes: its place in alphabetical order within one Catalogue.
using WordId = std::uint32_t;

// The fields that rules and scores read, without copying text. Views live as long as the Catalogue.
struct ArticleView {
    std::string_view number, name, brand, place, size_words;
    std::uint32_t category = 0;  // number of the whole category path; 0 when unknown
    std::uint32_t brand_id = 0, labels_id = 0, allergens_id = 0;  // equal when the texts are; 0 when unknown
    Size size;
    std::optional<Money> price, cost;
    std::optional<std::int64_t> stock;
};

class EmbeddedLayout;  // embedded_code.hpp

class Catalogue {
  public:
    class Builder;
    struct Impl;  // how it lies in memory (catalogue_impl.hpp)
    Catalogue();  // without articles
    explicit Catalogue(std::unique_ptr<Impl> impl);
    ~Catalogue();
    Catalogue(const Catalogue&) = delete;
    Catalogue& operator=(const Catalogue&) = delete;

    std::size_t size() const;
    ArticleView view(Row row) const;
    Article article(Row row) const;

    // By the store's own number, exactly as imported.
    std::optional<Row> find(std::string_view number) const;
    // What a scanner or a person typed: GTIN in any width with or without leading zeros, or own number.
    // With a `layout` also the item number inside a code with a price or weight.
    std::optional<Row> find_scanned(std::string_view code, const EmbeddedLayout* layout = nullptr) const;

    // What somebody means who types `query`, unfinished words too; best first, at most `limit`; thread-safe.
    // Every word is looked for in name, brand, size, number and GTIN, in any order, accents and case aside.
    // Exact words come before beginnings, those before words written apart or together, those before a wrong,
    // missing, extra or swapped letter (from four letters on; two from eight on). A word that is like nothing
    // here is left out; where no article has all words, those with the most come, rare words counting more.
    // Sizes are compared by how much they are ("0,5 l" is "500 ml"). Of equals those without stock come first
    // (they are what is missing), then shorter names. Needs two letters, or one of a script that has
    // thousands; else empty.
    std::vector<Row> search(std::string_view query, std::size_t limit) const;

    // All articles of exactly this category path, as imported.
    std::span<const Row> in_category(std::uint32_t category) const;
    // The path one step wider; 0 at the top.
    std::uint32_t wider(std::uint32_t category) const;
    // The words of the path, widest first.
    std::vector<std::string_view> category_path(std::uint32_t category) const;
    // All articles at or below this category path: its own, then those of the narrower ones.
    std::span<const Row> below_category(std::uint32_t category) const;

    // Labels and allergens of an article, by the ids of its view.
    std::vector<std::string_view> list(std::uint32_t id) const;

    std::size_t words() const;
    std::string_view word(WordId word) const;
    // The articles that bear this word in name, brand or size, ascending.
    std::span<const Row> rows_with(WordId word) const;
    // The words of an article's name, in its order, each once.
    std::span<const WordId> name_words(Row row) const;

    const Impl& impl() const { return *impl_; }

  private:
    friend class Builder;
    std::unique_ptr<Impl> impl_;
};

class Catalogue::Builder {
  public:
    Builder();
    ~Builder();
    void reserve(std::size_t articles);
    // Numbers must be unique.
    void add(const Article& article);
    std::shared_ptr<const Catalogue> build();

  private:
    struct Draft;
    std::uint32_t category_id(const std::vector<std::string>& path);
    std::uint32_t size_id(std::string_view words, const Size& size);

    std::unique_ptr<Draft> draft_;
};

// Lower case without accents, words separated by one space: what search compares.
// Apostrophes join ("Ben's" is "bens"), all other marks separate.
std::string fold(std::string_view text);
// The same, appended to `out`.
void fold_onto(std::string_view text, std::string& out);

}  // namespace makegood::core::catalogue
