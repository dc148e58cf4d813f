// Pieces kept as files instead of being printed: for trials, tests and shops that print by other means.
#pragma once
#include <filesystem>

#include "devices/transport/descriptor_link.hpp"

namespace makegood::devices::transport {

// A folder (it exists, or the path ends with a slash): each piece becomes piece-NNNN.bin, written under
// another name first, so that a file of that name is whole. Otherwise pieces are appended to one file.
class FileLink final : public Transport {
  public:
    explicit FileLink(std::filesystem::path path);
    Result<> open(Duration limit) override;
    bool is_open() const override { return static_cast<bool>(file_); }
    Written write(std::span<const std::uint8_t> bytes, Duration limit) override;
    Received read(Duration) override { return {}; }
    Result<> end_piece() override;
    void close() override { file_.reset(); }
    bool answers() const override { return false; }

  private:
    Error refused(int reason) const;
    std::filesystem::path next_piece() const;

    std::filesystem::path path_;
    bool is_folder_;
    Descriptor file_;
};

}  // namespace makegood::devices::transport
