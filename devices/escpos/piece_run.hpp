// The way of one piece through the link to its end: sending, waiting for the proof, judging.
#pragma once
#include "devices/escpos/conversation.hpp"
#include "devices/escpos/escpos_printer.hpp"

namespace makegood::devices::escpos {

// One run of one piece, used once.
class PieceRun {
  public:
    PieceRun(transport::Transport& link, Conversation& talk, const ports::Clock& clock, Proof proof,
             const Patience& patience, const Watchers& watchers);

    ports::PrintResult run(const Piece& piece);

  private:
    using Ended = std::optional<ports::PrintResult>;  // empty: it goes on

    Ended send_some(const Piece& piece);
    Ended look_once();
    ports::PrintResult keep_in_file();

    bool is_proved() const;
    bool was_off_in_between() const;
    Ended judge_proof();
    Ended judge_patience();
    ports::PrintResult ended_early(std::string why) const;

    void ask_now_and_then();
    void note_progress() { last_progress_ = clock_.steady(); }
    void report();

    transport::Transport& link_;
    Conversation& talk_;
    const ports::Clock& clock_;
    const Proof proof_;
    const Patience& patience_;
    const Watchers& watchers_;

    std::size_t sent_ = 0, asked_ = 0;  // bytes and questions of the piece that were taken
    bool all_answered_ = false;         // every question that went out with the piece
    bool is_sending_ = true;
    bool stalled_ = false;  // took nothing for a while and did not say why
    Duration last_progress_, last_question_;
    std::optional<Duration> proved_at_;
    std::optional<ports::PrinterStatus> reported_;
};

}  // namespace makegood::devices::escpos
