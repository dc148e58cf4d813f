#include "devices/escpos/piece_run.hpp"

namespace makegood::devices::escpos {

namespace {

using ports::PrintOutcome;
using ports::PrintResult;

constexpr Duration step = std::chrono::milliseconds(100);
constexpr Duration between_questions = std::chrono::seconds(1);

}  // namespace

PieceRun::PieceRun(transport::Transport& link, Conversation& talk, const ports::Clock& clock, Proof proof,
                   const Patience& patience, const Watchers& watchers)
    : link_(link),
      talk_(talk),
      clock_(clock),
      proof_(proof),
      patience_(patience),
      watchers_(watchers),
      last_progress_(clock.steady()),
      last_question_(last_progress_) {}

PrintResult PieceRun::run(const Piece& piece) {
    while (sent_ < piece.bytes.size()) {
        if (auto ended = send_some(piece)) return *ended;
    }
    is_sending_ = false;
    if (!link_.answers()) return keep_in_file();
    if (proof_ == Proof::none) {
        return ended_early("This printer says nothing about what it printed. Look at the piece.");
    }
    note_progress();
    for (;;) {
        if (!talk_.hear(step)) return ended_early(talk_.why_lost());
        if (auto ended = look_once()) return *ended;
        if (auto ended = judge_proof()) return *ended;
        ask_now_and_then();
    }
}

PieceRun::Ended PieceRun::send_some(const Piece& piece) {
    const auto written = link_.write(std::span(piece.bytes).subspan(sent_), step);
    sent_ += written.taken;
    for (; asked_ < piece.questions.size() && piece.questions[asked_] <= sent_; ++asked_) talk_.asked_along();
    if (written.taken > 0) note_progress();
    if (written.lost) return ended_early(written.lost->sentence);
    if (!talk_.hear(Duration{0})) return ended_early(talk_.why_lost());
    return look_once();
}

// What may end the run at any moment, and what the clerk is told.
PieceRun::Ended PieceRun::look_once() {
    report();
    if (auto ended = judge_patience()) return ended;
    if (!watchers_.keep_waiting()) return ended_early("Nobody waited for the end of the piece.");
    return {};
}

PrintResult PieceRun::keep_in_file() {
    if (const auto kept = link_.end_piece(); !kept) return ended_early(kept.error().sentence);
    return {PrintOutcome::printed, "file"};
}

bool PieceRun::is_proved() const {
    if (proof_ == Proof::process_id) return talk_.proofs().cut;
    const bool stands_still = talk_.condition().goes_on_when_helped() || talk_.condition().offline;
    return proof_ == Proof::status && talk_.proofs().processed && !stands_still;
}

// A printer that was switched off and on in the middle has lost a part of the piece, and answers the marks
// at its end all the same. What gives it away: it took nothing while it started; a question between two
// slices was never answered; or it had reported a stop and has forgotten to report that it goes on.
bool PieceRun::was_off_in_between() const {
    const bool missed_an_answer = !all_answered_ && talk_.has_open_questions();
    return stalled_ || missed_an_answer || talk_.proofs().is_out_of_turn;
}

PieceRun::Ended PieceRun::judge_proof() {
    if (!talk_.has_open_questions()) all_answered_ = true;
    if (proof_ == Proof::asked && all_answered_ && !talk_.condition().goes_on_when_helped()) {
        return ended_early("This printer can't prove that the piece came out. Look at it.");
    }
    if (!is_proved()) return {};
    if (!proved_at_) proved_at_ = clock_.steady();
    if (!was_off_in_between()) return PrintResult{PrintOutcome::printed, std::string(word(proof_))};
    if (clock_.steady() - *proved_at_ < patience_.answer) return {};
    return ended_early("The printer was silent in the middle of the piece. Look whether it is whole.");
}

PieceRun::Ended PieceRun::judge_patience() {
    if (talk_.condition().goes_on_when_helped()) {
        note_progress();
        return {};
    }
    if (talk_.condition().broken) return ended_early(status_of(talk_.condition(), true).sentence);
    const auto waited = clock_.steady() - last_progress_;
    if (is_sending_ && waited > patience_.stall) stalled_ = true;
    const bool expects_answers = proof_ != Proof::none && link_.answers();
    const bool silent = !expects_answers || talk_.silent_for() > patience_.silence;
    if (silent && waited > patience_.silence) return ended_early(no_answer().sentence);
    if (waited > patience_.finish)
        return ended_early("The printer did not confirm the piece. Look whether it is whole.");
    return {};
}

// The last line was proved even if the cut was not: then the piece is whole. not_printed is only said
// when not one byte was taken.
PrintResult PieceRun::ended_early(std::string why) const {
    if (sent_ == 0) return {PrintOutcome::not_printed, std::move(why)};
    const bool is_whole = proof_ == Proof::process_id && talk_.proofs().fed && !was_off_in_between();
    if (is_whole) return {PrintOutcome::printed, std::string(word(proof_))};
    return {PrintOutcome::unsure, std::move(why)};
}

// Only while every earlier question is answered: an answer that is missing must stay visible.
void PieceRun::ask_now_and_then() {
    const auto now = clock_.steady();
    if (talk_.has_open_questions() || now - last_question_ < between_questions) return;
    last_question_ = now;
    if (talk_.say(status_question(2), step)) talk_.asked_along();
}

void PieceRun::report() {
    const bool is_lost = talk_.silent_for() > patience_.silence && !talk_.condition().goes_on_when_helped();
    const auto status = is_lost && proof_ != Proof::none && link_.answers()
                            ? no_answer()
                            : status_of(talk_.condition(), true);
    if (reported_ == status) return;
    reported_ = status;
    watchers_.status(status);
}

}  // namespace makegood::devices::escpos
