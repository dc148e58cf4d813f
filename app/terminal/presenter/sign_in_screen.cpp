#include "app/terminal/presenter/sign_in_screen.hpp"

#include <utility>

#include "app/terminal/presenter/keyboards.hpp"
#include "app/terminal/presenter/screen_words.hpp"
#include "app/terminal/presenter/sections.hpp"

namespace makegood::terminal::presenter {
namespace {
constexpr std::size_t longest_pin = 12;
}

std::string SignInPage::title() const {
    return words::sign_in_title;
}

Body SignInPage::body(const Stage& stage) const {
    SignIn view{.prompt = prompt_.empty() ? words::sign_in_prompt : prompt_,
                .digits = static_cast<int>(pin_.size()),
                .message = message_,
                .busy = stage.working(),
                .keyboard = digit_keyboard()};
    for (const ports::Person& person : people_)
        view.people.push_back({person.id.text(), person.name, person.initials, person.id == chosen_});
    return view;
}

void SignInPage::shown(Stage& stage) {
    stage.backend.people(stage.here<std::vector<ports::Person>>([this](auto people) {
        if (!people) {
            message_ = people.error().sentence;
            return;
        }
        people_ = std::move(*people);
        if (people_.empty()) message_ = words::no_people;
        if (people_.size() == 1) chosen_ = people_.front().id;
    }));
}

void SignInPage::touched(const std::string& id, Stage&) {
    if (!id.starts_with("person:")) return;
    chosen_ = PersonId(id.substr(7));
    pin_.clear();
    message_.clear();
}

void SignInPage::typed(char32_t key, Stage& stage) {
    if (key == U'\n') return sign_in(stage);
    const bool digit = key >= U'0' && key <= U'9';
    if (key != U'\b' && !digit) return;
    message_ = chosen_.empty() ? words::name_first : "";
    if (chosen_.empty() || (digit && pin_.size() >= longest_pin)) return;
    type(pin_, key);
}

void SignInPage::sign_in(Stage& stage) {
    if (chosen_.empty() || pin_.empty()) {
        message_ = chosen_.empty() ? words::name_first : words::pin_first;
        return;
    }
    message_.clear();
    stage.backend.sign_in(chosen_, std::exchange(pin_, {}),
                          stage.work<ports::Person>([this, &stage](auto person) {
                              if (!person) {
                                  message_ = person.error().sentence;
                                  return;
                              }
                              is_here(std::move(*person), stage);
                          }));
}

void SignInPage::is_here(ports::Person person, Stage& stage) {
    stage.facts.person = std::move(person);
    begin(stage);
}

// A badge, or something else that was scanned too early.
void SignInPage::scanned(const std::string& code, Stage& stage) {
    pin_.clear();  // of a scan that a busy window took for typing
    stage.backend.sign_in_with_badge(code, stage.work<ports::Person>([this, &stage](auto person) {
        if (person) return is_here(std::move(*person), stage);
        if (person.error().kind == ErrorKind::not_found) return stage.say(words::scan_before_sign_in);
        message_ = person.error().sentence;
    }));
}

}  // namespace makegood::terminal::presenter
