#include "app/wire/event_writer.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstring>

#include "app/wire/utf8.hpp"

namespace makegood::wire {
namespace {

bool needs_escape(char letter) {
    return static_cast<unsigned char>(letter) < 0x20 || letter == '"' || letter == '\\';
}

bool is_plain(char letter) {
    return !needs_escape(letter) && static_cast<unsigned char>(letter) < 0x80;
}

// Whether all eight letters are plain; a byte is at fault where its highest bit is set.
bool are_plain(std::uint64_t letters) {
    constexpr std::uint64_t each = 0x0101010101010101;
    const auto has_zero = [](std::uint64_t bytes) { return (bytes - each) & ~bytes; };
    const auto at_fault = letters | (letters - each * 0x20) | has_zero(letters ^ (each * '"')) |
                          has_zero(letters ^ (each * '\\'));
    return (at_fault & (each * 0x80)) == 0;
}

// Nothing to escape, and nothing beyond ASCII: nearly all texts, and most of the time of writing one.
bool is_plain(std::string_view text) {
    for (std::uint64_t letters = 0; text.size() >= sizeof letters; text.remove_prefix(sizeof letters)) {
        std::memcpy(&letters, text.data(), sizeof letters);
        if (!are_plain(letters)) return false;
    }
    return std::all_of(text.begin(), text.end(), [](char letter) { return is_plain(letter); });
}

void append_escaped(std::string& out, char letter) {
    static constexpr std::string_view digits = "0123456789abcdef";
    if (letter == '"' || letter == '\\') {
        out += '\\';
        out += letter;
        return;
    }
    const auto code = static_cast<unsigned char>(letter);
    out += "\\u00";
    out += digits[code >> 4];
    out += digits[code & 15];
}

}  // namespace

void EventWriter::write_key(std::string_view key) {
    if (!first_) out_ += ',';
    first_ = false;
    out_.append(1, '"').append(key).append("\":");
}

void EventWriter::write_integer(std::int64_t value) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    out_.append(digits, static_cast<std::size_t>(end - digits));
}

void EventWriter::write_text(std::string_view text, std::size_t longest) {
    if (text.size() <= longest && is_plain(text)) {
        out_.append(1, '"').append(text).append(1, '"');
        return;
    }
    fits_ = fits_ && text.size() <= longest && is_utf8(text);
    out_ += '"';
    std::size_t written = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!needs_escape(text[i])) continue;
        out_.append(text.substr(written, i - written));
        append_escaped(out_, text[i]);
        written = i + 1;
    }
    out_.append(text.substr(written));
    out_ += '"';
}

void EventWriter::write(Money money) {
    fits_ = fits_ && is_writable(money.minor(), base::money_limit);
    write_integer(money.minor());
}

void EventWriter::write(Instant instant) {
    fits_ = fits_ && is_writable(instant);
    write_integer(instant.time_since_epoch().count());
}

void EventWriter::write(CivilDate date) {
    fits_ = fits_ && is_writable(date);
    out_.append(1, '"').append(base::format_date(date)).append(1, '"');
}

}  // namespace makegood::wire
