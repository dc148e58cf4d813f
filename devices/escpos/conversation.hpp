// What is said and heard over one link to an ESC/POS printer: its condition, which questions are still
// open, which proofs have come. Used by one thread.
#pragma once
#include <deque>

#include "app/ports/clock.hpp"
#include "devices/escpos/answers.hpp"
#include "devices/escpos/condition.hpp"
#include "devices/escpos/encode.hpp"
#include "devices/transport/transport.hpp"

namespace makegood::devices::escpos {

// What has come back about the piece on its way.
struct Proofs {
    bool fed = false;        // its last line was printed
    bool cut = false;        // and it was cut off
    bool processed = false;  // GS r was answered
    // The printer stood still and did not report by itself that it does, or that it goes on again. It
    // never reports or has forgotten to: it may have been switched off and on meanwhile.
    bool is_out_of_turn = false;
};

class Conversation {
  public:
    Conversation(transport::Transport& link, const ports::Clock& clock) : link_(link), clock_(clock) {}

    // Opens the link when it is not open; everything heard before is forgotten then.
    Result<> open(Duration limit);
    // Forgets what was heard about earlier pieces, sets the printer up and waits up to `limit` until it
    // has reported by itself for the first time; some never do. False: the link is lost.
    bool begin_piece(std::uint32_t mark, Duration limit);

    // Reads for up to `limit` and takes in what came. False: the link is lost.
    bool hear(Duration limit);
    // Says bytes; all of them or false (link lost, or not taken within `limit`).
    bool say(std::span<const std::uint8_t> bytes, Duration limit);
    // Asks DLE EOT 1 to 4, one after the other; false when one is not answered within `limit`.
    bool ask_everything(Duration limit);
    // Notes that DLE EOT 2 went out with the piece.
    void asked_along() { open_questions_.push_back(2); }

    const Condition& condition() const { return condition_; }
    // Whether it has reported by itself since the piece began.
    bool has_reported() const { return has_reported_; }
    const Proofs& proofs() const { return proofs_; }
    bool has_open_questions() const { return !open_questions_.empty(); }
    Duration silent_for() const { return clock_.steady() - last_heard_; }
    const std::string& why_lost() const { return why_lost_; }

  private:
    void take_in(const Answer& answer);

    transport::Transport& link_;
    const ports::Clock& clock_;
    AnswerParser parser_;
    Condition condition_;
    Proofs proofs_;
    std::string fed_mark_, cut_mark_;
    bool has_reported_ = false, reported_a_stop_ = false;
    std::deque<int> open_questions_;
    Duration last_heard_{0};
    std::string why_lost_;
};

}  // namespace makegood::devices::escpos
