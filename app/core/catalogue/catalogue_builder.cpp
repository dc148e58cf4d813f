#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "app/core/catalogue/catalogue_impl.hpp"
#include "app/core/catalogue/category_order.hpp"
#include "app/core/catalogue/number_rows.hpp"
#include "app/core/catalogue/text_interner.hpp"
#include "app/core/catalogue/word_table.hpp"

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

template <class T>
Column<T> fixed(std::vector<T>& values) {
    values.shrink_to_fit();
    return std::move(values);
}

}  // namespace

// What grows until the catalogue is built.
struct Catalogue::Builder::Draft {
    std::vector<char> text;
    std::vector<std::uint32_t> text_at{0};
    std::vector<std::uint32_t> brand, tier, place, labels, allergens, size, category;
    std::vector<std::int64_t> price, cost, stock;
    std::vector<std::uint64_t> gtin;
    std::vector<SizeEntry> sizes{SizeEntry()};
    std::vector<CategoryNode> categories{CategoryNode()};
    TextInterner texts;
    WordTable words;

    std::unordered_multimap<std::uint64_t, std::uint32_t> size_index, category_index;
    std::vector<std::uint32_t> size_of_words;  // by number of the words
    std::string joined, last_category;
    std::uint32_t last_category_id = 0;

    void add_text(std::string_view more) {
        MAKEGOOD_CHECK(text.size() + more.size() < UINT32_MAX);
        text.insert(text.end(), more.begin(), more.end());
        text_at.push_back(static_cast<std::uint32_t>(text.size()));
    }
};

Catalogue::Builder::Builder() : draft_(std::make_unique<Draft>()) {}
Catalogue::Builder::~Builder() = default;

void Catalogue::Builder::reserve(std::size_t articles) {
    Draft& all = *draft_;
    all.text.reserve(articles * 40);
    all.text_at.reserve(articles * 2 + 1);
    for (auto* column :
         {&all.brand, &all.tier, &all.place, &all.labels, &all.allergens, &all.size, &all.category})
        column->reserve(articles);
    for (auto* column : {&all.price, &all.cost, &all.stock}) column->reserve(articles);
    all.gtin.reserve(articles);
}

std::uint32_t Catalogue::Builder::category_id(const std::vector<std::string>& path) {
    Draft& all = *draft_;
    join(path, all.joined);
    if (all.joined == all.last_category) return all.last_category_id;  // files go by category
    std::uint32_t at = 0;
    for (const auto& word : path) {
        const CategoryNode node{at, all.texts.id(word)};
        const auto hash = (static_cast<std::uint64_t>(node.wider) << 32) | node.word;
        at = entry_id(all.categories, all.category_index, hash, node);
    }
    all.last_category.swap(all.joined);
    return all.last_category_id = at;
}

std::uint32_t Catalogue::Builder::size_id(std::string_view words, const Size& size) {
    Draft& all = *draft_;
    const SizeEntry entry{all.texts.id(words), size};
    if (entry == SizeEntry()) return 0;
    auto& by_words = all.size_of_words;
    if (by_words.size() <= entry.words) by_words.resize(all.texts.size(), 0);
    std::uint32_t& known = by_words[entry.words];  // the same words nearly always mean the same size
    if (known != 0 && all.sizes[known] == entry) return known;
    const auto hash =
        (static_cast<std::uint64_t>(entry.words) << 32) ^ static_cast<std::uint64_t>(size.total_milli);
    return known = entry_id(all.sizes, all.size_index, hash, entry);
}

void Catalogue::Builder::add(const Article& article) {
    Draft& all = *draft_;
    all.add_text(article.number.text());
    all.add_text(article.name);
    all.brand.push_back(all.texts.id(article.brand));
    all.tier.push_back(all.texts.id(article.tier));
    all.place.push_back(all.texts.id(article.place));
    join(article.labels, all.joined);
    all.labels.push_back(all.texts.id(all.joined));
    join(article.allergens, all.joined);
    all.allergens.push_back(all.texts.id(all.joined));
    all.category.push_back(category_id(article.category));
    all.size.push_back(size_id(article.size_words, article.size));
    all.price.push_back(article.price ? article.price->minor() : unknown_amount);
    all.cost.push_back(article.cost ? article.cost->minor() : unknown_amount);
    all.stock.push_back(article.stock.value_or(unknown_amount));
    all.gtin.push_back(article.gtin ? article.gtin->value() : 0);
    all.words.add(article.name, {article.brand, article.size_words});
}

std::shared_ptr<const Catalogue> Catalogue::Builder::build() {
    Draft& draft = *draft_;
    auto made = std::make_shared<Catalogue>();
    Impl& all = *made->impl_;
    all.text = {fixed(draft.text), fixed(draft.text_at)};
    all.pool = draft.texts.take();
    auto order = category_order(draft.categories, draft.category);
    all.category_rows = std::move(order.ranges);
    all.by_category = std::move(order.rows);
    all.brand = fixed(draft.brand);
    all.tier = fixed(draft.tier);
    all.place = fixed(draft.place);
    all.labels = fixed(draft.labels);
    all.allergens = fixed(draft.allergens);
    all.size = fixed(draft.size);
    all.category = fixed(draft.category);
    all.price = fixed(draft.price);
    all.cost = fixed(draft.cost);
    all.stock = fixed(draft.stock);
    all.gtin = fixed(draft.gtin);
    all.sizes = fixed(draft.sizes);
    all.categories = fixed(draft.categories);
    draft.words.finish(all);
    all.find_by_number_and_gtin();
    all.rank_rows();
    all.group_rows_by_size();
    all.keep_common_words();
    draft_.reset();
    return made;
}

// Numbers must be unique, and this is where it is seen.
void Catalogue::Impl::find_by_number_and_gtin() {
    std::size_t count = 16;
    while (count < rows() * 2) count *= 2;
    std::vector<std::uint32_t> slots(count, 0);
    std::vector<Row> with_gtin, numbers(rows());
    for (Row row = 0; row < rows(); ++row) {
        std::size_t slot = hash(number(row)) & (count - 1);
        for (; slots[slot] != 0; slot = (slot + 1) & (count - 1))
            MAKEGOOD_CHECK(number(slots[slot] - 1) != number(row));
        slots[slot] = row + 1;
        if (gtin[row] != 0) with_gtin.push_back(row);
    }
    std::sort(with_gtin.begin(), with_gtin.end(),
              [&](Row a, Row b) { return gtin[a] != gtin[b] ? gtin[a] < gtin[b] : a < b; });
    std::iota(numbers.begin(), numbers.end(), Row{0});
    std::stable_sort(numbers.begin(), numbers.end(),
                     [&](Row a, Row b) { return compare_numbers(number(a), number(b)) < 0; });
    number_slots = std::move(slots);
    by_number = std::move(numbers);
    by_gtin = std::move(with_gtin);
}

}  // namespace makegood::core::catalogue
