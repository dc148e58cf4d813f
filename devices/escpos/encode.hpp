// From a picture to the bytes that print it: Epson's ESC/POS, only commands that all printers know.
// Pure.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "app/base/bitmap.hpp"
#include "devices/escpos/profile.hpp"

namespace makegood::devices::escpos {

using Bytes = std::vector<std::uint8_t>;

// Where in a piece a process id stands.
enum class Stage : std::uint8_t { fed, cut };

// The four characters that GS ( H carries and gives back. All have bit 4 clear, which keeps them apart
// from status bytes that a printer may send in between. Marks repeat after 32,768 pieces.
std::string mark_text(std::uint32_t mark, Stage stage);

// Set-up before every piece; prints nothing. From here on changes are reported without being asked for.
Bytes encode_setup();

// One piece: picture, feed, cut.
struct Piece {
    Bytes bytes;
    // Offsets just behind every DLE EOT 2 in the bytes: so many answers are due once that much was taken.
    std::vector<std::size_t> questions;
};

enum class Company : std::uint8_t {
    alone,   // nobody listens: set-up included, no questions
    talked,  // set-up was said and answered before; DLE EOT 2 before, between and behind the slices
};

// White rows at the top and the foot are left out. The picture may be at most the profile's width
// (programming error otherwise).
Piece encode(const Bitmap& picture, std::uint32_t mark, const Profile& profile, Company company);

// Throws away what an earlier, broken-off piece left in the printer: clears its buffers and ends a
// raster command that still waits for its dots.
Bytes encode_clearing();

// DLE EOT n, 1-4.
Bytes status_question(int n);

// Changes single dots where picture bytes would read as real-time commands, which printers obey even
// inside pictures. Answers how many dots.
int defuse(Bytes& picture_bytes, std::size_t from);

}  // namespace makegood::devices::escpos
