#include "app/core/catalogue/size.hpp"

#include <cmath>
#include <cstdio>

namespace makegood::core::catalogue {
namespace {

struct Written {
    double value;
    const char* unit;
    int decimals;
};

// As a label would say it: whole grams and millilitres, larger units with what is left.
Written written(double amount, BaseUnit unit) {
    switch (unit) {
        case BaseUnit::gram:
            if (amount >= 1000) return {amount / 1000, "kg", 3};
            return {amount, "g", amount < 10 ? 2 : 0};
        case BaseUnit::millilitre:
            if (amount >= 1000) return {amount / 1000, "l", 3};
            return {amount, "ml", amount < 10 ? 2 : 0};
        case BaseUnit::piece:
            return {amount, amount == 1 ? "piece" : "pieces", 2};
        case BaseUnit::square_metre:
            return {amount, "m²", 2};
        case BaseUnit::metre:
            return {amount, "m", 2};
        case BaseUnit::none:
            break;
    }
    return {amount, "", 0};
}

std::string trimmed(double value, int decimals) {
    char text[48];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    std::string out = text;
    if (out.find('.') == out.npos) return out;
    while (out.back() == '0') out.pop_back();
    if (out.back() == '.') out.pop_back();
    return out;
}

}  // namespace

std::string format_size(const Size& size) {
    if (!size.known() || size.pieces < 1) return {};
    const double each = static_cast<double>(size.total_milli) / 1000 / size.pieces;
    const auto [value, unit, decimals] = written(each, size.unit);
    const std::string one = trimmed(value, decimals) + " " + unit;
    return size.pieces == 1 ? one : std::to_string(size.pieces) + " × " + one;
}

std::optional<double> size_ratio(const Size& a, const Size& b) {
    if (!a.known() || !b.known() || a.unit != b.unit) return std::nullopt;
    return static_cast<double>(a.total_milli) / static_cast<double>(b.total_milli);
}

}  // namespace makegood::core::catalogue
