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

// A large number with what it is above and what it is made of below.
struct Figure {
    std::string caption, number, line;
    double spent_share = 0, reserved_share = 0;  // of a limit, 0..1, drawn as a meter
    bool has_meter = false;
    bool needs_care = false;  // the line is told as what wants attention
    friend bool operator==(const Figure&, const Figure&) = default;
};

struct TodaysMoney {
    std::vector<Figure> figures;  // four
    std::string icon, message;    // stand there instead; empty: the figures are there
    friend bool operator==(const TodaysMoney&, const TodaysMoney&) = default;
};

}  // namespace makegood::terminal::presenter
