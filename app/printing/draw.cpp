#include "app/printing/draw.hpp"

#include <algorithm>
#include <cmath>

#include "app/printing/canvas.hpp"
#include "app/printing/symbol.hpp"

namespace makegood::printing {

namespace {

constexpr std::int32_t longest_mm = 500;
constexpr std::size_t longest_text = 4000;  // bytes of one line

// Draws block after block from the top of one sheet.
class Sheet {
  public:
    explicit Sheet(const PaperSize& paper)
        : paper_(paper),
          canvas_(paper.width_dots, mm(longest_mm)),
          margin_(paper.width_dots / 22),
          y_(mm(2)) {}

    Result<> add(const Line& line);
    Result<> add(const Rule&);
    Result<> add(const Gap& gap) { return advance(mm(gap.millimetres)); }
    Result<> add(const Ean13& code);
    Result<> add(const Qr& code);
    Bitmap finish() const { return canvas_.cut(std::min(y_ + mm(2), canvas_.height())); }

  private:
    std::int32_t mm(double millimetres) const {
        return static_cast<std::int32_t>(std::lround(millimetres * paper_.dots_per_mm));
    }
    std::int32_t text_width() const { return paper_.width_dots - 2 * margin_; }
    Type type_of(const Line& line) const;
    Result<> advance(std::int32_t dots);
    void draw_modules(const Symbol& symbol, std::int32_t x, std::int32_t module, std::int32_t row_height);
    void draw_digits(const std::string& digits, std::int32_t bars_x, std::int32_t module);

    PaperSize paper_;
    Canvas canvas_;
    std::int32_t margin_, y_;
};

tl::unexpected<Error> too_wide(const char* what) {
    return fail(ErrorKind::bad_input,
                std::string("The ") + what +
                    " is too wide for this paper. Use wider paper or put less into the code.");
}

Result<> Sheet::advance(std::int32_t dots) {
    if (dots < 0 || y_ + dots > canvas_.height()) {
        return fail(
            ErrorKind::bad_input,
            "This piece would be longer than half a metre of paper. Shorten the texts of the policy.");
    }
    y_ += dots;
    return {};
}

Type Sheet::type_of(const Line& line) const {
    switch (line.tone) {
        case Tone::shout:
            return canvas_.fitting(line.text, {paper_.width_dots * 26 / 100, true}, text_width(), mm(4));
        case Tone::title:
            return {std::min(mm(4.75), paper_.width_dots * 7 / 100), line.bold};
        case Tone::body:
            return {std::min(mm(3.9), paper_.width_dots * 7 / 100), line.bold};
        case Tone::small:
            return {std::min(mm(3.1), paper_.width_dots * 6 / 100), line.bold};
    }
    return {};
}

Result<> Sheet::add(const Line& line) {
    if (line.text.size() > longest_text) {
        return fail(ErrorKind::bad_input, "A text on this piece is longer than 4,000 letters. Shorten it.");
    }
    const auto layout = canvas_.layout(line.text, type_of(line), text_width());
    const auto frame = frame_of(layout);
    if (line.tone != Tone::shout) {
        const auto top = y_;
        MAKEGOOD_TRY(advance(frame.height + mm(0.75)));
        canvas_.draw(layout, margin_, top);
        return {};
    }
    // The frame of a large type is mostly air; its ink is what the eye spaces.
    const auto ink = ink_of(layout);
    const auto top = y_ + mm(1.5) - ink.y;
    MAKEGOOD_TRY(advance(ink.height + mm(3.5)));
    canvas_.draw(layout, margin_, top);
    return {};
}

Result<> Sheet::add(const Rule&) {
    const auto dash = mm(1.25), pause = mm(0.75), thickness = std::max(1, mm(0.3));
    const auto top = y_ + mm(1.75);
    MAKEGOOD_TRY(advance(mm(4)));
    for (auto x = margin_; x + dash <= paper_.width_dots - margin_; x += dash + pause) {
        canvas_.fill({x, top, dash, thickness});
    }
    return {};
}

void Sheet::draw_modules(const Symbol& symbol, std::int32_t x, std::int32_t module, std::int32_t row_height) {
    for (std::int32_t row = 0; row < symbol.rows; ++row) {
        for (std::int32_t column = 0; column < symbol.width; ++column) {
            if (!symbol.at(column, row)) continue;
            canvas_.fill({x + column * module, y_ + row * row_height, module, row_height});
        }
    }
}

// One digit left of the bars, six below each half: ISO/IEC 15420, 7 modules a digit.
void Sheet::draw_digits(const std::string& digits, std::int32_t bars_x, std::int32_t module) {
    const Type type{9 * module, false};
    for (std::int32_t i = 0; i < 13; ++i) {
        const auto first_module = i == 0 ? -9 : i <= 6 ? 3 + (i - 1) * 7 : 50 + (i - 7) * 7;
        const auto digit = canvas_.layout(digits.substr(static_cast<std::size_t>(i), 1), type, 7 * module);
        canvas_.draw(digit, bars_x + first_module * module, y_ - ink_of(digit).y);
    }
}

Result<> Sheet::add(const Ean13& code) {
    constexpr std::int32_t quiet_left = 11, quiet_right = 7;
    const auto symbol = ean13_symbol(code.digits);
    if (!symbol) return fail(symbol.error());
    const auto module = std::max(1, mm(0.375)), guard = 5 * module, bars = mm(20);
    const auto width = (quiet_left + symbol->width + quiet_right) * module;
    if (width > paper_.width_dots) return too_wide("bar code");
    // Centred by its bars, which are what is seen, as far as the quiet zones allow.
    const auto x = std::max((paper_.width_dots - symbol->width * module) / 2, quiet_left * module);
    const auto top = y_;
    MAKEGOOD_TRY(advance(mm(1) + bars + guard + 6 * module));
    y_ = top + mm(1);
    draw_modules(*symbol, x, module, bars);
    Symbol guards = *symbol;
    for (std::int32_t column = 0; column < guards.width; ++column) {
        const bool is_guard = column < 3 || column >= 92 || (column >= 45 && column < 50);
        if (!is_guard) guards.dark[static_cast<std::size_t>(column)] = false;
    }
    y_ += bars;
    draw_modules(guards, x, module, guard);
    y_ += module;
    draw_digits(code.digits, x, module);
    y_ = top + mm(1) + bars + guard + 6 * module;
    return {};
}

Result<> Sheet::add(const Qr& code) {
    constexpr std::int32_t quiet = 4;
    const auto symbol = qr_symbol(code.text);
    if (!symbol) return fail(symbol.error());
    const auto smallest = std::max(1, mm(0.5)), largest = std::max(smallest, mm(1));
    const auto across = symbol->width + 2 * quiet;
    const auto wanted = std::min(paper_.width_dots, mm(44)) / across;
    const auto module = std::clamp(wanted, smallest, largest);
    if (across * module > paper_.width_dots) return too_wide("QR code");
    const auto top = y_;
    MAKEGOOD_TRY(advance(across * module));
    y_ = top + quiet * module;
    draw_modules(*symbol, (paper_.width_dots - symbol->width * module) / 2, module, module);
    y_ = top + across * module;
    return {};
}

}  // namespace

Result<Bitmap> draw(const Document& document, const PaperSize& paper) {
    if (paper.width_dots < 200 || paper.width_dots > 2400 ||
        !(paper.dots_per_mm >= 5 && paper.dots_per_mm <= 25)) {
        return fail(
            ErrorKind::bad_input,
            "The paper must be 200 to 2,400 dots wide with 5 to 25 dots a millimetre. Correct the printer's "
            "profile.");
    }
    Sheet sheet(paper);
    for (const auto& block : document.blocks) {
        MAKEGOOD_TRY(std::visit([&sheet](const auto& content) { return sheet.add(content); }, block));
    }
    return sheet.finish();
}

}  // namespace makegood::printing
