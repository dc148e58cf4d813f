#include "devices/escpos/escpos_printer.hpp"

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

bool EscPosPrinter::clear_the_rest() {
    if (!link_->answers()) return true;
    if (has_leftovers_ && !conversation_.say(encode_clearing(), patience_.silence)) return false;
    return true;
}

PrintResult EscPosPrinter::print(const Bitmap& picture, std::uint32_t mark,
                                 const std::function<void(const PrinterStatus&)>& status,
                                 const std::function<bool()>& keep_waiting) {
    for (auto now = ask();; now = ask()) {
        if (!link_->is_open()) return {PrintOutcome::not_printed, now.sentence};
        if (now.state == PrinterState::no_answer) return {PrintOutcome::not_printed, now.sentence};
        if (!waits_for_help(now)) break;
        status(now);
        if (!keep_waiting()) return {PrintOutcome::not_printed, now.sentence};
        conversation_.hear(between_looks);
    }
    if (!clear_the_rest()) {
        link_->close();
        return {PrintOutcome::not_printed, no_answer().sentence};
    }
    conversation_.begin_piece(mark);
    const auto piece = encode(picture, mark, profile_, is_asked());
    PieceRun run(*link_, conversation_, clock_, profile_.proof, patience_, {status, keep_waiting});
    const auto result = run.run(piece);
    has_leftovers_ = result.outcome != PrintOutcome::printed;
    if (has_leftovers_ && !link_->answers()) link_->close();
    return result;
}

}  // namespace makegood::devices::escpos
