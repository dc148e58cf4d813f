#include "devices/escpos/condition.hpp"

namespace makegood::devices::escpos {

namespace {

bool bit(std::uint8_t bits, int number) {
    return (bits >> number & 1) != 0;
}

}  // namespace

void Condition::hear(int question, Realtime answer) {
    const auto bits = answer.bits;
    switch (question) {
        case 1:
            offline = bit(bits, 3);
            break;
        case 2:
            cover_open = bit(bits, 2);
            stopped_by_paper = bit(bits, 5);
            other_error = bit(bits, 6);
            break;
        case 3:
            cutter_jammed = bit(bits, 3);
            broken = bit(bits, 5);
            hot = bit(bits, 6);
            break;
        case 4:
            paper_low = bit(bits, 2) || bit(bits, 3);
            paper_end = bit(bits, 5) || bit(bits, 6);
            break;
        default:
            break;
    }
}

void Condition::hear(const Automatic& answer) {
    offline = bit(answer.bits[0], 3);
    cover_open = bit(answer.bits[0], 5);
    cutter_jammed = bit(answer.bits[1], 3);
    broken = bit(answer.bits[1], 5);
    hot = bit(answer.bits[1], 6);
    other_error = false;
    paper_low = bit(answer.bits[2], 0) || bit(answer.bits[2], 1);
    paper_end = bit(answer.bits[2], 2) || bit(answer.bits[2], 3);
    if (!paper_end) stopped_by_paper = false;
}

ports::PrinterStatus status_of(const Condition& now, bool printing) {
    using ports::PrinterState;
    const std::string afterwards =
        printing ? "; the piece goes on by itself. Do not press print again." : ".";
    if (now.broken) {
        return {PrinterState::failed,
                "The printer has a fault. Switch it off and on; if it comes again, call service."};
    }
    if (now.cover_open) return {PrinterState::cover_open, "Close the printer's cover" + afterwards};
    if (now.is_out_of_paper()) return {PrinterState::paper_out, "Put in a roll" + afterwards};
    if (now.cutter_jammed) {
        return {PrinterState::failed,
                "The cutter is jammed. Open the cover, free the paper and close it" + afterwards};
    }
    if (now.hot)
        return {PrinterState::failed, "The print head is hot. Wait until it has cooled" + afterwards};
    if (now.other_error) {
        return {PrinterState::failed,
                "The printer reports a fault. Open and close its cover, or switch it off and on."};
    }
    if (printing) return {PrinterState::printing, "Printing."};
    if (now.offline)
        return {PrinterState::failed, "The printer is off line. Press its feed or on-line button."};
    if (now.paper_low) return {PrinterState::paper_low, "The roll is nearly used up. Have a new one ready."};
    return {PrinterState::ready, "Ready."};
}

ports::PrinterStatus no_answer() {
    return {ports::PrinterState::no_answer,
            "The printer does not answer. Check its cable and that it is switched on."};
}

}  // namespace makegood::devices::escpos
