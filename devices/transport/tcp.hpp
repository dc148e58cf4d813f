// A network printer: plain TCP, commonly port 9100, one client at a time. An address connects within the
// limit; a name is looked up first, in the resolver's own time.
#pragma once
#include "devices/transport/descriptor_link.hpp"

namespace makegood::devices::transport {

class Tcp final : public DescriptorLink {
  public:
    Tcp(std::string host, std::string port);
    Result<> open(Duration limit) override;

  private:
    std::string host_, port_;
};

}  // namespace makegood::devices::transport
