// Promises due: what was promised by when, and one touch when it is kept.
#pragma once
#include <set>

#include "app/terminal/presenter/screen_page.hpp"

namespace makegood::terminal::presenter {

// "16:00" today, "24 November 16:00" on another day.
std::string time_of(Instant due, const Facts& facts);
// Soonest first, at most six; those in `hidden` left out.
Promises promises_of(const std::vector<core::followup::Promise>& promises, const std::set<PromiseId>& hidden,
                     const Facts& facts);

class PromisesPage : public Page {
  public:
    Body body(const Stage& stage) const override;
    std::string title() const override;
    void touched(const std::string& id, Stage& stage) override;
    void scanned(const std::string& code, Stage& stage) override;

  private:
    std::set<PromiseId> kept_;  // until the status says so too
};

}  // namespace makegood::terminal::presenter
