#include "app/printing/pieces.hpp"

#include <glib.h>

#include <initializer_list>
#include <memory>

namespace makegood::printing {

namespace {

std::string capitals(const std::string& text) {
    const std::unique_ptr<char, decltype(&g_free)> valid(
        g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())), g_free);
    const std::unique_ptr<char, decltype(&g_free)> upper(g_utf8_strup(valid.get(), -1), g_free);
    return upper.get();
}

constexpr auto no_break_space = "\u00a0";

// With spaces at which a line is not broken.
std::string together(const std::string& words) {
    std::string text;
    for (const char letter : words) letter == ' ' ? text += no_break_space : text += letter;
    return text;
}

// Parts that stay whole when the line is too long for the paper.
std::string joined(std::initializer_list<std::string> parts) {
    std::string line;
    for (const auto& part : parts) {
        if (part.empty()) continue;
        if (!line.empty()) line += no_break_space + std::string("· ");
        line += together(part);
    }
    return line;
}

class Piece {
  public:
    Piece(std::string title, const std::string& store) {
        document_.title = std::move(title);
        line(capitals(store), Tone::title, true);
    }
    // An empty text takes no room.
    Piece& line(const std::string& text, Tone tone, bool bold = false) {
        if (!text.empty()) document_.blocks.emplace_back(Line{text, tone, bold});
        return *this;
    }
    Piece& gap(std::int32_t millimetres) { return add(Gap{millimetres}); }
    template <class Block>
    Piece& add(Block block) {
        document_.blocks.emplace_back(std::move(block));
        return *this;
    }
    Document done() { return std::move(document_); }

  private:
    Document document_;
};

std::string last_line(const VoucherText& text) {
    return "END " + text.serial;
}

void add_right(Piece& piece, const VoucherText& text) {
    piece.gap(2).line(text.value, Tone::shout, true).line(text.what, Tone::body);
    piece.line("Good until " + text.good_until, Tone::body, true);
    piece.line(joined({text.when, text.register_name, text.initials}), Tone::small).add(Rule{});
    piece.line(text.how_to_use, Tone::small);
}

}  // namespace

Document sticker(const StickerText& text) {
    Piece piece("sticker", text.store);
    piece.gap(2).line("FREE", Tone::shout, true).gap(1).line("do not scan", Tone::body, true).gap(2);
    piece.line(text.article, Tone::body);
    piece.line(joined({text.when, text.register_name, text.initials}), Tone::small);
    if (!text.note.empty()) piece.add(Rule{}).line(text.note, Tone::small);
    return piece.done();
}

Document voucher(const VoucherText& text) {
    Piece piece("voucher " + text.serial, text.store);
    piece.line("Voucher", Tone::title).gap(1);
    piece.line("Good only with the line " + together(last_line(text)) + " at the foot", Tone::small);
    add_right(piece, text);
    piece.add(Qr{text.qr}).add(Ean13{text.ean13}).gap(3).line(last_line(text), Tone::body, true);
    return piece.done();
}

Document voucher_copy(const VoucherText& text) {
    Piece piece("copy of voucher " + text.serial, text.store);
    piece.gap(1).line("COPY", Tone::shout, true).line("of voucher " + text.serial, Tone::body);
    piece.line("For your records. It can't be used to pay.", Tone::small);
    add_right(piece, text);
    piece.gap(2).line("COPY · not a voucher", Tone::body, true);
    return piece.done();
}

}  // namespace makegood::printing
