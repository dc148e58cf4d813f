#include <CLI/CLI.hpp>

#include "app/cli/call.hpp"
#include "app/cli/signature.hpp"
#include "app/service/add_person.hpp"
#include "app/service/look_after_people.hpp"

namespace makegood::cli {
namespace {

const std::vector<std::string> roles{"clerk", "supervisor", "manager", "owner"};

struct Options {
    std::string name, role;
    bool remove = false, choose = false, own = false;
    Secret pin;
};
using Work = Result<> (*)(const Options&, const ports::Person&, const Call&, service::Desk&);

wire::Json json_of(const ports::Person& person) {
    return wire::Json::object(
        {{"person", person.id.text()}, {"name", person.name}, {"role", word(person.role)}});
}

void tell_pin(const Call& call, const ports::Person& person, const std::string& pin) {
    if (call.json) return call.answer(json_of(person).set("pin", pin));
    call.say("{} ({}) signs in with the PIN {}. It is shown only now.", person.name, word(person.role), pin);
}

Result<> add_person(const service::NewPerson& wanted, const Call& call, service::Desk& desk) {
    const auto added = service::add_person(desk, wanted, call.by);
    if (!added) return fail(added.error());
    tell_pin(call, added->person, added->pin);
    return {};
}

// "can sign in", "waits", "locked"
std::string_view state_word(const service::SignInState& state) {
    if (state.locked) return "locked";
    return state.wait > Duration::zero() ? "waits" : "open";
}

Result<> list(const Call& call, service::Desk& desk) {
    const auto people = service::staff_list(desk);
    if (!people) return fail(people.error());
    std::vector<wire::Json> json;
    for (const auto& [person, sign_in] : *people) {
        const auto how = state_word(sign_in);
        if (!call.json)
            call.say("{}  {}  {}{}", person.initials, person.name, word(person.role),
                     how == "open" ? "" : fmt::format("  ({})", how));
        json.push_back(json_of(person).set("initials", person.initials).set("sign_in", how));
    }
    if (call.json) call.answer(wire::Json::object({{"people", wire::Json::array(json)}}));
    return {};
}

Result<> change_pin(const Options& options, const ports::Person& person, const Call& call,
                    service::Desk& desk) {
    std::string chosen;
    if (options.choose || !options.pin.file.empty()) {
        auto secret = read_secret(options.pin, call);
        if (!secret) return fail(secret.error());
        chosen = std::move(*secret);
    }
    const auto pin = service::change_pin(desk, person.id, chosen, call.by);
    if (!pin) return fail(pin.error());
    if (chosen.empty())
        tell_pin(call, person, *pin);
    else if (call.json)
        call.answer(json_of(person));
    else
        call.say("{} signs in with the PIN that was chosen.", person.name);
    return {};
}

Result<> tell_done(const Call& call, const ports::Person& person, const char* state,
                   const std::string& words) {
    if (call.json)
        call.answer(json_of(person).set("state", state));
    else
        call.say("{} {}", person.name, words);
    return {};
}

Result<> unlock(const Options&, const ports::Person& person, const Call& call, service::Desk& desk) {
    MAKEGOOD_TRY(service::unlock(desk, person.id, call.by));
    return tell_done(call, person, "open", "can sign in again, with the PIN that they had.");
}

Result<> remove(const Options&, const ports::Person& person, const Call& call, service::Desk& desk) {
    MAKEGOOD_TRY(service::remove_person(desk, person.id, call.by));
    return tell_done(call, person, "removed", "can't sign in any more. What they did stays in the record.");
}

Result<> change_role(const Options& options, const ports::Person& person, const Call& call,
                     service::Desk& desk) {
    const auto role = *core::budget::role_from_word(options.role);
    MAKEGOOD_TRY(service::change_role(desk, person.id, role, call.by));
    auto changed = person;
    changed.role = role;
    return tell_done(call, changed, "changed", "is " + options.role + " now.");
}

Result<> badge(const Options& options, const ports::Person& person, const Call& call, service::Desk& desk) {
    if (options.remove) {
        MAKEGOOD_TRY(service::take_badge(desk, person.id, call.by));
        return tell_done(call, person, "no-badge", "signs in without a badge now.");
    }
    const auto own = options.own ? read_secret({}, call) : std::string();
    if (!own) return fail(own.error());
    const auto code = service::give_badge(desk, person.id, *own, call.by);
    if (!code) return fail(code.error());
    if (options.own) return tell_done(call, person, "badge", "signs in with that badge, as a clerk.");
    if (call.json)
        call.answer(json_of(person).set("badge", *code));
    else
        call.say(
            "{} signs in, as a clerk, with the badge {}. Print it as a QR code or Code 128. It is shown only "
            "now.",
            person.name, *code);
    return {};
}

// A sub-command about one person; what else it takes is added to what it answers.
CLI::App* add_about(CLI::App* people, Call& call, const char* name, const char* help,
                    const std::shared_ptr<Options>& options, Work work) {
    auto* command = people->add_subcommand(name, help);
    command->add_option("NAME", options->name, "As it stands on the sign-in screen")->required();
    command->callback([options, work, &call] {
        call.chosen = [options, work, &call] {
            return call.machine().with_desk([&](service::Desk& desk) -> Result<> {
                const auto person = service::person_named(desk, options->name);
                if (!person) return fail(person.error());
                return work(*options, *person, call, desk);
            });
        };
    });
    return command;
}

void add_care(CLI::App* people, Call& call) {
    auto options = std::make_shared<Options>();
    auto* pin = add_about(people, call, "pin", "Makes a new PIN", options, change_pin);
    pin->add_flag("--choose", options->choose, "Take one that is read from standard input instead");
    add_secret(*pin, options->pin);
    add_about(people, call, "unlock", "Opens a sign-in that wrong PINs have locked", options, unlock);
    add_about(people, call, "remove", "Takes somebody out who no longer works here", options, remove);
    auto* role = add_about(people, call, "role", "Changes what somebody may do", options, change_role);
    role->add_option("ROLE", options->role, "What they may do")->required()->check(CLI::IsMember(roles));
    auto* scanned = add_about(people, call, "badge", "Makes a badge to sign in with", options, badge);
    scanned->add_flag("--own", options->own, "Take one that they have: scan it into standard input");
    scanned->add_flag("--remove", options->remove, "Their badge is lost: it opens nothing any more");
}

}  // namespace

void add_people(CLI::App& app, Call& call) {
    auto* people = app.add_subcommand("people", "Who works at this register");
    people->require_subcommand(1);
    people->add_subcommand("list", "Everybody who can sign in")->callback([&call] {
        call.chosen = [&call] {
            return call.machine().with_desk([&](service::Desk& desk) { return list(call, desk); });
        };
    });
    auto wanted = std::make_shared<service::NewPerson>();
    auto role = std::make_shared<std::string>("clerk");
    auto* add = people->add_subcommand("add", "Adds somebody; makes a PIN when none is given");
    add->add_option("NAME", wanted->name, "As it stands on the sign-in screen")->required();
    add->add_option("--initials", wanted->initials, "One to three letters");
    add->add_option("--pin", wanted->pin, "Four to eight digits");
    add->add_option("--role", *role, "What they may do")->check(CLI::IsMember(roles));
    add->callback([wanted, role, &call] {
        call.chosen = [wanted, role, &call] {
            wanted->role = *core::budget::role_from_word(*role);
            return call.machine().with_desk(
                [&](service::Desk& desk) { return add_person(*wanted, call, desk); });
        };
    });
    add_care(people, call);
}

}  // namespace makegood::cli
