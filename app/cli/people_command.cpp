#include <CLI/CLI.hpp>

#include "app/cli/call.hpp"
#include "app/service/add_person.hpp"

namespace makegood::cli {
namespace {

std::string_view word(ports::Role role) {
    return role == ports::Role::manager ? "manager" : "clerk";
}

Result<> add_person(const service::NewPerson& wanted, const Call& call, service::Desk& desk) {
    const auto added = service::add_person(desk, wanted);
    if (!added) return fail(added.error());
    if (call.json)
        call.answer(wire::Json::object({{"person", added->person.id.text()},
                                        {"name", added->person.name},
                                        {"role", word(added->person.role)},
                                        {"pin", added->pin}}));
    else
        call.say("{} ({}) signs in with the PIN {}. It is shown only now.", added->person.name,
                 word(added->person.role), added->pin);
    return {};
}

Result<> list(const Call& call, service::Desk& desk) {
    const auto people = desk.people.all();
    if (!people) return fail(people.error());
    std::vector<wire::Json> json;
    for (const auto& person : *people) {
        if (!call.json) call.say("{}  {}  {}", person.initials, person.name, word(person.role));
        json.push_back(wire::Json::object({{"person", person.id.text()},
                                           {"name", person.name},
                                           {"initials", person.initials},
                                           {"role", word(person.role)}}));
    }
    if (call.json) call.answer(wire::Json::object({{"people", wire::Json::array(json)}}));
    return {};
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
    add->add_option("--role", *role, "What they may do")->check(CLI::IsMember({"clerk", "manager"}));
    add->callback([wanted, role, &call] {
        call.chosen = [wanted, role, &call] {
            wanted->role = *role == "manager" ? ports::Role::manager : ports::Role::clerk;
            return call.machine().with_desk(
                [&](service::Desk& desk) { return add_person(*wanted, call, desk); });
        };
    });
}

}  // namespace makegood::cli
