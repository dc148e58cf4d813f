#include "app/core/voucher/voucher.hpp"

#include <algorithm>

#include "app/base/check.hpp"
#include "app/core/catalogue/gtin.hpp"

namespace makegood::core::voucher {
namespace {

constexpr int digits_without_check = 12;

std::string padded(std::uint64_t number, int width) {
    const std::string digits = std::to_string(number);
    const auto missing = std::max<int>(0, width - static_cast<int>(digits.size()));
    return std::string(static_cast<std::size_t>(missing), '0') + digits;
}

bool is_prefix(const std::string& text) {
    const auto digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    return text.size() >= 2 && text.size() <= 9 && std::all_of(text.begin(), text.end(), digit);
}

std::uint64_t greatest(const NumberRange& range) {
    std::uint64_t power = 1;
    for (int i = 0; i < running_digits(range); ++i) power *= 10;
    return power - 1;
}

}  // namespace

int running_digits(const NumberRange& range) {
    return digits_without_check - static_cast<int>(range.prefix.size());
}

Result<NumberRange> checked(NumberRange range) {
    if (!is_prefix(range.prefix))
        return fail(ErrorKind::bad_input, "The prefix of the voucher numbers is \"" +
                                              range.prefix.substr(0, 20) +
                                              "\"; write 2 to 9 digits, for example \"29\".");
    if (range.first > range.last)
        return fail(ErrorKind::bad_input, "The voucher numbers end (" + std::to_string(range.last) +
                                              ") before they begin (" + std::to_string(range.first) +
                                              "); make the last one greater.");
    if (range.last > greatest(range))
        return fail(ErrorKind::bad_input, "After the prefix " + range.prefix + " there is room for " +
                                              std::to_string(running_digits(range)) +
                                              " digits, so the last voucher number can be " +
                                              std::to_string(greatest(range)) + " at most, not " +
                                              std::to_string(range.last) + ".");
    return range;
}

Result<Voucher> draft(const NumberRange& range, std::uint64_t number, Money value, CivilDate today,
                      int valid_days) {
    MAKEGOOD_CHECK(range.last <= greatest(range));
    MAKEGOOD_CHECK(value > Money{} && valid_days >= 0);
    if (number < range.first || number > range.last)
        return fail(ErrorKind::refused, "The voucher numbers of this register (" +
                                            std::to_string(range.first) + " to " +
                                            std::to_string(range.last) +
                                            ") are used up. Set a new range in shop.toml under [register].");
    const std::string running = padded(number, running_digits(range));
    const std::string digits = range.prefix + running;
    Voucher voucher;
    voucher.serial = VoucherSerial("MG-" + range.prefix + '-' + running);
    voucher.ean13 = digits + catalogue::check_digit(digits);
    voucher.value = value;
    voucher.expires = base::add_days(today, valid_days);
    return voucher;
}

std::string qr_body(const Voucher& voucher, const Currency& currency, std::string_view device) {
    std::string day = base::format_date(voucher.expires);
    std::erase(day, '-');
    return "MG1." + voucher.serial.text() + '.' + std::to_string(voucher.value.minor()) + '.' +
           currency.code() + '.' + day + '.' + std::string(device);
}

}  // namespace makegood::core::voucher
