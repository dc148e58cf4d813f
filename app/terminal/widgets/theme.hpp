// All tokens of the look in one place: colours by meaning, type sizes, weights, spaces, radii.
// Views name tokens and never a colour.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace makegood::terminal::widgets {

struct Color {
    std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;
    friend bool operator==(const Color&, const Color&) = default;
};

enum class Paint : std::uint8_t {
    none,
    ground,      // behind everything
    surface,     // cards, tiles, fields
    sunk,        // quiet buttons, tracks, initials
    ink,         // text
    muted,       // second line, captions
    accent,      // the one thing to do; chosen; spent
    accent_ink,  // on accent
    tint,        // chosen ground, labels
    warm,        // counts, what wants attention
    warm_ink,    // on warm
    bad,         // refused, broken; always with a word
    outline,     // edges of what can be touched where there is no shadow; none in light
    scrim,       // over the screen under a sheet
    paper,       // what the printer got, always light
    paper_ink,
    shadow,
};
inline constexpr std::size_t paint_count = static_cast<std::size_t>(Paint::shadow) + 1;

struct Theme {
    std::string_view name;
    std::array<Color, paint_count> colors;  // by Paint
    bool has_shadow = false;
    double outline_width = 0;

    Color color(Paint paint) const { return colors[static_cast<std::size_t>(paint)]; }
};

const Theme& light_theme();
const Theme& dark_theme();
const Theme& high_contrast_theme();
// "light", "dark", "high-contrast"; anything else is light.
const Theme& theme_named(std::string_view name);

// WCAG 2 contrast of two opaque colours, 1..21.
double contrast(Color one, Color other);

// Every pair of text and what it stands on that the screens use; each has at least 7:1 in every theme.
struct TextPair {
    Paint text, behind;
};
std::span<const TextPair> text_pairs();

namespace type {
inline constexpr double number = 46, title = 34, body = 22, caption = 17;
inline constexpr int regular = 400, strong = 600, heading = 650;
}  // namespace type

namespace space {
inline constexpr double edge = 32, foot = 36, card_gap = 24, tile_gap = 18, inside = 28, top_bar = 92;
}  // namespace space

namespace corner {
inline constexpr double card = 24, button = 20, key = 16, square = 18;
}  // namespace corner

}  // namespace makegood::terminal::widgets
