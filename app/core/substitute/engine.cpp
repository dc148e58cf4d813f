#include "app/core/substitute/engine.hpp"

#include <algorithm>

#include "app/base/check.hpp"
#include "app/core/substitute/answer.hpp"
#include "app/core/substitute/scorer.hpp"

namespace makegood::core::substitute {
namespace {

using catalogue::Row;

std::string grouped(std::uint64_t count) {
    auto text = std::to_string(count);
    for (std::size_t from_end = 3; from_end < text.size(); from_end += 4)
        text.insert(text.size() - from_end, 1, ',');
    return text;
}

std::shared_ptr<const Learnt> or_nothing(std::shared_ptr<const Learnt> learnt, std::size_t articles) {
    if (!learnt) return std::make_shared<const Learnt>();
    MAKEGOOD_CHECK(learnt->empty() || learnt->households.size() == articles);
    return learnt;
}

}  // namespace

Engine::Engine(std::shared_ptr<const catalogue::Catalogue> articles, std::shared_ptr<const Learnt> learnt,
               const Knobs& knobs)
    : articles_(std::move(articles)),
      learnt_(or_nothing(std::move(learnt), articles_->size())),
      knobs_(knobs),
      facts_(*articles_, *learnt_),
      wide_kinds_(*articles_, facts_),
      names_(*articles_),
      outcomes_(knobs) {
    read_texts();
}

// Neighbours mostly share their lists.
void Engine::read_texts() {
    catalogue::Catalogue::ListIds last;
    bool organic = false;
    for (Row row = 0; row < articles_->size(); ++row) {
        const auto ids = articles_->list_ids(row);
        if (ids.labels != last.labels) {
            const auto [found, is_new] = claims_.try_emplace(ids.labels);
            if (is_new) found->second = substitute::claims_of(articles_->list(ids.labels));
            organic = found->second.has("organic");
        }
        if (ids.allergens != last.allergens && !allergens_.contains(ids.allergens))
            allergens_.emplace(ids.allergens, allergens_of(articles_->list(ids.allergens)));
        const Place place = facts_.place_of(row);
        facts_.set_name(place, names_.bits(row));
        if (organic) facts_.set_organic(place);
        last = ids;
    }
}

const Claims& Engine::claims_of_list(std::uint32_t id) const {
    static const Claims none;
    const auto found = claims_.find(id);
    return found == claims_.end() ? none : found->second;
}

const Allergens& Engine::allergens_of_list(std::uint32_t id) const {
    static const Allergens not_known;
    const auto found = allergens_.find(id);
    return found == allergens_.end() ? not_known : found->second;
}

std::vector<Substitute> Engine::suggest(const Question& question, const Rules& rules,
                                        std::size_t limit) const {
    if (question.pieces < 1 || limit == 0) return {};
    return Answer(*this, question, rules, limit).make();
}

std::optional<Shortlist> Engine::shortlist(const Question& question, const Rules& rules) const {
    if (question.pieces < 1) return std::nullopt;
    auto for_all = question;
    for_all.gains = Shortlist::gains;
    Answer answer(*this, for_all, rules, Shortlist::nearest, Answer::Shelf::any);
    return answer.can_list() ? std::optional(answer.list()) : std::nullopt;
}

std::optional<std::vector<Substitute>> Engine::suggest(const Question& question, const Rules& rules,
                                                       std::size_t limit, const Shortlist& list) const {
    if (question.pieces < 1 || limit == 0) return std::vector<Substitute>();
    return Answer(*this, question, rules, limit).make_of(list);
}

std::vector<Engine::Ranked> Engine::rank(Row missing, std::span<const Row> among,
                                         std::span<const Row> bought) const {
    const Scorer scorer(*this, missing, bought, Scorer::BoughtBefore::maker_only, std::nullopt);
    struct Entry {
        Ranked ranked;
        std::uint64_t tie;
    };
    const auto number = articles_->view(missing).number;
    std::vector<Entry> entries;
    entries.reserve(among.size());
    for (const Row row : among)
        if (row != missing)
            entries.push_back({{row, rounded(scorer.score(facts_.place_of(row)))},
                               tie_breaker(number, articles_->view(row).number)});
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return a.ranked.score != b.ranked.score ? a.ranked.score > b.ranked.score : a.tie < b.tie;
    });
    std::vector<Ranked> ranked;
    ranked.reserve(entries.size());
    for (const auto& entry : entries) ranked.push_back(entry.ranked);
    return ranked;
}

void Engine::set_stock(Row row, std::optional<std::int64_t> pieces) {
    facts_.set_stock(facts_.place_of(row), pieces);
}

void Engine::set_price(Row row, std::optional<Money> price) {
    const Place place = facts_.place_of(row);
    const auto category = articles_->view(row).category;
    wide_kinds_.forget_price(category, place);
    facts_.set_price(place, price);
    wide_kinds_.learn_price(category, place);
}

void Engine::add_sale(Row row, const SaleEffect& effect) {
    ++sales_;
    if (effect.new_household) {
        const Place place = facts_.place_of(row);
        facts_.add_household(place);
        wide_kinds_.learn_household(articles_->view(row).category, place);
    }
    for (const Row other : effect.newly_paired) {
        add_pair(row, other);
        add_pair(other, row);
    }
}

std::span<const LearntPair> Engine::pairs_of(Row row) const {
    const auto grown = grown_pairs_.find(row);
    return grown == grown_pairs_.end() ? learnt_->pairs_of(row) : std::span<const LearntPair>(grown->second);
}

// A full row gives up a pair of one household for the new one; what is known better stays.
void Engine::add_pair(Row row, Row other) {
    const auto learnt = learnt_->pairs_of(row);
    auto& pairs = grown_pairs_.try_emplace(row, learnt.begin(), learnt.end()).first->second;
    const auto at = std::lower_bound(pairs.begin(), pairs.end(), other,
                                     [](const LearntPair& pair, Row sought) { return pair.other < sought; });
    if (at != pairs.end() && at->other == other) {
        ++at->households;
        return;
    }
    const auto place = pairs.insert(at, {other, 1}) - pairs.begin();
    if (pairs.size() <= Learnt::pairs_kept) return;
    for (std::ptrdiff_t least = 0; least < static_cast<std::ptrdiff_t>(pairs.size()); ++least)
        if (least != place && pairs[static_cast<std::size_t>(least)].households <= 1) {
            pairs.erase(pairs.begin() + least);
            return;
        }
    pairs.erase(pairs.begin() + place);
}

void Engine::add_outcome(Row missing, Row substitute, bool accepted, Day day) {
    outcomes_.add(missing, substitute, accepted, day);
}

void Engine::set_hand(const std::vector<HandLine>& lines) {
    hand_ = Hand(*articles_, facts_, lines);
}

std::optional<std::int64_t> Engine::stock(Row row) const {
    const auto pieces = facts_[facts_.place_of(row)].stock;
    if (pieces == Facts::stock_unknown) return std::nullopt;
    return pieces;
}

std::optional<Money> Engine::price(Row row) const {
    const auto price = facts_[facts_.place_of(row)].price;
    if (price == Facts::price_unknown) return std::nullopt;
    return Money::minor(price);
}

Engine::Sources Engine::sources() const {
    return {articles_->size(), learnt_->total_households(), learnt_->lines() + sales_, outcomes_.count()};
}

std::vector<std::string> words(const Engine::Sources& sources) {
    std::vector<std::string> all{"the catalogue (" + grouped(sources.articles) + " articles)"};
    if (sources.households > 0)
        all.push_back("receipts of " + grouped(sources.households) + " households");
    else if (sources.receipt_lines > 0)
        all.push_back(grouped(sources.receipt_lines) + " sales");
    if (sources.outcomes > 0) all.push_back(grouped(sources.outcomes) + " answers at the counter");
    return all;
}

}  // namespace makegood::core::substitute
