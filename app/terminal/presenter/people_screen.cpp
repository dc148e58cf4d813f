#include "app/terminal/presenter/people_screen.hpp"

#include <algorithm>

#include "app/terminal/presenter/new_person_screen.hpp"
#include "app/terminal/presenter/screen_words.hpp"
#include "app/terminal/presenter/tasks.hpp"

namespace makegood::terminal::presenter {
namespace {

using core::budget::Act;
using ports::Role;
using service::StaffMember;

constexpr std::size_t most_people = 8;

Lamp lamp_of(const service::SignInState& state) {
    if (state.locked) return {Health::bad, words::locked, {}};
    if (state.wait > Duration::zero()) return {Health::attention, words::waits(state.wait), {}};
    return {Health::good, words::can_sign_in, {}};
}

// Empty: they may.
std::string why_not(const ports::Person& by, Act act, const Currency& currency) {
    const auto may = core::budget::may({}, by.role, {act}, currency);
    return may ? std::string() : may.error().sentence;
}

// The first reason there is.
std::string either(std::string one, const char* other, bool holds) {
    return one.empty() && holds ? other : std::move(one);
}

Choice choice(const char* id, const char* text, std::string unavailable) {
    return {.id = id, .icon = {}, .text = text, .chosen = false, .unavailable = std::move(unavailable)};
}

}  // namespace

std::size_t people_pages(const std::vector<StaffMember>& staff) {
    return std::max<std::size_t>(1, (staff.size() + most_people - 1) / most_people);
}

People people_of(const std::vector<StaffMember>& staff, std::size_t page) {
    People view{.add = words::add_somebody};
    const std::size_t first = page * most_people, end = std::min(staff.size(), first + most_people);
    for (std::size_t i = first; i < end; ++i) {
        const auto& person = staff[i].person;
        view.lines.push_back({person.id.text(), person.name, person.initials, words::role(person.role),
                              lamp_of(staff[i].sign_in)});
    }
    if (people_pages(staff) > 1)
        view.more = end == staff.size() ? words::back_to_first : words::and_more(staff.size() - end);
    return view;
}

Sheet member_sheet(const StaffMember& member, const ports::Person& by, const Currency& currency) {
    const auto& person = member.person;
    const Act care = person.role == Role::clerk ? Act::look_after_clerks : Act::look_after_people;
    const std::string not_care = why_not(by, care, currency);
    const bool own = person.id == by.id;
    Sheet sheet{.title = person.name,
                .text = words::joined({words::role(person.role), lamp_of(member.sign_in).text}),
                .other = words::back_to_people};
    sheet.choices = {
        choice("pin", words::make_pin, not_care),
        choice("role", words::change_role,
               either(why_not(by, Act::look_after_people, currency), words::not_yourself, own)),
        choice("unlock", words::open_sign_in,
               either(not_care, words::not_locked,
                      !member.sign_in.locked && member.sign_in.wait == Duration::zero())),
        choice("remove", words::take_out, either(not_care, words::not_yourself, own)),
    };
    return sheet;
}

std::string PeoplePage::title() const {
    return words::people;
}

void PeoplePage::shown(Stage& stage) {
    instead_ = {.icon = "clock", .message = words::asking};
    load(stage);
    if (added_) tell_pin(added_->person, added_->pin, stage);
    added_.reset();
}

void PeoplePage::load(Stage& stage) {
    stage.backend.staff(stage.here<std::vector<StaffMember>>([this](auto staff) {
        if (!staff) {
            instead_ = {.icon = "exclamation", .message = staff.error().sentence};
            return;
        }
        staff_ = std::move(*staff);
        page_ = std::min(page_, people_pages(*staff_) - 1);
    }));
}

Body PeoplePage::body(const Stage&) const {
    return staff_ ? people_of(*staff_, page_) : instead_;
}

void PeoplePage::touched(const std::string& id, Stage& stage) {
    if (!staff_) return;
    if (id == "more") page_ = (page_ + 1) % people_pages(*staff_);
    if (id == "add") stage.go(std::make_unique<NewPersonPage>());
    if (id.starts_with("member:")) show_member(PersonId(id.substr(7)), stage);
}

void PeoplePage::scanned(const std::string& code, Stage& stage) {
    take_scan(code, stage);
}

void PeoplePage::show_member(const PersonId& id, Stage& stage) {
    const auto member = std::find_if(staff_->begin(), staff_->end(),
                                     [&](const StaffMember& each) { return each.person.id == id; });
    if (member == staff_->end() || !stage.facts.person) return;
    stage.show_sheet(
        member_sheet(*member, *stage.facts.person, stage.facts.setup.currency),
        [this, about = *member, &stage](const std::string& chosen) { answer(chosen, about, stage); });
}

void PeoplePage::answer(const std::string& chosen, const StaffMember& member, Stage& stage) {
    const auto& person = member.person;
    const auto sheet = member_sheet(member, *stage.facts.person, stage.facts.setup.currency);
    for (const auto& each : sheet.choices)
        if (each.id == chosen && !each.unavailable.empty()) return stage.say(each.unavailable);
    if (chosen == "pin") ask_pin(person, stage);
    if (chosen == "role") ask_role(person, stage);
    if (chosen == "remove") ask_removal(person, stage);
    if (chosen == "unlock")
        stage.backend.unlock(person.id, stage.by(), done(words::can_sign_in_again(person.name), stage));
}

Answer<> PeoplePage::done(std::string news, Stage& stage) {
    return stage.work<void>([this, news = std::move(news), &stage](Result<> result) {
        result ? stage.say(news) : stage.tell(result.error());
        load(stage);
    });
}

void PeoplePage::ask_pin(const ports::Person& person, Stage& stage) {
    stage.show_sheet({.title = words::new_pin_of(person.name),
                      .text = words::new_pin_text,
                      .action = words::make_pin,
                      .other = words::not_now},
                     [this, person, &stage](const std::string&) {
                         stage.backend.make_pin(person.id, stage.by(),
                                                stage.work<std::string>([this, person, &stage](auto pin) {
                                                    if (!pin) return stage.tell(pin.error());
                                                    tell_pin(person, *pin, stage);
                                                    load(stage);
                                                }));
                     });
}

// It stays until somebody says that it was read: nothing else shows it again.
void PeoplePage::tell_pin(const ports::Person& person, const std::string& pin, Stage& stage) {
    stage.show_form({.title = words::pin_in_groups(pin),
                     .text = words::pin_is_told_once(person.name),
                     .action = words::all_right});
}

void PeoplePage::form_touched(const std::string& id, Stage& stage) {
    if (id == "sheet") stage.take_sheet();
}

void PeoplePage::ask_role(const ports::Person& person, Stage& stage) {
    Sheet sheet{.title = person.name, .text = words::which_role, .other = words::not_now};
    for (const auto role : {Role::clerk, Role::supervisor, Role::manager, Role::owner})
        sheet.choices.push_back({.id = std::string(ports::word(role)),
                                 .icon = {},
                                 .text = words::role(role),
                                 .chosen = role == person.role});
    stage.show_sheet(std::move(sheet), [this, person, &stage](const std::string& chosen) {
        const auto role = core::budget::role_from_word(chosen);
        if (!role || *role == person.role) return;
        stage.backend.change_role(person.id, *role, stage.by(),
                                  done(words::is_now(person.name, *role), stage));
    });
}

void PeoplePage::ask_removal(const ports::Person& person, Stage& stage) {
    stage.show_sheet({.title = words::take_out_whom(person.name),
                      .text = words::take_out_text,
                      .action = words::take_out,
                      .other = words::not_now},
                     [this, person, &stage](const std::string&) {
                         stage.backend.remove_person(person.id, stage.by(),
                                                     done(words::is_taken_out(person.name), stage));
                     });
}

}  // namespace makegood::terminal::presenter
