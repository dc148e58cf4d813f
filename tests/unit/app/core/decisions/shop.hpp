// A small shop for the tests of decisions.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "app/core/catalogue/catalogue.hpp"
#include "app/core/substitute/engine.hpp"

namespace makegood::tests {

struct Shelf {
    std::string number, name, brand, size;
    std::int64_t price = -1, cost = -1, stock = -1;  // in cents; -1: not known
    std::vector<std::string> category{"Food", "Oils"};
    std::vector<std::string> labels{}, allergens{};
    std::string place = "Aisle 7, second shelf";
};

inline core::catalogue::Article article_of(const Shelf& shelf) {
    core::catalogue::Article article;
    article.number = ArticleNumber(shelf.number);
    article.name = shelf.name;
    article.brand = shelf.brand;
    article.category = shelf.category;
    article.size_words = shelf.size;
    if (const auto size = core::catalogue::parse_size(shelf.size)) article.size = *size;
    if (shelf.price >= 0) article.price = Money::minor(shelf.price);
    if (shelf.cost >= 0) article.cost = Money::minor(shelf.cost);
    if (shelf.stock >= 0) article.stock = shelf.stock;
    article.labels = shelf.labels;
    article.allergens = shelf.allergens;
    article.place = shelf.place;
    return article;
}

struct Shop {
    explicit Shop(const std::vector<Shelf>& shelves) {
        core::catalogue::Catalogue::Builder builder;
        for (const auto& shelf : shelves) builder.add(article_of(shelf));
        articles = builder.build();
    }
    core::catalogue::Row row(const std::string& number) const { return *articles->find(number); }
    std::vector<core::substitute::Substitute> suggest(const std::string& missing, std::int64_t quantity = 1,
                                                      const core::substitute::Rules& rules = {},
                                                      std::size_t limit = 10) const {
        core::substitute::Question question;
        question.missing = row(missing);
        question.pieces = quantity;
        return core::substitute::Engine(articles).suggest(question, rules, limit);
    }
    // The numbers of what is suggested, best first.
    std::vector<std::string> numbers(const std::string& missing, std::int64_t quantity = 1,
                                     const core::substitute::Rules& rules = {},
                                     std::size_t limit = 10) const {
        std::vector<std::string> answer;
        for (const auto& each : suggest(missing, quantity, rules, limit))
            answer.emplace_back(articles->view(each.row).number);
        return answer;
    }

    std::shared_ptr<const core::catalogue::Catalogue> articles;
};

}  // namespace makegood::tests
