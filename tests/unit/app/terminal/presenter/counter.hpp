// A register's screen as a test sees it: a presenter, a fake backend, and hands that touch, scan and type.
#pragma once
#include <string>
#include <vector>

#include "app/terminal/presenter/presenter.hpp"
#include "tests/unit/app/terminal/presenter/fake_backend.hpp"

namespace makegood::terminal::presenter {

// Prepared answers: a shop in dollars on 2026-11-22, times of day in UTC.
Instant noon();
ports::Person ann();
ports::Person bo();  // a manager
service::Found found(const std::string& number, const std::string& name);
core::recovery::Offer offer(const std::string& id, const std::string& title);
// Coconut oil is missing: cards o1-1.1 to .3, free options o1-1.4 and .5.
service::Reported reported();
service::Given given(const std::string& offer = "o1-1.1");
Status calm_status();
ports::PrintJobRow job(const std::string& id, ports::JobState state);
service::VoucherShown voucher(core::voucher::State state);
core::followup::Promise promise(const std::string& id, const std::string& what, Instant due);

// Keys within 35 ms of each other, six at least, ended by Enter.
ScanDecoder quick_keys();

class Counter {
  public:
    Counter();
    explicit Counter(Setup setup);
    static Setup setup();

    FakeBackend backend;
    Presenter presenter;
    int changes = 0;
    int touches = 0;  // since the counter was made or begin_counting

    void touch(const std::string& id);        // a second after the last one, as a person does
    void touch_again(const std::string& id);  // at once, as a bouncing finger does
    void scan(const std::string& code);       // from a scanner that is a keyboard
    void type(const std::string& text);       // by hand
    void press(char32_t key);
    void wait(Duration time);  // a tick each second
    void tell(const Status& status) { presenter.status(status); }

    void sign_in(const ports::Person& person = ann());  // with a calm status, at home
    void offers();                                      // from home by a scan, answered
    void give();                                        // from home to the given screen
    void search(const std::string& text);

    const Screen& screen() const { return presenter.screen(); }
    template <class Body>
    bool shows() const {
        return std::holds_alternative<Body>(screen().body);
    }
    template <class Body>
    const Body& body() const {
        return std::get<Body>(screen().body);
    }
    std::string sheet() const { return screen().sheet ? screen().sheet->text : std::string(); }
    std::string asked_last() const { return backend.asked.empty() ? std::string() : backend.asked.back(); }
    std::size_t asked(const std::string& what) const;  // how often something starting so was asked

  private:
    Duration steady_ = seconds(1000);
    Instant now_ = noon();
    void pass(Duration time);
};

}  // namespace makegood::terminal::presenter
