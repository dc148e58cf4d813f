// The printer can't say whether a piece came out whole: the clerk looks at it.
#pragma once
#include "app/terminal/presenter/screen_page.hpp"

namespace makegood::terminal::presenter {

class PaperPage : public Page {
  public:
    explicit PaperPage(ports::PrintJobRow job) : job_(std::move(job)) {}
    Body body(const Stage& stage) const override;
    std::string title() const override;
    void shown(Stage& stage) override;
    void status_changed(Stage& stage) override;
    void touched(const std::string& id, Stage& stage) override;
    void scanned(const std::string& code, Stage& stage) override;
    bool careful() const override { return true; }

  private:
    void answer(bool whole, Stage& stage);

    ports::PrintJobRow job_;
    std::optional<Bitmap> picture_;
};

}  // namespace makegood::terminal::presenter
