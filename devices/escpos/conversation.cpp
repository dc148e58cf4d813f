#include "devices/escpos/conversation.hpp"

#include <algorithm>

namespace makegood::devices::escpos {

Result<> Conversation::open(Duration limit) {
    if (link_.is_open()) return {};
    MAKEGOOD_TRY(link_.open(limit));
    parser_ = {};
    condition_ = {};
    open_questions_.clear();
    last_heard_ = clock_.steady();
    return {};
}

bool Conversation::begin_piece(std::uint32_t mark, Duration limit) {
    if (!hear(Duration{0})) return false;
    proofs_ = {};
    has_reported_ = reported_a_stop_ = false;
    open_questions_.clear();
    fed_mark_ = mark_text(mark, Stage::fed);
    cut_mark_ = mark_text(mark, Stage::cut);
    if (!say(encode_setup(), limit)) return false;
    const auto until = clock_.steady() + limit;
    while (!has_reported_ && clock_.steady() < until) {
        if (!hear(until - clock_.steady())) return false;
    }
    last_heard_ = clock_.steady();
    return true;
}

bool Conversation::hear(Duration limit) {
    const auto received = link_.read(limit);
    if (!received.bytes.empty()) last_heard_ = clock_.steady();
    for (const auto& answer : parser_.feed(received.bytes)) take_in(answer);
    if (!received.lost) return true;
    why_lost_ = received.lost->sentence;
    return false;
}

void Conversation::take_in(const Answer& answer) {
    if (const auto* realtime = std::get_if<Realtime>(&answer)) {
        if (open_questions_.empty()) return;
        condition_.hear(open_questions_.front(), *realtime);
        open_questions_.pop_front();
        if (condition_.goes_on_when_helped() && !has_reported_) proofs_.is_out_of_turn = true;
    } else if (const auto* automatic = std::get_if<Automatic>(&answer)) {
        condition_.hear(*automatic);
        has_reported_ = true;
        reported_a_stop_ = condition_.cover_open || condition_.paper_end;
    } else if (const auto* mark = std::get_if<Mark>(&answer)) {
        // A printer keeps only the latest mark for a deaf host: the second one stands for both.
        if (mark->text == cut_mark_) proofs_.cut = proofs_.fed = true;
        if (mark->text == fed_mark_) proofs_.fed = true;
        if (proofs_.fed) proofs_.is_out_of_turn |= reported_a_stop_;
    } else if (std::holds_alternative<Sensor>(answer)) {
        proofs_.processed = true;
        proofs_.is_out_of_turn |= reported_a_stop_;
    }
}

bool Conversation::say(std::span<const std::uint8_t> bytes, Duration limit) {
    const auto until = clock_.steady() + limit;
    std::size_t said = 0;
    while (said < bytes.size()) {
        const auto left = until - clock_.steady();
        if (left <= Duration{0}) return false;
        const auto written = link_.write(bytes.subspan(said), left);
        said += written.taken;
        if (!written.lost) continue;
        why_lost_ = written.lost->sentence;
        return false;
    }
    return true;
}

bool Conversation::ask_everything(Duration limit) {
    const auto until = clock_.steady() + limit;
    open_questions_.clear();
    for (int question = 1; question <= 4; ++question) {
        if (!say(status_question(question), until - clock_.steady())) return false;
        open_questions_.push_back(question);
        while (has_open_questions()) {
            const auto left = until - clock_.steady();
            if (left <= Duration{0} || !hear(left)) return false;
        }
    }
    return true;
}

}  // namespace makegood::devices::escpos
