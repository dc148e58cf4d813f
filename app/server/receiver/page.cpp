#include "app/server/receiver/page.hpp"

#include <algorithm>
#include <map>

#include "app/server/receiver/enrolment_section.hpp"
#include "app/server/receiver/html.hpp"
#include "app/server/receiver/hub_section.hpp"
#include "app/server/receiver/page_style.hpp"
#include "app/server/receiver/page_words.hpp"
#include "app/server/receiver/summary.hpp"
#include "app/server/receiver/unmet_section.hpp"
#include "app/wire/digest.hpp"

namespace makegood::server::receiver {
namespace {

using ports::RegisterOverview;

constexpr std::size_t exceptions_shown = 12;

std::string card(std::string_view title, std::string_view big, std::string_view below) {
    return element("section", "card",
                   element("p", "muted", title) + element("p", "number", big) + element("p", "muted", below));
}

std::int64_t incidents_of(const RegisterOverview& entry) {
    return entry.incidents.stock_out + entry.incidents.failure + entry.incidents.delight;
}

// Money of different currencies is not added up.
std::string total_spent(const std::vector<RegisterOverview>& registers) {
    std::map<std::string, Money> spent;
    for (const auto& entry : registers)
        if (!entry.currency.empty()) spent[entry.currency] += entry.money.spent + entry.money.reserved;
    std::string text;
    for (const auto& [currency, money] : spent)
        text += (text.empty() ? "" : "<br>") + amount(money, currency);
    return text.empty() ? "0" : text;
}

std::string cards(const ports::Overview& overview, Instant now) {
    std::int64_t incidents = 0, given = 0, silent = 0;
    for (const auto& entry : overview.registers) {
        incidents += incidents_of(entry);
        given += entry.recoveries.given;
        silent += is_silent(entry, now) ? 1 : 0;
    }
    return element(
        "div", "cards",
        card("Registers", number(static_cast<std::int64_t>(overview.registers.size())),
             silent == 0 ? "all heard within a day" : number(silent) + " silent for a day or more") +
            card("Incidents", number(incidents), "reported so far") +
            card("Made good", number(given), "recoveries given") +
            card("Spent and reserved", total_spent(overview.registers), "cost to the stores"));
}

std::string heard_chip(const RegisterOverview& entry, Instant now) {
    if (entry.revoked) return element("span", "chip warm", "revoked");
    if (!entry.last_heard) return element("span", "chip bad", "never heard");
    const std::string words = ago(*entry.last_heard, now);
    if (is_silent(entry, now)) return element("span", "chip bad", "silent, last " + words);
    return element("span", "chip", words);
}

std::string register_row(const RegisterOverview& entry, Instant now) {
    const auto& incidents = entry.incidents;
    const std::string who = element("span", "name", escaped(entry.store)) + "<br>" +
                            element("span", "muted", escaped(entry.register_name));
    const std::string kinds = number(incidents.stock_out) + " out of stock<br>" +
                              count_of(incidents.failure, "failure", "failures") + ", " +
                              count_of(incidents.delight, "delight", "delights");
    const std::string money =
        amount(entry.money.spent, entry.currency) + " spent<br>" +
        element("span", "muted", amount(entry.money.reserved, entry.currency) + " reserved");
    const std::string vouchers = number(entry.vouchers.issued + entry.vouchers.redeemed) + " printed<br>" +
                                 element("span", "muted", number(entry.vouchers.redeemed) + " redeemed");
    return element("tr", "",
                   element("td", "", who) + element("td", "", heard_chip(entry, now)) +
                       element("td", "", kinds) + element("td", "right", number(incidents.closed_without)) +
                       element("td", "right",
                               number(entry.recoveries.given) + "<br>" +
                                   element("span", "muted", number(entry.recoveries.undone) + " undone")) +
                       element("td", "right", money) + element("td", "right", vouchers) +
                       element("td", "right", number(entry.events)));
}

std::string register_table(const ports::Overview& overview, Instant now) {
    if (overview.registers.empty())
        return element(
            "p", "",
            "No register is enrolled yet. Make a one-time code: <b>makegood-server --data DIR code "
            "--store NAME --register NAME</b>");
    std::string rows;
    for (const auto& entry : overview.registers) rows += register_row(entry, now);
    const std::string head =
        "<tr><th>Store</th><th>Last heard</th><th>Incidents</th><th class=\"right\">Left without</th><th "
        "class=\"right\">Made good</th><th class=\"right\">Money</th><th class=\"right\">Vouchers</th><th "
        "class=\"right\">Events</th></tr>";
    return element("div", "scroll",
                   element("table", "", element("thead", "", head) + element("tbody", "", rows)));
}

std::string exception_list(const ports::Overview& overview, Instant now) {
    if (overview.exceptions.empty())
        return element("p", "muted", "Nothing is set aside. All journals are whole.");
    std::string rows;
    for (std::size_t i = 0; i < std::min(overview.exceptions.size(), exceptions_shown); ++i) {
        const auto& exception = overview.exceptions[i];
        rows +=
            element("tr", "",
                    element("td", "", element("span", "chip warm", ports::word(exception.kind))) +
                        element("td", "",
                                escaped(exception.sentence) + "<br>" +
                                    element("span", "muted",
                                            "event " + number(static_cast<std::int64_t>(exception.sequence)) +
                                                " of " + escaped(exception.device.text()) + ", " +
                                                ago(exception.first_seen, now))));
    }
    return element("table", "", rows);
}

std::string title_of(const View& view) {
    return view.hub ? "Makegood store hub" : "Makegood head office";
}

std::string body(const View& view, Instant now) {
    const auto& overview = view.overview;
    const std::string time = base::format_instant(now);
    return element("header", "",
                   element("h1", "", title_of(view)) +
                       element("p", "muted", time.substr(0, 10) + ", " + time.substr(11, 5) + " UTC")) +
           enrolment_section(view, now) + (view.hub ? hub_section(view, now) : std::string()) +
           cards(overview, now) +
           element("section", "card", element("h2", "", "Stores") + register_table(overview, now)) +
           unmet_section(overview.unmet) +
           element("section", "card",
                   element("h2", "", "To look at: " + number(overview.exception_count)) +
                       exception_list(overview, now));
}

}  // namespace

std::string ago(Instant then, Instant now) {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(now - then).count();
    if (minutes < 1) return "just now";
    if (minutes < 60) return count_of(minutes, "minute", "minutes") + " ago";
    if (minutes < 24 * 60) return count_of(minutes / 60, "hour", "hours") + " ago";
    return count_of(minutes / (24 * 60), "day", "days") + " ago";
}

wire::HttpResponse page(const View& view, Instant now) {
    const std::string style(page_style);
    // The digest is "sha-256=:…:" in one standard and 'sha256-…' in the other.
    const std::string digest = wire::content_digest(style);
    const std::string style_hash = digest.substr(9, digest.size() - 10);
    const std::string html =
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
        "content=\"width=device-width, initial-scale=1\"><title>" +
        title_of(view) + "</title><style>" + style + "</style></head><body>" +
        element("main", "", body(view, now)) + "</body></html>\n";
    return {
        200,
        {{"content-type", "text/html; charset=utf-8"},
         {"content-security-policy", "default-src 'none'; style-src 'sha256-" + style_hash +
                                         "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
         {"x-content-type-options", "nosniff"},
         {"referrer-policy", "no-referrer"},
         {"cache-control", "no-store"}},
        html};
}

}  // namespace makegood::server::receiver
