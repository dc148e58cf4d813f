#include "db/terminal/journal.hpp"

#include "db/terminal/hash.hpp"

namespace makegood::db::terminal {
namespace {

constexpr std::size_t segment_bytes = 256 * 1024;

tl::unexpected<Error> damaged(const engine::Connection& connection, std::string detail) {
    return fail(
        ErrorKind::failed,
        "The journal in " + connection.path() +
            " was changed or damaged. Keep a copy of its folder, look with `makegood journal verify`, and "
            "restore the last backup.",
        std::move(detail));
}

}  // namespace

std::string head_mac(const ports::JournalMark& mark, const Key& key) {
    return keyed_hash_of(std::to_string(mark.epoch) + ' ' + std::to_string(mark.sequence) + ' ' + mark.hash,
                         key);
}

std::optional<HeadRow> read_head(engine::Connection& connection) {
    auto row = connection.query("SELECT epoch, sequence, hash, mac FROM journal_head");
    if (!row.step()) return std::nullopt;
    HeadRow head;
    head.mark.epoch = static_cast<std::uint32_t>(row.take_integer());
    head.mark.sequence = static_cast<std::uint64_t>(row.take_integer());
    head.mark.hash = to_hex(row.take_text());
    head.mac = row.take_text();
    return head;
}

Journal::Journal(engine::Connection& connection, const ports::EventCodec& codec, const DeviceSigner& device)
    : connection_(connection), codec_(codec), device_(device.device()), head_key_(device.head_key()) {
    head_.hash = zero_hash_hex();
}

Result<> Journal::load() {
    return connection_.guarded([&]() -> Result<> {
        auto last = connection_.query("SELECT place, bytes FROM journal ORDER BY place DESC LIMIT 1");
        const bool has_events = last.step();
        const auto head = read_head(connection_);
        if (has_events != head.has_value()) return damaged(connection_, "events or their head are gone");
        if (!head) return {};
        const auto place = last.take_integer();
        const std::string bytes = last.take_text();
        const auto decoded = codec_.decode(bytes);
        if (!decoded) return damaged(connection_, decoded.error().sentence);
        if (place != journal_place(head->mark.epoch, head->mark.sequence) ||
            to_hex(hash_of(bytes)) != head->mark.hash || head_mac(head->mark, head_key_) != head->mac ||
            decoded->first.device != device_)
            return damaged(connection_, "the end of the journal is not as it was written");
        head_ = head->mark;
        last_at_ = decoded->second.stamp.at;
        return {};
    });
}

Result<std::vector<Journal::Link>> Journal::chain(const ports::Stamp& stamp,
                                                  std::span<const ports::Event> events) const {
    std::vector<Link> links;
    links.reserve(events.size());
    ports::EventHead head{device_, head_.epoch, head_.sequence, head_.hash};
    for (const auto& event : events) {
        const auto* rights = std::get_if<ports::RightsChanged>(&event);
        if (rights && rights->epoch > head.epoch) head = {device_, rights->epoch, 0, zero_hash_hex()};
        ++head.sequence;
        Link link{codec_.encode(head, stamp, event), {}, head.epoch, head.sequence};
        if (link.bytes.empty())
            return fail(
                ErrorKind::bad_input,
                "A text of this entry is too long or is not readable text (UTF-8), so it was not recorded. "
                "Shorten it or type it again.");
        link.hash = hash_of(link.bytes);
        head.previous_hash = to_hex(link.hash);
        links.push_back(std::move(link));
    }
    return links;
}

void Journal::write(std::span<const Link> links) {
    for (const auto& link : links)
        connection_.query("INSERT INTO journal (place, bytes, hash) VALUES (?, ?, ?)")
            .bind(link.place())
            .bind_blob(link.bytes)
            .bind_blob(link.hash)
            .run();
    if (!links.empty()) write_head(links.back());
}

void Journal::write_head(const Link& last) {
    const std::string mac = head_mac({last.epoch, last.sequence, to_hex(last.hash)}, head_key_);
    const auto bound = [&](engine::Query query) {
        return query.bind(last.epoch)
            .bind(static_cast<std::int64_t>(last.sequence))
            .bind_blob(last.hash)
            .bind_blob(mac)
            .run();
    };
    if (bound(connection_.query("UPDATE journal_head SET epoch = ?, sequence = ?, hash = ?, mac = ?")) == 0)
        bound(connection_.query(
            "INSERT INTO journal_head (only, epoch, sequence, hash, mac) VALUES (1, ?, ?, ?, ?)"));
}

void Journal::advance(std::span<const Link> links, Instant at) {
    if (links.empty()) return;
    head_.epoch = links.back().epoch;
    head_.sequence = links.back().sequence;
    head_.hash = to_hex(links.back().hash);
    last_at_ = at;
}

bool Journal::has(std::int64_t place) {
    auto row = connection_.query("SELECT 1 FROM journal WHERE place = ?");
    row.bind(place);
    return row.step();
}

Result<ports::RecordedEvent> Journal::event_at(std::int64_t place) {
    auto row = connection_.query("SELECT bytes, hash FROM journal WHERE place = ?");
    row.bind(place);
    const std::string which = "event " + std::to_string(sequence_at(place));
    if (!row.step()) return damaged(connection_, which + " is gone");
    const std::string bytes = row.take_text();
    if (hash_of(bytes) != row.take_text()) return damaged(connection_, which + " was changed");
    auto decoded = codec_.decode(bytes);
    if (!decoded) return damaged(connection_, decoded.error().sentence);
    const auto& head = decoded->first;
    if (head.device != device_ || journal_place(head.epoch, head.sequence) != place)
        return damaged(connection_, which + " stands at a wrong place");
    return std::move(decoded->second);
}

Result<std::vector<ports::StoredEvent>> Journal::segment(std::uint64_t first, std::size_t limit) {
    return connection_.guarded([&]() -> Result<std::vector<ports::StoredEvent>> {
        std::vector<ports::StoredEvent> events;
        if (first > head_.sequence) return events;
        auto rows =
            connection_.query("SELECT sequence, bytes, hash FROM journal WHERE place >= ? ORDER BY place");
        rows.bind(journal_place(head_.epoch, first));
        std::size_t bytes = 0;
        while (events.size() < limit && rows.step()) {
            ports::StoredEvent event;
            event.sequence = static_cast<std::uint64_t>(rows.take_integer());
            event.bytes = rows.take_text();
            event.hash = to_hex(rows.take_text());
            bytes += event.bytes.size();
            if (!events.empty() && bytes > segment_bytes) break;
            events.push_back(std::move(event));
        }
        return events;
    });
}

}  // namespace makegood::db::terminal
