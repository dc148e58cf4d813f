// The pieces that tests draw.
#pragma once
#include "app/printing/pieces.hpp"

namespace makegood::tests {

inline printing::StickerText sticker_text() {
    return {"Corner Market",
            "Virgin coconut oil 800 ml",
            "22 Nov 2026 14:07",
            "Register 2",
            "MA",
            "With our compliments. We were out of the one you came for."};
}

// The QR holds as much as a signed voucher does.
inline printing::VoucherText voucher_text() {
    return {"Corner Market",
            "$5.00",
            "For the coconut oil that was missing",
            "31 Dec 2026",
            "Hand this to the cashier when you pay. Good in this store for anything on the shelf.",
            "MG-29-0000000017",
            "2900000000179",
            "MG1.MG-29-0000000017.500.USD.20261231.0123456789abcdef0123456789abcdef."
            "d2l0aCBvdXIgY29tcGxpbWVudHMtd2Ugd2VyZSBvdXQgb2YgdGhlIG9uZSB5b3UgY2FtZSBmb3ItYW5kLXNvcnJ5",
            "22 Nov 2026 14:07",
            "Register 2",
            "MA"};
}

}  // namespace makegood::tests
