// The screens' way to the owner's rules.
#pragma once
#include "app/main/try_rules.hpp"
#include "app/main/window/ask_desk.hpp"
#include "app/main/work_thread.hpp"
#include "app/terminal/presenter/rules_backend.hpp"

namespace makegood::main::window {

class DeskRules final : public terminal::presenter::RulesBackend {
  public:
    // `machine` outlives every task that was posted to its desk.
    DeskRules(Register& machine, Deliver deliver, StillThere there)
        : machine_(machine), deliver_(std::move(deliver)), there_(std::move(there)) {}
    ~DeskRules() override;

    template <class T>
    using Answer = terminal::presenter::Answer<T>;
    void look(const terminal::presenter::RuleChanges& changes,
              Answer<terminal::presenter::RulesSeen> answer) override;
    void get_ready_to_try(int days) override;
    void try_out(const terminal::presenter::RulesDraft& draft, int days, Answer<int> percent,
                 Answer<service::WhatIf> answer) override;
    void stop_trying() override;
    void save(const terminal::presenter::RulesDraft& draft, const PersonId& by,
              const std::optional<service::Approval>& second, Answer<std::uint64_t> answer) override;
    void approvers(const PersonId& by, Answer<std::vector<ports::Person>> answer) override;
    void versions(Answer<std::vector<terminal::presenter::RulesVersion>> answer) override;
    void put_back(std::uint64_t version, const PersonId& by, Answer<std::uint64_t> answer) override;

  private:
    using Stopped = std::shared_ptr<std::atomic<bool>>;
    void stop_getting_ready(int but_for);
    void forget_past();

    Register& machine_;
    Deliver deliver_;
    StillThere there_;
    Stopped stopped_;                                                // of the try that runs
    std::map<int, Stopped> getting_ready_;                           // by how many days
    std::shared_ptr<KeptPast> kept_ = std::make_shared<KeptPast>();  // on the thread that runs
    // Nobody at the counter waits for what is run again.
    std::unique_ptr<WorkThread> running_ = std::make_unique<WorkThread>();
};

}  // namespace makegood::main::window
