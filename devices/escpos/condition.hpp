// How a printer says it is: the bits of its status answers, and what the clerk is told.
#pragma once
#include "app/ports/printer.hpp"
#include "devices/escpos/answers.hpp"

namespace makegood::devices::escpos {

struct Condition {
    bool offline = false, cover_open = false;
    bool paper_end = false, stopped_by_paper = false, paper_low = false;
    bool cutter_jammed = false, broken = false, hot = false, other_error = false;

    // Takes in an answer to DLE EOT `question` (1-4) or an automatic status.
    void hear(int question, Realtime answer);
    void hear(const Automatic& answer);

    // It stands still until somebody helps it, and goes on by itself afterwards.
    bool goes_on_when_helped() const {
        return !broken && (cover_open || is_out_of_paper() || cutter_jammed || hot);
    }
    bool is_out_of_paper() const { return paper_end || stopped_by_paper; }
    friend bool operator==(const Condition&, const Condition&) = default;
};

// What happened and what to do, as a sentence. `printing`: a piece is on its way.
ports::PrinterStatus status_of(const Condition& condition, bool printing);
ports::PrinterStatus no_answer();

}  // namespace makegood::devices::escpos
