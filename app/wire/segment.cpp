// The lines of a segment (messages.hpp).
#include <boost/json.hpp>

#include "app/wire/message_reader.hpp"
#include "app/wire/messages.hpp"

namespace makegood::wire {
namespace {

constexpr std::uint64_t greatest_sequence = (std::uint64_t{1} << 53) - 1 - segment_events;

std::string first_line(const Segment& segment) {
    return boost::json::serialize(boost::json::object{{"device", segment.device.text()},
                                                      {"epoch", segment.epoch},
                                                      {"from", segment.from},
                                                      {"prev", segment.previous_hash},
                                                      {"count", segment.events.size()}});
}

// Takes a line and its end off the front; nullopt when no end is there.
std::optional<std::string_view> take_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

tl::unexpected<Error> unreadable(const std::string& why) {
    return fail(ErrorKind::bad_input, "The events can't be read: " + why + ". Send them again, at most " +
                                          std::to_string(segment_events) + " at a time.");
}

}  // namespace

Result<std::string> encode(const Segment& segment) {
    std::string text = first_line(segment) + "\n";
    for (std::size_t i = 0; i < segment.events.size(); ++i) {
        if (segment.events[i].find('\n') != std::string::npos)
            return fail(ErrorKind::refused,
                        "Event " + std::to_string(segment.from + i) +
                            " of the journal is damaged: it holds a line break. Verify the journal.");
        text += segment.events[i] + "\n";
    }
    return text;
}

Result<Segment> decode_segment(std::string_view lines) {
    if (lines.size() > segment_text_limit)
        return unreadable("they are longer than " + std::to_string(segment_text_limit) + " bytes");
    const auto first = take_line(lines);
    if (!first) return unreadable("the first line is not whole");
    MessageReader reader(*first, "first line of the events", message_limit);
    Segment segment{DeviceId(reader.hex("device", 16)),
                    static_cast<std::uint32_t>(reader.number("epoch", 1, 0xffff'ffff)),
                    reader.number("from", 1, greatest_sequence),
                    reader.hex("prev", 32),
                    {}};
    const std::uint64_t count = reader.number("count", 1, segment_events);
    MAKEGOOD_TRY(reader.outcome());
    while (!lines.empty()) {
        const auto line = take_line(lines);
        if (!line) return unreadable("the last line is not whole");
        if (line->size() > event_limit)
            return unreadable("one is longer than " + std::to_string(event_limit) + " bytes");
        segment.events.emplace_back(*line);
        if (segment.events.size() > count) break;
    }
    if (segment.events.size() != count) return unreadable("their number is not the one announced");
    return segment;
}

}  // namespace makegood::wire
