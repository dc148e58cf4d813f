#include "app/service/trial_ports.hpp"

namespace makegood::service {

Result<std::vector<ports::Person>> TrialPeople::all() {
    std::vector<ports::Person> all;
    for (const auto& [id, person] : people_) all.push_back(person);
    return all;
}

Result<std::optional<ports::People::Known>> TrialPeople::find(const PersonId& id) {
    const auto known = people_.find(id);
    if (known == people_.end()) return std::optional<Known>({{id, id.text(), {}, ports::Role::clerk}, false});
    return std::optional<Known>({known->second, false});
}

// Any text that can stand in the key of a limit, and another one for each name.
Result<std::string> TrialCustomers::reference_of_person(std::string_view name) {
    std::string reference = "name";
    for (const char c : name) reference += '-' + std::to_string(static_cast<unsigned char>(c));
    return reference;
}

}  // namespace makegood::service
