#include <algorithm>
#include <array>
#include <iterator>

#include "app/base/money.hpp"

namespace makegood::base {
namespace {

// Active codes of ISO 4217 list one, by their number of decimals. Funds, metals and test codes are left out.
constexpr std::string_view without_decimals[] = {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW",
                                                 "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"};
constexpr std::string_view with_three[] = {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
constexpr std::string_view with_two[] = {
    "AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BMD",
    "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CNY", "COP", "CRC", "CUP",
    "CVE", "CZK", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP",
    "GMD", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IRR", "JMD", "KES", "KGS", "KHR",
    "KPW", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP",
    "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "PAB", "PEN",
    "PGK", "PHP", "PKR", "PLN", "QAR", "RON", "RSD", "RUB", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP",
    "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TOP", "TRY", "TTD", "TWD",
    "TZS", "UAH", "USD", "UYU", "UZS", "VED", "VES", "WST", "XCD", "XCG", "YER", "ZAR", "ZMW", "ZWG"};

// Signs that stand before the amount on a price label and mean one currency only.
struct Sign {
    std::string_view code, sign;
};
constexpr Sign signs[] = {{"USD", "$"}, {"EUR", "€"}, {"GBP", "£"}, {"JPY", "¥"},
                          {"INR", "₹"}, {"KRW", "₩"}, {"ILS", "₪"}, {"VND", "₫"}};

template <std::size_t size>
bool among(const std::string_view (&codes)[size], std::string_view code) {
    return std::find(std::begin(codes), std::end(codes), code) != std::end(codes);
}

}  // namespace

Result<Currency> Currency::from_code(std::string_view code) {
    if (among(with_two, code)) return Currency(std::string(code), 2);
    if (among(without_decimals, code)) return Currency(std::string(code), 0);
    if (among(with_three, code)) return Currency(std::string(code), 3);
    return fail(ErrorKind::bad_input, "\"" + std::string(code.substr(0, 20)) +
                                          "\" is not a currency code; use the three capital letters of "
                                          "ISO 4217, like EUR, USD or JPY.");
}

std::string format_plain(Money amount, const Currency& currency) {
    const bool negative = amount.minor() < 0;
    const std::uint64_t size = negative ? 0 - static_cast<std::uint64_t>(amount.minor())
                                        : static_cast<std::uint64_t>(amount.minor());
    std::string digits = std::to_string(size);
    const auto exponent = static_cast<std::size_t>(currency.exponent());
    if (digits.size() <= exponent) digits.insert(0, exponent + 1 - digits.size(), '0');
    if (exponent > 0) digits.insert(digits.size() - exponent, 1, '.');
    return negative ? "-" + digits : digits;
}

std::string format(Money amount, const Currency& currency) {
    const std::string plain = format_plain(amount, currency);
    const auto sign = std::find_if(std::begin(signs), std::end(signs),
                                   [&](const Sign& each) { return each.code == currency.code(); });
    if (sign == std::end(signs)) return plain + " " + currency.code();
    if (amount.minor() < 0) return "-" + std::string(sign->sign) + plain.substr(1);
    return std::string(sign->sign) + plain;
}

}  // namespace makegood::base
