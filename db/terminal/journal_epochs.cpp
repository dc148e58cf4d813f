#include "db/terminal/journal_epochs.hpp"

#include <algorithm>

#include "db/terminal/hash.hpp"
#include "db/terminal/journal.hpp"

namespace makegood::db::terminal {
namespace {

constexpr std::size_t segment_bytes = 256 * 1024;

// The mark that Store::acknowledged reads while the epoch runs.
std::string acknowledged_key(std::uint32_t epoch) {
    const std::string first = "sync.acknowledged";
    return epoch == 1 ? first : first + "." + std::to_string(epoch);
}

}  // namespace

Result<std::vector<ports::JournalMark>> JournalEpochs::ends() {
    const auto head = store_.head();
    if (!head) return fail(head.error());
    return connection_.guarded([&]() -> Result<std::vector<ports::JournalMark>> {
        std::vector<ports::JournalMark> found;
        for (auto before = journal_place(head->epoch, 0);;) {
            auto row = connection_.query(
                "SELECT place, hash FROM journal WHERE place < ? ORDER BY place DESC LIMIT 1");
            row.bind(before);
            if (!row.step()) break;
            const auto place = row.take_integer();
            const auto epoch = static_cast<std::uint32_t>(place >> sequence_bits);
            found.push_back({epoch, sequence_at(place), to_hex(row.take_text())});
            before = journal_place(epoch, 0);
        }
        std::reverse(found.begin(), found.end());
        return found;
    });
}

Result<std::vector<ports::StoredEvent>> JournalEpochs::segment(std::uint32_t epoch, std::uint64_t first,
                                                               std::size_t limit) {
    return connection_.guarded([&]() -> Result<std::vector<ports::StoredEvent>> {
        std::vector<ports::StoredEvent> events;
        auto rows = connection_.query(
            "SELECT place, bytes, hash FROM journal WHERE place >= ? AND place < ? ORDER BY place");
        rows.bind(journal_place(epoch, first)).bind(journal_place(epoch + 1, 0));
        std::size_t bytes = 0;
        while (events.size() < limit && rows.step()) {
            ports::StoredEvent event;
            event.sequence = sequence_at(rows.take_integer());
            event.bytes = rows.take_text();
            event.hash = to_hex(rows.take_text());
            bytes += event.bytes.size();
            if (!events.empty() && bytes > segment_bytes) break;
            events.push_back(std::move(event));
        }
        return events;
    });
}

Result<std::uint64_t> JournalEpochs::acknowledged(std::uint32_t epoch) {
    const auto text = store_.setting(acknowledged_key(epoch));
    if (!text) return fail(text.error());
    return text->empty() ? 0 : std::stoull(*text);
}

Result<> JournalEpochs::set_acknowledged(std::uint32_t epoch, std::uint64_t sequence) {
    const auto before = acknowledged(epoch);
    if (!before) return fail(before.error());
    return sequence > *before ? store_.set_setting(acknowledged_key(epoch), std::to_string(sequence))
                              : Result<>();
}

}  // namespace makegood::db::terminal
