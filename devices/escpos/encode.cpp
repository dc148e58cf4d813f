#include "devices/escpos/encode.hpp"

#include <algorithm>
#include <initializer_list>

#include "app/base/check.hpp"

namespace makegood::devices::escpos {

namespace {

constexpr std::uint8_t dle = 0x10, esc = 0x1B, fs = 0x1C, gs = 0x1D;

// More than the bytes of one slice, so that it ends any raster command that was broken off.
constexpr std::size_t clearing_zeros = 8192;

void put(Bytes& bytes, std::initializer_list<std::uint8_t> command) {
    bytes.insert(bytes.end(), command);
}

std::uint8_t low(std::int32_t value) {
    return static_cast<std::uint8_t>(value & 0xFF);
}
std::uint8_t high(std::int32_t value) {
    return static_cast<std::uint8_t>(value >> 8 & 0xFF);
}

// Whole commands only: between the dots of a picture its bytes would be taken for dots, too.
void put_question(Piece& piece) {
    put(piece.bytes, {dle, 0x04, 2});
    piece.questions.push_back(piece.bytes.size());
}

void put_mark(Bytes& bytes, const std::string& text) {
    put(bytes, {gs, '(', 'H', 6, 0, 48, 48});
    bytes.insert(bytes.end(), text.begin(), text.end());
}

// White kept above what is printed: the rest stands between head and cutter anyway.
constexpr std::int32_t head_room_rows = 16;

bool is_white(const Bitmap& picture, std::int32_t row) {
    const auto first = picture.bits.begin() + static_cast<std::ptrdiff_t>(row) * picture.row_bytes();
    return std::all_of(first, first + picture.row_bytes(), [](std::uint8_t dots) { return dots == 0; });
}

void put_slice(Bytes& bytes, const Bitmap& picture, std::int32_t first, std::int32_t rows) {
    const auto width = picture.row_bytes();
    put(bytes, {gs, 'v', '0', 0, low(width), high(width), low(rows), high(rows)});
    const auto start = bytes.size();
    const auto dots = picture.bits.begin() + static_cast<std::ptrdiff_t>(first) * width;
    bytes.insert(bytes.end(), dots, dots + static_cast<std::ptrdiff_t>(rows) * width);
    defuse(bytes, start);
}

bool is_realtime_command(std::uint8_t second, std::uint8_t third) {
    switch (second) {
        case 0x04:
            return third >= 1 && third <= 8;
        case 0x05:
            return third <= 3;
        case 0x14:
            return third == 1 || third == 2 || third == 3 || third == 8;
        default:
            return false;
    }
}

}  // namespace

std::string mark_text(std::uint32_t mark, Stage stage) {
    constexpr std::string_view letters = "@ABCDEFGHIJKLMNO`abcdefghijklmno";
    return {letters[mark / 1024 % 32], letters[mark / 32 % 32], letters[mark % 32],
            stage == Stage::fed ? 'A' : 'C'};
}

int defuse(Bytes& picture_bytes, std::size_t from) {
    int changed = 0;
    for (auto i = from; i + 2 < picture_bytes.size(); ++i) {
        if (picture_bytes[i] != dle || !is_realtime_command(picture_bytes[i + 1], picture_bytes[i + 2]))
            continue;
        // One dot more beside the one there: no other command can begin or end with this byte.
        picture_bytes[i] = 0x18;
        ++changed;
    }
    return changed;
}

Bytes encode_setup() {
    Bytes bytes;
    put(bytes, {esc, '@'});
    put(bytes, {fs, '.'});        // Chinese mode off
    put(bytes, {gs, 'a', 0xFF});  // every change of state is reported by itself
    // DLE DC4 1 and 2 (pulse, switch off) disabled: picture bytes must not open the drawer.
    put(bytes, {gs, '(', 'D', 5, 0, 0x14, 1, 0, 2, 0});
    return bytes;
}

Piece encode(const Bitmap& picture, std::uint32_t mark, const Profile& profile, Company company) {
    MAKEGOOD_CHECK(picture.width <= profile.width_dots);
    Piece piece;
    auto& bytes = piece.bytes;
    if (company == Company::alone) bytes = encode_setup();
    if (company == Company::talked) put_question(piece);
    std::int32_t top = 0, end = picture.height;
    while (top < end && is_white(picture, top)) ++top;
    while (end > top && is_white(picture, end - 1)) --end;
    if (top < end) top = std::max(0, top - head_room_rows);
    const auto most = std::clamp(profile.slice_rows, 1, 255);
    for (auto row = top; row < end; row += most) {
        put_slice(bytes, picture, row, std::min(most, end - row));
        if (company == Company::talked) put_question(piece);
    }
    put(bytes, {esc, 'J', 24});
    if (profile.proof == Proof::process_id) put_mark(bytes, mark_text(mark, Stage::fed));
    put(bytes, {gs, 'V', 'B', 0});
    if (profile.proof == Proof::process_id) put_mark(bytes, mark_text(mark, Stage::cut));
    if (profile.proof == Proof::status) put(bytes, {gs, 'r', 1});
    return piece;
}

Bytes encode_clearing() {
    Bytes bytes{dle, 0x14, 8, 1, 3, 20, 1, 6, 2, 8};  // DLE DC4 8: clear the buffers
    bytes.resize(bytes.size() + clearing_zeros);
    put(bytes, {esc, '@'});
    return bytes;
}

Bytes status_question(int n) {
    return {dle, 0x04, static_cast<std::uint8_t>(n)};
}

}  // namespace makegood::devices::escpos
