#include "app/core/catalogue/gtin.hpp"

#include "app/base/check.hpp"

namespace makegood::core::catalogue {
namespace {

bool all_digits(std::string_view text) {
    for (const char c : text)
        if (c < '0' || c > '9') return false;
    return !text.empty();
}

tl::unexpected<Error> not_a_gtin(std::string_view digits, const std::string& why) {
    return fail(ErrorKind::bad_input,
                "\"" + std::string(digits.substr(0, 40)) + "\" is not a GTIN: " + why + ".", why);
}

}  // namespace

char check_digit(std::string_view digits) {
    int sum = 0, weight = 3;
    for (auto i = digits.size(); i-- > 0; weight = 4 - weight) {
        MAKEGOOD_CHECK(digits[i] >= '0' && digits[i] <= '9');
        sum += (digits[i] - '0') * weight;
    }
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

Result<Gtin> Gtin::parse(std::string_view digits) {
    if (!all_digits(digits)) return not_a_gtin(digits, "it has other characters than digits");
    const auto width = digits.size();
    if (width != 8 && width != 12 && width != 13 && width != 14)
        return not_a_gtin(digits, "it has " + std::to_string(width) + " digits, not 8, 12, 13 or 14");
    const char right = check_digit(digits.substr(0, width - 1));
    if (digits.back() != right)
        return not_a_gtin(digits,
                          std::string("its check digit is ") + digits.back() + " and should be " + right);
    std::uint64_t value = 0;
    for (const char c : digits) value = value * 10 + static_cast<std::uint64_t>(c - '0');
    if (value == 0) return not_a_gtin(digits, "it is all zeros");
    return Gtin(value);
}

std::string Gtin::text() const {
    std::string digits = std::to_string(value_);
    const std::size_t width = digits.size() <= 8 ? 8 : digits.size() <= 13 ? 13 : 14;
    return std::string(width - digits.size(), '0') + digits;
}

}  // namespace makegood::core::catalogue
