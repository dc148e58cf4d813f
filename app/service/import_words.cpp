#include "app/service/import_words.hpp"

namespace makegood::service {
namespace {

using core::catalogue::Article;

std::string shown(const std::string& text) {
    return text.empty() ? "nothing" : text;
}
std::string shown(const std::vector<std::string>& words) {
    std::string list;
    for (const auto& word : words) list += (list.empty() ? "" : ", ") + word;
    return shown(list);
}
std::string shown(const std::optional<std::int64_t>& pieces) {
    return pieces ? std::to_string(*pieces) : "unknown";
}
std::string shown(const std::optional<core::catalogue::Gtin>& gtin) {
    return gtin ? gtin->text() : "none";
}

}  // namespace

std::string change_words(const Article& before, const Article& after, const Currency& currency) {
    std::string words;
    const auto say = [&](const char* field, const std::string& from, const std::string& to) {
        if (from != to) words += (words.empty() ? " " : ", ") + std::string(field) + " " + from + " -> " + to;
    };
    const auto money = [&](const std::optional<Money>& amount) {
        return amount ? base::format(*amount, currency) : "unknown";
    };
    say("name", shown(before.name), shown(after.name));
    say("GTIN", shown(before.gtin), shown(after.gtin));
    say("price", money(before.price), money(after.price));
    say("cost", money(before.cost), money(after.cost));
    say("stock", shown(before.stock), shown(after.stock));
    say("size", shown(before.size_words), shown(after.size_words));
    say("brand", shown(before.brand), shown(after.brand));
    say("brand tier", shown(before.tier), shown(after.tier));
    say("category", shown(before.category), shown(after.category));
    say("place", shown(before.place), shown(after.place));
    say("labels", shown(before.labels), shown(after.labels));
    say("allergens", shown(before.allergens), shown(after.allergens));
    if (words.empty()) words = " its size is read differently";
    return before.number.text() + " " + before.name + ":" + words;
}

std::string addition_words(const Article& article, const Currency& currency) {
    std::string words = "new: " + article.number.text() + " " + display_name(article);
    if (article.price) words += ", " + base::format(*article.price, currency);
    return words;
}

}  // namespace makegood::service
