#include "app/service/clerk_reference.hpp"

#include "app/service/who_may.hpp"

namespace makegood::service {
namespace {

const std::string console_name = "console";

Result<std::string> reference_to(Desk& desk, const ports::Person& person) {
    if (desk.customers == nullptr) return person.id.text();
    std::string name = person.name;
    for (auto& c : name)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return desk.customers->reference_of_person(name);
}

}  // namespace

Result<std::string> clerk_reference(Desk& desk, const PersonId& by) {
    if (by == console() || by.empty()) return console_name;
    const auto known = desk.people.find(by);
    if (!known) return fail(known.error());
    return *known ? reference_to(desk, (*known)->person) : Result<std::string>(by.text());
}

Result<std::vector<ports::Person>> clerks_of(Desk& desk, const std::string& reference) {
    std::vector<ports::Person> meant;
    if (reference == console_name) {
        meant.push_back({console(), "the console", {}, ports::Role::owner});
        return meant;
    }
    const auto all = desk.people.all();
    if (!all) return fail(all.error());
    for (const auto& person : *all) {
        const auto its = reference_to(desk, person);
        if (!its) return fail(its.error());
        if (*its == reference) meant.push_back(person);
    }
    return meant;
}

std::string clerk_name(Desk& desk, const std::string& reference) {
    if (reference.empty()) return {};
    const auto meant = clerks_of(desk, reference);
    return meant && !meant->empty() ? meant->front().name : "somebody who is not at this register";
}

}  // namespace makegood::service
