#include <algorithm>
#include <unordered_map>

#include "app/core/catalogue/catalogue_impl.hpp"

namespace makegood::core::catalogue {
namespace {

// Finds an entry equal to `entry` in `table` by way of `index`, or adds it.
template <class Entry>
std::uint32_t entry_id(std::vector<Entry>& table,
                       std::unordered_multimap<std::uint64_t, std::uint32_t>& index, std::uint64_t hash,
                       const Entry& entry) {
    const auto [first, last] = index.equal_range(hash);
    for (auto at = first; at != last; ++at)
        if (table[at->second] == entry) return at->second;
    const auto id = static_cast<std::uint32_t>(table.size());
    table.push_back(entry);
    index.emplace(hash, id);
    return id;
}

void join(const std::vector<std::string>& words, std::string& out) {
    out.clear();
    for (const auto& word : words) {
        if (!out.empty()) out += list_mark;
        out += word;
    }
}

}  // namespace

// What is only needed until the catalogue is built.
struct Catalogue::Builder::Scratch {
    explicit Scratch(TextPool& pool) : texts(pool) {}
    TextInterner texts;
    std::unordered_multimap<std::uint64_t, std::uint32_t> sizes, categories;
    std::vector<std::uint32_t> size_of_words;  // by number of the words
    std::string joined, last_category;
    std::uint32_t last_category_id = 0;
};

Catalogue::Builder::Builder()
    : made_(std::make_unique<Catalogue>()), scratch_(std::make_unique<Scratch>(made_->impl_->pool)) {}
Catalogue::Builder::~Builder() = default;

void Catalogue::Builder::reserve(std::size_t articles) {
    Impl& all = *made_->impl_;
    all.text.reserve(articles * 40);
    all.folded.reserve(articles * 48);
    all.text_at.reserve(articles * 2 + 1);
    all.folded_at.reserve(articles + 1);
    for (auto* column : {&all.brand, &all.place, &all.labels, &all.allergens, &all.size, &all.category})
        column->reserve(articles);
    for (auto* column : {&all.price, &all.cost, &all.stock}) column->reserve(articles);
    all.gtin.reserve(articles);
}

std::uint32_t Catalogue::Builder::category_id(const std::vector<std::string>& path) {
    Scratch& scratch = *scratch_;
    join(path, scratch.joined);
    if (scratch.joined == scratch.last_category) return scratch.last_category_id;  // files go by category
    std::uint32_t at = 0;
    for (const auto& word : path) {
        const CategoryNode node{at, scratch.texts.id(word)};
        const auto hash = (static_cast<std::uint64_t>(node.wider) << 32) | node.word;
        at = entry_id(made_->impl_->categories, scratch.categories, hash, node);
    }
    scratch.last_category.swap(scratch.joined);
    return scratch.last_category_id = at;
}

std::uint32_t Catalogue::Builder::size_id(std::string_view words, const Size& size) {
    const SizeEntry entry{scratch_->texts.id(words), size};
    if (entry == SizeEntry()) return 0;
    auto& sizes = made_->impl_->sizes;
    auto& by_words = scratch_->size_of_words;
    if (by_words.size() <= entry.words) by_words.resize(made_->impl_->pool.size(), 0);
    std::uint32_t& known = by_words[entry.words];  // the same words nearly always mean the same size
    if (known != 0 && sizes[known] == entry) return known;
    const auto hash =
        (static_cast<std::uint64_t>(entry.words) << 32) ^ static_cast<std::uint64_t>(size.total_milli);
    return known = entry_id(sizes, scratch_->sizes, hash, entry);
}

void Catalogue::Builder::add_folded(const Article& article) {
    Impl& all = *made_->impl_;
    all.folded_at.push_back(static_cast<std::uint32_t>(all.folded.size()));
    for (const std::string_view text :
         {std::string_view(article.name), std::string_view(article.brand),
          std::string_view(article.number.text()), std::string_view(article.size_words)}) {
        if (text.empty()) continue;
        all.folded += ' ';
        fold_onto(text, all.folded);
    }
    all.folded += '\n';
}

void Catalogue::Builder::add(const Article& article) {
    Impl& all = *made_->impl_;
    MAKEGOOD_CHECK(all.text.size() + article.name.size() + article.number.text().size() < UINT32_MAX);
    all.text += article.number.text();
    all.text_at.push_back(static_cast<std::uint32_t>(all.text.size()));
    all.text += article.name;
    all.text_at.push_back(static_cast<std::uint32_t>(all.text.size()));
    TextInterner& texts = scratch_->texts;
    all.brand.push_back(texts.id(article.brand));
    all.place.push_back(texts.id(article.place));
    join(article.labels, scratch_->joined);
    all.labels.push_back(texts.id(scratch_->joined));
    join(article.allergens, scratch_->joined);
    all.allergens.push_back(texts.id(scratch_->joined));
    all.category.push_back(category_id(article.category));
    all.size.push_back(size_id(article.size_words, article.size));
    all.price.push_back(article.price ? article.price->minor() : unknown_amount);
    all.cost.push_back(article.cost ? article.cost->minor() : unknown_amount);
    all.stock.push_back(article.stock.value_or(unknown_amount));
    all.gtin.push_back(article.gtin ? article.gtin->value() : 0);
    add_folded(article);
}

std::shared_ptr<const Catalogue> Catalogue::Builder::build() {
    Impl& all = *made_->impl_;
    scratch_.reset();
    all.folded_at.push_back(static_cast<std::uint32_t>(all.folded.size()));
    std::size_t slots = 16;
    while (slots < all.rows() * 2) slots *= 2;
    all.number_slots.assign(slots, 0);
    for (Row row = 0; row < all.rows(); ++row) {
        auto& slot = all.number_slots[all.number_slot(all.number(row))];
        MAKEGOOD_CHECK(slot == 0);
        slot = row + 1;
        if (all.gtin[row] != 0) all.by_gtin.push_back(row);
    }
    std::sort(all.by_gtin.begin(), all.by_gtin.end(),
              [&](Row a, Row b) { return all.gtin[a] != all.gtin[b] ? all.gtin[a] < all.gtin[b] : a < b; });
    all.text.shrink_to_fit();
    all.folded.shrink_to_fit();
    all.pool.shrink();
    for (auto* column : {&all.text_at, &all.folded_at, &all.brand, &all.place, &all.labels, &all.allergens,
                         &all.size, &all.category, &all.by_gtin})
        column->shrink_to_fit();
    for (auto* column : {&all.price, &all.cost, &all.stock}) column->shrink_to_fit();
    all.gtin.shrink_to_fit();
    all.sizes.shrink_to_fit();
    all.categories.shrink_to_fit();
    return std::shared_ptr<const Catalogue>(std::move(made_));
}

}  // namespace makegood::core::catalogue
