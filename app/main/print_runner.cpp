#include "app/main/print_runner.hpp"

#include <spdlog/spdlog.h>

#include "app/printing/draw.hpp"
#include "app/service/print_queue.hpp"

namespace makegood::main {
namespace {

using namespace std::chrono_literals;

constexpr auto ask_again = 3s;       // how the printer is, while there is nothing to print
constexpr auto first_retry = 500ms;  // while it can't take anything
constexpr auto longest_retry = 15s;
constexpr auto patience_with_a_piece = 60s;

// A job is only started when it has a chance: each start is an event in the journal.
bool takes_paper(const ports::PrinterStatus& status) {
    using ports::PrinterState;
    switch (status.state) {
        case PrinterState::unknown:
        case PrinterState::ready:
        case PrinterState::printing:
        case PrinterState::paper_low:
            return true;
        case PrinterState::paper_out:
        case PrinterState::cover_open:
        case PrinterState::failed:
        case PrinterState::no_answer:
        case PrinterState::busy_elsewhere:
            return false;
    }
    return false;
}

}  // namespace

ports::PrinterStatus no_printer_status() {
    return {ports::PrinterState::no_answer,
            "No printer is set up. Name one in shop.toml under [printer]; what waits is kept."};
}

PrintRunner::PrintRunner(DeskThread& desk, std::unique_ptr<ports::Printer> printer,
                         std::function<void()> changed)
    : desk_(desk), printer_(std::move(printer)), changed_(std::move(changed)), thread_([this] { run(); }) {}

PrintRunner::~PrintRunner() {
    stopping_ = true;
    poke();
    thread_.join();
}

void PrintRunner::poke() {
    {
        const std::lock_guard lock(mutex_);
        poked_ = true;
        is_idle_ = false;
    }
    wake_.notify_all();
}

ports::PrinterStatus PrintRunner::status() const {
    const std::lock_guard lock(mutex_);
    return status_;
}

void PrintRunner::set_status(const ports::PrinterStatus& status) {
    {
        const std::lock_guard lock(mutex_);
        if (status_ == status) return;
        status_ = status;
    }
    changed_();
}

bool PrintRunner::wait_until_idle(std::chrono::milliseconds at_most) {
    std::unique_lock lock(mutex_);
    if (idle_.wait_for(lock, at_most, [this] { return is_idle_; })) return true;
    resting_ = true;
    idle_.wait_for(lock, patience_with_a_piece, [this] { return !under_way_; });
    return is_idle_;
}

bool PrintRunner::pause(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, time, [this] { return poked_ || stopping_.load(); });
    poked_ = false;
    return !stopping_;
}

void PrintRunner::run() {
    std::chrono::milliseconds retry = first_retry;
    do {
        const auto status = printer_ ? printer_->status() : no_printer_status();
        set_status(status);
        Step last = Step::could_not;
        if (takes_paper(status))
            while (!stopping_ && begin_piece()) {
                last = step();
                end_piece();
                if (last != Step::printed_one) break;
                set_status(printer_->status());
            }
        if (stopping_) return;
        if (last == Step::could_not) {
            retry = std::min<std::chrono::milliseconds>(retry * 2, longest_retry);
            continue;
        }
        note_idle();
        retry = ask_again;
    } while (pause(retry));
}

bool PrintRunner::begin_piece() {
    const std::lock_guard lock(mutex_);
    under_way_ = !resting_;
    return under_way_;
}

void PrintRunner::end_piece() {
    {
        const std::lock_guard lock(mutex_);
        under_way_ = false;
    }
    idle_.notify_all();
}

void PrintRunner::note_idle() {
    {
        const std::lock_guard lock(mutex_);
        is_idle_ = !poked_;
    }
    idle_.notify_all();
}

PrintRunner::Step PrintRunner::step() {
    auto task = desk_.ask([](service::Desk& desk) { return service::next_print(desk); });
    if (!task) {
        spdlog::error("print queue: {} {}", task.error().sentence, task.error().detail);
        return Step::could_not;
    }
    if (!*task) return Step::nothing_to_do;
    changed_();
    const auto picture = printing::draw((*task)->document, {printer_->width_dots()});
    ports::PrintResult result{ports::PrintOutcome::not_printed, "could not be drawn"};
    if (picture)
        result = printer_->print(
            *picture, (*task)->mark, [this](const auto& status) { set_status(status); },
            [this] { return !stopping_.load(); });
    else
        spdlog::error("{}: {}", (*task)->document.title, picture.error().sentence);
    const auto finished = desk_.ask([&](service::Desk& desk) {
        return service::finish_print(desk, (*task)->job, result.outcome, result.proof);
    });
    if (!finished) spdlog::error("print queue: {} {}", finished.error().sentence, finished.error().detail);
    changed_();
    if (result.outcome != ports::PrintOutcome::not_printed) return Step::printed_one;
    set_status({ports::PrinterState::no_answer, "The printer took nothing: " + result.proof});
    return Step::could_not;
}

}  // namespace makegood::main
