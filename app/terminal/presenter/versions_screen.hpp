// All versions of the owner's rules: when they came into force and by whom, and the way back to one of them.
#pragma once
#include <optional>

#include "app/terminal/presenter/screen_page.hpp"

namespace makegood::terminal::presenter {

// Pure. Pages count from 0.
VersionsView versions_view(const std::vector<RulesVersion>& versions, std::size_t page, const Facts& facts);
std::size_t version_pages(const std::vector<RulesVersion>& versions);  // one at least

class VersionsPage : public Page {
  public:
    Body body(const Stage& stage) const override;
    std::string title() const override;
    void shown(Stage& stage) override;
    void touched(const std::string& id, Stage& stage) override;
    void scanned(const std::string& code, Stage& stage) override;

  private:
    void load(Stage& stage);
    void ask(std::uint64_t version, Stage& stage);

    std::optional<std::vector<RulesVersion>> versions_;
    VersionsView instead_;
    std::size_t page_ = 0;
};

}  // namespace makegood::terminal::presenter
