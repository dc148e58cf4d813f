// Substitutes without making an incident, and the search for an article.
#pragma once
#include "app/core/substitute/suggest.hpp"
#include "app/service/desk.hpp"

namespace makegood::service {

struct Suggestion {
    core::substitute::Substitute substitute;
    core::catalogue::Article article;
    std::string sentence;
};
// `needs`: chips, as in substitute::Question.
Result<std::vector<Suggestion>> suggest(const Desk& desk, const std::string& code, std::size_t limit,
                                        std::int64_t quantity = 1,
                                        const std::vector<std::string>& needs = {});

// All of `among` in order of score, rules aside; articles that are not here last, as they were given.
// `bought`: by this customer before. not_found when the missing one is not here.
Result<std::vector<std::string>> rank(const Desk& desk, const std::string& missing,
                                      const std::vector<std::string>& among,
                                      const std::vector<std::string>& bought);

struct Found {
    ArticleNumber number;
    std::string name, brand, place;  // name with size
    std::optional<Money> price;
    std::optional<std::int64_t> stock;  // left on the shelf, as far as known
};
// One article by what was scanned or typed; not_found with a way out.
Result<Found> find_scanned(const Desk& desk, const std::string& code);
std::vector<Found> search(const Desk& desk, const std::string& words, std::size_t limit);

// The article that was scanned or typed. not_found with a way out.
Result<core::catalogue::Row> find_article(const Desk& desk, const std::string& code);

// The day that answers at the counter are counted by.
core::substitute::Day day_of(Instant now);

// Pieces of an article that can still be given; nullopt when its stock is not known.
std::optional<std::int64_t> stock_left(const Desk& desk, core::catalogue::Row row);

}  // namespace makegood::service
