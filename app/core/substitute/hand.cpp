#include "app/core/substitute/hand.hpp"

#include <algorithm>

namespace makegood::core::substitute {
namespace {

using catalogue::Catalogue;
using What = Subject::What;

constexpr int pinned_from = 1'000'000, ranked_from = 500'000, forbidden = -1;

// The brand's number and the category's are found in the articles that bear them.
class Finder {
  public:
    Finder(const Catalogue& articles, const FactTable& facts) : articles_(articles), facts_(facts) {}

    std::optional<Hand::Target> target(const Subject& subject) {
        Hand::Target target{subject.what};
        if (subject.what == What::anything) return target;
        if (subject.words.empty()) return std::nullopt;
        if (subject.what == What::article) {
            const auto row = articles_.find_scanned(subject.words.front());
            if (!row) return std::nullopt;
            target.place = facts_.place_of(*row);
            return target;
        }
        if (subject.what == What::brand) {
            learn_brands();
            const auto brand = brands_.find(catalogue::fold(subject.words.front()));
            if (brand == brands_.end()) return std::nullopt;
            target.brand = brand->second;
            return target;
        }
        return category(subject, target);
    }

  private:
    std::optional<Hand::Target> category(const Subject& subject, Hand::Target target) {
        learn_categories();
        std::string path;
        for (const auto& word : subject.words) path += catalogue::fold(word) + '\x1F';
        const auto found = categories_.find(path);
        if (found == categories_.end()) return std::nullopt;
        target.range = facts_.below(found->second);
        return target;
    }
    void learn_brands() {
        for (Place place = 0; brands_.empty() && place < facts_.size(); ++place)
            brand_ids_.push_back(facts_[place].maker);
        std::sort(brand_ids_.begin(), brand_ids_.end());
        brand_ids_.erase(std::unique(brand_ids_.begin(), brand_ids_.end()), brand_ids_.end());
        for (const auto id : brand_ids_)
            if (id != 0) brands_.emplace(catalogue::fold(articles_.text(id)), id);
        brand_ids_.clear();
    }
    // Every path and what is wider than it.
    void learn_categories() {
        std::uint32_t last = 0;
        for (Place place = 0; categories_.empty() && place < facts_.size(); ++place) {
            const auto category = articles_.view(facts_.row(place)).category;
            if (category != last) category_ids_.push_back(category);
            last = category;
        }
        for (auto at : category_ids_)
            for (; at != 0; at = articles_.wider(at)) {
                std::string path;
                for (const auto word : articles_.category_path(at)) path += catalogue::fold(word) + '\x1F';
                if (!categories_.emplace(std::move(path), at).second) break;
            }
        category_ids_.clear();
    }

    const Catalogue& articles_;
    const FactTable& facts_;
    std::vector<std::uint32_t> brand_ids_, category_ids_;
    std::unordered_map<std::string, std::uint32_t> brands_, categories_;
};

}  // namespace

bool Hand::Target::has(Place other, const Facts& facts) const {
    switch (what) {
        case What::anything:
            return true;
        case What::article:
            return other == place;
        case What::brand:
            return facts.maker == brand;
        case What::category:
            return range.has(other);
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

}  // namespace makegood::core::substitute
