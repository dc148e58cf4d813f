#include "app/core/catalogue/size_tokens.hpp"

#include <charconv>
#include <string>

#include "app/core/catalogue/size_units.hpp"

namespace makegood::core::catalogue {
namespace {

using Kind = SizeToken::Kind;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
// Letters of any script: bytes above ASCII belong to words.
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// Lower case, and the few marks above ASCII that matter in their ASCII form.
struct Plain {
    std::array<char, 160> text;
    std::size_t size = 0;
    bool add(std::string_view more) {
        if (size + more.size() > text.size()) return false;
        for (const char c : more) text[size++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        return true;
    }
};

struct Replacement {
    std::string_view from, to;
};
constexpr Replacement replacements[] = {
    {"\xC3\x97", " x "},      {"\xC2\xA0", " "},     {"\xE2\x80\xAF", " "}, {"\xE2\x84\xAE", " "},
    {"\xC2\xBD", " 1/2"},     {"\xC2\xBC", " 1/4"},  {"\xC2\xBE", " 3/4"},  {"\xE2\x85\x93", " 1/3"},
    {"\xE2\x85\x94", " 2/3"}, {"\xE2\x80\x93", "-"}, {"\xE2\x80\x94", "-"}, {"\xC3\x9C", "ü"}};

bool make_plain(std::string_view words, Plain& plain) {
    while (!words.empty()) {
        std::string_view piece = words.substr(0, 1);
        std::string_view written = piece;
        if (static_cast<unsigned char>(words[0]) >= 0x80)
            for (const auto& [from, to] : replacements)
                if (words.starts_with(from)) piece = from, written = to;
        if (!plain.add(written)) return false;
        words.remove_prefix(piece.size());
    }
    return true;
}

class Tokenizer {
  public:
    Tokenizer(std::string_view text, SizeTokens& out) : text_(text), out_(out) {}

    bool run() {
        while (at_ < text_.size() && !full_) {
            const char c = text_[at_];
            if (is_digit(c) || (c == '.' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1])))
                number();
            else if (is_letter(c))
                word();
            else
                mark(c);
        }
        return !full_;
    }

  private:
    void put(SizeToken token) {
        full_ = out_.size == out_.tokens.size();
        if (!full_) out_.tokens[out_.size++] = token;
    }

    void mark(char c) {
        ++at_;
        switch (c) {
            case ' ':
            case '\t':
            case '.':
                return;
            case '*':
                return put({Kind::times, 0, false, {}, {}});
            case '/':
                return put({Kind::slash, 0, false, {}, {}});
            case '-':
                return put({Kind::dash, 0, false, {}, {}});
            case '(':
                return put({Kind::open, 0, false, {}, {}});
            case '%':
                return put({Kind::unit, 0, false, {Measure::dimension, 1}, {}});
            default:
                return put({Kind::mark, 0, false, {}, {}});
        }
    }

    std::string_view letters() {
        const auto begin = at_;
        while (at_ < text_.size() && is_letter(text_[at_])) ++at_;
        // "m2" is a unit, "b12" is a word.
        if (at_ < text_.size() && text_[at_] == '2' && text_.substr(begin, at_ - begin) == "m") ++at_;
        return text_.substr(begin, at_ - begin);
    }

    // "500ml" is a number and a unit, "7up" is a word, "3x500" a number, a mark and a number.
    void number() {
        const auto begin = at_;
        while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
        const auto whole = text_.substr(begin, at_ - begin);
        std::string_view decimals;
        const bool decimal_follows =
            at_ + 1 < text_.size() && (text_[at_] == '.' || text_[at_] == ',') && is_digit(text_[at_ + 1]);
        const char decimal_mark = decimal_follows ? text_[at_] : 0;
        if (decimal_follows) {
            const auto first = ++at_;
            while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
            decimals = text_.substr(first, at_ - first);
        }
        const auto after = at_;
        if (after < text_.size() && is_letter(text_[after])) {
            const auto glued = letters();
            const bool times =
                glued == "x" && at_ < text_.size() && (is_digit(text_[at_]) || text_[at_] == ' ');
            if (!times && !spelled_unit(glued)) return put({Kind::word, 0, false, {}, glued});
            at_ = after;
        }
        put({Kind::number,
             value(whole, decimals, decimal_mark),
             whole.size() >= 5 && decimals.empty(),
             {},
             {}});
    }

    // "1,000 g" is a thousand grams; "1,000 kg" one kilogram with three decimals.
    double value(std::string_view whole, std::string_view decimals, char decimal_mark) {
        std::string text(whole);
        const bool may_group =
            decimal_mark == ',' && decimals.size() == 3 && !whole.empty() && whole[0] != '0';
        if (may_group) {
            const auto here = at_;
            while (at_ < text_.size() && text_[at_] == ' ') ++at_;
            const auto unit = spelled_unit(letters());
            at_ = here;
            if (unit && unit->factor == 1) text += decimals, decimals = {};
        }
        if (!decimals.empty()) text.append(".").append(decimals);
        if (text[0] == '.') text.insert(0, "0");
        double number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        return number;
    }

    void word() {
        const auto text = letters();
        if (text == "x") return put({Kind::times, 0, false, {}, {}});
        if (text == "half") return put({Kind::number, 0.5, false, {}, {}});
        if (text == "fl" || text == "sq" || text == "cu") return pair_of(text);
        if (at_ < text_.size() && is_digit(text_[at_])) {
            while (at_ < text_.size() && (is_letter(text_[at_]) || is_digit(text_[at_]))) ++at_;
            return put({Kind::word, 0, false, {}, text});
        }
        if (const auto unit = spelled_unit(text)) return put({Kind::unit, 0, false, *unit, text});
        put({Kind::word, 0, false, {}, text});
    }

    // "fl oz", "sq ft", "cu ft": two words that are one unit.
    void pair_of(std::string_view first) {
        const auto here = at_;
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '.')) ++at_;
        const auto second = letters();
        if (first == "fl" && (second == "oz" || second == "ozs" || second == "ounce" || second == "ounces"))
            return put({Kind::unit, 0, false, *spelled_unit("floz"), first});
        if (first == "sq" && (second == "ft" || second == "feet"))
            return put({Kind::unit, 0, false, *spelled_unit("sqft"), first});
        if (first == "sq" && second == "m") return put({Kind::unit, 0, false, *spelled_unit("sqm"), first});
        if (first == "cu") return put({Kind::unit, 0, false, *spelled_unit("cuft"), first});
        at_ = here;
        put({Kind::word, 0, false, {}, first});
    }

    std::string_view text_;
    SizeTokens& out_;
    std::size_t at_ = 0;
    bool full_ = false;
};

}  // namespace

SizeTokens take_apart(std::string_view words) {
    SizeTokens out;
    Plain plain;
    if (!make_plain(words, plain) || !Tokenizer({plain.text.data(), plain.size}, out).run())
        return SizeTokens();
    // The words of unknown tokens pointed into `plain`; nobody may read them later.
    for (std::size_t i = 0; i < out.size; ++i) out.tokens[i].text = {};
    return out;
}

}  // namespace makegood::core::catalogue
