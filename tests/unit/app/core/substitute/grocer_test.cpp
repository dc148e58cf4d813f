// The score on the records of a real grocer: each number computed once more in plain arithmetic, and how high
// the article stands that a household really took, learnt from the others only.
#include <catch2/catch.hpp>
#include <set>

#include "app/core/substitute/engine.hpp"
#include "tests/support/grocer_data.hpp"

using namespace makegood;
using namespace makegood::core;
using namespace makegood::core::substitute;
using catalogue::Row;

namespace {

std::shared_ptr<const Learnt> learnt_without(const tests::Grocer& grocer, std::uint64_t fold,
                                             std::uint64_t folds, std::size_t kept = Learnt::pairs_kept) {
    LearntBuilder builder(*grocer.articles, kept);
    for (const auto& line : grocer.lines)
        if (folds == 0 || line.household * 2'654'435'761u % 1'000'003 % folds != fold)
            builder.add(line.household, line.basket, line.row);
    return builder.build();
}

// Said again in plain arithmetic over sets, not by the functions under test.
struct Plain {
    const tests::Grocer& grocer;
    std::map<Row, std::map<std::uint64_t, std::set<std::uint64_t>>> baskets;  // by article and household

    explicit Plain(const tests::Grocer& data) : grocer(data) {
        for (const auto& line : data.lines) baskets[line.row][line.household].insert(line.basket);
    }
    double households(Row row) const {
        const auto found = baskets.find(row);
        return found == baskets.end() ? 0 : static_cast<double>(found->second.size());
    }
    double both(Row a, Row b) const {
        const auto of_a = baskets.find(a), of_b = baskets.find(b);
        if (of_a == baskets.end() || of_b == baskets.end()) return 0;
        double count = 0;
        for (const auto& [household, in] : of_a->second) {
            const auto other = of_b->second.find(household);
            if (other == of_b->second.end()) continue;
            auto all = in;
            all.insert(other->second.begin(), other->second.end());
            count += all.size() > 1 ? 1 : 0;
        }
        return count;
    }
    double mean(Row row) const {
        double sum = 0, count = 0;
        for (const Row other : grocer.articles->in_category(grocer.articles->view(row).category)) {
            sum += households(other);
            count += households(other) > 0 ? 1 : 0;
        }
        return count == 0 ? 1 : sum / count;
    }
    double bare(Row w, Row p) const {
        const auto a = grocer.articles->view(w), b = grocer.articles->view(p);
        const auto q = [](double x) { return x / (x + 0.2); };
        double score = 0;
        if (!a.brand.empty() && a.brand == b.brand) score += 0.3;
        if (a.tier_id != 0 && a.tier_id == b.tier_id) score += 0.1;
        const bool prices = a.price && b.price && a.price->minor() > 0 && b.price->minor() > 0;
        const auto ratio = [](auto x, auto y) {
            return std::abs(std::log(static_cast<double>(x) / static_cast<double>(y)));
        };
        score -= 0.5 * (prices ? q(ratio(a.price->minor(), b.price->minor())) : 0.5);
        if (!a.size.known() || !b.size.known()) return score - 0.25;
        if (a.size.unit != b.size.unit) return score - 0.5;
        return score - 0.5 * q(ratio(a.size.total_milli, b.size.total_milli));
    }
    double whole(Row w, Row p) const {
        const double m = mean(w), h = households(p) > 0 ? households(p) : 2.5 * m;
        return bare(w, p) * 40 / (40 + households(w)) + 0.25 * std::log((h + 0.5 * m) / (1.5 * m)) +
               std::log(1 + both(w, p) / 2);
    }
};

struct Quality {
    double all = 0, instead = 0;  // mean of one over the rank of what was taken
    std::size_t alls = 0, insteads = 0;
    void add(double reciprocal, bool is_instead) {
        all += reciprocal;
        ++alls;
        instead += is_instead ? reciprocal : 0;
        insteads += is_instead ? 1 : 0;
    }
    double of_all() const { return all / static_cast<double>(alls); }
    double of_instead() const { return instead / static_cast<double>(insteads); }
};

double reciprocal_rank(const Engine& engine, const tests::GrocerCase& each) {
    const auto ranked = engine.rank(each.wanted, each.among);
    for (std::size_t at = 0; at < ranked.size(); ++at)
        if (ranked[at].row == each.chosen) return 1.0 / static_cast<double>(at + 1);
    return 0;
}

Quality quality_of_others(const tests::Grocer& grocer, std::size_t kept) {
    constexpr std::uint64_t folds = 5;
    Quality quality;
    for (std::uint64_t fold = 0; fold < folds; ++fold) {
        const Engine engine(grocer.articles, learnt_without(grocer, fold, folds, kept));
        for (const auto& each : grocer.cases)
            if (each.household * 2'654'435'761u % 1'000'003 % folds == fold)
                quality.add(reciprocal_rank(engine, each), each.instead);
    }
    return quality;
}

}  // namespace

TEST_CASE("Scores of a real grocer's articles are what the formulas say") {
    const auto grocer = tests::Grocer::open();
    if (!grocer) return;
    const Plain plain(*grocer);
    const Engine bare(grocer->articles), learnt(grocer->articles, learnt_without(*grocer, 0, 0, 1000));
    for (std::size_t at = 0; at < grocer->cases.size(); at += 97) {
        const auto& each = grocer->cases[at];
        CAPTURE(grocer->articles->view(each.wanted).number);
        for (const auto& [row, score] : bare.rank(each.wanted, each.among))
            CHECK(score == Approx(plain.bare(each.wanted, row)).margin(1e-8));
        for (const auto& [row, score] : learnt.rank(each.wanted, each.among))
            CHECK(score == Approx(plain.whole(each.wanted, row)).margin(1e-8));
    }
}

// Just below what was measured once (.2861 and .4760; .2120 and .2872 bare): it may get better, not worse.
// The best simple ranking of the same counts has .267 and .457, nearest price without receipts .193 and .265.
TEST_CASE("What households really took stands high, learnt from others only") {
    const auto grocer = tests::Grocer::open();
    if (!grocer) return;
    const auto quality = quality_of_others(*grocer, Learnt::pairs_kept);
    CAPTURE(quality.of_all(), quality.of_instead());
    CHECK(quality.of_all() > 0.285);
    CHECK(quality.of_instead() > 0.474);

    const Engine bare(grocer->articles);
    Quality without;
    for (const auto& each : grocer->cases) without.add(reciprocal_rank(bare, each), each.instead);
    CAPTURE(without.of_all(), without.of_instead());
    CHECK(without.of_all() > 0.211);
    CHECK(without.of_instead() > 0.286);
}

TEST_CASE("Keeping few pairs of an article costs nothing") {
    const auto grocer = tests::Grocer::open();
    if (!grocer) return;
    const auto few = quality_of_others(*grocer, Learnt::pairs_kept),
               all = quality_of_others(*grocer, 1'000'000);
    CAPTURE(few.of_all(), all.of_all(), few.of_instead(), all.of_instead());
    CHECK(few.of_all() > all.of_all() - 0.002);
    CHECK(few.of_instead() > all.of_instead() - 0.002);
}
