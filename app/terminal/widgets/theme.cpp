#include "app/terminal/widgets/theme.hpp"

#include <algorithm>
#include <cmath>

namespace makegood::terminal::widgets {
namespace {

constexpr Color rgb(std::uint32_t value, std::uint8_t alpha = 255) {
    return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
            static_cast<std::uint8_t>(value), alpha};
}

// In the order of Paint.
constexpr Theme light{
    "light",
    {rgb(0, 0), rgb(0xF6F2EB), rgb(0xFFFFFF), rgb(0xEDE7DC), rgb(0x211C16), rgb(0x574F46), rgb(0x0B5D50),
     rgb(0xFFFFFF), rgb(0xDDEFEA), rgb(0x933D0E), rgb(0xFFFFFF), rgb(0x9B1C1C), rgb(0, 0), rgb(0x211C16, 140),
     rgb(0xFFFFFF), rgb(0x000000), rgb(0x4A3A22)},
    true,
    0};
constexpr Theme dark{"dark",
                     {rgb(0, 0), rgb(0x171511), rgb(0x24211B), rgb(0x343027), rgb(0xF5EFE6), rgb(0xC4BAAB),
                      rgb(0x62D2BD), rgb(0x06231E), rgb(0x173B35), rgb(0xF0A36B), rgb(0x2A1403),
                      rgb(0xFF9C94), rgb(0, 0), rgb(0x000000, 165), rgb(0xFFFFFF), rgb(0x000000), rgb(0, 0)},
                     false,
                     0};
constexpr Theme high_contrast{
    "high-contrast",
    {rgb(0, 0), rgb(0x000000), rgb(0x000000), rgb(0x1C1C1C), rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0xFFE14D),
     rgb(0x000000), rgb(0x2E2A00), rgb(0xFFB070), rgb(0x000000), rgb(0xFFA8A0), rgb(0xFFFFFF),
     rgb(0x000000, 190), rgb(0xFFFFFF), rgb(0x000000), rgb(0, 0)},
    false,
    2};

constexpr std::array pairs{
    TextPair{Paint::ink, Paint::ground},      TextPair{Paint::ink, Paint::surface},
    TextPair{Paint::ink, Paint::sunk},        TextPair{Paint::ink, Paint::tint},
    TextPair{Paint::muted, Paint::ground},    TextPair{Paint::muted, Paint::surface},
    TextPair{Paint::accent, Paint::surface},  TextPair{Paint::accent_ink, Paint::accent},
    TextPair{Paint::warm_ink, Paint::warm},   TextPair{Paint::bad, Paint::surface},
    TextPair{Paint::bad, Paint::ground},      TextPair{Paint::ground, Paint::ink},
    TextPair{Paint::paper_ink, Paint::paper},
};

double linear(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Color color) {
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

}  // namespace

const Theme& light_theme() {
    return light;
}
const Theme& dark_theme() {
    return dark;
}
const Theme& high_contrast_theme() {
    return high_contrast;
}

const Theme& theme_named(std::string_view name) {
    if (name == dark.name) return dark;
    if (name == high_contrast.name) return high_contrast;
    return light;
}

double contrast(Color one, Color other) {
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

std::span<const TextPair> text_pairs() {
    return pairs;
}

}  // namespace makegood::terminal::widgets
