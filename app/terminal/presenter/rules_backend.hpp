// The owner's rules as the manager's screens reach them; as Backend.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/core/budget/budget.hpp"
#include "app/ports/people.hpp"
#include "app/service/approval.hpp"
#include "app/service/what_if.hpp"
#include "app/terminal/presenter/backend_answer.hpp"

namespace makegood::terminal::presenter {

// Of the policy document. By key ("limits.cards"), as the document writes the value ("3", "\"24.00\"");
// nullopt: as shipped. A further limit goes as a whole by "limit.<id>"; nullopt: taken out.
using RuleChanges = std::map<std::string, std::optional<std::string>>;

// What a manager wants, and of what they thought that it is in force when they began.
struct RulesDraft {
    std::uint64_t based_on = 0;  // version of the document
    core::budget::Limit budget_then;
    RuleChanges changes;
    std::optional<core::budget::Limit> budget;  // nullopt: as it is
    bool empty() const { return changes.empty() && !budget; }
    friend bool operator==(const RulesDraft&, const RulesDraft&) = default;
};

struct RuleValue {
    std::string value;    // as it would be in force: "24.00", "50 %", "true"; empty: none is set
    std::string written;  // as whoever sets it wrote it: "8 gifts"
    std::string shipped;  // the same without the document
    bool own = false;     // the document sets it
    std::string problem;  // why it can't be used, and the way out
};

// One of the limits that the document has beside the store's budget, as it writes them; empty: it does not.
struct LimitLine {
    std::string id;
    std::vector<std::string> each;
    std::string kind, per, from, cost, worth;
    std::string problem;  // as RuleValue::problem
    friend bool operator==(const LimitLine&, const LimitLine&) = default;
};

struct RulesSeen {
    std::uint64_t version = 0;  // in force; 0: none was published yet
    bool from_head_office = false;
    core::budget::Limit budget;
    std::string budget_elsewhere;  // why it is not set here; empty: it is
    std::map<std::string, RuleValue> values;
    std::vector<LimitLine> limits;
    std::vector<std::string> problems;  // that belong to none of the values
};

struct RulesVersion {
    std::uint64_t version = 0;
    Instant at;
    std::string by;  // "Maria Adler"; empty: the console or head office
    bool from_head_office = false;
};

class RulesBackend {
  public:
    virtual ~RulesBackend() = default;

    // The rules as they would be with these changes.
    virtual void look(const RuleChanges& changes, Answer<RulesSeen> answer) = 0;
    // So many last days are looked through beforehand, so that try_out of as many is done sooner.
    virtual void get_ready_to_try(int days) = 0;
    // The last days again under the draft. `percent` is answered several times before the answer itself.
    // busy: stopped, or another one was begun.
    virtual void try_out(const RulesDraft& draft, int days, Answer<int> percent,
                         Answer<service::WhatIf> answer) = 0;
    virtual void stop_trying() = 0;
    // Into force, all or nothing: answers the version. refused: they may not; the rules are others than the
    // draft was based on. needs_approval: a large raise of the budget, which one of `approvers` can sign.
    virtual void save(const RulesDraft& draft, const PersonId& by,
                      const std::optional<service::Approval>& second, Answer<std::uint64_t> answer) = 0;
    virtual void approvers(const PersonId& by, Answer<std::vector<ports::Person>> answer) = 0;  // by name
    virtual void versions(Answer<std::vector<RulesVersion>> answer) = 0;  // newest first: that in force
    // That version anew, as the next one, which is answered.
    virtual void put_back(std::uint64_t version, const PersonId& by, Answer<std::uint64_t> answer) = 0;
};

}  // namespace makegood::terminal::presenter
