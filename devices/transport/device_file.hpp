// Printers behind a device file: USB (usblp) and serial lines.
#pragma once
#include "devices/transport/descriptor_link.hpp"

namespace makegood::devices::transport {

class UsbLp final : public DescriptorLink {
  public:
    explicit UsbLp(std::string path);
    Result<> open(Duration limit) override;

  private:
    bool nothing_is_the_end() const override { return false; }
    std::string path_;
};

enum class FlowControl : std::uint8_t { none, rtscts };

// 8 data bits, no parity, 1 stop bit. XON/XOFF is not offered: its two bytes occur in pictures.
class Serial final : public DescriptorLink {
  public:
    Serial(std::string path, std::uint32_t baud, FlowControl flow);
    Result<> open(Duration limit) override;

  private:
    bool nothing_is_the_end() const override { return false; }
    Result<> set_up(int descriptor) const;
    std::string path_;
    std::uint32_t baud_;
    FlowControl flow_;
};

bool is_known_baud(std::uint32_t baud);

}  // namespace makegood::devices::transport
