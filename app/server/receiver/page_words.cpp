#include "app/server/receiver/page_words.hpp"

#include "app/server/receiver/html.hpp"

namespace makegood::server::receiver {

std::string number(std::int64_t value) {
    return std::to_string(value);
}

std::string amount(Money money, const std::string& currency) {
    const auto known = Currency::from_code(currency);
    return escaped(base::format(money, known ? *known : Currency()));
}

std::string count_of(std::int64_t count, std::string_view one, std::string_view many) {
    return number(count) + " " + std::string(count == 1 ? one : many);
}

}  // namespace makegood::server::receiver
