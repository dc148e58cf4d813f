// Everything the clerk's window says and does, without a window: touches, keys, scans, time and answers
// go in; one Screen comes out. GUI thread only. It never blocks, reads no clock and starts no thread.
//
//   Presenter presenter(backend, setup, decoder, [&] { window.show(presenter.screen()); });
//   presenter.start(clock.now(), clock.steady());
//
// Call tick about once a second; after a key also once `setup.burst_gap` later while keys_wait().
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "app/terminal/presenter/backend.hpp"
#include "app/terminal/presenter/setup.hpp"
#include "app/terminal/presenter/view_model.hpp"

namespace makegood::terminal::presenter {

class Presenter {
  public:
    // `decode` may be empty: then keys are only typed. `changed` is called after screen() has changed,
    // never from inside itself. The backend must outlive the presenter; answers that come after the
    // presenter is gone are harmless.
    Presenter(Backend& backend, Setup setup, ScanDecoder decode, std::function<void()> changed);
    ~Presenter();
    Presenter(const Presenter&) = delete;
    Presenter& operator=(const Presenter&) = delete;

    void start(Instant now, Duration steady);
    const Screen& screen() const;

    void touched(const Touched& touched, Duration steady);
    // A key of any keyboard or keyboard scanner: a character, U'\b', U'\n' (also for Tab) or U'\x1b'.
    void key(char32_t key, Duration steady);
    // The same with the event's own time in milliseconds of any clock (0: unknown): a window that was busy
    // for a moment tears no scan.
    void key(char32_t key, Duration steady, std::int64_t event_ms);
    bool keys_wait() const;
    // From a scanner that is not a keyboard.
    void scanned(const std::string& code, Duration steady);
    // News from the desk, whenever something has changed; the presenter also asks by itself.
    void status(const Status& status);
    void tick(Instant now, Duration steady);

  private:
    class Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace makegood::terminal::presenter
