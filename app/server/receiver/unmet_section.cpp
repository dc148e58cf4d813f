#include "app/server/receiver/unmet_section.hpp"

#include <algorithm>

#include "app/server/receiver/html.hpp"
#include "app/server/receiver/page_words.hpp"

namespace makegood::server::receiver {
namespace {

using core::incident::UnmetArticle;
using core::incident::UnmetDay;
using ports::StoreUnmet;

constexpr std::size_t stores_shown = 20, articles_shown = 10, words_shown = 12;
constexpr std::int64_t bar_width = 5, bar_step = 6, bars_height = 32;

std::string muted(std::string_view text) {
    return element("span", "muted", text);
}

std::string called(const std::string& name, const ArticleNumber& article) {
    return name.empty() ? escaped(article.text()) : escaped(name);
}

std::string bar(std::int64_t place, std::int64_t height) {
    return "<rect x=\"" + number(place * bar_step) + "\" y=\"" + number(bars_height - height) +
           "\" width=\"" + number(bar_width) + "\" height=\"" + number(height) + "\" rx=\"1\"/>";
}

// A bar a day, the highest as high as there is room where it is of a few times; days without any keep a low
// line.
std::string bars(const std::vector<UnmetDay>& days, const StoreUnmet& store) {
    std::int64_t most = 3;
    for (const auto& day : days) most = std::max(most, day.times);
    std::string drawn, told;
    auto day = days.begin();
    for (int i = 0; i < ports::unmet_days; ++i) {
        const auto date = base::add_days(store.first, i);
        std::int64_t height = 1;
        if (day != days.end() && day->day == date) {
            height = 4 + day->times * (bars_height - 4) / most;
            told += (told.empty() ? "" : ", ") + base::format_date(date) + ": " + number(day->times);
            ++day;
        }
        drawn += bar(i, height);
    }
    return "<svg class=\"days\" role=\"img\" aria-label=\"" + escaped(told) + "\" viewBox=\"0 0 " +
           number(bar_step * ports::unmet_days) + " " + number(bars_height) + "\"><title>" + escaped(told) +
           "</title>" + drawn + "</svg>";
}

// What was taken most, in a line each; what was offered in vain counts as one number.
std::string instead_of(const UnmetArticle& article) {
    constexpr std::size_t lines = 2;
    std::string text;
    std::size_t told = 0;
    std::int64_t others = 0;
    for (const auto& instead : article.instead) {
        if (instead.taken == 0) break;
        if (told++ < lines)
            text += number(instead.taken) + " × " + called(instead.name, instead.article) + "<br>";
        else
            others += instead.taken;
    }
    if (others > 0) text += muted(number(others) + " × others") + "<br>";
    if (article.otherwise > 0) text += muted(number(article.otherwise) + " made good otherwise");
    return text.empty() ? muted("nothing") : text;
}

std::string article_row(const UnmetArticle& article, const StoreUnmet& store) {
    const auto who = element("span", "name", called(article.name, article.article)) + "<br>" +
                     muted(escaped(article.article.text()));
    const auto asked = element("span", "name", count_of(article.times, "time", "times")) + "<br>" +
                       muted(count_of(article.pieces, "piece", "pieces"));
    return element("tr", "",
                   element("td", "", who) + element("td", "right", asked) +
                       element("td", "by-day", bars(article.days, store)) +
                       element("td", "", instead_of(article)) +
                       element("td", "right", number(article.without)) +
                       element("td", "right", amount(article.cost, store.currency)));
}

std::string more(std::size_t there, std::size_t shown) {
    if (there <= shown) return {};
    return element("p", "muted below",
                   "and " + number(static_cast<std::int64_t>(there - shown)) + " more: /v1/summary");
}

std::string article_table(const StoreUnmet& store) {
    const auto& articles = store.demand.articles;
    if (articles.empty()) return element("p", "muted", "Nothing that is sold here was missing.");
    std::string rows;
    for (std::size_t i = 0; i < std::min(articles.size(), articles_shown); ++i)
        rows += article_row(articles[i], store);
    const std::string head =
        "<tr><th>Missing</th><th class=\"right\">Asked for</th><th class=\"by-day\">Day by day</th><th>Taken "
        "instead</th><th "
        "class=\"right\">Left without</th><th class=\"right\">Cost</th></tr>";
    return element("div", "scroll",
                   element("table", "", element("thead", "", head) + element("tbody", "", rows))) +
           more(store.articles, articles_shown);
}

std::string words_list(const StoreUnmet& store) {
    const auto& words = store.demand.words;
    if (words.empty()) return {};
    std::string chips;
    for (std::size_t i = 0; i < std::min(words.size(), words_shown); ++i)
        chips += element("span", "chip",
                         escaped(words[i].words) +
                             (words[i].times > 1 ? " " + muted(number(words[i].times) + " ×") : "")) +
                 " ";
    return element("p", "muted below", "Asked for and not sold here") + element("p", "chips", chips) +
           more(store.words, words_shown);
}

}  // namespace

std::string unmet_section(const std::vector<StoreUnmet>& stores) {
    const auto days = number(ports::unmet_days);
    if (stores.empty())
        return element("section", "card",
                       element("h2", "", "Asked for and not there") +
                           element("p", "muted", "Nothing was missing in the last " + days + " days."));
    std::string cards;
    for (std::size_t i = 0; i < std::min(stores.size(), stores_shown); ++i)
        cards += element("section", "card",
                         element("h2", "", "Asked for and not there: " + escaped(stores[i].store)) +
                             element("p", "muted above", "The last " + days + " days, to order from") +
                             article_table(stores[i]) + words_list(stores[i]));
    return cards + more(stores.size(), stores_shown);
}

}  // namespace makegood::server::receiver
