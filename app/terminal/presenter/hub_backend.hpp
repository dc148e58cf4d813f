// The screens' way to the shop's hub: how this register stands with it, and how it joins. Asked and answered
// as backend.hpp has it.
#pragma once
#include <string>

#include "app/ports/people.hpp"
#include "app/service/hub_membership.hpp"
#include "app/terminal/presenter/backend_answer.hpp"

namespace makegood::terminal::presenter {

class HubBackend {
  public:
    virtual ~HubBackend() = default;

    virtual void look(Answer<service::HubMembership> answer) = 0;
    // `where`: the address, with a code; or all that the QR code says. Answers how it stands when the hub has
    // answered, or why it does not let this register ask. refused: they may not, or it has a hub already.
    virtual void join(const std::string& where, const std::string& code, const PersonId& by,
                      Answer<service::HubMembership> answer) = 0;
    // What waits, or is asked for, is given up; how an earlier one ended is forgotten.
    virtual void give_up(const PersonId& by, Answer<> answer) = 0;
};

}  // namespace makegood::terminal::presenter
