#include "app/terminal/presenter/unmet_screen.hpp"

#include <algorithm>

#include "app/terminal/presenter/screen_words.hpp"
#include "app/terminal/presenter/tasks.hpp"

namespace makegood::terminal::presenter {
namespace {

using core::incident::UnmetArticle;
using core::incident::UnmetDemand;

constexpr int days = 30;
constexpr std::size_t most_lines = 6, most_words = 5;

const std::string& called(const std::string& name, const ArticleNumber& article) {
    return name.empty() ? article.text() : name;
}

UnmetLine line_of(const UnmetArticle& article, const Currency& currency) {
    UnmetLine line{
        .times = words::times_sign(article.times),
        .name = called(article.name, article.article),
        .line = words::joined({words::asked_for(article.times, article.pieces),
                               words::left_without(article.without), words::cost_us(article.cost, currency)}),
        .instead_caption = words::taken_instead,
        .instead = words::nothing};
    if (!article.instead.empty() && article.instead.front().taken > 0) {
        const auto& most = article.instead.front();
        line.instead = words::several(most.taken, called(most.name, most.article));
    }
    return line;
}

std::string words_of(const UnmetDemand& demand) {
    std::vector<std::string> told;
    for (std::size_t i = 0; i < std::min(demand.words.size(), most_words); ++i)
        told.push_back(words::asked_in_words(demand.words[i].words, demand.words[i].times));
    return words::joined(told);
}

}  // namespace

Unmet unmet_of(const UnmetDemand& demand, const Currency& currency) {
    Unmet view;
    if (demand.articles.empty() && demand.words.empty()) {
        view.icon = "check";
        view.message = words::nothing_to_order(days);
        return view;
    }
    const std::size_t places = demand.words.empty() ? most_lines : most_lines - 1;
    const std::size_t lines = std::min(demand.articles.size(), places),
                      told = std::min(demand.words.size(), most_words);
    for (std::size_t i = 0; i < lines; ++i) view.lines.push_back(line_of(demand.articles[i], currency));
    if (told > 0) {
        view.words_caption = words::asked_and_not_sold;
        view.words = words_of(demand);
    }
    const std::size_t more = demand.articles.size() - lines + demand.words.size() - told;
    view.message = more > 0 ? words::more_to_order(more) : words::of_the_last(days);
    return view;
}

std::string UnmetPage::title() const {
    return words::what_to_order;
}

void UnmetPage::shown(Stage& stage) {
    instead_ = {.icon = "clock", .message = words::asking};
    stage.backend.unmet(days, stage.here<UnmetDemand>([this](Result<UnmetDemand> demand) {
        if (demand)
            demand_ = std::move(*demand);
        else
            instead_ = {.icon = "exclamation", .message = demand.error().sentence};
    }));
}

Body UnmetPage::body(const Stage& stage) const {
    if (demand_) return unmet_of(*demand_, stage.facts.setup.currency);
    return instead_;
}

void UnmetPage::scanned(const std::string& code, Stage& stage) {
    take_scan(code, stage);
}

}  // namespace makegood::terminal::presenter
