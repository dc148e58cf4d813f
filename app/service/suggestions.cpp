#include "app/service/suggestions.hpp"

#include <unordered_map>

#include "app/core/recovery/wording.hpp"

namespace makegood::service {
namespace {

Found found_at(const Desk& desk, core::catalogue::Row row) {
    const auto article = desk.articles->article(row);
    return {article.number, core::catalogue::display_name(article),
            article.brand,  article.place,
            article.price,  stock_left(desk, row)};
}

}  // namespace

core::substitute::Day day_of(Instant now) {
    return static_cast<core::substitute::Day>(
        std::chrono::floor<std::chrono::days>(now).time_since_epoch().count());
}

std::optional<std::int64_t> stock_left(const Desk& desk, core::catalogue::Row row) {
    const auto article = desk.articles->view(row);
    const ArticleNumber number{std::string(article.number)};
    if (desk.missing.contains(number)) return 0;
    const auto counted = desk.counted.find(number);
    const auto stock = counted == desk.counted.end() ? article.stock : std::optional(counted->second);
    if (!stock) return std::nullopt;
    const auto given = desk.given.find(number);
    return *stock - (given == desk.given.end() ? 0 : given->second);
}

Result<core::catalogue::Row> find_article(const Desk& desk, const std::string& code) {
    if (desk.articles->size() == 0)
        return fail(ErrorKind::not_found,
                    "This shop has no articles yet. Import its catalogue: makegood import catalogue FILE.");
    auto row = desk.articles->find_scanned(code);
    for (auto layout = desk.settings.embedded_codes.begin();
         !row && layout != desk.settings.embedded_codes.end(); ++layout)
        row = desk.articles->find_scanned(code, &*layout);
    if (!row)
        return fail(ErrorKind::not_found, "No article here has the number \"" + code.substr(0, 40) +
                                              "\". Search it by name, or import a newer catalogue.");
    return *row;
}

Result<std::vector<Suggestion>> suggest(const Desk& desk, const std::string& code, std::size_t limit,
                                        std::int64_t quantity, const std::vector<std::string>& needs) {
    const auto row = find_article(desk, code);
    if (!row) return fail(row.error());
    core::substitute::Question question;
    question.missing = *row;
    question.pieces = quantity;
    question.needs = needs;
    question.day = day_of(desk.clock.now());
    const auto substitutes = desk.engine->suggest(question, desk.settings.policy.substitutes, limit);
    std::vector<Suggestion> answer;
    for (const auto& substitute : substitutes) {
        auto article = desk.articles->article(substitute.row);
        auto sentence = core::recovery::sentence_for(desk.settings.policy, substitute, article);
        answer.push_back({substitute, std::move(article), std::move(sentence)});
    }
    return answer;
}

Result<std::vector<std::string>> rank(const Desk& desk, const std::string& missing,
                                      const std::vector<std::string>& among,
                                      const std::vector<std::string>& bought) {
    const auto row = find_article(desk, missing);
    if (!row) return fail(row.error());
    std::vector<core::catalogue::Row> candidates, history;
    std::unordered_map<core::catalogue::Row, std::vector<const std::string*>> asked_as;
    std::vector<std::string> unknown;
    for (const auto& number : among) {
        const auto candidate = desk.articles->find_scanned(number);
        if (!candidate || *candidate == *row) {
            unknown.push_back(number);
            continue;
        }
        auto& names = asked_as[*candidate];
        if (names.empty()) candidates.push_back(*candidate);
        names.push_back(&number);
    }
    for (const auto& number : bought)
        if (const auto known = desk.articles->find_scanned(number)) history.push_back(*known);
    std::vector<std::string> ranked;
    for (const auto& each : desk.engine->rank(*row, candidates, history))
        for (const auto* number : asked_as[each.row]) ranked.push_back(*number);
    ranked.insert(ranked.end(), unknown.begin(), unknown.end());
    return ranked;
}

Result<Found> find_scanned(const Desk& desk, const std::string& code) {
    const auto row = find_article(desk, code);
    if (!row) return fail(row.error());
    return found_at(desk, *row);
}

std::vector<Found> search(const Desk& desk, const std::string& words, std::size_t limit) {
    std::vector<Found> answer;
    for (const auto row : desk.articles->search(words, limit)) answer.push_back(found_at(desk, row));
    return answer;
}

}  // namespace makegood::service
