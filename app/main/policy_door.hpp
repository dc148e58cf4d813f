// The commands about the owner's rules, carried out on the desk thread.
#pragma once
#include "app/cli/policy_access.hpp"
#include "app/main/desk_thread.hpp"
#include "app/main/policy_keeper.hpp"

namespace makegood::main {

class PolicyDoor final : public cli::PolicyAccess {
  public:
    // Both outlive it.
    PolicyDoor(DeskThread& desk, PolicyKeeper& keeper) : desk_(desk), keeper_(keeper) {}

    Result<std::vector<cli::PolicyVersion>> history() override;
    Result<std::string> text() override;
    Result<cli::PolicySeen> check(const std::string& file) override;
    Result<cli::PolicyVersion> publish(const std::string& file, const PersonId& by) override;
    Result<cli::PolicyVersion> set(const std::string& key, const std::optional<std::string>& value,
                                   const PersonId& by) override;
    Result<cli::PolicyVersion> undo(const PersonId& by) override;

  private:
    Result<cli::PolicyVersion> put_value(service::Desk& desk, const std::string& text, const std::string& key,
                                         const std::string& value, const PersonId& by);
    Result<cli::PolicyVersion> publish_without(service::Desk& desk, const std::string& text,
                                               const std::string& key, const PersonId& by);
    Result<cli::PolicyVersion> publish_next(service::Desk& desk, const std::string& text, const PersonId& by);

    DeskThread& desk_;
    PolicyKeeper& keeper_;
};

}  // namespace makegood::main
