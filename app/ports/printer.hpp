// A printer as the register sees it. Called from its own thread only; may block for as long as it likes.
// Words follow UnifiedPOS (POSPrinter).
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "app/base/bitmap.hpp"
#include "app/ports/event.hpp"

namespace makegood::ports {

enum class PrinterState : std::uint8_t {
    unknown,
    ready,
    printing,
    paper_low,
    paper_out,
    cover_open,
    failed,
    no_answer,
    busy_elsewhere,
};
struct PrinterStatus {
    PrinterState state = PrinterState::unknown;
    std::string sentence;  // "Put in a roll; it goes on by itself."
    friend bool operator==(const PrinterStatus&, const PrinterStatus&) = default;
};
std::string_view word(PrinterState state);

struct PrintResult {
    PrintOutcome outcome = PrintOutcome::unsure;
    std::string proof;
};

class Printer {
  public:
    virtual ~Printer() = default;
    virtual std::int32_t width_dots() const = 0;
    // Prints one piece and cuts. `mark` names it towards the printer. Waits without limit while the link
    // is up and the printer says that it will go on (paper out, cover open), calling `status` at every
    // change and `keep_waiting` at least once a second; false from it ends the wait as unsure.
    // not_printed only when not a single byte was taken.
    virtual PrintResult print(const Bitmap& picture, std::uint32_t mark,
                              const std::function<void(const PrinterStatus&)>& status,
                              const std::function<bool()>& keep_waiting) = 0;
    // Asks how it is, for at most a second.
    virtual PrinterStatus status() = 0;
};

}  // namespace makegood::ports
