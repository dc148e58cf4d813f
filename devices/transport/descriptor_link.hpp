// What TCP, USB and serial links share: a non-blocking file descriptor and poll.
#pragma once
#include "devices/transport/transport.hpp"

namespace makegood::devices::transport {

// Owns a file descriptor.
class Descriptor {
  public:
    Descriptor() = default;
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept;
    ~Descriptor() { reset(); }
    int number() const { return number_; }
    explicit operator bool() const { return number_ >= 0; }
    void reset();

  private:
    int number_ = -1;
};

class DescriptorLink : public Transport {
  public:
    bool is_open() const override { return static_cast<bool>(link_); }
    Written write(std::span<const std::uint8_t> bytes, Duration limit) override;
    Received read(Duration limit) override;
    Result<> end_piece() override { return {}; }
    void close() override { link_.reset(); }
    bool answers() const override { return true; }

  protected:
    // `name` is how sentences call the other side: "the printer at 10.0.0.7:9100".
    explicit DescriptorLink(std::string name) : name_(std::move(name)) {}
    const std::string& name() const { return name_; }
    void use(Descriptor link) { link_ = std::move(link); }
    int number() const { return link_.number(); }
    // Whether read() answering nothing means that the other side has hung up (a stream) or that there is
    // nothing to read (a device file).
    virtual bool nothing_is_the_end() const { return true; }

  private:
    Error lost(int reason);

    std::string name_;
    Descriptor link_;
};

// Waits for `events` (poll.h) on a descriptor; answers the events seen, 0 when the time is over.
int wait_for(int descriptor, short events, Duration limit);

}  // namespace makegood::devices::transport
