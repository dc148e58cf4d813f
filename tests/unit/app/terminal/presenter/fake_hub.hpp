// The hub's part of the fake backend.
#pragma once
#include <string>
#include <vector>

#include "app/terminal/presenter/hub_backend.hpp"
#include "tests/unit/app/terminal/presenter/open_questions.hpp"

namespace makegood::terminal::presenter {

class FakeHub : public HubBackend {
  public:
    explicit FakeHub(std::vector<std::string>& asked) : asked_(asked) {}

    Open<service::HubMembership> looks, joins;
    Open<void> given_up;

    void look(Answer<service::HubMembership> answer) override { looks.ask(std::move(answer)); }
    void join(const std::string& where, const std::string& code, const PersonId& by,
              Answer<service::HubMembership> answer) override {
        asked_.push_back("join " + where + " " + code + " by " + by.text());
        joins.ask(std::move(answer));
    }
    void give_up(const PersonId& by, Answer<> answer) override {
        asked_.push_back("give up by " + by.text());
        given_up.ask(std::move(answer));
    }

  private:
    std::vector<std::string>& asked_;
};

}  // namespace makegood::terminal::presenter
