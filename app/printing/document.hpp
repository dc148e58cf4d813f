// Tickets and labels as device-neutral documents: what stands on them, not how it is sent.
#pragma once
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace makegood::printing {

enum class Tone : std::uint8_t { shout, title, body, small };

struct Line {
    std::string text;  // UTF-8, wrapped to the paper, centred
    Tone tone = Tone::body;
    bool bold = false;
};
struct Rule {};  // a dashed line across
struct Gap {
    std::int32_t millimetres = 2;
};
struct Ean13 {
    std::string digits;
};  // 13 digits, text below the bars
struct Qr {
    std::string text;
};

struct Document {
    std::string title;  // for logs and the screen: "sticker", "voucher MG-29-0000000017"
    std::vector<std::variant<Line, Rule, Gap, Ean13, Qr>> blocks;
};

}  // namespace makegood::printing
