#include "app/core/substitute/answer.hpp"

#include <algorithm>
#include <cmath>

namespace makegood::core::substitute {
namespace {

using catalogue::ArticleView;
using catalogue::Row;

constexpr std::size_t likely_each = 500;  // of each way to find some in a wide kind
constexpr std::size_t rare_word_rows =
    2'000;  // articles that share a word; of more only so many are looked at
constexpr std::size_t rare_words = 3;
constexpr int most_steps = 2;  // up from the kind
// The cosine of names that articles of other kinds need: the farther, the more.
constexpr double alike_near = 0.2, alike_far = 0.5;
constexpr double hair = 1e-6;  // by which quick looks are laxer than the rules

}  // namespace

Answer::Answer(const Engine& engine, const Question& question, const Rules& rules, std::size_t limit)
    : engine_(engine),
      table_(engine.facts_),
      question_(question),
      rules_(rules),
      limit_(limit),
      scorer_(engine, question.missing, question.bought, Scorer::BoughtBefore::article_and_maker,
              question.day),
      hand_(engine.hand_.when_missing(scorer_.missing(), table_)),
      needs_(needs_of(question.needs)),
      missing_(view_of(scorer_.missing())),
      claims_(engine.claims_of_list(missing_.labels_id)),
      allergens_(engine.allergens_of_list(missing_.allergens_id)),
      missing_restricted_(claims_.age > 0 || engine.names_.sounds_restricted(question.missing) ||
                          restricted_category(missing_.category)),
      price_at_most_(missing_.price
                         ? static_cast<double>(missing_.price->minor()) *
                                   static_cast<double>(rules.dearest_shelf_price.basis_points()) / 1e4 +
                               1
                         : HUGE_VAL),
      log_size_least_(scorer_.facts().log_size +
                      std::log(static_cast<double>(rules.smallest_size.basis_points()) / 1e4) - hair),
      log_size_most_(scorer_.facts().log_size +
                     std::log(static_cast<double>(rules.largest_size.basis_points()) / 1e4) + hair) {
    seen_.add(scorer_.missing());
}

ArticleView Answer::view_of(Place place) const {
    auto view = engine_.articles_->view(table_.row(place));
    const auto price = table_[place].price;
    view.price = price == Facts::price_unknown ? std::nullopt : std::optional(Money::minor(price));
    return view;
}

bool Answer::Kept::before(const Kept& other) const {
    if (standing != other.standing) return standing > other.standing;
    if (pair.score != other.pair.score) return pair.score > other.pair.score;
    return tie != other.tie ? tie < other.tie : pair.row < other.pair.row;
}

bool Answer::may_pass(const Facts& facts) const {
    if (facts.stock == Facts::stock_unknown || facts.price == Facts::price_unknown) return false;
    const bool packs = facts.multipack || scorer_.facts().multipack;
    if (facts.stock - rules_.keep_on_shelf < (packs ? 1 : question_.pieces)) return false;
    if (packs) return true;
    if (static_cast<double>(facts.price) > price_at_most_) return false;
    if (facts.unit != scorer_.facts().unit) return true;
    return !(facts.log_size < log_size_least_ || facts.log_size > log_size_most_);
}

void Answer::hope_for(Place place) {
    if (!may_pass(table_[place]) || !seen_.add(place)) return;
    const int standing = hand_.silent() ? 0 : hand_.standing(place);
    if (standing < 0) return;
    hopes_.push_back({standing, scorer_.at_most(place), place});
}

void Answer::look_in_kind() {
    const auto category = scorer_.category();
    if (!engine_.wide_kinds_.is_wide(category)) {
        // Its own places come first in the range; with them those below it where all together are few.
        const auto range = table_.below(category);
        const Place last = range.size() <= WideKinds::walked_whole ? range.last : scorer_.own().last;
        hopes_.reserve(last - range.first);
        for (Place place = range.first; place < last; ++place) hope_for(place);
        return;
    }
    for (const Place place : scorer_.spoken_of()) hope_for(place);
    std::vector<Place> likely;
    engine_.wide_kinds_.likely(
        category, scorer_.missing(), likely_each, [&](Place place) { return may_pass(table_[place]); },
        likely);
    for (const Place place : likely) hope_for(place);
    look_by_name();
}

// One step, then another, as long as there are few articles to look at; where there are many, only the
// like-named.
void Answer::look_wider() {
    auto at = scorer_.category();
    for (int step = 1; step <= most_steps && !full(); ++step) {
        at = engine_.articles_->wider(at);
        const auto range = at == 0 ? FactTable::Range{} : table_.below(at);
        if (range.size() == 0) break;
        if (range.size() > WideKinds::walked_whole) break;
        for (Place place = range.first; place < range.last; ++place) hope_for(place);
        choose();
    }
    if (!full()) look_by_name();
    choose();
}

void Answer::look_by_name() {
    std::size_t words = 0;
    for (const auto word : scorer_.name().words) {
        if (words++ == rare_words) break;
        const auto rows = engine_.articles_->rows_with(word);
        if (words > 1 && rows.size() > rare_word_rows) break;
        for (const Row row : rows.first(std::min(rows.size(), rare_word_rows)))
            hope_for(table_.place_of(row));
    }
}

bool Answer::could_enter(const Hope& hope) const {
    if (!full()) return true;
    const auto& worst = kept_.back();
    return hope.standing != worst.standing ? hope.standing > worst.standing
                                           : hope.score + hair >= worst.pair.score;
}

void Answer::choose() {
    std::make_heap(hopes_.begin(), hopes_.end());
    for (auto end = hopes_.end(); end != hopes_.begin(); --end) {
        if (!could_enter(hopes_.front())) break;
        std::pop_heap(hopes_.begin(), end);
        weigh(*(end - 1));
    }
    hopes_.clear();
}

// Outside the kind a candidate must sound alike, and must not be of those that only adults may buy.
bool Answer::near_enough(Place place, const ArticleView& view) const {
    const int steps = scorer_.category() == 0 ? 1 : scorer_.steps(place);
    if (steps == 0) return true;
    if (steps > most_steps || !scorer_.shares_category(steps)) return false;
    const double least = steps == 1 ? alike_near : alike_far;
    if (scorer_.has_name() && scorer_.likeness_of_name(place) < least) return false;
    return missing_restricted_ ||
           (!engine_.names_.sounds_restricted(table_.row(place)) && !restricted_category(view.category));
}

bool Answer::restricted_category(std::uint32_t category) const {
    const auto path = engine_.articles_->category_path(category);
    return std::any_of(path.begin(), path.end(),
                       [](std::string_view words) { return sounds_restricted(words); });
}

bool Answer::keeps_rules(const ArticleView& view) const {
    const auto& claims = engine_.claims_of_list(view.labels_id);
    const auto& allergens = engine_.allergens_of_list(view.allergens_id);
    return keeps_age(claims_, claims) && keeps_claims(claims_, claims) &&
           keeps_allergens(allergens_, allergens) && meets(needs_, claims, allergens);
}

void Answer::weigh(const Hope& hope) {
    const auto view = view_of(hope.place);
    auto pair = priced(missing_, question_.pieces, view, rules_);
    if (!pair || !enough_left(table_[hope.place].stock, pair->pieces, rules_)) return;
    if (!keeps_rules(view)) return;
    if (hope.standing == 0 && !near_enough(hope.place, view)) return;
    pair->row = table_.row(hope.place);
    pair->left = table_[hope.place].stock;
    pair->by_hand = hope.standing > 0;
    pair->score = rounded(scorer_.score(hope.place));
    Kept kept{hope.standing, tie_breaker(missing_.number, view.number), std::move(*pair)};
    const auto at = std::upper_bound(kept_.begin(), kept_.end(), kept,
                                     [](const Kept& a, const Kept& b) { return a.before(b); });
    kept_.insert(at, std::move(kept));
    if (kept_.size() > limit_) kept_.pop_back();
}

std::vector<Substitute> Answer::make() {
    for (const Place place : hand_.pinned()) hope_for(place);
    if (scorer_.category() != 0)
        look_in_kind();
    else
        look_by_name();
    choose();
    if (!full() && scorer_.category() != 0) look_wider();
    std::vector<Substitute> answer;
    const auto missing = engine_.articles_->article(question_.missing);
    for (auto& kept : kept_) {
        auto& pair = kept.pair;
        pair.reason = reason_for(pair, question_.pieces, missing, engine_.articles_->article(pair.row),
                                 {scorer_.households_of_both(pair.row)});
        answer.push_back(std::move(pair));
    }
    return answer;
}

}  // namespace makegood::core::substitute
