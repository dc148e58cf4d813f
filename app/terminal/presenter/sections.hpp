// The manager's screens beside each other: which there are, and the way from one to another.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "app/terminal/presenter/screen_page.hpp"

namespace makegood::terminal::presenter {

// Those who look after the shop; nobody else reaches them.
bool may_manage(const ports::Person& person);

// The first screen of whoever has signed in: home, or where the window is the manager's, today's money.
void begin(Stage& stage);

// What is said at home as long as nothing else is: what is wrong with the register, or for who may sign, that
// something waits.
std::string news_at_rest(const Facts& facts);

// In their fixed order; the one with the id `chosen` is marked.
std::vector<SectionTab> section_tabs(const std::string& chosen);

// What a manager's initials are for.
Sheet manager_sheet(const std::string& name, bool in_flow);

// "money", "rules", "causes", "people", "registers"; null: no section is called so.
std::unique_ptr<Page> section_page(const std::string& id);

}  // namespace makegood::terminal::presenter
