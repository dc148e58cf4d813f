#include "app/printing/symbol.hpp"

#include <fmt/format.h>
#include <zint.h>

#include <algorithm>
#include <memory>

namespace makegood::printing {

namespace {

struct Delete {
    void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
};

struct Kind {
    int symbology = 0;
    int level = 0;
    std::string sentence;  // said when it is refused
};

Result<Symbol> encoded(const Kind& kind, const std::string& text) {
    const std::unique_ptr<zint_symbol, Delete> made(ZBarcode_Create());
    if (!made)
        return fail(ErrorKind::failed, "There is no memory left to draw a bar code. Restart the terminal.");
    made->symbology = kind.symbology;
    made->option_1 = kind.level;
    made->input_mode = UNICODE_MODE;
    made->show_hrt = 0;
    const auto answer = ZBarcode_Encode(made.get(), reinterpret_cast<const unsigned char*>(text.data()),
                                        static_cast<int>(text.size()));
    // A warning means that zint made something else than what was asked for.
    if (answer != 0) return fail(ErrorKind::bad_input, kind.sentence, made->errtxt);
    Symbol symbol{made->width, made->rows, {}};
    for (std::int32_t y = 0; y < symbol.rows; ++y) {
        for (std::int32_t x = 0; x < symbol.width; ++x) {
            symbol.dark.push_back((made->encoded_data[y][x / 8] >> (x % 8) & 1) != 0);
        }
    }
    return symbol;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

Result<Symbol> ean13_symbol(const std::string& digits) {
    const auto sentence = fmt::format(
        "The number \"{}\" can't be printed as a bar code: an EAN-13 has 13 digits, the last of them its "
        "check "
        "digit. Correct the number range in the policy.",
        digits.substr(0, 40));
    // zint would complete or extend other lengths; what is printed must be what was recorded.
    if (digits.size() != 13 || !std::all_of(digits.begin(), digits.end(), is_digit)) {
        return fail(ErrorKind::bad_input, sentence);
    }
    return encoded({BARCODE_EANX, -1, sentence}, digits);
}

Result<Symbol> qr_symbol(const std::string& text) {
    constexpr auto level_m = 2;
    return encoded({BARCODE_QRCODE, level_m,
                    "This text can't be printed as a QR code: it is empty, too long or has characters that a "
                    "scanner would read differently. Use at most 2,000 plain letters and digits."},
                   text);
}

}  // namespace makegood::printing
