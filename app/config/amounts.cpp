#include <charconv>

#include "app/config/section.hpp"

namespace makegood::config {
namespace {

// "12.5" with at most two decimals as hundredths.
std::optional<std::int64_t> hundredths(std::string_view text) {
    const auto point = text.find('.');
    const auto whole = text.substr(0, point);
    const auto decimals = point == text.npos ? std::string_view() : text.substr(point + 1);
    if (whole.empty() || whole.size() > 6 || decimals.size() > 2) return std::nullopt;
    if (point != text.npos && decimals.empty()) return std::nullopt;
    std::string digits(whole);
    digits.append(decimals).append(2 - decimals.size(), '0');
    std::int64_t value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (read.ec != std::errc() || read.ptr != digits.data() + digits.size() || value < 0) return std::nullopt;
    return value;
}

std::string_view trimmed(std::string_view text) {
    while (text.ends_with(' ')) text.remove_suffix(1);
    while (text.starts_with(' ')) text.remove_prefix(1);
    return text;
}

// The number before "gift" or "gifts"; nullopt when the text does not end so.
std::optional<std::string_view> before_gifts(std::string_view text) {
    for (const std::string_view unit : {"gifts", "gift"})
        if (text.ends_with(unit)) return trimmed(text.substr(0, text.size() - unit.size()));
    return std::nullopt;
}

}  // namespace

std::optional<Percent> read_percent(std::string_view text) {
    text = trimmed(text);
    if (!text.ends_with('%')) return std::nullopt;
    const auto points = hundredths(trimmed(text.substr(0, text.size() - 1)));
    return points ? std::optional(Percent::basis_points(*points)) : std::nullopt;
}

std::string shown_percent(Percent share) {
    std::string text = std::to_string(share.basis_points() / 100);
    if (const auto rest = share.basis_points() % 100)
        text += (rest < 10 ? ".0" : ".") + std::to_string(rest % 10 ? rest : rest / 10);
    return '"' + text + " %\"";
}

Result<Money> read_amount(std::string_view text, const Amounts& amounts) {
    text = trimmed(text);
    if (const auto count = before_gifts(text)) {
        const auto share = hundredths(*count);
        if (!share)
            return fail(ErrorKind::bad_input,
                        "\"" + std::string(text.substr(0, 40)) +
                            "\" is not a number of gifts; write it like \"1.5 gifts\".");
        if (!amounts.usual_gift)
            return fail(ErrorKind::bad_input, "It is not known what a usual gift is worth in " +
                                                  amounts.currency.code() +
                                                  "; set usual_gift under [money] in policy.toml.");
        return Percent::basis_points(*share * 100).of(*amounts.usual_gift);
    }
    auto money = base::parse_money(text, amounts.currency, '.');
    if (money && *money >= Money{}) return *money;
    const Money example = amounts.usual_gift.value_or(Money::minor(250));
    std::string sentence =
        "\"" + std::string(text.substr(0, 40)) + "\" is not an amount in " + amounts.currency.code();
    if (amounts.currency.exponent() == 0) sentence += ", which has no decimals";
    return fail(
        ErrorKind::bad_input,
        sentence + "; write it like \"" + format_plain(example, amounts.currency) + "\" or \"2 gifts\".",
        money ? "" : money.error().sentence);
}

}  // namespace makegood::config
