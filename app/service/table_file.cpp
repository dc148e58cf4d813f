#include "app/service/table_file.hpp"

#include <algorithm>
#include <utility>

#include "app/service/table_records.hpp"
#include "app/service/text_encoding.hpp"

namespace makegood::service {
namespace {

constexpr std::size_t sample_size = 64 * 1024;

tl::unexpected<Error> refuse(const std::string& path, const std::string& what) {
    return fail(ErrorKind::bad_input, "\"" + path + "\" " + what);
}

struct Looked {
    EncodingSurvey survey;
    std::string sample;  // the beginning
    char last = 0;
};

Result<Looked> look_through(InputFile& input, const std::function<void(std::uint64_t)>& looked_at) {
    Looked looked;
    std::vector<char> room(256 * 1024);
    for (;;) {
        const auto count = input.read(room);
        // A file that is cut off is read as far as it goes; if nothing could be read, this is the reason.
        if (!count && looked.sample.empty()) return fail(count.error());
        if (!count || *count == 0) break;
        const std::string_view bytes(room.data(), *count);
        looked.survey.feed(bytes);
        looked.last = bytes.back();
        if (looked.sample.size() < sample_size)
            looked.sample.append(bytes.substr(0, sample_size - looked.sample.size()));
        if (looked_at) looked_at(input.bytes_done());
    }
    looked.survey.finish();
    return looked;
}

// Of the bytes that no text has.
bool is_control(char c) {
    const auto code = static_cast<unsigned char>(c);
    return code < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\x1A';
}

Result<> check_kind(const std::string& path, const Looked& looked) {
    const std::string_view sample = looked.sample;
    if (sample.empty()) return refuse(path, "is empty; export it again.");
    if (sample.starts_with("PK\x03\x04") || sample.starts_with("\xD0\xCF\x11\xE0"))
        return refuse(
            path, "is a spreadsheet or archive, not a CSV file; save it as \"CSV UTF-8\" and import that.");
    if (sample.starts_with("%PDF"))
        return refuse(path, "is a PDF, not a CSV file; export the articles as CSV.");
    const auto zeros = static_cast<std::size_t>(std::count(sample.begin(), sample.end(), '\0'));
    const bool utf16 =
        sample.starts_with("\xFF\xFE") || sample.starts_with("\xFE\xFF") || zeros * 3 > sample.size();
    if (utf16) return refuse(path, "is in UTF-16; save it as \"CSV UTF-8\" and import that.");
    const auto controls = static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), is_control));
    if (controls > 16 && controls * 100 > sample.size())
        return refuse(path, "is not a text file; export the articles as CSV.");
    return {};
}

// "sep=;", which spreadsheets read as an order; the separator or 0.
char ordered_separator(std::string_view sample) {
    if (sample.starts_with("\xEF\xBB\xBF")) sample.remove_prefix(3);
    const bool order = sample.size() > 5 && (sample.starts_with("sep=") || sample.starts_with("SEP=")) &&
                       (sample[5] == '\n' || sample[5] == '\r');
    return order ? sample[4] : '\0';
}

std::string_view after_first_line(std::string_view sample) {
    const auto end = sample.find('\n');
    return end == sample.npos ? std::string_view() : sample.substr(end + 1);
}

std::vector<std::string> header_cells(std::string_view sample, char separator) {
    if (sample.starts_with("\xEF\xBB\xBF")) sample.remove_prefix(3);
    return RecordCutter::first_record(sample, separator);
}

std::string to_utf8(std::string_view text, TableFile::Text kind) {
    std::string out;
    switch (kind) {
        case TableFile::Text::ascii:
        case TableFile::Text::utf8:
            out = text;
            break;
        case TableFile::Text::damaged_utf8:
            append_mixed(text, out);
            break;
        case TableFile::Text::windows_1252:
            append_windows_1252(text, out);
            break;
    }
    return out;
}

TableFile::Text text_kind(const EncodingSurvey& survey, const std::string& wanted) {
    if (wanted == "windows-1252") return TableFile::Text::windows_1252;
    if (survey.characters() + survey.strays() == 0) return TableFile::Text::ascii;
    if (survey.strays() == 0) return TableFile::Text::utf8;
    return survey.is_utf8() || wanted == "utf-8" ? TableFile::Text::damaged_utf8
                                                 : TableFile::Text::windows_1252;
}

// Passes records on as rows with a cell for every header, in UTF-8.
class Rows : public RecordSink {
  public:
    Rows(std::size_t headers, const TableFile::Found& found, TableVisitor& visitor)
        : text_(found.text), whole_last_line_(found.whole_last_line), visitor_(visitor), cells_(headers) {}

    Onwards record(const RawRecord& record) override {
        if (!std::exchange(header_passed_, true)) return Onwards::next;
        if (const auto reason = fault(record); !reason.empty()) {
            visitor_.bad_line(record.line, reason);
            ends_torn_ = record.size() < cells_.size() && !whole_last_line_;
            return Onwards::doubted;
        }
        ends_torn_ = false;
        const bool mixed = fill_cells(record);
        outcome_ = visitor_.row({record.line, cells_, mixed});
        return outcome_ ? Onwards::next : Onwards::stop;
    }
    void bad_line(std::uint64_t line, std::string reason) override {
        visitor_.bad_line(line, std::move(reason));
        ends_torn_ = true;
    }
    Result<> outcome() const { return outcome_; }
    // The row that came last is not whole.
    bool ends_torn() const { return ends_torn_; }

  private:
    std::string fault(const RawRecord& record) const {
        if (record.cell_too_long) return "a cell of it is longer than 64 KiB";
        if (record.text.find('\0') != std::string::npos)
            return "it holds a zero byte: the file is damaged there";
        const auto counts = "it has " + std::to_string(record.size()) +
                            (record.size() == 1 ? " cell" : " cells") + " where the header has " +
                            std::to_string(cells_.size()) + "; ";
        if (record.size() < cells_.size()) return counts + "it was cut off or a quote is missing";
        for (auto i = cells_.size(); i < record.size(); ++i)
            if (!record.cell(i).empty()) return counts + "a cell with a separator in it needs quotes";
        return {};
    }

    bool fill_cells(const RawRecord& record) {
        const bool as_written = text_ == TableFile::Text::ascii || text_ == TableFile::Text::utf8;
        for (std::size_t i = 0; i < cells_.size(); ++i) cells_[i] = record.cell(i);
        if (as_written) return false;
        const bool plain = std::all_of(record.text.begin(), record.text.end(),
                                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        if (plain) return false;
        converted_.clear();
        ends_.clear();
        for (const auto cell : cells_) {
            text_ == TableFile::Text::windows_1252 ? append_windows_1252(cell, converted_)
                                                   : append_mixed(cell, converted_);
            ends_.push_back(converted_.size());
        }
        const bool mixed = text_ == TableFile::Text::damaged_utf8 && converted_ != record.text;
        std::size_t begin = 0;
        for (std::size_t i = 0; i < cells_.size(); begin = ends_[i++])
            cells_[i] = std::string_view(converted_).substr(begin, ends_[i] - begin);
        return mixed;
    }

    const TableFile::Text text_;
    const bool whole_last_line_;
    TableVisitor& visitor_;
    std::vector<std::string_view> cells_;
    std::string converted_;
    std::vector<std::size_t> ends_;
    bool header_passed_ = false, ends_torn_ = false;
    Result<> outcome_;
};

}  // namespace

Result<TableFile> TableFile::open(const std::string& path, const TableShape& wanted,
                                  const std::function<void(std::uint64_t)>& looked_at) {
    auto input = InputFile::open(path);
    if (!input) return fail(input.error());
    const auto looked = look_through(*input, looked_at);
    if (!looked) return fail(looked.error());
    MAKEGOOD_TRY(check_kind(path, *looked));

    Found found;
    if (looked->survey.line_feeds() == 0 && looked->survey.returns() > 0) found.line_end = '\r';
    found.whole_last_line = looked->last == '\n' || looked->last == '\r';
    found.text = text_kind(looked->survey, wanted.encoding);
    const char ordered = ordered_separator(looked->sample);
    found.separator_line = ordered != 0;
    const std::string_view sample = ordered != 0 ? after_first_line(looked->sample) : looked->sample;
    std::vector<std::string> headers;
    for (const char candidate : {',', ';', '\t', '|'}) {
        const char asked = wanted.separator != 0 ? wanted.separator : ordered;
        if (asked != 0 && candidate != asked) continue;
        auto cells = header_cells(sample, candidate);
        if (cells.size() > headers.size()) headers = std::move(cells), found.separator = candidate;
    }
    while (!headers.empty() && headers.back().empty()) headers.pop_back();
    if (headers.empty()) return refuse(path, "has no header line; the first line must name the columns.");
    for (auto& header : headers) {
        if (header.size() > 1'000)
            return refuse(
                path, "has no header line that can be read: a column's name is longer than 1,000 letters.");
        header = to_utf8(header, found.text);
    }
    MAKEGOOD_TRY(input->rewind());
    return TableFile(std::move(*input), found, std::move(headers));
}

std::string TableFile::description() const {
    std::string words;
    switch (found_.text) {
        case Text::ascii:
        case Text::utf8:
            words = "UTF-8";
            break;
        case Text::damaged_utf8:
            words = "UTF-8 with damaged letters";
            break;
        case Text::windows_1252:
            words = "Windows-1252";
            break;
    }
    switch (found_.separator) {
        case ';':
            return words + ", separated by semicolons";
        case '\t':
            return words + ", separated by tabs";
        case '|':
            return words + ", separated by bars";
        default:
            return words + ", separated by commas";
    }
}

Result<> TableFile::read(TableVisitor& visitor) {
    Rows rows(headers_.size(), found_, visitor);
    RecordCutter cutter(found_.separator, found_.line_end, rows);
    if (found_.separator_line) cutter.skip_lines(1);
    cutter.run(input_);
    cut_off_ = rows.ends_torn();
    return rows.outcome();
}

}  // namespace makegood::service
