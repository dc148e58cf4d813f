// A file read from front to back, unpacked on the way when it is gzip.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "app/base/result.hpp"

struct gzFile_s;

namespace makegood::service {

class InputFile {
  public:
    // not_found: no such file. bad_input: a folder, empty. failed: can't be read.
    static Result<InputFile> open(const std::string& path);
    // Bytes read into `room`; 0 at the end. failed when the disk fails or the packed file is cut off; what
    // was whole has been handed out before.
    Result<std::size_t> read(std::span<char> room);
    Result<> rewind();
    std::uint64_t bytes_all() const { return bytes_all_; }  // as on disk
    std::uint64_t bytes_done() const;

  private:
    struct Closer {
        void operator()(gzFile_s* file) const;
    };
    InputFile(std::string path, gzFile_s* file, std::uint64_t bytes)
        : path_(std::move(path)), file_(file), bytes_all_(bytes) {}
    std::string path_;
    std::unique_ptr<gzFile_s, Closer> file_;
    std::uint64_t bytes_all_ = 0;
};

}  // namespace makegood::service
