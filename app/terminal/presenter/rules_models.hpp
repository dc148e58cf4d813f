// What the screens of the owner's rules show, as plain values; see view_model.hpp.
#pragma once
#include <string>
#include <vector>

namespace makegood::terminal::presenter {

struct RuleGroup {
    std::string id, text;  // touched as "group:<id>"
    std::string badge;     // how many of it are changed; empty: none
    bool chosen = false;
    friend bool operator==(const RuleGroup&, const RuleGroup&) = default;
};
struct RuleField {
    std::string id, title, value;  // touched as "rule:<id>"
    std::string line;              // "5 usual gifts", "was $24.00", or what is wrong
    bool changed = false, wrong = false;
    bool is_switch = false, on = false;  // touching it turns it
    std::string unavailable;
    friend bool operator==(const RuleField&, const RuleField&) = default;
};
struct RuleAction {
    std::string id, text;     // touched as "do:<id>"
    std::string name;         // with what it is about: "Undo: Most cost each"
    std::string unavailable;  // why not now
    bool accent = false;
    friend bool operator==(const RuleAction&, const RuleAction&) = default;
};
struct RulesView {
    std::vector<RuleGroup> groups;
    std::string note;               // over the fields: what they are about, or that they are not set here
    std::vector<RuleField> fields;  // up to six, in fixed places
    std::string nothing;            // where there are none
    std::vector<RuleAction> actions;
    std::string icon, message;  // stand there instead; empty: the rules are there
    friend bool operator==(const RulesView&, const RulesView&) = default;
};

// The same figure under two rules.
struct Compared {
    std::string caption, tried, was;        // "Given", "212", "was 240"
    double tried_share = 0, was_share = 0;  // of the greater one, 0..1
    bool attention = false;                 // it got worse for somebody
    friend bool operator==(const Compared&, const Compared&) = default;
};
struct ComparedDay {
    std::string label;  // "Mo", "17"; empty: none under this one
    double tried_share = 0, was_share = 0;
    friend bool operator==(const ComparedDay&, const ComparedDay&) = default;
};
struct TriedCase {
    std::string title, when;  // "Coconut oil 400 ml", "21 November, 14:07"
    std::string was, tried;   // "Virgin coconut oil 800 ml, $4.10", "nothing"
    std::string why;
    friend bool operator==(const TriedCase&, const TriedCase&) = default;
};
struct WhatIfView {
    std::vector<RuleAction> spans;  // last week, last month; the accent one is shown
    std::vector<Compared> figures;  // four
    std::string chart_title, chart_line, was_word, tried_word;
    std::vector<ComparedDay> days;
    std::string chart_words;        // the same, to be read
    std::string cases_title, more;  // as in Unmet
    std::vector<TriedCase> cases;   // up to three
    std::string nothing;            // instead of the cases
    std::vector<RuleAction> actions;
    int percent = -1;           // while it runs
    std::string icon, message;  // stand there instead, also while it runs
    friend bool operator==(const WhatIfView&, const WhatIfView&) = default;
};

struct VersionLine {
    std::string id, title, line;  // "Version 7", "21 November, 14:07 · Maria Adler"
    bool in_force = false;
    std::string state;  // "in force"
    friend bool operator==(const VersionLine&, const VersionLine&) = default;
};
struct VersionsView {
    std::vector<VersionLine> lines;  // newest first, at most six; touched as "version:<id>"
    std::string more, back;          // as in Unmet; the way back to the rules, touched as "do:back"
    std::string icon, message;
    friend bool operator==(const VersionsView&, const VersionsView&) = default;
};

}  // namespace makegood::terminal::presenter
