// Reads tables that other systems export: CSV by RFC 4180 and what people make of it. Memory does not grow
// with the file; a bad line costs itself and never the good ones after it.
#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/result.hpp"
#include "app/service/input_file.hpp"

namespace makegood::service {

// Longer lines and cells are not articles; they are a lost quote or another kind of file.
inline constexpr std::size_t longest_cell = 64 * 1024;
inline constexpr std::size_t longest_line = 1024 * 1024;

// How a file is written; empty or 0: found out.
struct TableShape {
    char separator = 0;    // ',' ';' '\t' '|'
    std::string encoding;  // "utf-8", "windows-1252"
};

struct TableRow {
    std::uint64_t line = 0;                   // where it begins, from 1
    std::span<const std::string_view> cells;  // UTF-8, one for every header; views end with the call
    bool mixed = false;                       // some bytes were not UTF-8 and were read as Windows-1252
};

class TableVisitor {
  public:
    virtual ~TableVisitor() = default;
    // An error ends the reading.
    virtual Result<> row(const TableRow& row) = 0;
    virtual void bad_line(std::uint64_t line, std::string reason) = 0;
};

class TableFile {
  public:
    // Looks through the whole file once. Unpacks gzip. bad_input: empty, a header only, UTF-16, a
    // spreadsheet or other binary file, no header line. `looked` is called now and then.
    static Result<TableFile> open(const std::string& path, const TableShape& wanted,
                                  const std::function<void(std::uint64_t bytes)>& looked = {});
    const std::vector<std::string>& headers() const { return headers_; }
    // "UTF-8, separated by semicolons, packed"
    std::string description() const;
    std::uint64_t bytes_all() const { return input_.bytes_all(); }
    std::uint64_t bytes_done() const { return input_.bytes_done(); }
    // All rows after the header line, once.
    Result<> read(TableVisitor& visitor);
    // Once read: the file ends in the middle of its last row.
    bool cut_off() const { return cut_off_; }

    // What was found out.
    enum class Text : std::uint8_t { ascii, utf8, damaged_utf8, windows_1252 };
    struct Found {
        char separator = ',';
        char line_end = '\n';
        Text text = Text::ascii;
        bool separator_line = false;  // "sep=;" stands before the header
        bool whole_last_line = false;
    };

  private:
    TableFile(InputFile input, Found found, std::vector<std::string> headers)
        : input_(std::move(input)), found_(found), headers_(std::move(headers)) {}
    InputFile input_;
    Found found_;
    std::vector<std::string> headers_;
    bool cut_off_ = false;
};

}  // namespace makegood::service
