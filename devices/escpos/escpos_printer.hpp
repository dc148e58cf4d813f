// A printer that speaks ESC/POS, over any link. Never prints a piece twice: after the first byte there is
// no second try. A piece is called printed only when the printer itself has said so after its last line.
#pragma once
#include <memory>
#include <optional>

#include "app/ports/clock.hpp"
#include "app/ports/printer.hpp"
#include "devices/escpos/conversation.hpp"
#include "devices/escpos/profile.hpp"
#include "devices/transport/transport.hpp"

namespace makegood::devices::escpos {

// How the caller follows a piece; see ports::Printer::print.
struct Watchers {
    const std::function<void(const ports::PrinterStatus&)>& status;
    const std::function<bool()>& keep_waiting;
};

struct Patience {
    Duration connect = std::chrono::seconds(3);
    Duration answer = std::chrono::seconds(1);    // to a status question
    Duration stall = std::chrono::seconds(2);     // shorter than any printer takes to start again
    Duration silence = std::chrono::seconds(15);  // in the middle of a piece, when nothing explains it
    Duration finish = std::chrono::seconds(30);   // without a proof, when nothing is wrong
};

class EscPosPrinter final : public ports::Printer {
  public:
    EscPosPrinter(std::unique_ptr<transport::Transport> link, Profile profile, const ports::Clock& clock,
                  Patience patience = {});

    std::int32_t width_dots() const override { return profile_.width_dots; }
    // proof: "process-id", "status" or "file" when printed, otherwise a sentence that says why not.
    // Before the first byte it waits while the printer says what it lacks (paper, cover); a printer that
    // is not there or does not answer ends it as not_printed at once.
    ports::PrintResult print(const Bitmap& picture, std::uint32_t mark,
                             const std::function<void(const ports::PrinterStatus&)>& status,
                             const std::function<bool()>& keep_waiting) override;
    ports::PrinterStatus status() override;

  private:
    bool is_asked() const { return link_->answers() && profile_.proof != Proof::none; }
    ports::PrinterStatus ask();
    std::optional<ports::PrintResult> prepare(std::uint32_t mark, const Watchers& watchers);
    bool clear_the_rest(const std::function<bool()>& keep_waiting);

    std::unique_ptr<transport::Transport> link_;
    Profile profile_;
    const ports::Clock& clock_;
    Patience patience_;
    Conversation conversation_;
    // Something of an earlier piece may still be in the printer: unknown at first, and after doubt.
    bool has_leftovers_ = true;
};

}  // namespace makegood::devices::escpos
