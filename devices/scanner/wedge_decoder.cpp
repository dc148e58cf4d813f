#include "devices/scanner/wedge_decoder.hpp"

#include <cctype>

namespace makegood::devices::scanner {

namespace {

constexpr Duration between_keys = std::chrono::milliseconds(35);
constexpr Duration repeat_time = std::chrono::seconds(1);
constexpr std::size_t shortest = 4;
constexpr std::size_t longest = 2000;  // characters; the largest QR codes of shops hold a few hundred

constexpr char32_t group_separator = 0x1D, record_separator = 0x1E, end_of_transmission = 0x04;

bool ends_scan(char32_t key) {
    return key == U'\r' || key == U'\n' || key == U'\t';
}

bool is_text(char32_t key) {
    const bool is_separator = key == group_separator || key == record_separator || key == end_of_transmission;
    const bool is_surrogate = key >= 0xD800 && key <= 0xDFFF;
    return is_separator || (key >= 0x20 && key != 0x7F && key <= 0x10FFFF && !is_surrogate);
}

// "]E0": a bracket, the symbology's letter, a modifier.
bool begins_with_aim(const std::string& text) {
    return text.size() > 3 && text[0] == ']' && std::isalpha(static_cast<unsigned char>(text[1])) != 0 &&
           std::isalnum(static_cast<unsigned char>(text[2])) != 0;
}

void append_utf8(std::string& text, char32_t key) {
    const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (key < 0x80) return put(key);
    if (key < 0x800) {
        put(0xC0 | key >> 6);
    } else if (key < 0x10000) {
        put(0xE0 | key >> 12);
        put(0x80 | (key >> 6 & 0x3F));
    } else {
        put(0xF0 | key >> 18);
        put(0x80 | (key >> 12 & 0x3F));
        put(0x80 | (key >> 6 & 0x3F));
    }
    put(0x80 | (key & 0x3F));
}

}  // namespace

std::optional<ports::Scan> WedgeDecoder::feed(char32_t key, Duration at) {
    const bool is_fast = last_key_ && at - *last_key_ < between_keys;
    last_key_ = at;
    if (!is_fast) begin();
    if (!ends_scan(key)) {
        if (is_text(key)) append(key);
        return {};
    }
    const bool is_scan = length_ >= shortest && !is_too_long_;
    std::optional<ports::Scan> scan;
    if (is_scan) scan = finish(at);
    begin();
    return scan;
}

void WedgeDecoder::begin() {
    burst_.clear();
    length_ = 0;
    is_too_long_ = false;
}

void WedgeDecoder::append(char32_t key) {
    is_too_long_ = is_too_long_ || length_ >= longest;
    if (is_too_long_) return;
    append_utf8(burst_, key);
    ++length_;
}

ports::Scan WedgeDecoder::finish(Duration at) {
    ports::Scan scan;
    if (begins_with_aim(burst_)) {
        scan.aim = burst_.substr(0, 3);
        burst_.erase(0, 3);
    }
    scan.text = burst_;
    scan.repeated = last_scan_ && scan.text == last_text_ && at - *last_scan_ <= repeat_time;
    last_text_ = scan.text;
    last_scan_ = at;
    return scan;
}

}  // namespace makegood::devices::scanner
