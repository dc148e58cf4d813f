#include "app/terminal/presenter/new_person_screen.hpp"

#include "app/base/letters.hpp"
#include "app/terminal/presenter/keyboards.hpp"
#include "app/terminal/presenter/people_screen.hpp"
#include "app/terminal/presenter/screen_words.hpp"
#include "app/terminal/presenter/tasks.hpp"

namespace makegood::terminal::presenter {
namespace {

using core::budget::Act;
using ports::Role;

constexpr std::size_t longest_name = 60;

std::string why_not(const Stage& stage, Role role) {
    if (!stage.facts.person) return {};
    const Act act = role == Role::clerk ? Act::look_after_clerks : Act::look_after_people;
    const auto may = core::budget::may({}, stage.facts.person->role, {act}, stage.facts.setup.currency);
    return may ? std::string() : may.error().sentence;
}

// The keyboard on the screen has small letters only, and names begin with large ones.
char32_t as_in_a_name(const std::string& before, char32_t key) {
    const bool begins = before.empty() || before.back() == ' ' || before.back() == '-';
    return begins && key >= U'a' && key <= U'z' ? key - U'a' + U'A' : key;
}

}  // namespace

std::string NewPersonPage::title() const {
    return words::add_somebody;
}

Body NewPersonPage::body(const Stage& stage) const {
    NewPerson view{.text = name_,
                   .hint = words::name_hint,
                   .action = words::add,
                   .unavailable = what_is_missing(),
                   .keyboard = letter_keyboard()};
    for (const auto role : {Role::clerk, Role::supervisor, Role::manager, Role::owner})
        view.roles.push_back({.id = std::string(ports::word(role)),
                              .icon = {},
                              .text = words::role(role),
                              .chosen = role == role_,
                              .unavailable = why_not(stage, role)});
    return view;
}

std::string NewPersonPage::what_is_missing() const {
    return name_.empty() ? words::name_missing : "";
}

void NewPersonPage::touched(const std::string& id, Stage& stage) {
    if (id.starts_with("role:")) choose(id.substr(5), stage);
    if (id == "action") add(stage);
}

void NewPersonPage::choose(const std::string& word, Stage& stage) {
    const auto role = core::budget::role_from_word(word);
    if (!role) return;
    if (auto why = why_not(stage, *role); !why.empty()) return stage.say(std::move(why));
    role_ = *role;
}

void NewPersonPage::typed(char32_t key, Stage& stage) {
    if (key == U'\n') return add(stage);
    if (key != U'\b' && !printable(key)) return;
    if (key == U' ' && (name_.empty() || name_.back() == ' ')) return;
    if (key != U'\b' && base::letters_in(name_) >= longest_name) return;
    type(name_, as_in_a_name(name_, key));
}

// A badge is given where the PIN is known; an article here is a scan too many.
void NewPersonPage::scanned(const std::string& code, Stage& stage) {
    take_scan(code, stage);
}

void NewPersonPage::add(Stage& stage) {
    if (auto missing = what_is_missing(); !missing.empty()) return stage.say(std::move(missing));
    service::NewPerson wanted;
    wanted.name = name_.substr(0, name_.find_last_not_of(' ') + 1);
    wanted.role = role_;
    const auto tell = [&stage](Result<service::AddedPerson> added) {
        if (!added) return stage.tell(added.error());
        stage.go(std::make_unique<PeoplePage>(std::move(*added)));
    };
    stage.backend.add_person(wanted, stage.by(), stage.work<service::AddedPerson>(tell));
}

}  // namespace makegood::terminal::presenter
