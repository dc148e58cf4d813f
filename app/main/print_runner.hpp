// Takes paper jobs from the desk and puts them on the printer, one at a time, at the printer's pace.
#pragma once
#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "app/main/desk_thread.hpp"
#include "app/ports/printer.hpp"

namespace makegood::main {

// What is told where no printer is set up.
ports::PrinterStatus no_printer_status();

class PrintRunner {
  public:
    // `printer` may be null: no printer is set up, jobs wait. `changed` is called from the runner's thread
    // after every change of status or of a job.
    PrintRunner(DeskThread& desk, std::unique_ptr<ports::Printer> printer, std::function<void()> changed);
    // Stops waiting for the printer; a piece on its way becomes unsure.
    ~PrintRunner();
    PrintRunner(const PrintRunner&) = delete;
    PrintRunner& operator=(const PrintRunner&) = delete;

    // There is something to print.
    void poke();
    ports::PrinterStatus status() const;
    // Waits until no job is queued or being sent, at most so long; says whether that came true. A piece that
    // is on its way then is waited for, up to a minute, and no other is begun.
    bool wait_until_idle(std::chrono::milliseconds at_most);

  private:
    enum class Step { nothing_to_do, printed_one, could_not };
    void run();
    Step step();
    bool begin_piece();
    void end_piece();
    void note_idle();
    void set_status(const ports::PrinterStatus& status);
    bool pause(std::chrono::milliseconds time);

    DeskThread& desk_;
    std::unique_ptr<ports::Printer> printer_;
    std::function<void()> changed_;
    mutable std::mutex mutex_;
    std::condition_variable wake_, idle_;
    bool poked_ = true, is_idle_ = false;
    bool under_way_ = false, resting_ = false;  // a piece is being sent; no other is to be begun
    std::atomic<bool> stopping_ = false;
    ports::PrinterStatus status_;
    std::thread thread_;
};

}  // namespace makegood::main
