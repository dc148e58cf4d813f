// What a bar code reader delivers.
#pragma once
#include <string>

namespace makegood::ports {

struct Scan {
    std::string text;  // what the symbol holds, UTF-8; GS1 separators as U+001D
    std::string aim;   // ISO/IEC 15424 identifier such as "]E0" (EAN-13); empty when the reader sends none
    bool repeated = false;  // the same text came within the last second: ask, never drop
    friend bool operator==(const Scan&, const Scan&) = default;
};

}  // namespace makegood::ports
