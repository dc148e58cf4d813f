#include "app/server/receiver/enrolment_section.hpp"

#include "app/printing/symbol.hpp"
#include "app/server/receiver/html.hpp"
#include "app/server/receiver/page.hpp"
#include "app/server/receiver/page_words.hpp"
#include "app/wire/match_number.hpp"

namespace makegood::server::receiver {
namespace {

constexpr std::int32_t quiet = 4;  // modules around, as ISO/IEC 18004 wants it

std::string named(const std::string& register_name, const std::string& store) {
    return element("span", "name", escaped(register_name)) + "<br>" +
           element("span", "muted", escaped(store));
}

std::string time_of_day(Instant instant) {
    return base::format_instant(instant).substr(11, 5) + " UTC";
}

std::string waiting_row(const Waiting& waiting, Instant now) {
    const auto& device = waiting.device;
    return element(
        "tr", "",
        element("td", "", named(device.register_name, device.store)) +
            element("td", "", element("span", "digits", wire::spaced(waiting.match_number))) +
            element("td", "",
                    ago(device.enrolled_at, now) + "<br>" +
                        element("span", "muted",
                                "until " + time_of_day(device.enrolled_at + ports::waits_for_a_person))) +
            element("td", "",
                    element("code", "", "makegood-server --data DIR confirm " + waiting.match_number)));
}

std::string waiting_card(const std::vector<Waiting>& waiting, Instant now) {
    if (waiting.empty()) return {};
    std::string rows;
    for (const auto& each : waiting) rows += waiting_row(each, now);
    const std::string head = "<tr><th>Register</th><th>Its digits</th><th>Since</th><th>Let it in</th></tr>";
    return element(
        "section", "card",
        element("h2", "", "Waiting to be let in") +
            element(
                "p", "muted above",
                "Only if the register shows the same six digits. If it shows others, or nobody stands "
                "there: makegood-server --data DIR refuse DIGITS. Who is not let in within 10 minutes has "
                "to ask anew.") +
            element("div", "scroll",
                    element("table", "", element("thead", "", head) + element("tbody", "", rows))));
}

std::string code_of(const OpenCode& code) {
    const auto name = code.register_name + " of " + code.store;
    const auto picture = code.ticket.empty() ? std::string() : qr_picture(code.ticket, "To enrol " + name);
    return element(
        "div", "open-code",
        picture + element("div", "",
                          named(code.register_name, code.store) + element("p", "digits", code.code) +
                              element("p", "muted", "once, until " + time_of_day(code.expires))));
}

std::string codes_card(const std::vector<OpenCode>& codes) {
    if (codes.empty()) return {};
    std::string all;
    for (const auto& each : codes) all += code_of(each);
    return element(
        "section", "card",
        element("h2", "", "One-time codes") +
            element(
                "p", "muted above",
                "On the register's screen: Registers, Join the shop's hub; then scan the code, or type the "
                "address of this server and the letters.") +
            element("div", "open-codes", all));
}

}  // namespace

std::string qr_picture(const std::string& text, const std::string& says) {
    const auto symbol = printing::qr_symbol(text);
    if (!symbol) return {};
    std::string path;
    for (std::int32_t y = 0; y < symbol->rows; ++y)
        for (std::int32_t x = 0; x < symbol->width; ++x)
            if (symbol->at(x, y))
                path += "M" + std::to_string(x + quiet) + " " + std::to_string(y + quiet) + "h1v1h-1z";
    const auto size = std::to_string(symbol->width + 2 * quiet);
    return "<svg class=\"qr\" role=\"img\" aria-label=\"" + escaped(says) + "\" viewBox=\"0 0 " + size + " " +
           size + "\" shape-rendering=\"crispEdges\"><rect width=\"" + size + "\" height=\"" + size +
           "\" fill=\"#fff\"/><path fill=\"#000\" d=\"" + path + "\"/></svg>";
}

std::string enrolment_section(const View& view, Instant now) {
    return waiting_card(view.waiting, now) + codes_card(view.codes);
}

wire::Json waiting_json(const std::vector<Waiting>& waiting) {
    auto list = wire::Json::array();
    for (const auto& each : waiting)
        list.push(wire::Json::object(
            {{"store", each.device.store},
             {"register", each.device.register_name},
             {"device", each.device.device.text()},
             {"match", each.match_number},
             {"since", base::format_instant(each.device.enrolled_at)},
             {"until", base::format_instant(each.device.enrolled_at + ports::waits_for_a_person)}}));
    return list;
}

}  // namespace makegood::server::receiver
