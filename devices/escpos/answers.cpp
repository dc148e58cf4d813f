#include "devices/escpos/answers.hpp"

#include <algorithm>

namespace makegood::devices::escpos {

namespace {

constexpr char process_header = 0x37, information_header = 0x5F;
constexpr std::size_t longest_block = 80;

bool is_realtime(std::uint8_t byte) {
    return (byte & 0x93) == 0x12;
}
bool begins_status(std::uint8_t byte) {
    return (byte & 0x93) == 0x10;
}
bool continues_status(std::uint8_t byte) {
    return (byte & 0x90) == 0x00;
}

}  // namespace

std::vector<Answer> AnswerParser::feed(std::span<const std::uint8_t> bytes) {
    std::vector<Answer> answers;
    for (const auto byte : bytes) take(byte, answers);
    return answers;
}

// True when the byte belongs to the automatic status that has begun.
bool AnswerParser::took_in_status(std::uint8_t byte, std::vector<Answer>& answers) {
    if (status_.empty()) return false;
    if (!continues_status(byte)) {
        // A real-time answer may come in between; anything else means that the rest was lost.
        if (!is_realtime(byte)) status_.clear();
        return false;
    }
    status_.push_back(byte);
    if (status_.size() < 4) return true;
    Automatic complete;
    std::copy(status_.begin(), status_.end(), complete.bits.begin());
    status_.clear();
    answers.emplace_back(complete);
    return true;
}

// True when the byte belongs to the block that has begun.
bool AnswerParser::took_in_block(std::uint8_t byte, std::vector<Answer>& answers) {
    if (block_.empty()) return false;
    if (byte == 0) {
        if (block_.starts_with("\x37\x22") && block_.size() == 6)
            answers.emplace_back(Mark{block_.substr(2)});
        if (block_ == "\x37\x25") answers.emplace_back(Cleared{});
        block_.clear();
        return true;
    }
    // Our own marks have bit 4 clear; a status that comes in between has it set and is told apart so.
    const bool is_mark = block_.starts_with("\x37\x22");
    if (is_mark && (byte & 0x10) != 0) return false;
    block_.push_back(static_cast<char>(byte));
    if (block_.size() > (is_mark ? 6 : longest_block)) block_.clear();
    return true;
}

void AnswerParser::take(std::uint8_t byte, std::vector<Answer>& answers) {
    if (took_in_status(byte, answers) || took_in_block(byte, answers)) return;
    if (byte == process_header || byte == information_header) {
        block_.assign(1, static_cast<char>(byte));
    } else if (is_realtime(byte)) {
        answers.emplace_back(Realtime{byte});
    } else if (begins_status(byte)) {
        status_.assign(1, byte);
    } else if (continues_status(byte)) {
        answers.emplace_back(Sensor{byte});
    }
}

}  // namespace makegood::devices::escpos
