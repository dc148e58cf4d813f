// Finds scans among key presses: a reader that poses as a keyboard types faster than any person and ends
// with Enter or Tab. Pure; time is passed in.
#pragma once
#include <optional>
#include <string>

#include "app/base/time_values.hpp"
#include "app/ports/scanner.hpp"

namespace makegood::devices::scanner {

class WedgeDecoder {
  public:
    // A key that gives a character, and when it came (steady time). A scan is at least four characters,
    // each less than 35 ms after the one before, then Enter or Tab as fast. Everything else is typing.
    std::optional<ports::Scan> feed(char32_t key, Duration at);
    // Characters of what may become a scan: hold them back from text fields while there are several.
    std::size_t pending() const { return length_; }

  private:
    void begin();
    void append(char32_t key);
    ports::Scan finish(Duration at);

    std::string burst_;
    std::size_t length_ = 0;
    bool is_too_long_ = false;
    std::optional<Duration> last_key_;
    std::string last_text_;
    std::optional<Duration> last_scan_;
};

}  // namespace makegood::devices::scanner
