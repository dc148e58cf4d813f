#include "app/wire/json_event_codec.hpp"

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>

#include "app/wire/event_fields.hpp"
#include "app/wire/event_reader.hpp"
#include "app/wire/event_writer.hpp"
#include "app/wire/past_event.hpp"

namespace makegood::wire {
namespace {

using ports::Event;
using ports::EventHead;
using ports::RecordedEvent;
using ports::Stamp;

constexpr std::size_t deepest = 8;
constexpr std::size_t usual_event = 2048;

bool is_lower_hex(std::string_view text, std::size_t digits) {
    return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_head(const EventHead& head) {
    return is_lower_hex(head.device.text(), 32) && is_lower_hex(head.previous_hash, 64) && head.epoch > 0 &&
           head.sequence > 0;
}

std::string encode(const EventHead& head, const Stamp& stamp, const Event& event) {
    std::string out;
    out.reserve(usual_event);
    EventWriter io(out);
    io.open();
    io("v", event_version);
    io("device", head.device);
    io("epoch", head.epoch);
    io("seq", head.sequence);
    io("at", stamp.at);
    io("by", stamp.by);
    io.if_any("drawn", stamp.drawn);
    io("prev", head.previous_hash);
    io("event", std::string(event_names[event.index()]));
    std::visit([&](const auto& body) { io("body", body); }, event);
    io.close();
    if (!io.fits() || !is_head(head) || out.size() > longest_event) out.clear();
    return out;
}

// Makes the alternative with this index.
template <std::size_t index = 0>
Event event_of(std::size_t wanted) {
    if constexpr (index + 1 < std::variant_size_v<Event>) {
        if (wanted != index) return event_of<index + 1>(wanted);
    }
    return Event(std::in_place_index<index>);
}

void read_event(EventReader& io, EventHead& head, RecordedEvent& recorded, std::string& problem) {
    std::int64_t version = 0;
    io("v", version);
    if (problem.empty() && version != event_version)
        problem = "its version " + std::to_string(version) + " is not known";
    io("device", head.device);
    io("epoch", head.epoch);
    io("seq", head.sequence);
    io("at", recorded.stamp.at);
    io("by", recorded.stamp.by);
    io.if_any("drawn", recorded.stamp.drawn);
    io("prev", head.previous_hash);
    std::string name;
    io("event", name);
    if (!problem.empty()) return;
    const auto position = position_of(event_names, name);
    if (!position) {
        problem = "its kind \"" + name.substr(0, 40) + "\" is not known";
        return;
    }
    recorded.event = event_of(*position);
    recorded.sequence = head.sequence;
    std::visit([&](auto& body) { io("body", body); }, recorded.event);
    io.finish();
}

tl::unexpected<Error> not_an_event(const std::string& problem) {
    return fail(ErrorKind::bad_input, "This line is not an entry of a Makegood journal: " + problem +
                                          ". Use the file as it was written.");
}

Result<std::pair<EventHead, RecordedEvent>> parsed(std::string_view bytes) {
    if (bytes.size() > longest_event) return not_an_event("it is longer than 256 KiB");
    std::array<unsigned char, 16 * 1024> room;
    boost::json::monotonic_resource memory(room.data(), room.size());
    boost::json::parse_options options;
    options.max_depth = deepest;
    boost::json::error_code trouble;
    const auto value = boost::json::parse({bytes.data(), bytes.size()}, trouble, &memory, options);
    const auto* object = trouble ? nullptr : value.if_object();
    if (object == nullptr) return not_an_event("it is not one JSON object");

    std::pair<EventHead, RecordedEvent> result;
    std::string problem;
    EventReader io(*object, problem);
    read_event(io, result.first, result.second, problem);
    if (!problem.empty()) return not_an_event(problem);
    return result;
}

Result<std::pair<EventHead, RecordedEvent>> decode(std::string_view bytes) {
    auto event = parsed(bytes);
    if (event && encode(event->first, event->second.stamp, event->second.event) != bytes)
        return not_an_event("it is not written in the one form that Makegood writes");
    return event;
}

}  // namespace

ports::EventCodec event_codec() {
    return {encode, decode, [](std::string_view bytes) -> Result<std::optional<ports::Happened>> {
                if (is_about_paper(bytes)) return std::optional<ports::Happened>();
                const auto cut = without_offers(bytes);
                auto event = parsed(cut.text);
                if (!event) return fail(event.error());
                const ports::JournalPlace place{event->first.epoch, event->first.sequence};
                return std::optional(ports::Happened{place, std::move(event->second), cut.offered_something});
            }};
}

}  // namespace makegood::wire
