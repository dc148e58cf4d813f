#include "db/terminal/journal_walk.hpp"

#include "db/terminal/hash.hpp"

namespace makegood::db::terminal {

JournalRow journal_row(engine::Query& query) {
    JournalRow row;
    row.place = query.take_integer();
    row.bytes = query.take_text();
    row.hash = query.take_text();
    return row;
}

JournalWalk::JournalWalk(const ports::EventCodec& codec, DeviceId device)
    : codec_(codec), device_(std::move(device)) {
    mark_.hash = zero_hash_hex();
}

std::string JournalWalk::take(const JournalRow& row) {
    const std::string wrong = problem_with(row);
    if (!wrong.empty()) return "Event " + std::to_string(mark_.sequence + 1) + ' ' + wrong + '.';
    mark_.epoch = static_cast<std::uint32_t>(row.place >> sequence_bits);
    mark_.sequence = sequence_at(row.place);
    mark_.hash = to_hex(row.hash);
    return {};
}

std::string JournalWalk::problem_with(const JournalRow& row) {
    const auto epoch = static_cast<std::uint32_t>(row.place >> sequence_bits);
    const bool begins = epoch > mark_.epoch && mark_.sequence > 0 && sequence_at(row.place) == 1;
    if (!begins && row.place != journal_place(mark_.epoch, mark_.sequence + 1)) return "is missing";
    if (hash_of(row.bytes) != row.hash) return "was changed: its hash does not fit its text";
    auto decoded = codec_.decode(row.bytes);
    if (!decoded) return "can't be read: " + decoded.error().sentence;
    const auto& head = decoded->first;
    if (head.device != device_) return "is of another device";
    if (journal_place(head.epoch, head.sequence) != row.place) return "stands at a wrong place";
    if (head.previous_hash != (begins ? zero_hash_hex() : mark_.hash))
        return "does not continue the one before it";
    event_ = std::move(decoded->second);
    if (begins && !names_the_end(event_.event))
        return "begins an epoch that does not follow the one before it";
    return {};
}

bool JournalWalk::names_the_end(const ports::Event& event) const {
    const auto* first = std::get_if<ports::RightsChanged>(&event);
    return first && first->ended_at == mark_.sequence && first->ended_hash == mark_.hash;
}

std::string problem_with_end(engine::Connection& connection, const ports::JournalMark& end,
                             const Key& head_key) {
    const auto head = read_head(connection);
    if (!head) return end.sequence == 0 ? "" : "The record of the journal's end is missing.";
    if (head_mac(head->mark, head_key) != head->mac)
        return "The record of the journal's end was not written by this device.";
    if (head->mark.epoch != end.epoch || head->mark.sequence != end.sequence || head->mark.hash != end.hash)
        return "The journal ends at event " + std::to_string(end.sequence) + ", but " +
               std::to_string(head->mark.sequence) + " was its last.";
    return {};
}

}  // namespace makegood::db::terminal
