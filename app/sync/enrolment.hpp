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
    std::optional<Instant> since = {};  // when it asked, while it waits; then when it was let in
};

// How an enrolment that waited has ended without being let in.
enum class Ended : std::uint8_t { no, turned_away, expired };

// Where it is kept: texts by name, empty where there is none.
struct Drawer {
    std::function<Result<std::string>(const std::string& key)> get;
    std::function<Result<>(const std::string& key, const std::string& value)> put;
};
// nullopt: not enrolled.
Result<std::optional<Enrolment>> load_enrolment(const Drawer& drawer);
Result<> save_enrolment(const Drawer& drawer, const Enrolment& enrolment);
// There is none any more. `why` is kept until the next one.
Result<> end_enrolment(const Drawer& drawer, Ended why);

// In a register's settings.
Result<std::optional<Enrolment>> load_enrolment(ports::Store& store);
Result<> save_enrolment(ports::Store& store, const Enrolment& enrolment);
Result<> end_enrolment(ports::Store& store, Ended why);
Result<Ended> how_it_ended(ports::Store& store);

}  // namespace makegood::sync
