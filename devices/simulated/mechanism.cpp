#include "devices/simulated/mechanism.hpp"

#include <algorithm>
#include <initializer_list>

namespace makegood::devices::simulated {

namespace {

constexpr std::uint8_t dle = 0x10, esc = 0x1B, fs = 0x1C, gs = 0x1D;
constexpr std::size_t longest_tail = 1024;
constexpr std::string_view clear_command("\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08", 10);

void put(Bytes& bytes, std::initializer_list<std::uint8_t> more) {
    bytes.insert(bytes.end(), more);
}

std::uint8_t bits(std::uint8_t fixed, std::initializer_list<std::pair<bool, int>> flags) {
    for (const auto& [is_set, number] : flags) fixed |= static_cast<std::uint8_t>(is_set ? 1 << number : 0);
    return fixed;
}

}  // namespace

void Mechanism::receive(std::span<const std::uint8_t> bytes) {
    for (const auto byte : bytes) {
        buffer_.push_back(byte);
        tail_.push_back(static_cast<char>(byte));
        if (tail_.size() > longest_tail) tail_.erase(0, tail_.size() - clear_command.size());
        if (byte >= 1 && byte <= 8) obey_now();  // every real-time command ends with one of these
    }
}

void Mechanism::obey_now() {
    const auto size = tail_.size();
    if (size >= 3 && tail_[size - 3] == dle && tail_[size - 2] == 0x04) answer_status(tail_[size - 1]);
    if (!tail_.ends_with(clear_command)) return;
    buffer_.clear();
    break_off();
    put(answers_, {0x37, 0x25, 0x00});
}

void Mechanism::answer_status(int question) {
    switch (question) {
        case 1:
            put(answers_, {bits(0x12, {{is_stopped(), 3}})});
            break;
        case 2:
            put(answers_, {bits(0x12, {{cover_open_, 2}, {!paper_, 5}})});
            break;
        case 3:
            put(answers_, {0x12});
            break;
        case 4:
            put(answers_, {bits(0x12, {{!paper_, 2}, {!paper_, 3}, {!paper_, 5}, {!paper_, 6}})});
            break;
        default:
            break;
    }
}

void Mechanism::answer_automatically() {
    const auto paper = bits(0, {{!paper_, 0}, {!paper_, 1}, {!paper_, 2}, {!paper_, 3}});
    put(answers_, {bits(0x10, {{is_stopped(), 3}, {cover_open_, 5}}), 0, paper, 0});
}

void Mechanism::set_paper(bool is_there) {
    if (std::exchange(paper_, is_there) != is_there && automatic_) answer_automatically();
}

void Mechanism::set_cover(bool is_open) {
    if (std::exchange(cover_open_, is_open) != is_open && automatic_) answer_automatically();
}

void Mechanism::power_cycle() {
    buffer_.clear();
    tail_.clear();
    answers_.clear();
    automatic_ = false;
    break_off();
}

void Mechanism::work(std::size_t most_bytes) {
    std::size_t done = 0;
    while (!is_stopped() && !buffer_.empty() && done < most_bytes) {
        const auto before = buffer_.size();
        if (raster_rows_ > 0) {
            if (!raster_row()) return;
        } else {
            const auto length = next_command();
            if (length == 0 || buffer_.size() < length) return;  // its rest has not come yet
            consume(length);
            if (std::exchange(cut_is_due_, false)) cut();
        }
        done += before - buffer_.size();
    }
}

void Mechanism::consume(std::size_t count) {
    const auto end = buffer_.begin() + static_cast<std::ptrdiff_t>(count);
    sheet_.bytes.insert(sheet_.bytes.end(), buffer_.begin(), end);
    buffer_.erase(buffer_.begin(), end);
}

// The length of the command that the buffer begins with, done if it is complete; 0 when not even its
// length is known yet.
std::size_t Mechanism::next_command() {
    const auto first = buffer_[0];
    if (first == gs || first == esc) {
        if (buffer_.size() < 3 && !(buffer_.size() == 2 && first == esc && buffer_[1] == '@')) return 0;
        return first == gs ? graphics_command() : text_command();
    }
    if (first == dle || first == fs) {
        if (buffer_.size() < 2) return 0;
        if (first == dle) return buffer_[1] == 0x14 ? 5 : 3;  // was obeyed on arrival
        return buffer_[1] == '.' || buffer_[1] == '&' ? 2 : 3;
    }
    if (first >= 0x20) ++sheet_.stray_letters;
    if (first != 0) return 1;
    const auto end =
        std::find_if(buffer_.begin(), buffer_.end(), [](std::uint8_t byte) { return byte != 0; });
    return static_cast<std::size_t>(end - buffer_.begin());
}

std::size_t Mechanism::text_command() {
    switch (buffer_[1]) {
        case '@':
            automatic_ = false;
            // What came before on an empty sheet made nothing: letters still in the line are thrown away.
            if (sheet_.picture.height == 0) start_sheet();
            return 2;
        case '2':
            return 2;
        case 'p':
            return 5;
        case 'J':
            feed(buffer_[2]);
            return 3;
        case 'd':
            feed(buffer_[2] * 30);
            return 3;
        default:
            return 3;
    }
}

std::size_t Mechanism::graphics_command() {
    const auto n = buffer_[2];
    switch (buffer_[1]) {
        case '(':
            return extended_command();
        case 'v':
            if (buffer_.size() < 8) return 0;
            raster_bytes_ = buffer_[4] | buffer_[5] << 8;
            raster_rows_ = raster_bytes_ == 0 ? 0 : buffer_[6] | buffer_[7] << 8;
            return 8;
        case 'V': {
            const std::size_t length = n == 'A' || n == 'B' ? 4 : 3;
            cut_is_due_ = buffer_.size() >= length;
            return length;
        }
        case 'a':
            automatic_ = n != 0;
            if (automatic_) answer_automatically();
            return 3;
        case 'r':
            put(answers_, {0});
            return 3;
        default:
            return 3;
    }
}

// GS ( X with its length; GS ( H 48 is answered here, after all before it is on paper.
std::size_t Mechanism::extended_command() {
    if (buffer_.size() < 5) return 0;
    const std::size_t length = 5U + buffer_[3] + 256U * buffer_[4];
    if (length > model_.buffer_bytes) return 5;
    if (buffer_.size() < length) return 0;
    const bool is_process_id = buffer_[2] == 'H' && length == 11 && buffer_[5] == 48 && buffer_[6] == 48;
    if (is_process_id && model_.knows_process_ids) {
        put(answers_, {0x37, 0x22, buffer_[7], buffer_[8], buffer_[9], buffer_[10], 0});
    }
    return length;
}

// Puts the next row of the raster on paper; false when its dots have not come yet.
bool Mechanism::raster_row() {
    const auto count = static_cast<std::size_t>(raster_bytes_);
    if (buffer_.size() < count) return false;
    const auto fits = std::min(count, static_cast<std::size_t>(sheet_.picture.row_bytes()));
    const auto row_start = sheet_.picture.bits.size();
    sheet_.picture.bits.insert(sheet_.picture.bits.end(), buffer_.begin(),
                               buffer_.begin() + static_cast<std::ptrdiff_t>(fits));
    sheet_.picture.bits.resize(row_start + static_cast<std::size_t>(sheet_.picture.row_bytes()));
    ++sheet_.picture.height;
    --raster_rows_;
    consume(count);
    return true;
}

void Mechanism::feed(std::int32_t rows) {
    sheet_.picture.height += rows;
    sheet_.picture.bits.resize(static_cast<std::size_t>(sheet_.picture.height * sheet_.picture.row_bytes()));
}

void Mechanism::cut() {
    if (sheet_.picture.height > 0) pieces_.push_back(std::move(sheet_));
    start_sheet();
}

// What stood half printed stays on the paper as a piece without an end.
void Mechanism::break_off() {
    raster_rows_ = 0;
    sheet_.is_cut = false;
    if (sheet_.picture.height > 0) pieces_.push_back(std::move(sheet_));
    start_sheet();
}

void Mechanism::start_sheet() {
    sheet_ = {};
    sheet_.picture.width = model_.width_dots;
}

}  // namespace makegood::devices::simulated
