#include "app/ports/printer.hpp"

namespace makegood::ports {

std::string_view word(PrinterState state) {
    switch (state) {
        case PrinterState::unknown:
            return "unknown";
        case PrinterState::ready:
            return "ready";
        case PrinterState::printing:
            return "printing";
        case PrinterState::paper_low:
            return "paper_low";
        case PrinterState::paper_out:
            return "paper_out";
        case PrinterState::cover_open:
            return "cover_open";
        case PrinterState::failed:
            return "failed";
        case PrinterState::no_answer:
            return "no_answer";
        case PrinterState::busy_elsewhere:
            return "busy_elsewhere";
    }
    return "unknown";
}

}  // namespace makegood::ports
