// The owner's rules, for the manager: a draft is changed, tried out and saved; until then nothing is in
// force.
#pragma once
#include <optional>

#include "app/terminal/presenter/limit_sheets.hpp"
#include "app/terminal/presenter/number_form.hpp"
#include "app/terminal/presenter/rules_view_of.hpp"
#include "app/terminal/presenter/screen_page.hpp"
#include "app/terminal/presenter/signature_form.hpp"

namespace makegood::terminal::presenter {

// Only for who has the manager's role.
class RulesPage : public Page {
  public:
    // `save`: whoever comes wants to save what they tried out.
    explicit RulesPage(bool save = false) : save_first_(save) {}
    Body body(const Stage& stage) const override;
    std::string title() const override;
    std::string section() const override { return "rules"; }
    void shown(Stage& stage) override;
    void touched(const std::string& id, Stage& stage) override;
    void scanned(const std::string& code, Stage& stage) override;
    void form_touched(const std::string& id, Stage& stage) override;

  private:
    void load(Stage& stage);
    void begin(Stage& stage);
    void check(Stage& stage);
    void do_action(const std::string& id, Stage& stage);
    void change_field(const RuleInfo& info, Stage& stage);
    void change(const RuleInfo& info, std::optional<std::string> value, Stage& stage);
    void change_budget(const RuleInfo& info, std::optional<Money> amount, Stage& stage);
    void take_back(const std::string& key, Stage& stage);
    void limit_touched(const std::string& id, Stage& stage);
    void change_limit(LimitLine limit, Stage& stage);
    void ask_period(const RuleInfo& info, Stage& stage);
    void ask_number(const RuleInfo& info, Stage& stage);
    void number_touched(const std::string& id, Stage& stage);
    void check_number(Stage& stage);
    void take_number(Stage& stage);
    void take_days(Stage& stage);
    void show_changes(Stage& stage);
    void ask_save(Stage& stage);
    void save(const std::optional<service::Approval>& second, Stage& stage);
    void saved(std::uint64_t version, Stage& stage);
    void not_saved(const Error& error, bool was_signed, Stage& stage);
    void ask_signature(const std::string& why, Stage& stage);

    std::optional<RulesKnown> known_;
    RulesView instead_;  // until the rules are there, or why they are not
    std::uint64_t checks_ = 0;
    bool save_first_ = false, greeted_ = false, ready_to_try_ = false;
    std::optional<NumberForm> number_;
    std::optional<LimitSheets> limit_;
    std::optional<SignatureForm> signature_;
};

}  // namespace makegood::terminal::presenter
