// What each screen shows, as plain values. The presenter makes them, the views draw them, the storybook
// prepares them by hand. All words are ready for people; views choose no words.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/base/bitmap.hpp"
#include "app/terminal/presenter/manager_models.hpp"
#include "app/terminal/presenter/rules_models.hpp"

namespace makegood::terminal::presenter {

enum class Health : std::uint8_t { good, attention, bad };

struct Lamp {  // a dot and a word
    Health health = Health::good;
    std::string text;    // "Printer", "3 to send", "Paper out"
    std::string detail;  // the whole sentence, shown in a sheet when touched
    friend bool operator==(const Lamp&, const Lamp&) = default;
};

struct TopBar {
    std::string store, place;                    // "Corner Market", "Register 2"
    std::string left_text, of_text;              // "$86.40", "of $150"; empty: not signed in
    double spent_share = 0, reserved_share = 0;  // of the limit, 0..1; reserved is hatched
    Lamp printer, sync;
    std::string initials, person;       // "MA"; empty: nobody signed in
    std::string left_caption;           // "Left today", "Left this week"
    std::string sign_out = "Sign out";  // what touching the initials does
    friend bool operator==(const TopBar&, const TopBar&) = default;
};

struct Key {
    std::string label;   // "7", "a"
    std::string insert;  // what it types; "\b" rubs out, "\n" confirms
    std::string name;    // for the accessibility tree: "Seven", "Rub out"
    int span = 1;        // widths of a normal key
    friend bool operator==(const Key&, const Key&) = default;
};

struct PersonTile {
    std::string id, name, initials;
    bool chosen = false;
    friend bool operator==(const PersonTile&, const PersonTile&) = default;
};
struct SignIn {
    std::vector<PersonTile> people;
    std::string prompt;   // "Touch your name, then your PIN"
    int digits = 0;       // entered so far, shown as dots
    std::string message;  // why not; empty when fine
    bool busy = false;
    std::vector<std::vector<Key>> keyboard;  // the digits; "\n" signs in
    friend bool operator==(const SignIn&, const SignIn&) = default;
};

struct Tile {
    std::string id;    // "stock-out", "failure", "surprise", "promises"
    std::string icon;  // name of one of our icons
    std::string title, line;
    std::string badge;        // "3"; empty: none
    bool accent = false;      // the one thing to do next
    std::string unavailable;  // why it can't be used now; said when touched; empty: it can
    friend bool operator==(const Tile&, const Tile&) = default;
};
struct Home {
    std::string field_hint;   // "Scan an article or a voucher, or type what is missing"
    std::vector<Tile> tiles;  // always four, always in their places
    friend bool operator==(const Home&, const Home&) = default;
};

struct ArticleLine {
    std::string id;          // article number
    std::string name, line;  // "Coconut oil 400 ml", "Kokora · $5.99 · Aisle 7 · none left"
    std::string initial;
    friend bool operator==(const ArticleLine&, const ArticleLine&) = default;
};
struct Search {                          // the stock-out screen: find the missing article
    std::string text;                    // typed so far
    std::string hint;                    // "Scan it, or type two letters"
    std::vector<ArticleLine> found;      // at most five, in fixed places
    std::string message;                 // "Nothing here begins with …"
    std::string write_down;              // "Not sold here? Write it down"; touched as "write-down"
    std::string write_down_name;         // "Not sold here: write down “oat milk”"
    std::string write_down_unavailable;  // why not yet; empty: two letters were typed
    std::vector<std::vector<Key>> keyboard;
    friend bool operator==(const Search&, const Search&) = default;
};

struct Choice {
    std::string id, icon, text;
    bool chosen = false;
    std::string unavailable;
    friend bool operator==(const Choice&, const Choice&) = default;
};
struct Failure {
    std::vector<Choice> kinds;       // eight tiles
    std::vector<Choice> severities;  // three faces
    std::vector<Choice> context;     // five chips
    std::string article;             // scanned to it; empty: none ("Scan it if it is about an article")
    std::string action;              // "Make it good"
    std::string unavailable;         // why the action can't be used yet
    friend bool operator==(const Failure&, const Failure&) = default;
};

struct Card {
    std::string id;     // offer id
    std::string label;  // "Twice as large, free"
    std::string initial, title, detail;
    std::string sentence;         // to say aloud, in quotes
    std::string place;            // "Aisle 7, second shelf · 14 there"
    std::string pays_word, pays;  // "Pays", "nothing"
    std::string cost;             // "costs us $4.10"
    std::string reason;
    std::string action;  // "Give this"
    std::string no;      // "Not this one"; touched as "no:<id>", another takes its place
    bool best = false;
    friend bool operator==(const Card&, const Card&) = default;
};
struct FreeOption {
    std::string id, title, line;  // id "none" closes without giving
    friend bool operator==(const FreeOption&, const FreeOption&) = default;
};
struct Offers {
    std::string title, line;       // "Coconut oil 400 ml", "is out of stock · 4th time"
    std::vector<Card> cards;       // up to three; fixed places
    std::string note;              // why there are fewer; shown in the empty place
    std::string change_needs;      // "Change what it must be", in the empty place too; touched as "needs"
    std::string free_caption;      // "Without spending a cent"
    std::vector<FreeOption> free;  // up to four, and the one that closes without giving
    bool busy = false;             // a card was touched; waiting for the disk
    friend bool operator==(const Offers&, const Offers&) = default;
};

struct Given {
    std::string title;  // "Virgin coconut oil 800 ml, free"
    std::string line;   // "Aisle 7, second shelf · sticker printed · recorded for head office"
    std::string say_caption, sentence;
    std::string next;                // "Next customer"
    std::string undo;                // "Undo · 0:52"; empty once the time is over
    std::string undo_unavailable;    // why not, when touched
    std::optional<Bitmap> paper;     // what the printer got
    std::string paper_caption;       // "This is what the printer got", "Waiting for paper …"
    std::string undo_word = "Undo";  // stays in its place when the time is over
    friend bool operator==(const Given&, const Given&) = default;
};

struct PaperQuestion {  // "Not sure: did voucher … come out whole?"
    std::string title, line;
    std::optional<Bitmap> paper;
    std::string whole, torn, later;  // the three answers
    friend bool operator==(const PaperQuestion&, const PaperQuestion&) = default;
};

struct PromiseLine {
    std::string id, what, due;  // "by 16:00"
    bool late = false;
    std::string action;  // "Kept"
    friend bool operator==(const PromiseLine&, const PromiseLine&) = default;
};
struct Promises {
    std::vector<PromiseLine> lines;  // soonest first, at most six
    std::string message;             // "Nothing is due."
    friend bool operator==(const Promises&, const Promises&) = default;
};

struct UnmetLine {
    std::string times, name;  // "7×", "Coconut oil 400 ml"
    std::string line;         // "asked for 7 times, 9 pieces · 3 left without · cost us $12.40"
    // "taken instead", "4 × Virgin coconut oil 800 ml"; empty for what is not sold here
    std::string instead_caption, instead;
    friend bool operator==(const UnmetLine&, const UnmetLine&) = default;
};
struct Unmet {                     // what to order; only read
    std::vector<UnmetLine> lines;  // most asked for first, at most six; five where there are more
    std::string more;              // "14 more", "Back to the first"; touched as "more"; empty: these are all
    std::string icon;              // stands over the message where there is no list; empty: none
    std::string message;           // of which days, or why there is no list
    friend bool operator==(const Unmet&, const Unmet&) = default;
};

struct PersonLine {
    std::string id, name, initials, role;
    Lamp sign_in;  // "Can sign in", "Waits 2 minutes", "Locked"
    friend bool operator==(const PersonLine&, const PersonLine&) = default;
};
struct People {                     // who works here, for those who look after them
    std::vector<PersonLine> lines;  // by name, touched as "member:<id>", at most eight
    std::string add;                // "Add somebody"; touched as "add"
    std::string more;               // as in Unmet
    std::string icon, message;      // stand there instead of the list; empty: the list is there
    friend bool operator==(const People&, const People&) = default;
};
struct NewPerson {              // somebody is added
    std::string text, hint;     // the name, as far as it is typed; what to type
    std::vector<Choice> roles;  // always four, touched as "role:<id>"
    std::string action;         // "Add"; touched as "action"
    std::string unavailable;    // why not yet
    std::vector<std::vector<Key>> keyboard;
    friend bool operator==(const NewPerson&, const NewPerson&) = default;
};

// The two texts with which this register joins the shop's hub, where its QR code can't be scanned.
struct TypedField {
    std::string id, caption, text, hint;  // touched as "field:<id>"
    bool chosen = false;                  // what is typed goes here
    friend bool operator==(const TypedField&, const TypedField&) = default;
};
struct JoinHub {
    std::string lead;                        // what to scan, and which are the two ways
    std::vector<TypedField> fields;          // two
    std::vector<std::vector<Key>> keyboard;  // "\n" goes on: "Next", "Join"
    friend bool operator==(const JoinHub&, const JoinHub&) = default;
};

struct Trouble {  // the register can't start; nothing else is shown
    std::string title, text;
    std::string again, close;  // "Try again", "Close"
    bool busy = false;         // it is being tried
    friend bool operator==(const Trouble&, const Trouble&) = default;
};

// On a sheet that stays until it is signed or left: who signs, and their PIN. The sheet's choices are
// reasons.
struct Signature {
    std::vector<PersonTile> people;  // up to six, touched as "signer:<id>"
    int digits = 0;                  // entered so far, shown as dots
    std::string message;             // what is missing, or why not; empty when fine
    bool busy = false;
    std::vector<std::vector<Key>> keyboard;  // the digits; "\n" signs
    std::string wait{};  // "Let it wait for them", touched as "sheet:wait"; empty: it can't
    friend bool operator==(const Signature&, const Signature&) = default;
};

// On a sheet that stays: a number is entered. The sheet's choices are other ways to set it.
struct NumberEntry {
    std::string text, unit;  // as far as it is typed; "%", "USD"
    std::string hint;        // stands there until the first digit: what holds now
    std::string message;     // what is wrong with it; empty when fine
    std::vector<std::vector<Key>> keyboard;
    friend bool operator==(const NumberEntry&, const NumberEntry&) = default;
};

// A sheet inside the window over the screen: news with one thing to do. Never a popup.
struct Sheet {
    std::string title, text;
    std::string action;           // "All right", touched as "sheet"; empty: a choice is the answer
    std::string other;            // the quiet way out, "Not now", touched as "sheet-other"; empty: none
    std::vector<Choice> choices;  // up to six, touched as "sheet:<id>"; with an action they toggle until then
    std::optional<Signature> signature{};
    std::optional<NumberEntry> number{};
    friend bool operator==(const Sheet&, const Sheet&) = default;
};

struct Screen {
    TopBar top;
    std::string back;  // name of the way back, "Home"; empty: none
    std::variant<SignIn, Home, Search, Failure, Offers, Given, PaperQuestion, Promises, Unmet, People,
                 NewPerson, TodaysMoney, RulesView, WhatIfView, VersionsView, Registers, JoinHub, HubWord,
                 Trouble>
        body;
    std::optional<Sheet> sheet;
    std::string strip;  // one line of news at the foot: "Undone. Tear up the sticker."; empty: none
    std::string title;  // "Something went wrong", "Done"; empty: the store's name stands there
    std::vector<SectionTab> sections;  // in place of the title and the money left; empty: no manager's screen
    friend bool operator==(const Screen&, const Screen&) = default;
};

// What a person did. `id` as in the model above; "key:" is followed by the Key's insert.
struct Touched {
    std::string
        id;  // "back", "person:p1", "key:7", "tile:stock-out", "article:123", "kind:…", "severity:…",
             // "context:…", "action", "card:o1-17.1", "free:o1-17.4", "no:o1-17.1", "needs",
             // "write-down", "more", "next", "undo", "whole",
             // "signer:p2", "group:budget", "rule:limits.cards", "do:save", "version:7", "member:p2",
             // "role:clerk", "add", "join", "field:code", "give-up", "torn", "later", "promise:m1-18",
             // "section:money", "list:clerks", "line:o1-17.1", "sheet", "sheet-other", "sheet:<id>",
             // "lamp:printer", "lamp:sync", "sign-out", "field", "again", "close"
};

}  // namespace makegood::terminal::presenter
