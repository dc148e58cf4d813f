// A draft with its past: each change can be taken back and made again. Pure.
#pragma once
#include <vector>

#include "app/terminal/presenter/rules_backend.hpp"

namespace makegood::terminal::presenter {

class RulesDrafts {
  public:
    const RulesDraft& now() const { return now_; }
    PersonId whose() const { return whose_; }
    const std::string& name() const { return name_; }  // of whose it is
    void begin(const ports::Person& by, std::uint64_t based_on, const core::budget::Limit& budget);

    // What is in force is other than it was: the changes stand on that from now on.
    void rebase(std::uint64_t based_on, const core::budget::Limit& budget);

    // `about` says what was changed: "Most cost each". Nothing happens where it changes nothing.
    void change(const std::string& about, const std::string& key, std::optional<std::string> value);
    void change_budget(const std::string& about, const core::budget::Limit& limit);
    // The setting as it is in force.
    void take_back(const std::string& about, const std::string& key);
    void take_all_back(const std::string& about);

    // What undo or redo would change; empty: nothing.
    std::string undoes() const { return done_.empty() ? std::string() : done_.back().about; }
    std::string redoes() const { return undone_.empty() ? std::string() : undone_.back().about; }
    void undo();
    void redo();
    void forget() { *this = {}; }

  private:
    struct Step {
        std::string about;
        RulesDraft other;  // before it, or after it where it was undone
    };
    void become(const std::string& about, RulesDraft draft);
    void step(std::vector<Step>& from, std::vector<Step>& to);

    RulesDraft now_;
    PersonId whose_;
    std::string name_;
    std::vector<Step> done_, undone_;
};

}  // namespace makegood::terminal::presenter
