#include "app/core/catalogue/article.hpp"

#include "app/core/catalogue/catalogue.hpp"

namespace makegood::core::catalogue {
namespace {

std::string without_spaces(std::string_view text) {
    std::string folded = fold(text);
    std::erase(folded, ' ');
    return folded;
}

}  // namespace

std::string display_name(const Article& article) {
    const std::string size = article.size_words.empty() ? format_size(article.size) : article.size_words;
    if (size.empty()) return article.name;
    if (without_spaces(article.name).find(without_spaces(size)) != std::string::npos) return article.name;
    const auto in_name = parse_size(article.name);
    if (in_name && article.size.known() && *in_name == article.size) return article.name;
    return article.name + " " + size;
}

}  // namespace makegood::core::catalogue
