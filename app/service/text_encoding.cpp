#include "app/service/text_encoding.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace makegood::service {
namespace {

struct Lead {
    int following = 0;  // 0: no character begins with this byte
    unsigned char least = 0x80, most = 0xBF;
};

Lead lead(unsigned char byte) {
    if (byte >= 0xC2 && byte <= 0xDF) return {1, 0x80, 0xBF};
    if (byte == 0xE0) return {2, 0xA0, 0xBF};
    if (byte == 0xED) return {2, 0x80, 0x9F};
    if (byte >= 0xE1 && byte <= 0xEF) return {2, 0x80, 0xBF};
    if (byte == 0xF0) return {3, 0x90, 0xBF};
    if (byte >= 0xF1 && byte <= 0xF3) return {3, 0x80, 0xBF};
    if (byte == 0xF4) return {3, 0x80, 0x8F};
    return {};
}

// 0x80-0x9F of Windows-1252; the five that it leaves open become the replacement character.
constexpr std::array<char16_t, 32> high_controls = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

void append_point(char16_t point, std::string& out) {
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0 | (point >> 6));
        out += static_cast<char>(0x80 | (point & 0x3F));
    } else {
        out += static_cast<char>(0xE0 | (point >> 12));
        out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (point & 0x3F));
    }
}

void append_byte(unsigned char byte, std::string& out) {
    append_point(byte >= 0x80 && byte < 0xA0 ? high_controls[byte - 0x80] : byte, out);
}

// Eight bytes of plain text: no zero, no control below space, nothing above ASCII.
bool plain_eight(const char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    constexpr std::uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;
    return ((word | (word - ones * 0x20)) & highs) == 0;
}

}  // namespace

void EncodingSurvey::feed(std::string_view bytes) {
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    while (at < end) {
        if (expected_ == 0 && end - at >= 8 && plain_eight(at)) {
            at += 8;
            continue;
        }
        step(static_cast<unsigned char>(*at++));
    }
}

void EncodingSurvey::step(unsigned char byte) {
    if (expected_ > 0) {
        if (byte >= least_ && byte <= most_) {
            ++begun_;
            least_ = 0x80, most_ = 0xBF;
            if (--expected_ == 0) ++characters_;
            return;
        }
        strays_ += static_cast<std::uint64_t>(begun_);
        expected_ = 0;
    }
    if (byte < 0x80) {
        zeros_ += byte == 0;
        line_feeds_ += byte == '\n';
        returns_ += byte == '\r';
        return;
    }
    const Lead begins = lead(byte);
    if (begins.following == 0) return void(++strays_);
    expected_ = begins.following, least_ = begins.least, most_ = begins.most, begun_ = 1;
}

void EncodingSurvey::finish() {
    if (expected_ > 0) strays_ += static_cast<std::uint64_t>(begun_);
    expected_ = 0;
}

std::size_t utf8_length(std::string_view text) {
    if (text.empty()) return 0;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (byte(0) < 0x80) return 1;
    const Lead begins = lead(byte(0));
    const auto following = static_cast<std::size_t>(begins.following);
    if (following == 0 || text.size() <= following) return 0;
    if (byte(1) < begins.least || byte(1) > begins.most) return 0;
    for (std::size_t i = 2; i <= following; ++i)
        if (byte(i) < 0x80 || byte(i) > 0xBF) return 0;
    return following + 1;
}

void append_windows_1252(std::string_view bytes, std::string& out) {
    for (const char c : bytes) append_byte(static_cast<unsigned char>(c), out);
}

void append_mixed(std::string_view bytes, std::string& out) {
    while (!bytes.empty()) {
        const auto length = utf8_length(bytes);
        if (length == 0)
            append_byte(static_cast<unsigned char>(bytes[0]), out);
        else
            out += bytes.substr(0, length);
        bytes.remove_prefix(std::max<std::size_t>(length, 1));
    }
}

}  // namespace makegood::service
