// The commands about the owner's rules, carried out on the desk thread.
#pragma once
#include "app/cli/policy_access.hpp"
#include "app/main/desk_thread.hpp"
#include "app/main/policy_keeper.hpp"

namespace makegood::main {

class PolicyDoor final : public cli::PolicyAccess {
  public:
    // All outlive it.
    PolicyDoor(DeskThread& desk, PolicyKeeper& keeper, ports::PastEvents& past)
        : desk_(desk), keeper_(keeper), past_(past) {}

    Result<std::vector<cli::PolicyVersion>> history() override;
    Result<std::string> text() override;
    Result<cli::PolicySeen> check(const std::string& file) override;
    Result<cli::PolicyVersion> publish(const std::string& file, const PersonId& by) override;
    Result<cli::PolicyVersion> set(const std::string& key, const std::optional<std::string>& value,
                                   const PersonId& by) override;
    Result<cli::PolicyVersion> undo(const PersonId& by) override;
    Result<service::WhatIf> what_if(const cli::TriedRules& tried, const service::Progress& progress) override;

  private:
    Result<service::Settings> settings_of(service::Desk& desk, const cli::TriedRules& tried);
    Result<std::string> text_of(service::Desk& desk, const cli::TriedRules& tried);
    Result<std::string> with_value(const std::string& text, const std::string& key, const std::string& value);
    Result<cli::PolicyVersion> put_value(service::Desk& desk, const std::string& text, const std::string& key,
                                         const std::string& value, const PersonId& by);
    Result<cli::PolicyVersion> publish_without(service::Desk& desk, const std::string& text,
                                               const std::string& key, const PersonId& by);
    Result<cli::PolicyVersion> publish_next(service::Desk& desk, const std::string& text, const PersonId& by);

    DeskThread& desk_;
    PolicyKeeper& keeper_;
    ports::PastEvents& past_;
};

// What may be meant by a value, as TOML writes it, the likeliest first: what the setting holds now tells
// whether it is text. On the desk thread.
Result<std::vector<std::string>> readings_of(PolicyKeeper& keeper, const std::string& key,
                                             const std::string& value);

}  // namespace makegood::main
