#include "app/terminal/presenter/unmet_screen.hpp"

#include "app/terminal/presenter/screen_words.hpp"
#include "app/terminal/presenter/tasks.hpp"

namespace makegood::terminal::presenter {
namespace {

using core::incident::UnmetArticle;
using core::incident::UnmetDemand;
using core::incident::UnmetWords;

constexpr int days = 30;
constexpr std::size_t most_lines = 6, lines_of_many = most_lines - 1;

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

UnmetLine line_of(const UnmetWords& asked) {
    return {.times = words::times_sign(asked.times),
            .name = asked.words,
            .line = words::asked_and_not_sold(asked.times)};
}

// Both lists in one, most asked for first; of as many times words first, for no other list has them.
std::vector<UnmetLine> lines_from(const UnmetDemand& demand, std::size_t skip, std::size_t most,
                                  const Currency& currency) {
    std::vector<UnmetLine> lines;
    auto article = demand.articles.begin();
    auto asked = demand.words.begin();
    for (std::size_t at = 0; lines.size() < most; ++at) {
        const bool articles_left = article != demand.articles.end(), words_left = asked != demand.words.end();
        if (!articles_left && !words_left) break;
        const bool in_words = words_left && (!articles_left || asked->times >= article->times);
        if (at >= skip) lines.push_back(in_words ? line_of(*asked) : line_of(*article, currency));
        in_words ? static_cast<void>(++asked) : static_cast<void>(++article);
    }
    return lines;
}

std::size_t count(const UnmetDemand& demand) {
    return demand.articles.size() + demand.words.size();
}

}  // namespace

std::size_t unmet_pages(const UnmetDemand& demand) {
    const std::size_t all = count(demand);
    return all <= most_lines ? 1 : (all + lines_of_many - 1) / lines_of_many;
}

Unmet unmet_of(const UnmetDemand& demand, std::size_t page, const Currency& currency) {
    Unmet view;
    const std::size_t all = count(demand);
    if (all == 0) {
        view.icon = "check";
        view.message = words::nothing_to_order(days);
        return view;
    }
    view.message = words::of_the_last(days);
    const std::size_t pages = unmet_pages(demand), most = pages == 1 ? most_lines : lines_of_many;
    view.lines = lines_from(demand, page * most, most, currency);
    if (pages == 1) return view;
    const bool last = page + 1 >= pages;
    view.more = last ? words::back_to_first : words::more_to_order(all - (page + 1) * most);
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
    if (demand_) return unmet_of(*demand_, page_, stage.facts.setup.currency);
    return instead_;
}

void UnmetPage::touched(const std::string& id, Stage&) {
    if (id == "more" && demand_) page_ = (page_ + 1) % unmet_pages(*demand_);
}

void UnmetPage::scanned(const std::string& code, Stage& stage) {
    take_scan(code, stage);
}

}  // namespace makegood::terminal::presenter
