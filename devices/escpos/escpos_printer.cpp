#include "devices/escpos/escpos_printer.hpp"

#include <algorithm>

#include "devices/escpos/piece_run.hpp"

namespace makegood::devices::escpos {

namespace {

using ports::PrinterState;
using ports::PrinterStatus;
using ports::PrintOutcome;
using ports::PrintResult;

constexpr Duration between_looks = std::chrono::milliseconds(500);

// The printer has said what it lacks: no use in sending, but reason to wait.
bool waits_for_help(const PrinterStatus& status) {
    return status.state == PrinterState::paper_out || status.state == PrinterState::cover_open ||
           status.state == PrinterState::failed;
}

PrinterStatus status_of(const Error& error) {
    const auto state = error.kind == ErrorKind::busy ? PrinterState::busy_elsewhere : PrinterState::no_answer;
    return {state, error.sentence};
}

}  // namespace

EscPosPrinter::EscPosPrinter(std::unique_ptr<transport::Transport> link, Profile profile,
                             const ports::Clock& clock, Patience patience)
    : link_(std::move(link)),
      profile_(profile),
      clock_(clock),
      patience_(patience),
      conversation_(*link_, clock) {}

// A link that was lost since the last piece is opened again: nothing of a new piece has been sent yet.
PrinterStatus EscPosPrinter::ask() {
    for (int attempt = 1;; ++attempt) {
        const bool was_open = link_->is_open();
        if (const auto opened = conversation_.open(patience_.connect); !opened)
            return status_of(opened.error());
        if (!is_asked())
            return {PrinterState::unknown, "This printer says nothing about itself. Look at the paper."};
        if (conversation_.ask_everything(patience_.answer))
            return escpos::status_of(conversation_.condition(), false);
        const bool broke = !link_->is_open();
        if (!broke || !was_open || attempt > 1) return no_answer();
    }
}

PrinterStatus EscPosPrinter::status() {
    if (!link_->answers()) return {PrinterState::ready, "Pieces are kept as files."};
    return ask();
}

bool EscPosPrinter::clear_the_rest(const std::function<bool()>& keep_waiting) {
    constexpr std::size_t small = 512;  // half a second on the slowest line
    const auto bytes = encode_clearing();
    for (std::size_t from = 0; from < bytes.size(); from += small) {
        const auto part = std::span(bytes).subspan(from, std::min(small, bytes.size() - from));
        if (!keep_waiting() || !conversation_.say(part, patience_.silence)) return false;
    }
    has_leftovers_ = false;
    return true;
}

// Until the printer has said, with nothing of it left to clear, that it is ready. An answer: why not.
std::optional<PrintResult> EscPosPrinter::prepare(std::uint32_t mark, const Watchers& watchers) {
    const PrintResult gave_no_answer{PrintOutcome::not_printed, no_answer().sentence};
    for (;;) {
        const auto now = ask();
        const PrintResult not_now{PrintOutcome::not_printed, now.sentence};
        if (!link_->is_open() || now.state == PrinterState::no_answer) return not_now;
        if (waits_for_help(now)) {
            watchers.status(now);
            if (!watchers.keep_waiting()) return not_now;
            conversation_.hear(between_looks);
        } else if (has_leftovers_ && link_->answers()) {
            if (clear_the_rest(watchers.keep_waiting)) continue;
            link_->close();
            return gave_no_answer;
        } else {
            if (!is_asked()) return {};
            if (!conversation_.begin_piece(mark, patience_.answer)) return gave_no_answer;
            // No report: it never makes one, or has stopped before it could obey.
            const bool is_known =
                conversation_.has_reported() || conversation_.ask_everything(patience_.answer);
            if (!is_known) return gave_no_answer;
            if (!waits_for_help(escpos::status_of(conversation_.condition(), false))) return {};
        }
    }
}

PrintResult EscPosPrinter::print(const Bitmap& picture, std::uint32_t mark,
                                 const std::function<void(const PrinterStatus&)>& status,
                                 const std::function<bool()>& keep_waiting) {
    const Watchers watchers{status, keep_waiting};
    if (auto refused = prepare(mark, watchers)) return *refused;
    const auto piece = encode(picture, mark, profile_, is_asked() ? Company::talked : Company::alone);
    PieceRun run(*link_, conversation_, clock_, profile_.proof, patience_, watchers);
    const auto result = run.run(piece);
    has_leftovers_ = result.outcome != PrintOutcome::printed;
    if (has_leftovers_ && !link_->answers()) link_->close();
    return result;
}

}  // namespace makegood::devices::escpos
