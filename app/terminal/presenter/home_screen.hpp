// Home: four tiles, always in their places, and a field that always listens to the scanner.
#pragma once
#include "app/terminal/presenter/screen_page.hpp"

namespace makegood::terminal::presenter {

Home home_of(const Facts& facts);

class HomePage : public Page {
  public:
    Body body(const Stage& stage) const override { return home_of(stage.facts); }
    bool has_way_back() const override { return false; }
    void touched(const std::string& id, Stage& stage) override;
    void typed(char32_t key, Stage& stage) override;
    void scanned(const std::string& code, Stage& stage) override;
    std::optional<Duration> question_after() const override { return seconds(3); }
    // Nothing is at stake here, but the news of what was done is: a stray touch would take it away.
    bool careful() const override { return true; }
};

}  // namespace makegood::terminal::presenter
