// What a printer sends back, told apart byte by byte. Pure; robust to answers that interrupt each other
// and to garbage, which is dropped.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace makegood::devices::escpos {

struct Realtime {
    std::uint8_t bits = 0;
};  // to DLE EOT n: 0xx1xx10
struct Automatic {
    std::array<std::uint8_t, 4> bits{};
};  // after GS a: 0xx1xx00, then three 0xx0xxxx
struct Mark {
    std::string text;
};  // to GS ( H: 37 22 d1 d2 d3 d4 00
struct Sensor {
    std::uint8_t bits = 0;
};                  // to GS r: 0xx0xxxx
struct Cleared {};  // to DLE DC4 8: 37 25 00
using Answer = std::variant<Realtime, Automatic, Mark, Sensor, Cleared>;

class AnswerParser {
  public:
    // The answers that are complete with these bytes, in order.
    std::vector<Answer> feed(std::span<const std::uint8_t> bytes);

  private:
    void take(std::uint8_t byte, std::vector<Answer>& answers);
    bool took_in_status(std::uint8_t byte, std::vector<Answer>& answers);
    bool took_in_block(std::uint8_t byte, std::vector<Answer>& answers);

    std::vector<std::uint8_t> status_;  // the automatic status that has begun
    std::string block_;                 // the block that has begun, header first
};

}  // namespace makegood::devices::escpos
