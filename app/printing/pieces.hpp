// The pieces of paper that a register gives out, as documents. Dates, amounts and names arrive as text
// in the shop's own form.
#pragma once
#include <string>

#include "app/printing/document.hpp"

namespace makegood::printing {

// The label on goods that leave free. Holds no code: nothing on it can be scanned.
struct StickerText {
    std::string store;          // "Corner Market"
    std::string article;        // "Virgin coconut oil 800 ml"
    std::string when;           // "22 Nov 2026 14:07"
    std::string register_name;  // "Register 2"
    std::string initials;       // of the clerk; empty at a kiosk
    std::string note;           // "With our compliments. We were out of the one you came for."
};

struct VoucherText {
    std::string store;
    std::string value;       // "$5.00"
    std::string what;        // an article or a wording; may be empty
    std::string good_until;  // "31 Dec 2026"
    std::string how_to_use;  // the shop's note: where and how it is good
    std::string serial;      // "MG-29-0000000017"
    std::string ean13;       // 13 digits, for the existing register
    std::string qr;          // signed text, for a Makegood terminal
    std::string when, register_name, initials;
};

Document sticker(const StickerText& text);

// Says at the top that it counts only with its last line, and has that line as the very last thing before
// the cut: a piece that was torn or ran out of paper is worth nothing.
Document voucher(const VoucherText& text);

// The same to read, marked COPY, with neither code nor last line.
Document voucher_copy(const VoucherText& text);

}  // namespace makegood::printing
