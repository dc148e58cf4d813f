// What a register knows of its head office once it is enrolled.
#pragma once
#include <optional>
#include <string>

#include "app/ports/store.hpp"

namespace makegood::sync {

struct Enrolment {
    std::string url;              // "https://office.example:8443", no slash at the end
    std::string head_office_key;  // 64 hexadecimal digits; signs all its answers
    std::string store_id;
    std::string authority;       // PEM: only its certificates count; empty: what the machine trusts
    bool shares_budget = false;  // said when enrolling; the register remembers it itself
};

// Kept in the store's settings. nullopt: not enrolled.
Result<std::optional<Enrolment>> load_enrolment(ports::Store& store);
Result<> save_enrolment(ports::Store& store, const Enrolment& enrolment);

}  // namespace makegood::sync
