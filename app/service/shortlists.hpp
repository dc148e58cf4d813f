// The shortlists of questions about substitutes that come again and again, as in trials of rules on the same
// cases. What is answered is what the engine answers without them.
#pragma once
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "app/core/substitute/engine.hpp"

namespace makegood::service {

// Of one set of rules, and of engines whose articles, prices, sales and hand are the same. Any thread.
class Shortlists {
  public:
    using Engine = core::substitute::Engine;
    using Question = core::substitute::Question;
    using Rules = core::substitute::Rules;

    std::vector<core::substitute::Substitute> suggest(const Engine& engine, const Question& question,
                                                      const Rules& rules, std::size_t limit);
    // Makes the list of this question before it is asked.
    void make(const Engine& engine, const Question& question, const Rules& rules);

  private:
    using List = std::shared_ptr<const core::substitute::Shortlist>;  // null: none can be made
    List list_of(const Engine& engine, const Question& question, const Rules& rules);

    std::mutex guard_;
    std::unordered_map<std::string, List> lists_;  // by the question
};

// Those of the rules that were tried last.
class ShortlistsByRules {
  public:
    std::shared_ptr<Shortlists> of(const core::substitute::Rules& rules,
                                   const std::vector<core::substitute::HandLine>& hand);

  private:
    struct Of {
        core::substitute::Rules rules;
        std::vector<core::substitute::HandLine> hand;
        std::shared_ptr<Shortlists> lists;
    };
    std::mutex guard_;
    std::vector<Of> known_;  // the one that was asked for last comes last
};

}  // namespace makegood::service
