// The cases of the last days run again under the draft of the rules, beside what they were.
#pragma once
#include <optional>

#include "app/terminal/presenter/screen_page.hpp"

namespace makegood::terminal::presenter {

// Pure. `page`: of the cases, from 0.
WhatIfView what_if_view(const service::WhatIf& tried, std::size_t page, const Facts& facts);
std::size_t case_pages(const service::WhatIf& tried);  // one at least

// For how many days rules are tried.
inline constexpr int tried_week = 7, tried_month = 28;

class WhatIfPage : public Page {
  public:
    Body body(const Stage& stage) const override;
    std::string title() const override;
    void shown(Stage& stage) override;
    void left(Stage& stage) override;
    void touched(const std::string& id, Stage& stage) override;
    void scanned(const std::string& code, Stage& stage) override;

  private:
    void run(int days, Stage& stage);

    int days_ = 7, percent_ = 0;
    std::uint64_t runs_ = 0;
    bool running_ = false;
    std::optional<service::WhatIf> tried_;
    std::string trouble_;  // why there is no answer
    std::size_t page_ = 0;
};

}  // namespace makegood::terminal::presenter
