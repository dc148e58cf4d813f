#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "devices/transport/device_file.hpp"
#include "devices/transport/file_link.hpp"
#include "devices/transport/tcp.hpp"
#include "devices/transport/transport.hpp"

namespace makegood::devices::transport {

namespace {

using Made = Result<std::unique_ptr<Transport>>;

tl::unexpected<Error> unclear(std::string_view connection, const char* example) {
    return fail(ErrorKind::bad_input, "\"" + std::string(connection.substr(0, 100)) +
                                          "\" does not name a printer's connection. Write it like " +
                                          example + ".");
}

template <class Number>
std::optional<Number> number_of(std::string_view text) {
    Number number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

// "host:port" or "[::1]:port"
Made make_tcp(std::string_view connection, std::string_view rest) {
    constexpr auto example = "tcp://192.168.1.50:9100";
    const auto colon = rest.rfind(':');
    if (colon == std::string_view::npos || colon == 0) return unclear(connection, example);
    auto host = rest.substr(0, colon);
    const auto port_text = rest.substr(colon + 1);
    const auto port = number_of<std::uint16_t>(port_text);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
        host = host.substr(1, host.size() - 2);
    } else if (host.find_first_of(":/ ") != std::string_view::npos) {
        return unclear(connection, example);
    }
    if (!port || *port == 0) return unclear(connection, example);
    return std::make_unique<Tcp>(std::string(host), std::string(port_text));
}

// "baud=9600&flow=rtscts" -> its parts; nothing when it is not such a text.
std::optional<std::map<std::string, std::string>> parts_of(std::string_view query) {
    std::map<std::string, std::string> parts;
    while (!query.empty()) {
        const auto part = query.substr(0, query.find('&'));
        const auto equals = part.find('=');
        if (equals == std::string_view::npos) return std::nullopt;
        parts.emplace(part.substr(0, equals), part.substr(equals + 1));
        query.remove_prefix(std::min(query.size(), part.size() + 1));
    }
    return parts;
}

Made make_serial(std::string_view connection, std::string_view rest) {
    constexpr auto example = "serial:/dev/ttyUSB0?baud=9600&flow=rtscts (flow: rtscts or none)";
    const auto question = rest.find('?');
    const auto path = rest.substr(0, question);
    auto parts = parts_of(question == std::string_view::npos ? "" : rest.substr(question + 1));
    if (!path.starts_with('/') || !parts) return unclear(connection, example);
    std::uint32_t baud = 9600;
    auto flow = FlowControl::rtscts;
    for (const auto& [key, value] : *parts) {
        const auto rate = number_of<std::uint32_t>(value);
        if (key == "baud" && rate && is_known_baud(*rate)) {
            baud = *rate;
        } else if (key == "flow" && (value == "none" || value == "rtscts")) {
            flow = value == "none" ? FlowControl::none : FlowControl::rtscts;
        } else {
            return unclear(connection, example);
        }
    }
    return std::make_unique<Serial>(std::string(path), baud, flow);
}

}  // namespace

Made make_transport(std::string_view connection) {
    const auto rest_after = [connection](std::string_view scheme) {
        return connection.substr(scheme.size());
    };
    if (connection.find('\0') != std::string_view::npos)
        return unclear(connection, "tcp://192.168.1.50:9100");
    if (connection.starts_with("tcp://")) return make_tcp(connection, rest_after("tcp://"));
    if (connection.starts_with("serial:")) return make_serial(connection, rest_after("serial:"));
    if (connection.starts_with("usb:/")) return std::make_unique<UsbLp>(std::string(rest_after("usb:")));
    if (connection.starts_with("file:") && connection.size() > 5) {
        return std::make_unique<FileLink>(std::filesystem::path(rest_after("file:")));
    }
    return unclear(
        connection,
        "tcp://192.168.1.50:9100, usb:/dev/usb/lp0, serial:/dev/ttyUSB0?baud=9600 or file:/folder/");
}

}  // namespace makegood::devices::transport
