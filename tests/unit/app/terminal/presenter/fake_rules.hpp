// The rules of a fake backend: recorded in words, answered when the test says so.
#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "app/terminal/presenter/rules_backend.hpp"
#include "tests/unit/app/terminal/presenter/open_questions.hpp"

namespace makegood::terminal::presenter {

class FakeRules : public RulesBackend {
  public:
    explicit FakeRules(std::vector<std::string>& asked) : asked_(asked) {}

    RuleChanges looked_with;  // of the last look
    RulesDraft draft;         // of the last one that was tried or saved
    Answer<int> percent;
    Open<RulesSeen> looks;
    Open<service::WhatIf> tries;
    std::vector<int> ready;  // of how many days
    Open<std::uint64_t> saves;
    Open<std::vector<ports::Person>> approvers_asked;
    Open<std::vector<RulesVersion>> versions_asked;

    void look(const RuleChanges& changes, Answer<RulesSeen> answer) override {
        looked_with = changes;
        looks.ask(std::move(answer));
    }
    void get_ready_to_try(int days) override { ready.push_back(days); }
    void try_out(const RulesDraft& tried, int days, Answer<int> done,
                 Answer<service::WhatIf> answer) override {
        asked_.push_back("try " + std::to_string(days));
        draft = tried;
        percent = std::move(done);
        tries.ask(std::move(answer));
    }
    void stop_trying() override { asked_.push_back("stop"); }
    void save(const RulesDraft& wanted, const PersonId& by, const std::optional<service::Approval>& second,
              Answer<std::uint64_t> answer) override {
        asked_.push_back("save by " + by.text());
        if (second)
            asked_.back() += " signed by " + second->by.text() + " " + second->pin + " " + second->why;
        draft = wanted;
        saves.ask(std::move(answer));
    }
    void approvers(const PersonId& by, Answer<std::vector<ports::Person>> answer) override {
        asked_.push_back("approvers of rules by " + by.text());
        approvers_asked.ask(std::move(answer));
    }
    void versions(Answer<std::vector<RulesVersion>> answer) override {
        versions_asked.ask(std::move(answer));
    }
    void put_back(std::uint64_t version, const PersonId& by, Answer<std::uint64_t> answer) override {
        asked_.push_back("put back " + std::to_string(version) + " by " + by.text());
        saves.ask(std::move(answer));
    }

  private:
    std::vector<std::string>& asked_;
};

}  // namespace makegood::terminal::presenter
