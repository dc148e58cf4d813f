// Given: the sentence to say, what the printer got, and Undo for a while.
#pragma once
#include "app/terminal/presenter/screen_page.hpp"

namespace makegood::terminal::presenter {

// How far the paper is, as the status tells.
struct PaperState {
    bool needed = false;
    bool known = false;                  // a status has come since it was given
    std::optional<ports::JobState> job;  // empty: no longer open, so it came out
    bool held_up = false;                // by one in doubt, which somebody has to look at first
};
PaperState paper_state(const std::optional<PrintJobId>& job, const std::optional<Status>& status, bool known);
std::string paper_caption(const PaperState& paper, ports::PrinterState printer);

class GivenPage : public Page {
  public:
    explicit GivenPage(service::Given given) : given_(std::move(given)) {}
    Body body(const Stage& stage) const override;
    std::string title() const override;
    bool has_way_back() const override { return false; }
    void shown(Stage& stage) override;
    void status_changed(Stage&) override { status_known_ = true; }
    void touched(const std::string& id, Stage& stage) override;
    void typed(char32_t key, Stage& stage) override;
    void scanned(const std::string& code, Stage& stage) override;
    std::optional<Duration> question_after() const override { return seconds(15); }
    bool careful() const override { return true; }

  private:
    PaperState paper(const Stage& stage) const;
    void undo(Stage& stage);

    service::Given given_;
    std::optional<Bitmap> picture_;
    Duration undo_until_{};  // steady: a clock that jumps changes nothing
    bool status_known_ = false;
};

}  // namespace makegood::terminal::presenter
