#include "app/core/substitute/hand.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace makegood::core::substitute {
namespace {

using catalogue::Catalogue;
using What = Subject::What;

constexpr int pinned_from = 1'000'000, ranked_from = 500'000, forbidden = -1;

// The brand's numbers and the category's are found in the articles that bear them.
class Finder {
  public:
    Finder(const Catalogue& articles, const FactTable& facts) : articles_(articles), facts_(facts) {}

    std::optional<Hand::Target> target(const Subject& subject) {
        Hand::Target target;
        target.what = subject.what;
        if (subject.what == What::anything) return target;
        if (subject.words.empty()) return std::nullopt;
        if (subject.what == What::article) {
            const auto row = articles_.find_scanned(subject.words.front());
            if (!row) return std::nullopt;
            target.place = facts_.place_of(*row);
            return target;
        }
        if (subject.what == What::brand) return brand(subject, std::move(target));
        return category(subject, std::move(target));
    }

  private:
    std::optional<Hand::Target> brand(const Subject& subject, Hand::Target target) {
        learn_brands();
        const auto found = brands_.find(catalogue::fold(subject.words.front()));
        if (found == brands_.end()) return std::nullopt;
        target.brands = found->second;
        return target;
    }
    std::optional<Hand::Target> category(const Subject& subject, Hand::Target target) {
        learn_categories();
        std::string path;
        for (const auto& word : subject.words) path += catalogue::fold(word) + '\x1F';
        const auto found = categories_.find(path);
        if (found == categories_.end()) return std::nullopt;
        for (const auto id : found->second) target.ranges.push_back(facts_.below(id));
        return target;
    }
    void learn_brands() {
        std::vector<std::uint32_t> ids;
        for (Place place = 0; brands_.empty() && place < facts_.size(); ++place)
            ids.push_back(facts_[place].maker);
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        for (const auto id : ids)
            if (id != 0) brands_[catalogue::fold(articles_.text(id))].push_back(id);
    }
    // Every path and what is wider than it.
    void learn_categories() {
        if (!categories_.empty()) return;
        std::unordered_set<std::uint32_t> seen;
        std::uint32_t last = 0;  // neighbours are of one category
        for (Place place = 0; place < facts_.size(); ++place) {
            auto at = articles_.category(facts_.row(place));
            if (at == std::exchange(last, at)) continue;
            for (; at != 0 && seen.insert(at).second; at = articles_.wider(at)) {
                std::string path;
                for (const auto word : articles_.category_path(at)) path += catalogue::fold(word) + '\x1F';
                categories_[path].push_back(at);
            }
        }
    }

    const Catalogue& articles_;
    const FactTable& facts_;
    // By how they are compared: "Nestlé" and "NESTLE" are one brand to the owner, and two to the catalogue.
    std::unordered_map<std::string, std::vector<std::uint32_t>> brands_, categories_;
};

}  // namespace

bool Hand::Target::has(Place other, const Facts& facts) const {
    switch (what) {
        case What::anything:
            return true;
        case What::article:
            return other == place;
        case What::brand:
            return std::find(brands.begin(), brands.end(), facts.maker) != brands.end();
        case What::category:
            return std::any_of(ranges.begin(), ranges.end(),
                               [&](const auto& range) { return range.has(other); });
    }
    return false;
}

Hand::Hand(const Catalogue& articles, const FactTable& facts, const std::vector<HandLine>& lines) {
    Finder finder(articles, facts);
    for (const auto& line : lines) {
        const auto missing = finder.target(line.missing), substitute = finder.target(line.substitute);
        if (missing && substitute) lines_.push_back({line.verb, *missing, *substitute, line.place});
    }
}

Hand::View Hand::when_missing(Place missing, const FactTable& facts) const {
    View view(facts);
    for (const auto& line : lines_)
        if (line.missing.has(missing, facts[missing])) view.lines_.push_back(&line);
    return view;
}

// Any line that forbids wins; of the others the first.
int Hand::View::standing(Place candidate) const {
    int standing = 0;
    int lines_before = 0;
    for (const auto* line : lines_) {
        ++lines_before;
        if (!line->substitute.has(candidate, facts_[candidate])) continue;
        if (line->verb == HandLine::Verb::forbid) return forbidden;
        if (standing != 0) continue;
        standing = line->verb == HandLine::Verb::pin
                       ? pinned_from + ranked_from - std::min(lines_before, ranked_from - 1)
                       : ranked_from - std::clamp(line->place, 0, ranked_from - 1);
    }
    return standing;
}

std::vector<Place> Hand::View::pinned() const {
    std::vector<Place> places;
    for (const auto* line : lines_)
        if (line->verb == HandLine::Verb::pin && line->substitute.what == What::article)
            places.push_back(line->substitute.place);
    return places;
}

std::vector<const Hand::Target*> Hand::View::favoured() const {
    std::vector<const Target*> targets;
    for (const auto* line : lines_)
        if (line->verb != HandLine::Verb::forbid) targets.push_back(&line->substitute);
    return targets;
}

}  // namespace makegood::core::substitute
