// Keeps keys that come as fast as a scanner's until it is known what they are: a scan, or typing.
#pragma once
#include <optional>
#include <string>

#include "app/terminal/presenter/setup.hpp"

namespace makegood::terminal::presenter {

class KeySorter {
  public:
    struct Sorted {
        std::u32string typed;             // what was typed before
        std::optional<std::string> scan;  // ended by this key
    };
    // Without a decoder every key is typed at once.
    KeySorter(ScanDecoder decode, Duration burst_gap);
    Sorted key(char32_t key, Duration steady);
    // Keys that have waited long enough to be typing.
    std::u32string flush(Duration steady);
    bool waiting() const { return !kept_.empty(); }

  private:
    ScanDecoder decode_;
    Duration burst_gap_, last_{};
    std::u32string kept_;
};

}  // namespace makegood::terminal::presenter
