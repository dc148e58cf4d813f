// The limits of the rules that a hub hands down, so that it shares out by what its registers keep to.
#pragma once
#include <map>

#include "app/config/limit_reader.hpp"
#include "app/ports/policy_office.hpp"

namespace makegood::main {

class HubLimits {
  public:
    explicit HubLimits(ports::PolicyOffice& office) : office_(office) {}  // outlives it
    // Those of the newest document of that store; none where there is none, or it can't be read now.
    std::vector<core::budget::LimitRule> of(const std::string& store);

  private:
    struct Known {
        std::uint64_t version = 0;
        std::vector<core::budget::LimitRule> limits;
    };
    ports::PolicyOffice& office_;
    std::map<std::string, Known> known_;  // what was read once
};

}  // namespace makegood::main
