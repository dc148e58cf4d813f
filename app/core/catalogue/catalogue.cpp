#include "app/core/catalogue/catalogue.hpp"

#include <algorithm>

#include "app/core/catalogue/catalogue_impl.hpp"
#include "app/core/catalogue/embedded_code.hpp"

namespace makegood::core::catalogue {
namespace {

template <class Word>
std::vector<Word> split(std::string_view list) {
    std::vector<Word> words;
    while (!list.empty()) {
        const auto end = std::min(list.find(list_mark), list.size());
        words.emplace_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return words;
}

std::optional<Money> amount(std::int64_t minor) {
    if (minor == unknown_amount) return std::nullopt;
    return Money::minor(minor);
}

// The value of up to 14 digits; 0 for anything else.
std::uint64_t digits_value(std::string_view code) {
    std::uint64_t value = 0;
    if (code.size() > 14) return 0;
    for (const char c : code) {
        if (c < '0' || c > '9') return 0;
        value = value * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return value;
}

// A register's own number on a label of 8, 12, 13 or 14 digits, or with its zeros lost.
std::optional<Row> find_padded(const Catalogue& all, std::string_view code) {
    if (const auto own = all.find(code)) return own;
    const auto bare = code.substr(std::min(code.find_first_not_of('0'), code.size()));
    for (const std::size_t width :
         {std::size_t{0}, std::size_t{8}, std::size_t{12}, std::size_t{13}, std::size_t{14}}) {
        if (width != 0 && width <= bare.size()) continue;
        if (const auto own = all.find(std::string(width == 0 ? 0 : width - bare.size(), '0').append(bare)))
            return own;
    }
    return std::nullopt;
}

std::optional<Row> find_number_or_gtin(const Catalogue& all, std::string_view code) {
    if (const auto own = all.find(code)) return own;
    const auto value = digits_value(code);
    if (value == 0) return std::nullopt;
    const auto& rows = all.impl().by_gtin;
    const auto& gtin = all.impl().gtin;
    const auto at = std::lower_bound(rows.begin(), rows.end(), value,
                                     [&](Row row, std::uint64_t sought) { return gtin[row] < sought; });
    if (at != rows.end() && gtin[*at] == value) return *at;
    return find_padded(all, code);
}

std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace

Catalogue::Catalogue() : impl_(std::make_unique<Impl>()) {}
Catalogue::Catalogue(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Catalogue::~Catalogue() = default;

std::size_t Catalogue::size() const {
    return impl_->rows();
}

ArticleView Catalogue::view(Row row) const {
    const Impl& all = *impl_;
    const SizeEntry& size = all.sizes[all.size[row]];
    ArticleView view;
    view.number = all.number(row);
    view.name = all.name(row);
    view.brand = all.pool[all.brand[row]];
    view.place = all.pool[all.place[row]];
    view.size_words = all.pool[size.words];
    view.category = all.category[row];
    view.brand_id = all.brand[row];
    view.labels_id = all.labels[row];
    view.allergens_id = all.allergens[row];
    view.size = size.size;
    view.price = amount(all.price[row]);
    view.cost = amount(all.cost[row]);
    if (all.stock[row] != unknown_amount) view.stock = all.stock[row];
    return view;
}

Article Catalogue::article(Row row) const {
    const ArticleView from = view(row);
    Article article;
    article.number = ArticleNumber(std::string(from.number));
    if (impl_->gtin[row] != 0) {
        const std::string digits = std::to_string(impl_->gtin[row]);
        article.gtin = Gtin::parse(std::string(14 - digits.size(), '0') + digits).value();
    }
    article.name = from.name;
    article.brand = from.brand;
    for (const auto word : category_path(from.category)) article.category.emplace_back(word);
    article.size_words = from.size_words;
    article.size = from.size;
    article.price = from.price;
    article.cost = from.cost;
    article.stock = from.stock;
    article.place = from.place;
    article.labels = split<std::string>(impl_->pool[impl_->labels[row]]);
    article.allergens = split<std::string>(impl_->pool[impl_->allergens[row]]);
    return article;
}

std::optional<Row> Catalogue::find(std::string_view number) const {
    const auto& slots = impl_->number_slots;
    if (slots.empty()) return std::nullopt;
    for (std::size_t slot = Impl::hash(number) & (slots.size() - 1); slots[slot] != 0;
         slot = (slot + 1) & (slots.size() - 1))
        if (impl_->number(slots[slot] - 1) == number) return slots[slot] - 1;
    return std::nullopt;
}

std::optional<Row> Catalogue::find_scanned(std::string_view code, const EmbeddedLayout* layout) const {
    code = trim(code);
    if (const auto plain = find_number_or_gtin(*this, code)) return plain;
    if (layout == nullptr) return std::nullopt;
    const auto embedded = layout->read(code);
    if (!embedded) return std::nullopt;
    if (const auto item = find_padded(*this, embedded->item)) return item;
    return find_number_or_gtin(*this, embedded->without_value);
}

std::span<const Row> Catalogue::in_category(std::uint32_t category) const {
    if (category >= impl_->category_rows.size()) return {};
    const auto& rows = impl_->category_rows[category];
    return impl_->by_category.span().subspan(rows.begin, rows.own_end - rows.begin);
}

std::uint32_t Catalogue::wider(std::uint32_t category) const {
    return category < impl_->categories.size() ? impl_->categories[category].wider : 0;
}

std::vector<std::string_view> Catalogue::category_path(std::uint32_t category) const {
    std::vector<std::string_view> words;
    for (auto at = category; at != 0; at = wider(at))
        words.push_back(impl_->pool[impl_->categories[at].word]);
    std::reverse(words.begin(), words.end());
    return words;
}

std::span<const Row> Catalogue::below_category(std::uint32_t category) const {
    if (category >= impl_->category_rows.size()) return {};
    const auto& rows = impl_->category_rows[category];
    return impl_->by_category.span().subspan(rows.begin, rows.end - rows.begin);
}

std::vector<std::string_view> Catalogue::list(std::uint32_t id) const {
    if (id == 0) return {};
    return split<std::string_view>(impl_->pool[id]);
}

std::size_t Catalogue::words() const {
    return impl_->words.size();
}

std::string_view Catalogue::word(WordId word) const {
    return impl_->words[word];
}

std::span<const Row> Catalogue::rows_with(WordId word) const {
    return impl_->word_rows.part(impl_->word_rows_at, word);
}

std::span<const WordId> Catalogue::name_words(Row row) const {
    return impl_->row_words.part(impl_->row_words_at, row).first(impl_->name_words[row]);
}

}  // namespace makegood::core::catalogue
