// Cuts a file into records and cells, line by line, and gets on its feet again after a lost quote.
#pragma once
#include <csv.h>

#include <string>
#include <string_view>
#include <vector>

#include "app/service/table_file.hpp"

namespace makegood::service {

// Cells of one record as they were written; encoding and number are not looked at.
struct RawRecord {
    std::uint64_t line = 0;
    std::string text;               // cell after cell
    std::vector<std::size_t> ends;  // of each in `text`
    bool cell_too_long = false;
    std::size_t size() const { return ends.size(); }
    std::string_view cell(std::size_t index) const {
        const std::size_t begin = index == 0 ? 0 : ends[index - 1];
        return std::string_view(text).substr(begin, ends[index] - begin);
    }
};

// What becomes of the reading after a record.
enum class Onwards : std::uint8_t {
    next,
    doubted,  // it was told as bad; if it has several lines, a quote may be lost: those after its first are
              // tried
    stop,
};

class RecordSink {
  public:
    virtual ~RecordSink() = default;
    virtual Onwards record(const RawRecord& record) = 0;
    virtual void bad_line(std::uint64_t line, std::string reason) = 0;
};

class RecordCutter {
  public:
    RecordCutter(char separator, char line_end, RecordSink& sink);
    ~RecordCutter();
    RecordCutter(const RecordCutter&) = delete;
    RecordCutter& operator=(const RecordCutter&) = delete;

    // Passes over the first lines.
    void skip_lines(std::uint64_t count) { skip_ = count; }
    // Cuts until the input ends or the sink says so.
    void run(InputFile& input);
    // The first record of a text that holds it whole.
    static std::vector<std::string> first_record(std::string_view text, char separator);

  private:
    bool fill(InputFile& input);
    void feed_line(std::size_t end);
    void after_line();
    void look_into_doubts();
    void go_back_to_second_line();
    void give_up(const std::string& reason);
    void skip_line(InputFile& input);
    void at_end();
    void restart_parser();
    static void on_cell(void* cell, std::size_t size, void* self);
    static void on_record(int, void* self);

    csv_parser parser_{};
    const char separator_, line_end_;
    RecordSink& sink_;
    RawRecord record_;
    std::vector<char> buffer_;
    std::size_t end_ = 0;     // of what is in the buffer
    std::size_t begin_ = 0;   // of the record being cut
    std::size_t second_ = 0;  // of the record's second line, when it has one
    std::size_t at_ = 0;      // of the next line
    std::uint64_t line_ = 1;  // number of the next line
    std::uint64_t skip_ = 0;
    int given_up_ = 0;
    bool stopped_ = false, doubted_ = false, input_ended_ = false;
    std::string damage_;  // why the input ended early
};

}  // namespace makegood::service
