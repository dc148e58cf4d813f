#include "app/core/substitute/answer.hpp"

#include <algorithm>
#include <cmath>

namespace makegood::core::substitute {
namespace {

using catalogue::ArticleView;
using catalogue::Row;

constexpr std::size_t likely_each = 500;       // of each way to find some in a wide kind
constexpr std::size_t by_hand_each = 100;      // of each brand that the owner put first there
constexpr Place by_hand_walked = 1'000;        // of each narrower category
constexpr std::size_t walked_wider = 1'000;    // articles of a wider category that are looked at one by one
constexpr std::size_t enough = 8;              // found in the kind: then nothing farther is looked for
constexpr std::size_t like_named_looks = 500;  // at articles that share words, rare words first
constexpr int most_steps = 2;                  // up from the kind
// The cosine of names that articles of other kinds need: the farther, the more; where no kind is known, the
// name is all there is.
constexpr double alike_near = 0.3, alike_far = 0.75, alike_no_kind = 0.5;
constexpr double hair = 1e-6;  // by which quick looks are laxer than the rules

}  // namespace

Answer::Answer(const Engine& engine, const Question& question, const Rules& rules, std::size_t limit,
               Shelf shelf)
    : engine_(engine),
      table_(engine.facts_),
      question_(question),
      rules_(rules),
      shelf_(shelf),
      scorer_(engine, question.missing, question.bought, Scorer::BoughtBefore::article_and_maker,
              shelf == Shelf::any ? std::nullopt : std::optional(question.day)),
      hand_(engine.hand_.when_missing(scorer_.missing(), table_)),
      pinned_(hand_.pinned()),
      needs_(needs_of(question.needs)),
      missing_(view_of(scorer_.missing())),
      claims_(engine.claims_of_list(missing_.labels_id)),
      allergens_(engine.allergens_of_list(missing_.allergens_id)),
      is_choosy_(!claims_.words.empty() || allergens_.listed || !needs_.empty()),
      name_says_(engine.names_.age_words(question.missing)),
      kind_is_adult_(is_adult_kind(missing_.category)),
      missing_is_adult_(claims_.age >= adult_from || name_says_ == AgeWords::adult ||
                        (name_says_ == AgeWords::nothing && kind_is_adult_)),
      price_at_most_(missing_.price
                         ? static_cast<double>(missing_.price->minor()) *
                                   static_cast<double>(rules.dearest_shelf_price.basis_points()) / 1e4 +
                               1
                         : HUGE_VAL),
      log_size_least_(scorer_.facts().log_size + std::log(smallest_for_one(rules)) - hair),
      log_size_most_(scorer_.facts().log_size +
                     std::log(static_cast<double>(rules.largest_size.basis_points()) / 1e4) + hair),
      nearest_{limit},
      gains_{question.gains} {
    seen_.add(scorer_.missing());
}

ArticleView Answer::view_of(Place place) const {
    auto view = engine_.articles_->view(table_.row(place));
    const auto price = table_[place].price;
    view.price = price == Facts::price_unknown ? std::nullopt : std::optional(Money::minor(price));
    return view;
}

bool Answer::Best::could_take(const Hope& hope) const {
    if (!full()) return true;
    if (kept.empty()) return false;
    const auto& worst = kept.back();
    return hope.standing != worst.standing ? hope.standing > worst.standing
                                           : hope.score + hair >= worst.score;
}

void Answer::Best::add(Kept more) {
    const auto at = std::upper_bound(kept.begin(), kept.end(), more,
                                     [](const Kept& a, const Kept& b) { return a.before(b); });
    kept.insert(at, std::move(more));
    if (kept.size() > limit) kept.pop_back();
}

bool Answer::may_be_there(const Facts& facts, bool packs) const {
    if (shelf_ == Shelf::any) return true;
    return facts.stock != Facts::stock_unknown &&
           facts.stock - rules_.keep_on_shelf >= (packs ? 1 : question_.pieces);
}

bool Answer::may_pass(const Facts& facts) const {
    const bool packs = may_differ_in_pieces(facts.holds, scorer_.facts().holds);
    if (facts.price == Facts::price_unknown || !may_be_there(facts, packs)) return false;
    if (packs) return true;
    if (static_cast<double>(facts.price) > price_at_most_) return false;
    if (facts.unit != scorer_.facts().unit) return true;
    return !(facts.log_size < log_size_least_ || facts.log_size > log_size_most_);
}

// Of those that are walked through place by place, which can't come twice.
void Answer::hope_for_new(Place place) {
    if (!may_pass(table_[place])) return;
    const int standing = hand_.silent() ? 0 : hand_.standing(place);
    if (standing >= 0) hopes_.push_back({standing, scorer_.at_most(place), place, {}});
}

void Answer::hope_for(Place place) {
    if (!walked_.has(place) && seen_.add(place)) hope_for_new(place);
}

void Answer::walk(FactTable::Range range) {
    hopes_.reserve(hopes_.size() + range.size());
    for (Place place = range.first; place < range.last; ++place)
        if (place != scorer_.missing()) hope_for_new(place);
    walked_ = range;
}

// With those of the narrower kinds below it where all together are few.
FactTable::Range Answer::kind() const {
    const auto range = table_.below(scorer_.category());
    return range.size() <= WideKinds::walked_whole ? range : scorer_.own();
}

void Answer::look_in_kind() {
    const auto category = scorer_.category();
    if (!engine_.wide_kinds_.is_wide(category)) return walk(kind());
    for (const Place place : scorer_.spoken_of()) hope_for(place);
    std::vector<Place> likely;
    engine_.wide_kinds_.likely(
        category, scorer_.missing(), likely_each, [&](Place place) { return may_pass(table_[place]); },
        likely);
    for (const Place place : likely) hope_for(place);
    look_by_name(scorer_.own());
    look_by_hand();
}

// What the owner put first in a wide kind, likely or not.
void Answer::look_by_hand() {
    const auto within = table_.below(scorer_.category());
    std::vector<Place> found;
    for (const auto* target : hand_.favoured()) {
        if (target->what == Subject::What::article && within.has(target->place))
            found.push_back(target->place);
        for (const auto brand : target->brands)
            engine_.wide_kinds_.of_maker(
                scorer_.category(), brand, scorer_.missing(), by_hand_each,
                [&](Place place) { return may_pass(table_[place]); }, found);
        for (const auto& range : target->ranges) {
            const bool whole_kind = range.first <= within.first && within.last <= range.last;
            const Place first = std::max(range.first, within.first);
            const Place last = std::min(std::min(range.last, within.last), first + by_hand_walked);
            for (Place place = first; !whole_kind && place < last; ++place)
                if (may_pass(table_[place])) found.push_back(place);
        }
    }
    for (const Place place : found) hope_for(place);
}

// One step, then another, as long as there are few articles to look at; where there are many, only the
// like-named.
void Answer::look_wider() {
    auto at = scorer_.category();
    for (int step = 1; step <= most_steps && too_few(); ++step) {
        at = engine_.articles_->wider(at);
        const auto range = at == 0 ? FactTable::Range{} : table_.below(at);
        if (range.size() == 0 || range.size() > walked_wider) break;
        for (Place place = range.first; place < range.last; ++place)
            if (may_sound_alike(place)) hope_for(place);
        choose();
    }
    if (too_few()) look_by_name(table_.below(0));
    choose();
}

bool Answer::too_few() const {
    return nearest_.kept.size() < std::min(nearest_.limit, enough);
}

bool Answer::may_sound_alike(Place place) const {
    return !scorer_.has_name() || (table_[place].name & scorer_.name().bits) != 0;
}

void Answer::look_by_name(FactTable::Range within) {
    std::size_t looks = like_named_looks;
    for (const auto word : scorer_.name().words) {
        const auto rows = engine_.articles_->rows_with(word);
        for (const Row row : rows.first(std::min(rows.size(), looks)))
            if (const Place place = table_.place_of(row); within.has(place)) hope_for(place);
        looks -= std::min(rows.size(), looks);
        if (looks == 0) break;
    }
}

void Answer::choose() {
    const auto first = hopes_.begin() + static_cast<std::ptrdiff_t>(chosen_of_);
    std::make_heap(first, hopes_.end());
    for (auto end = hopes_.end(); end != first && nearest_.could_take(*first); --end) {
        std::pop_heap(first, end);
        const Hope& likely = *(end - 1);
        // Sooner known than how alike the names are.
        if (is_choosy_ && !likely.listed && !keeps_rules(table_.row(likely.place))) continue;
        const Hope hope = exact(likely);
        if (!nearest_.could_take(hope)) continue;
        if (auto kept = weighed(hope)) nearest_.add(std::move(*kept));
    }
    chosen_of_ = hopes_.size();
}

std::vector<Answer::Hope> Answer::hopes_of_gains() const {
    const double most = most_benefit(engine_.knobs_) + hair;
    std::vector<Hope> hopes;
    for (auto hope : hopes_) {
        if (!gains_.could_take({hope.standing, hope.score + most, hope.place, {}})) continue;
        hope.score += benefit_at_most(scorer_.facts(), table_[hope.place], engine_.knobs_) + hair;
        if (gains_.could_take(hope) && !is_chosen(table_.row(hope.place))) hopes.push_back(hope);
    }
    return hopes;
}

bool Answer::is_chosen(Row row) const {
    return std::any_of(nearest_.kept.begin(), nearest_.kept.end(),
                       [&](const Kept& kept) { return kept.pair.row == row; });
}

void Answer::choose_gains() {
    if (gains_.limit == 0) return;
    // The nearest are weighed already; few of the others can gain more than all of them.
    for (auto kept : nearest_.kept) {
        kept.score += kept.pair.benefit;
        gains_.add(std::move(kept));
    }
    auto hopes = hopes_of_gains();
    std::make_heap(hopes.begin(), hopes.end());
    for (auto end = hopes.end(); end != hopes.begin() && gains_.could_take(hopes.front()); --end) {
        std::pop_heap(hopes.begin(), end);
        const Hope& likely = *(end - 1);
        if (is_choosy_ && !likely.listed && !keeps_rules(table_.row(likely.place))) continue;
        const auto hope = exact(likely);
        const double benefit = benefit_at_most(scorer_.facts(), table_[hope.place], engine_.knobs_) + hair;
        if (!gains_.could_take({hope.standing, hope.score + benefit, hope.place, {}})) continue;
        auto kept = weighed(hope);
        if (!kept) continue;
        kept->score += kept->pair.benefit;
        gains_.add(std::move(*kept));
    }
}

void Answer::add_chosen_gains() {
    for (auto& kept : gains_.kept) {
        if (is_chosen(kept.pair.row)) continue;
        kept.score = kept.pair.score;
        ++nearest_.limit;
        nearest_.add(std::move(kept));
    }
}

// Outside the kind a candidate must sound alike.
bool Answer::near_enough(Place place) const {
    const bool no_kind = scorer_.category() == 0;
    const int steps = no_kind ? 1 : scorer_.steps(place);
    if (steps == 0) return true;
    if (steps > most_steps || !scorer_.shares_category(steps)) return false;
    const double least = no_kind ? alike_no_kind : steps == 1 ? alike_near : alike_far;
    return !scorer_.has_name() || scorer_.likeness_of_name(place) >= least;
}

// Of the names of the category and the wider ones, the narrowest decides that says anything.
bool Answer::is_adult_kind(std::uint32_t category) const {
    const auto path = engine_.articles_->category_path(category);
    for (auto words = path.rbegin(); words != path.rend(); ++words)
        if (const auto says = age_words_of(*words); says != AgeWords::nothing) return says == AgeWords::adult;
    return false;
}

// The same with every doubt: "Spirits > Chocolate liqueurs".
bool Answer::may_be_adult_kind(std::uint32_t category) const {
    for (const auto& [known, adult] : categories_)
        if (known == category) return adult;
    const auto path = engine_.articles_->category_path(category);
    bool adult = false;
    for (auto words = path.rbegin(); words != path.rend(); ++words) {
        const auto says = age_words_of(*words);
        adult = says == AgeWords::adult || says == AgeWords::doubtful;
        if (adult || says == AgeWords::without) break;
    }
    categories_.emplace_back(category, adult);
    return adult;
}

// Without a label the words tell: nothing that only adults may buy comes for what anybody may buy. Each is
// judged to the safe side: the missing one is such a thing only where it is sure, a candidate where it may
// be.
bool Answer::keeps_age_by_words(Row row, std::uint32_t category) const {
    if (missing_is_adult_) return true;
    const bool same_kind = category == missing_.category;
    switch (engine_.names_.age_words(row)) {
        case AgeWords::adult:
        case AgeWords::doubtful:
            return false;
        case AgeWords::without:
            return true;
        case AgeWords::flavour:
            if (same_kind && name_says_ == AgeWords::flavour) return true;  // ginger beer among beers
            break;
        case AgeWords::nothing:
            break;
    }
    return !(same_kind ? kind_is_adult_ : may_be_adult_kind(category));
}

bool Answer::keeps_rules(Row row) const {
    const auto lists = engine_.articles_->list_ids(row);
    auto& asked = asked_[(lists.labels * 7 + lists.allergens) % asked_.size()];
    if (!asked.is_known || asked.labels != lists.labels || asked.allergens != lists.allergens)
        asked = {lists.labels, lists.allergens, true, lists_keep_rules(lists)};
    return asked.keeps;
}

bool Answer::lists_keep_rules(const catalogue::Catalogue::ListIds& lists) const {
    const auto& claims = engine_.claims_of_list(lists.labels);
    const auto& allergens = engine_.allergens_of_list(lists.allergens);
    return keeps_age(claims_, claims) && keeps_claims(claims_, claims) &&
           keeps_allergens(allergens_, allergens) && meets(needs_, claims, allergens);
}

// With the name compared.
Answer::Hope Answer::exact(const Hope& hope) const {
    const auto score = hope.listed ? *hope.listed : rounded(scorer_.score(hope.place));
    return {hope.standing, score, hope.place, hope.listed};
}

// Where the owner pins one, it need not be near.
bool Answer::keeps_all_rules(Place place) const {
    const Row row = table_.row(place);
    if (!is_choosy_ && !keeps_rules(row)) return false;
    if (!keeps_age_by_words(row, engine_.articles_->category(row))) return false;
    return std::find(pinned_.begin(), pinned_.end(), place) != pinned_.end() || near_enough(place);
}

std::optional<Answer::Kept> Answer::weighed(const Hope& hope) const {
    const auto view = view_of(hope.place);
    const Facts& facts = table_[hope.place];
    auto pair = priced(missing_, question_.pieces, view, rules_);
    if (!pair) return std::nullopt;
    if (shelf_ == Shelf::as_it_is && !enough_left(facts.stock, pair->pieces, rules_)) return std::nullopt;
    if (!hope.listed && !keeps_all_rules(hope.place)) return std::nullopt;
    pair->row = table_.row(hope.place);
    pair->left = facts.stock;
    pair->by_hand = hope.standing > 0;
    pair->score = hope.score;
    if (!hope.listed && pair->pieces > question_.pieces) pair->score -= engine_.knobs_.several;
    pair->benefit = benefit_of(*pair, facts.organic && !scorer_.facts().organic, engine_.knobs_);
    return Kept{hope.standing, pair->score, tie_breaker(missing_.number, view.number), std::move(*pair)};
}

std::vector<Substitute> Answer::make() {
    if (scorer_.category() != 0)
        look_in_kind();
    else
        look_by_name(table_.below(0));
    for (const Place place : pinned_) hope_for(place);
    choose();
    if (too_few() && scorer_.category() != 0) look_wider();
    choose_gains();
    add_chosen_gains();
    return with_reasons();
}

std::vector<Substitute> Answer::with_reasons() {
    std::vector<Substitute> answer;
    answer.reserve(nearest_.kept.size());
    for (auto& kept : nearest_.kept) {
        auto& pair = kept.pair;
        if (!question_.reasons) {
            answer.push_back(std::move(pair));
            continue;
        }
        const Place place = table_.place_of(pair.row);
        const Grounds grounds{near_enough(place), table_[place].organic && !scorer_.facts().organic,
                              scorer_.households_of_both(pair.row)};
        pair.reason =
            reason_for(pair, question_.pieces, missing_, engine_.articles_->view(pair.row), grounds);
        answer.push_back(std::move(pair));
    }
    return answer;
}

}  // namespace makegood::core::substitute
