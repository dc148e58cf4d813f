#include "app/main/window/desk_hub.hpp"

namespace makegood::main::window {

using service::Desk;
using service::HubMembership;

void DeskHub::look(Answer<HubMembership> answer) {
    ask_desk<HubMembership>(
        machine_, std::move(answer),
        [&machine = machine_](Desk& desk) { return machine.hub_membership(desk); }, deliver_, there_);
}

void DeskHub::join(const std::string& where, const std::string& code, const PersonId& by,
                   Answer<HubMembership> answer) {
    machine_.join_hub(where, code, by,
                      [&machine = machine_, answer = std::move(answer), deliver = deliver_,
                       there = there_](const Result<cli::Enrolled>& made) {
                          if (!made)
                              return answer_later<HubMembership>(answer, fail(made.error()), deliver, there);
                          ask_desk<HubMembership>(
                              machine, answer,
                              [&machine](Desk& desk) { return machine.hub_membership(desk); }, deliver,
                              there);
                      });
}

void DeskHub::give_up(const PersonId& by, terminal::presenter::Answer<> answer) {
    ask_desk<void>(
        machine_, std::move(answer),
        [&machine = machine_, by](Desk& desk) { return machine.give_up_joining(desk, by); }, deliver_,
        there_);
}

}  // namespace makegood::main::window
