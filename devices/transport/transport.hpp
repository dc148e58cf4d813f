// A cable with one owner: bytes go out and come back, each call with its own time limit. Knows nothing of
// what the bytes mean. Used by one thread.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/result.hpp"
#include "app/base/time_values.hpp"

namespace makegood::devices::transport {

// How many bytes the other side's buffer took. Fewer than were given: the time was over, or the link was
// lost; then `lost` says why and nothing more can be moved until it is opened again.
struct Written {
    std::size_t taken = 0;
    std::optional<Error> lost;
};
struct Received {
    std::vector<std::uint8_t> bytes;
    std::optional<Error> lost;
};

class Transport {
  public:
    virtual ~Transport() = default;  // closes
    // Claims the device. failed: it is not there or does not answer within `limit`; busy: somebody else
    // holds it. The sentence says what to look at.
    virtual Result<> open(Duration limit) = 0;
    virtual bool is_open() const = 0;
    // Waits up to `limit` until at least one byte is taken, then answers how many were.
    virtual Written write(std::span<const std::uint8_t> bytes, Duration limit) = 0;
    // Waits up to `limit` for at least one byte.
    virtual Received read(Duration limit) = 0;
    // Ends a piece: everything written so far is as safe as this link can make it (a file: on the disk).
    virtual Result<> end_piece() = 0;
    virtual void close() = 0;
    // False for a file: nothing ever comes back, and end_piece() is the proof.
    virtual bool answers() const = 0;
};

// Makes the link that a connection text names; nothing is opened yet.
//   tcp://host:port                               a network printer, commonly port 9100
//   usb:/dev/usb/lp0                              the kernel's USB printer device
//   serial:/dev/ttyUSB0?baud=9600&flow=rtscts     flow: rtscts or none; 8 bits, no parity
//   file:/folder/                                 one file a piece: piece-0001.bin, piece-0002.bin, ...
//   file:/path/name.bin                           every piece appended to one file
// bad_input: not such a text; the sentence shows one that is.
Result<std::unique_ptr<Transport>> make_transport(std::string_view connection);

}  // namespace makegood::devices::transport
