// Which encoding a file is in, found by looking at all of it; and its text as UTF-8.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace makegood::service {

// Fed with all bytes of a file in pieces.
class EncodingSurvey {
  public:
    void feed(std::string_view bytes);
    void finish();

    std::uint64_t characters() const { return characters_; }  // whole UTF-8 characters beyond ASCII
    std::uint64_t strays() const { return strays_; }          // bytes that no UTF-8 character explains
    std::uint64_t zeros() const { return zeros_; }
    std::uint64_t line_feeds() const { return line_feeds_; }
    std::uint64_t returns() const { return returns_; }
    // More bytes are explained as UTF-8 than not: what does not fit is damage, not another encoding.
    bool is_utf8() const { return strays_ == 0 || characters_ > strays_; }

  private:
    void step(unsigned char byte);
    std::uint64_t characters_ = 0, strays_ = 0, zeros_ = 0, line_feeds_ = 0, returns_ = 0;
    int expected_ = 0;                          // bytes of the character begun that are still to come
    int begun_ = 0;                             // bytes of it that were there
    unsigned char least_ = 0x80, most_ = 0xBF;  // of the next byte: no overlong forms, no surrogates
};

// The length of the UTF-8 character that `text` begins with; 0 when it begins with none.
std::size_t utf8_length(std::string_view text);

void append_windows_1252(std::string_view bytes, std::string& out);
// UTF-8 characters as they are, other bytes as Windows-1252.
void append_mixed(std::string_view bytes, std::string& out);

}  // namespace makegood::service
