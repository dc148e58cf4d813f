#include "app/terminal/presenter/join_screen.hpp"

#include "app/terminal/presenter/keyboards.hpp"
#include "app/terminal/presenter/manager_words.hpp"
#include "app/terminal/presenter/registers_screen.hpp"

namespace makegood::terminal::presenter {
namespace {

using service::HubMembership;
using State = HubMembership::State;

constexpr std::size_t longest_address = 120, code_letters = 10, half_a_code = 5;

// What the hub's QR code begins with, as the text of a scan or as it is typed by a slow scanner.
bool is_ticket(const std::string& text) {
    constexpr std::string_view start = "makegood:";
    if (text.size() < start.size()) return false;
    for (std::size_t i = 0; i < start.size(); ++i)
        if ((text[i] >= 'A' && text[i] <= 'Z' ? text[i] - 'A' + 'a' : text[i]) != start[i]) return false;
    return true;
}

bool has_ended(State state) {
    return state == State::joined || state == State::turned_away || state == State::expired;
}

HubWord ended(const char* icon, const char* title, const char* line, const char* action) {
    return {.icon = icon, .title = title, .line = line, .action = action};
}

HubWord waiting(const HubMembership& now, const Facts& facts) {
    HubWord word{
        .digits = now.digits, .title = words::compare, .line = words::compare_line, .other = words::give_up};
    const auto& time = facts.setup.time_of_day;
    if (now.since && now.until) word.state = words::waits_until(time(*now.since), time(*now.until));
    if (!now.unreached_since) return word;
    word.state = words::hub_out_of_reach(time(*now.unreached_since));
    word.trouble = true;
    return word;
}

// "7K3QM-0ZT4W", as far as it is typed.
std::string in_two_parts(const std::string& code) {
    return code.size() <= half_a_code ? code : code.substr(0, half_a_code) + "-" + code.substr(half_a_code);
}

}  // namespace

HubWord hub_word_of(const HubMembership& now, const Facts& facts) {
    switch (now.state) {
        case State::waits:
            return waiting(now, facts);
        case State::joined:
            return ended("check", words::joined_title, words::joined_line, words::all_right);
        case State::turned_away:
            return ended("exclamation", words::turned_away_title, words::turned_away_line, words::all_right);
        case State::expired:
            return ended("hourglass", words::expired_title, words::expired_line, words::all_right);
        case State::asking:
        case State::alone:
            break;
    }
    return {.icon = "clock", .title = words::asking_hub, .line = words::asking_line, .other = words::give_up};
}

std::string whole_address(const std::string& typed) {
    if (is_ticket(typed) || typed.find("://") != typed.npos) return typed;
    return "https://" + typed;
}

std::string JoinPage::title() const {
    return words::join_hub;
}

bool JoinPage::is_typing() const {
    return asked_ == 0 && now_.state == State::alone;
}

Body JoinPage::body(const Stage& stage) const {
    if (asked_ > 0) return hub_word_of({.state = State::asking}, stage.facts);
    if (now_.state != State::alone) return hub_word_of(now_, stage.facts);
    return JoinHub{
        .lead = words::join_lead,
        .fields = {{"address", words::hub_address, address_, words::address_hint, !at_code_},
                   {"code", words::one_time_code, in_two_parts(code_), words::code_hint, at_code_}},
        .keyboard = address_keyboard(goes_on() ? words::next : words::join)};
}

bool JoinPage::goes_on() const {
    return !at_code_ && !what_is_missing().empty();
}

std::string JoinPage::what_is_missing() const {
    if (address_.empty()) return words::type_address;
    if (is_ticket(address_) || code_.size() == code_letters) return {};
    return words::type_code;
}

void JoinPage::touched(const std::string& id, Stage& stage) {
    if (id == "give-up") return give_up(stage);
    if (id == "action") return act(stage);
    if (id.starts_with("field:")) at_code_ = id == "field:code";
}

void JoinPage::typed(char32_t key, Stage& stage) {
    if (!is_typing()) return;
    if (key != U'\n') return at_code_ ? type_code(key) : type_address(key);
    if (!goes_on() || address_.empty()) return join(stage);
    at_code_ = true;
}

// No blanks, and nothing that no address has.
void JoinPage::type_address(char32_t key) {
    if (key != U'\b' && (key <= U' ' || key > U'~' || address_.size() >= longest_address)) return;
    type(address_, key);
}

void JoinPage::type_code(char32_t key) {
    if (key >= U'a' && key <= U'z') key = key - U'a' + U'A';
    const bool fits = (key >= U'A' && key <= U'Z') || (key >= U'0' && key <= U'9');
    if (key != U'\b' && (!fits || code_.size() >= code_letters)) return;
    type(code_, key);
}

void JoinPage::scanned(const std::string& code, Stage& stage) {
    if (!is_typing()) return;
    is_ticket(code) ? join(code, {}, stage) : stage.say(words::no_hub_code);
}

void JoinPage::join(Stage& stage) {
    if (auto missing = what_is_missing(); !missing.empty()) return stage.say(std::move(missing));
    join(whole_address(address_), is_ticket(address_) ? std::string() : code_, stage);
}

void JoinPage::join(const std::string& where, const std::string& code, Stage& stage) {
    ++asked_;
    const auto answered = [this, &stage](Result<HubMembership> now) {
        --asked_;
        if (now) {
            now_ = std::move(*now);
            return;
        }
        // What was given up by hand needs no explanation.
        if (asked_ == 0 && !gave_up_) stage.tell(now.error());
    };
    gave_up_ = false;
    stage.backend.hub().join(where, code, stage.by(), stage.here<HubMembership>(answered));
}

void JoinPage::status_changed(Stage& stage) {
    if (now_.state == State::asking || now_.state == State::waits) look(stage);
}

void JoinPage::look(Stage& stage) {
    if (looking_) return;
    looking_ = true;
    stage.backend.hub().look(stage.here<HubMembership>([this](Result<HubMembership> now) {
        looking_ = false;
        if (now && asked_ == 0) now_ = std::move(*now);
    }));
}

// From how it ended, on: the registers say the rest.
void JoinPage::act(Stage& stage) {
    if (!has_ended(now_.state)) return;
    // Whoever may not forget it for all is told again the next time.
    if (now_.state != State::joined) stage.backend.hub().give_up(stage.by(), [](Result<>) {});
    stage.go(std::make_unique<RegistersPage>());
}

void JoinPage::give_up(Stage& stage) {
    gave_up_ = true;
    stage.backend.hub().give_up(stage.by(), stage.work<void>([this, &stage](Result<> done) {
        if (!done) {
            gave_up_ = false;
            return stage.tell(done.error());
        }
        stage.say(words::gave_up_joining);
        stage.go(std::make_unique<RegistersPage>());
    }));
}

}  // namespace makegood::terminal::presenter
