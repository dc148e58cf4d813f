// The screens' way to the shop's hub.
#pragma once
#include "app/main/window/ask_desk.hpp"
#include "app/terminal/presenter/hub_backend.hpp"

namespace makegood::main::window {

class DeskHub final : public terminal::presenter::HubBackend {
  public:
    // `machine` outlives every task that was posted to its desk.
    DeskHub(Register& machine, Deliver deliver, StillThere there)
        : machine_(machine), deliver_(std::move(deliver)), there_(std::move(there)) {}

    template <class T>
    using Answer = terminal::presenter::Answer<T>;
    void look(Answer<service::HubMembership> answer) override;
    void join(const std::string& where, const std::string& code, const PersonId& by,
              Answer<service::HubMembership> answer) override;
    void give_up(const PersonId& by, terminal::presenter::Answer<> answer) override;

  private:
    Register& machine_;
    Deliver deliver_;
    StillThere there_;
};

}  // namespace makegood::main::window
