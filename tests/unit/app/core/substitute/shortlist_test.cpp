// An answer that looks only at a shortlist is the answer without one, after any changes of stock and answers.
#include <catch2/catch.hpp>

#include "app/core/substitute/engine.hpp"
#include "tests/bench/made_up_shop.hpp"

namespace makegood::core::substitute {
namespace {

struct Seen {
    catalogue::Row row;
    std::int64_t pieces, left;
    double score, benefit;
    bool by_hand;
    friend bool operator==(const Seen&, const Seen&) = default;
};

std::vector<Seen> seen(const std::vector<Substitute>& answer) {
    std::vector<Seen> all;
    for (const auto& each : answer)
        all.push_back({each.row, each.pieces, each.left, each.score, each.benefit, each.by_hand});
    return all;
}

std::vector<Question> questions(bench::Chance& chance, std::size_t articles) {
    std::vector<Question> all;
    for (int i = 0; i < 60; ++i) {
        Question question;
        question.missing = static_cast<catalogue::Row>(chance.below(articles));
        question.pieces = 1 + static_cast<std::int64_t>(chance.below(3));
        question.gains = chance.below(4) == 0 ? 0 : 8;
        if (chance.below(5) == 0) question.needs = {"vegan"};
        all.push_back(question);
    }
    return all;
}

// The day goes on: articles run out, come back, and customers answer.
void change(Engine& engine, bench::Chance& chance, const std::vector<Question>& asked, Day day) {
    const auto articles = engine.articles().size();
    for (int i = 0; i < 200; ++i)
        engine.set_stock(static_cast<catalogue::Row>(chance.below(articles)),
                         static_cast<std::int64_t>(chance.below(3)));
    for (const auto& question : asked)
        for (const auto& each : engine.suggest(question, {}, 4))
            engine.add_outcome(question.missing, each.row, chance.below(2) == 0, day);
}

}  // namespace

TEST_CASE("an answer of a shortlist is the answer without it") {
    constexpr std::size_t articles = 6'000;
    const auto seed = GENERATE(3u, 1234u);
    CAPTURE(seed);
    bench::Chance chance(seed);
    Engine engine(bench::shop_of(articles));
    if (seed == 3)
        engine.set_hand({{HandLine::Verb::rank, {}, {Subject::What::brand, {"Brand bababa"}}, 1},
                         {HandLine::Verb::forbid, {}, {Subject::What::category, {"department 0"}}, 1}});
    Rules rules;
    rules.keep_on_shelf = static_cast<std::int64_t>(chance.below(2));
    auto asked = questions(chance, articles);
    std::vector<std::optional<Shortlist>> lists;
    for (const auto& question : asked) lists.push_back(engine.shortlist(question, rules));
    int answered = 0, listed = 0;
    for (Day day = 100; day < 106; ++day) {
        for (std::size_t i = 0; i < asked.size(); ++i) {
            if (!lists[i]) continue;
            ++listed;
            asked[i].day = day;
            for (const std::size_t limit : {1u, 24u, 60u}) {
                const auto short_way = engine.suggest(asked[i], rules, limit, *lists[i]);
                if (!short_way) continue;
                CAPTURE(i, day, limit);
                CHECK(seen(*short_way) == seen(engine.suggest(asked[i], rules, limit)));
                answered += limit == 24;
            }
        }
        change(engine, chance, asked, day);
    }
    CHECK(listed > 100);
    CHECK(10 * answered > 7 * listed);
}

TEST_CASE("a question whose answer needs more than the kind has no shortlist") {
    Engine engine(bench::shop_of(3'000));
    Question question;
    CHECK(engine.shortlist(question, {}));
    question.bought = {7};
    CHECK_FALSE(engine.shortlist(question, {}));
    question.bought.clear();
    question.pieces = 0;
    CHECK_FALSE(engine.shortlist(question, {}));
    question.pieces = 1;
    const std::string other(engine.articles().view(5).number);
    engine.set_hand({{HandLine::Verb::pin, {}, {Subject::What::article, {other}}, 1}});
    CHECK_FALSE(engine.shortlist(question, {}));
}

}  // namespace makegood::core::substitute
