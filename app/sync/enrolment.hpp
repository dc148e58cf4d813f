// What a register knows of its head office once it is enrolled.
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "app/ports/store.hpp"

namespace makegood::sync {

struct Enrolment {
    std::string url;              // "https://office.example:8443", no slash at the end
    std::string head_office_key;  // 64 hexadecimal digits; signs all its answers
    std::string store_id;
    std::string authority;       // PEM: only its certificates count; empty: what the machine trusts
    bool shares_budget = false;  // of its own: once it is confirmed, the register gets its rights there
    std::string salt = {};       // of the six digits
    bool waits = false;          // until a person has compared them; until then it does not count
};

// Where it is kept: texts by name, empty where there is none.
struct Drawer {
    std::function<Result<std::string>(const std::string& key)> get;
    std::function<Result<>(const std::string& key, const std::string& value)> put;
};
// nullopt: not enrolled.
Result<std::optional<Enrolment>> load_enrolment(const Drawer& drawer);
Result<> save_enrolment(const Drawer& drawer, const Enrolment& enrolment);

// In a register's settings.
Result<std::optional<Enrolment>> load_enrolment(ports::Store& store);
Result<> save_enrolment(ports::Store& store, const Enrolment& enrolment);

}  // namespace makegood::sync
