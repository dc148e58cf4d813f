#include <charconv>

#include "app/config/shop_file.hpp"

namespace makegood::config {
namespace {

using Kind = Connection::Kind;

std::optional<int> number(std::string_view text, int least, int most) {
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
    return value >= least && value <= most ? std::optional(value) : std::nullopt;
}

bool take(std::string_view& text, std::string_view scheme) {
    if (!text.starts_with(scheme)) return false;
    text.remove_prefix(scheme.size());
    return true;
}

// "host", "host:9100", "[::1]:9100"
std::optional<Connection> tcp(std::string_view address) {
    Connection connection{Kind::tcp, {}, 9100, 9600};
    const bool bracketed = address.starts_with('[');
    const auto host_end = bracketed ? address.find(']') : address.rfind(':');
    if (bracketed && host_end == address.npos) return std::nullopt;
    const auto rest = host_end == address.npos ? "" : address.substr(host_end + (bracketed ? 1 : 0));
    connection.target = bracketed ? address.substr(1, host_end - 1) : address.substr(0, host_end);
    if (!rest.empty()) {
        const auto port = number(rest.substr(1), 1, 65'535);
        if (rest.front() != ':' || !port) return std::nullopt;
        connection.port = *port;
    }
    return connection.target.empty() ? std::nullopt : std::optional(connection);
}

std::optional<Connection> serial(std::string_view device) {
    Connection connection{Kind::serial, std::string(device.substr(0, device.find('?'))), 9100, 9600};
    if (const auto options = device.find('?'); options != device.npos) {
        std::string_view option = device.substr(options + 1);
        const auto baud = take(option, "baud=") ? number(option, 300, 921'600) : std::nullopt;
        if (!baud) return std::nullopt;
        connection.baud = *baud;
    }
    return connection.target.starts_with('/') ? std::optional(connection) : std::nullopt;
}

std::optional<Connection> path(Kind kind, std::string_view target) {
    if (!target.starts_with('/')) return std::nullopt;
    return Connection{kind, std::string(target), 9100, 9600};
}

std::optional<Connection> parsed(std::string_view text) {
    if (text == "none") return Connection{};
    if (take(text, "tcp://")) return tcp(text);
    if (take(text, "usb:")) return path(Kind::usb, text);
    if (take(text, "serial:")) return serial(text);
    if (take(text, "file:")) return path(Kind::file, text);
    return std::nullopt;
}

}  // namespace

Result<Connection> parse_connection(std::string_view text) {
    if (auto connection = parsed(text)) return *connection;
    return fail(ErrorKind::bad_input,
                "\"" + std::string(text.substr(0, 80)) +
                    "\" is not a printer connection. Write \"tcp://HOST:9100\", \"usb:/dev/usb/lp0\", "
                    "\"serial:/dev/ttyUSB0?baud=9600\", \"file:/FOLDER\" or \"none\".");
}

}  // namespace makegood::config
