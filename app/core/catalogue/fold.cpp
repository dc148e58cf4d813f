#include <utf8proc.h>

#include <array>
#include <cstdlib>
#include <memory>

#include "app/core/catalogue/catalogue.hpp"

namespace makegood::core::catalogue {
namespace {

bool is_ascii(std::string_view text) {
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    return true;
}

// Letters, digits and marks belong to words; everything else separates them, but an apostrophe joins.
class Words {
  public:
    explicit Words(std::string& out) : out_(out), begin_(out.size()) {}
    void add(std::string_view character) {
        if (gap_ && out_.size() > begin_) out_ += ' ';
        gap_ = false;
        out_ += character;
    }
    void separate() { gap_ = true; }

  private:
    std::string& out_;
    std::size_t begin_;
    bool gap_ = false;
};

constexpr char separates = ' ', joins = '\'';

// What becomes of each byte: a lower-case letter or digit, or how it stands between words.
constexpr auto folded_bytes = [] {
    std::array<char, 256> table{};
    table.fill(separates);
    for (char c = '0'; c <= '9'; ++c) table[static_cast<unsigned char>(c)] = c;
    for (char c = 'a'; c <= 'z'; ++c) table[static_cast<unsigned char>(c)] = c;
    for (char c = 'A'; c <= 'Z'; ++c) table[static_cast<unsigned char>(c)] = static_cast<char>(c - 'A' + 'a');
    table['\''] = joins;
    return table;
}();

// Most texts are ASCII and all are folded when a catalogue is read, so this does not go through Words.
void fold_ascii(std::string_view text, std::string& out) {
    const std::size_t begin = out.size();
    out.resize(begin + text.size());
    char* to = out.data() + begin;
    bool gap = false;
    for (const char c : text) {
        const char folded = folded_bytes[static_cast<unsigned char>(c)];
        if (folded == separates) {
            gap = to != out.data() + begin;
        } else if (folded != joins) {
            if (gap) *to++ = ' ';
            gap = false;
            *to++ = folded;
        }
    }
    out.resize(static_cast<std::size_t>(to - out.data()));
}

bool in_word(utf8proc_int32_t point) {
    switch (utf8proc_category(point)) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO:
            return true;
        default:
            return false;
    }
}

struct Plain {
    utf8proc_int32_t letter;
    std::string_view as;
};
// Letters that Unicode does not take apart and that people type without their stroke, or as their sister.
constexpr std::array<Plain, 20> plain_letters{{{0xE6, "ae"},
                                               {0xF0, "d"},
                                               {0xF8, "o"},
                                               {0xFE, "th"},
                                               {0x111, "d"},
                                               {0x127, "h"},
                                               {0x131, "i"},
                                               {0x142, "l"},
                                               {0x153, "oe"},
                                               {0x167, "t"},
                                               {0x5DA, "כ"},  // Hebrew letters at the end of a
                                                              // word
                                               {0x5DD, "מ"},
                                               {0x5DF, "נ"},
                                               {0x5E3, "פ"},
                                               {0x5E5, "צ"},
                                               {0x629, "ه"},  // Arabic and Persian letters of
                                                              // one look
                                               {0x649, "ي"},
                                               {0x6A9, "ك"},
                                               {0x6CC, "ي"},
                                               {0x6C1, "ه"}}};

// The zeros of decimal digits: Arabic, Persian, Devanagari, Bengali, Gurmukhi, Gujarati, Tamil, Telugu,
// Kannada, Malayalam, Thai, Lao, Myanmar, Khmer.
constexpr std::array<utf8proc_int32_t, 14> zeros{0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6,  0xBE6,
                                                 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0x1040, 0x17E0};

// What stands for a letter when people search; empty when it stands for itself.
std::string_view plain_letter(utf8proc_int32_t point) {
    constexpr std::string_view digits = "0123456789";
    for (const auto& plain : plain_letters)
        if (plain.letter == point) return plain.as;
    for (const auto zero : zeros)
        if (point >= zero && point <= zero + 9)
            return digits.substr(static_cast<std::size_t>(point - zero), 1);
    return {};
}

// Katakana are typed as hiragana until the keyboard turns them over.
utf8proc_int32_t plain_kana(utf8proc_int32_t point) {
    constexpr utf8proc_int32_t first = 0x30A1, last = 0x30F6, to_hiragana = 0x60;
    return point >= first && point <= last ? point - to_hiragana : point;
}

void fold_unicode(std::string_view text, std::string& out) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto options = static_cast<utf8proc_option_t>(
        UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
    if (size < 0) return fold_ascii(text, out);  // not UTF-8: its ASCII letters can still be found
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    Words words(out);
    for (utf8proc_ssize_t i = 0; i < size;) {
        utf8proc_int32_t point = 0;
        const auto width = utf8proc_iterate(mapped + i, size - i, &point);
        std::array<utf8proc_uint8_t, 4> bytes{};
        const auto size_of_plain = utf8proc_encode_char(plain_kana(point), bytes.data());
        const std::string_view character(reinterpret_cast<const char*>(bytes.data()),
                                         static_cast<std::size_t>(size_of_plain));
        if (const auto plain = plain_letter(point); !plain.empty())
            words.add(plain);
        else if (in_word(point))
            words.add(character);
        else if (point != '\'' && point != 0x2019)
            words.separate();
        i += width;
    }
}

}  // namespace

void fold_onto(std::string_view text, std::string& out) {
    is_ascii(text) ? fold_ascii(text, out) : fold_unicode(text, out);
}

std::string fold(std::string_view text) {
    std::string out;
    fold_onto(text, out);
    return out;
}

}  // namespace makegood::core::catalogue
