#include "app/service/table_records.hpp"

#include <cstring>
#include <utility>

#include "app/base/check.hpp"

namespace makegood::service {
namespace {

// After so many lost quotes the lines behind one are no longer tried one by one.
constexpr int patience = 1'000;
constexpr std::size_t chunk = 256 * 1024;
// States of libcsv's parser: between two records, and inside a cell.
constexpr int between_records = 0, inside_cell = 2;

}  // namespace

RecordCutter::RecordCutter(char separator, char line_end, RecordSink& sink)
    : separator_(separator), line_end_(line_end), sink_(sink) {
    restart_parser();
}

RecordCutter::~RecordCutter() {
    csv_free(&parser_);
}

void RecordCutter::restart_parser() {
    csv_free(&parser_);
    MAKEGOOD_CHECK(csv_init(&parser_, 0) == 0);
    csv_set_delim(&parser_, static_cast<unsigned char>(separator_));
    csv_set_blk_size(&parser_, 4096);
    record_.text.clear();
    record_.ends.clear();
    record_.cell_too_long = false;
}

void RecordCutter::on_cell(void* cell, std::size_t size, void* self) {
    RawRecord& record = static_cast<RecordCutter*>(self)->record_;
    if (size > longest_cell)
        record.cell_too_long = true;
    else if (size > 0)
        record.text.append(static_cast<const char*>(cell), size);
    record.ends.push_back(record.text.size());
}

void RecordCutter::on_record(int, void* self) {
    auto& cutter = *static_cast<RecordCutter*>(self);
    if (!cutter.stopped_) {
        const auto onwards = cutter.sink_.record(cutter.record_);
        cutter.stopped_ = onwards == Onwards::stop;
        cutter.doubted_ = onwards == Onwards::doubted;
    }
    cutter.record_.text.clear();
    cutter.record_.ends.clear();
    cutter.record_.cell_too_long = false;
}

// Moves the record being cut to the front and reads on behind it; false when there is no more.
bool RecordCutter::fill(InputFile& input) {
    if (input_ended_) return false;
    if (begin_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        end_ -= begin_, at_ -= begin_, second_ -= std::min(second_, begin_), begin_ = 0;
    }
    const auto count = input.read(std::span(buffer_).subspan(end_));
    if (!count) damage_ = count.error().sentence;
    input_ended_ = !count || *count == 0;
    if (!input_ended_) end_ += *count;
    return !input_ended_;
}

void RecordCutter::feed_line(std::size_t end) {
    if (at_ == begin_) record_.line = line_;
    if (skip_ > 0) {
        --skip_, ++line_;
        begin_ = at_ = end;
        return;
    }
    csv_parse(&parser_, buffer_.data() + at_, end - at_, on_cell, on_record, this);
    ++line_;
    if (at_ == begin_) second_ = end;
    at_ = end;
    after_line();
}

void RecordCutter::after_line() {
    look_into_doubts();
    if (parser_.pstate == between_records) {
        begin_ = at_;
        return;
    }
    if (parser_.entry_pos > longest_cell) give_up("a quote in it is not closed within 64 KiB");
}

// The record can't be read; goes on with the line after its first.
void RecordCutter::give_up(const std::string& reason) {
    const bool patient = ++given_up_ <= patience;
    const std::uint64_t first = record_.line;
    sink_.bad_line(
        first, patient ? reason
                       : reason + "; the lines up to " + std::to_string(line_ - 1) + " were not read either");
    if (patient) go_back_to_second_line();
    begin_ = at_;
    restart_parser();
}

void RecordCutter::look_into_doubts() {
    const bool several_lines = second_ != at_;
    if (std::exchange(doubted_, false) && several_lines && ++given_up_ <= patience) go_back_to_second_line();
}

void RecordCutter::go_back_to_second_line() {
    at_ = begin_ = second_;
    line_ = record_.line + 1;
    restart_parser();
}

void RecordCutter::skip_line(InputFile& input) {
    sink_.bad_line(line_, "it is longer than 1 MiB; a line break or quote is missing");
    for (;;) {
        const auto* found =
            static_cast<const char*>(std::memchr(buffer_.data() + at_, line_end_, end_ - at_));
        begin_ = at_ = found != nullptr ? static_cast<std::size_t>(found - buffer_.data()) + 1 : end_;
        if (found != nullptr || !fill(input)) break;
    }
    ++line_;
    restart_parser();
}

void RecordCutter::at_end() {
    if (!damage_.empty()) {
        sink_.bad_line(begin_ == at_ ? line_ : record_.line, damage_ + " Rows from here on are missing.");
        stopped_ = true;
        return;
    }
    const bool open_quote = parser_.pstate == inside_cell && parser_.quoted != 0;
    if (open_quote)
        return give_up(
            "the file ends inside a quoted cell that begins in it: the file was cut off or a quote is "
            "missing");
    csv_fini(&parser_, on_cell, on_record, this);
    look_into_doubts();
    begin_ = at_;
}

void RecordCutter::run(InputFile& input) {
    buffer_.resize(longest_line + chunk);
    std::size_t searched = 0;  // how far behind at_ there is no line end
    while (!stopped_) {
        const auto* found = static_cast<const char*>(
            std::memchr(buffer_.data() + at_ + searched, line_end_, end_ - at_ - searched));
        const std::size_t line_end =
            found != nullptr ? static_cast<std::size_t>(found - buffer_.data()) + 1 : end_;
        if (line_end - begin_ > longest_line) {
            searched = 0;
            at_ == begin_ ? skip_line(input) : give_up("a quote in it is not closed within 1 MiB");
            continue;
        }
        if (found != nullptr) {
            searched = 0;
            feed_line(line_end);
            continue;
        }
        searched = end_ - at_;
        if (fill(input)) continue;
        searched = 0;
        if (at_ < end_ && damage_.empty()) feed_line(end_);
        if (begin_ == end_ && damage_.empty()) break;
        at_end();
        if (begin_ == end_) break;
    }
}

std::vector<std::string> RecordCutter::first_record(std::string_view text, char separator) {
    struct First : RecordSink {
        std::vector<std::string> cells;
        Onwards record(const RawRecord& record) override {
            if (cells.empty())
                for (std::size_t i = 0; i < record.size(); ++i) cells.emplace_back(record.cell(i));
            return Onwards::stop;
        }
        void bad_line(std::uint64_t, std::string) override {}
    } first;
    RecordCutter cutter(separator, '\n', first);
    csv_parse(&cutter.parser_, text.data(), text.size(), on_cell, on_record, &cutter);
    if (!cutter.stopped_) csv_fini(&cutter.parser_, on_cell, on_record, &cutter);
    return first.cells;
}

}  // namespace makegood::service
