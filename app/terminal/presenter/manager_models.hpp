// What the manager's screens show, as plain values; see view_model.hpp.
#pragma once
#include <string>
#include <vector>

namespace makegood::terminal::presenter {

// One of the manager's screens, in the bar on top of all of them.
struct SectionTab {
    std::string id, text;  // touched as "section:<id>"
    bool chosen = false;
    friend bool operator==(const SectionTab&, const SectionTab&) = default;
};

// A large number with what it is above, and what it is made of below.
struct Figure {
    std::string caption, number, line;
    std::string aside{};     // at the right of the caption: "of $150"
    bool has_meter = false;  // the shares are drawn, of a limit, 0..1
    double spent_share = 0, reserved_share = 0;
    bool needs_care = false;  // the line says something that wants attention
    friend bool operator==(const Figure&, const Figure&) = default;
};

// One hour of today's money; amounts as parts of the tallest, 0..1.
struct HourBar {
    std::string hour;  // "14"
    std::string name;  // "14 o'clock: $4.10 given, $1.00 likely to come, $6.00 allowed"
    double given = 0, to_come = 0, allowed = 0;
    friend bool operator==(const HourBar&, const HourBar&) = default;
};
struct HourChart {
    std::string title, aside;  // "By the hour, and what is still to come", "up to $12.40 an hour"
    std::vector<HourBar> hours;
    std::string note;  // what bars and dots are; with no hours, why there are none
    friend bool operator==(const HourChart&, const HourChart&) = default;
};

// Two lines at the left, and two at the right.
struct MoneyLine {
    std::string name, line, value, value_line;
    std::string id{};  // touched as "line:<id>"; empty: only read
    friend bool operator==(const MoneyLine&, const MoneyLine&) = default;
};
struct ListTab {
    std::string id, text;  // touched as "list:<id>"
    bool chosen = false;
    friend bool operator==(const ListTab&, const ListTab&) = default;
};
struct MoneyList {
    std::vector<ListTab> tabs;
    std::vector<MoneyLine> lines;  // at most five; three where they can be touched
    std::string more;              // as in Unmet
    std::string message;           // stands there instead, or what the list is about
    friend bool operator==(const MoneyList&, const MoneyList&) = default;
};

struct TodaysMoney {
    std::vector<Figure> figures;  // four
    HourChart chart;
    MoneyList list;
    std::string icon, message;  // stand there instead of all; empty: the figures are there
    friend bool operator==(const TodaysMoney&, const TodaysMoney&) = default;
};

// One pot of rights.
struct PotLine {
    std::string name, line, value;  // "Today", "used $4.10 of $20.00 granted", "holds $15.90"
    double used_share = 0;          // of what was granted
    friend bool operator==(const PotLine&, const PotLine&) = default;
};
// What is known of the hub: "Hub", "hub.example:8443"
struct HubFact {
    std::string name, value;
    friend bool operator==(const HubFact&, const HubFact&) = default;
};
struct Registers {
    std::vector<Figure> figures;  // four
    std::string title, line;      // this register; its device and epoch
    std::string state;            // how it stands with its hub, with the way out where there is one
    bool alone = false, trouble = false;
    std::vector<HubFact> facts;          // at most four; none where it belongs to no hub
    std::string join, join_unavailable;  // "Join the shop’s hub", touched as "join"; why not
    std::string pots_title;
    std::vector<PotLine> pots;  // at most four
    std::string pots_message;   // stands there where there is none
    std::string icon, message;  // stand there instead of all
    friend bool operator==(const Registers&, const Registers&) = default;
};

// Six digits that somebody compares with the hub's screen; or how that ended.
struct HubWord {
    std::string icon;           // where there are no digits
    std::string digits, title;  // "482 915", "Compare with the hub’s screen"
    std::string line, state;    // what to do; how long it waits, how it stands
    bool trouble = false;       // the state wants attention
    std::string action, other;  // touched as "action" and "give-up"; empty: none
    friend bool operator==(const HubWord&, const HubWord&) = default;
};

}  // namespace makegood::terminal::presenter
