// Measuring and drawing text with Pango. Text is never clipped: it wraps, then shrinks in steps, and only
// what may be shortened ends in an ellipsis. Works without a display.
#pragma once
#include <cstdint>
#include <string>

#include "app/terminal/widgets/geometry.hpp"
#include "app/terminal/widgets/theme.hpp"

typedef struct _cairo cairo_t;

namespace makegood::terminal::widgets {

enum class Across : std::uint8_t { left, centre, right };
enum class Down : std::uint8_t { top, middle, bottom };

struct TextStyle {
    double size = type::body;
    int weight = type::regular;
    Paint paint = Paint::ink;
    Across across = Across::left;
    Down down = Down::top;
    int max_lines = 1;
    double min_size = 0;       // how far it may shrink; 0: not at all
    bool may_shorten = false;  // long names of articles; a sentence never
    friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

struct FittedText {
    double size = 0, width = 0, height = 0;  // of the whole text at the chosen size
    int lines = 0;
    bool cut = false;  // did not fit even at min_size
};

// The largest size from `style.size` down to `style.min_size` at which `text` fits the room without breaking
// a word; at min_size words may break, and what is still too long is cut.
FittedText fit_text(const std::string& text, const TextStyle& style, Size room);

// The width of one line.
double text_width(const std::string& text, double size, int weight);

void draw_text(cairo_t* cr, const Rect& box, const std::string& text, const TextStyle& style, Color color);

// Gives back the memory of texts that were measured or drawn; the next ones take a little longer.
void forget_texts();

}  // namespace makegood::terminal::widgets
